/** A document while it is written: text, and the byte ranges of what a detector must find in it. */
import type { DetectorId } from '../../detectors/catalogue.ts';

export interface Label {
  readonly detector: DetectorId;
  /** Bytes of the file, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Draft {
  write(text: string): void;
  /** Bytes written so far. */
  length(): number;
  label(label: Label): void;
  finish(): { readonly bytes: Uint8Array; readonly labels: readonly Label[] };
}

/** Starts an empty document. */
export function startDraft(): Draft {
  const pieces: string[] = [];
  const labels: Label[] = [];
  let bytes = 0;
  return {
    write(text) {
      pieces.push(text);
      bytes += Buffer.byteLength(text);
    },
    length: () => bytes,
    label: (label) => void labels.push(label),
    finish: () => ({ bytes: Buffer.from(pieces.join('')), labels }),
  };
}
