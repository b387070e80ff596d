/** Escapes of formats in which it depends on the cell how text is written: read step by step. */
import type { Escapes } from '../block.ts';

/** What one stretch of written bytes stands for, never longer than it is; null = the one byte itself. */
export interface Step {
  readonly length: number;
  readonly text: Uint8Array | null;
}

export const itself: Step = { length: 1, text: null };

/** The escapes of cells by where they begin; others are written as they read. */
export function steppedEscapes<Spelling>(
  spellings: ReadonlyMap<number, Spelling>,
  stepAt: (bytes: Uint8Array, at: number, end: number, spelling: Spelling) => Step,
): Escapes {
  return {
    unescape(bytes, start, end) {
      const spelling = spellings.get(start);
      if (spelling === undefined) return end;
      let to = start;
      for (let from = start; from < end;) {
        const { length, text } = stepAt(bytes, from, end, spelling);
        if (text === null) bytes[to++] = bytes[from]!;
        else {
          bytes.set(text, to);
          to += text.length;
        }
        from += length;
      }
      bytes.fill(0x20, to, end);
      return to;
    },
    escapedLength(bytes, start, length) {
      const spelling = spellings.get(start);
      if (spelling === undefined) return length;
      let from = start;
      for (let read = 0; from < bytes.length;) {
        const step = stepAt(bytes, from, bytes.length, spelling);
        // What stands for nothing belongs to what comes before it.
        if (read >= length && step.text?.length !== 0) break;
        read += step.text?.length ?? 1;
        from += step.length;
      }
      return from - start;
    },
  };
}
