/** The common way of formats whose text is read token by token: look ahead until tokens are whole, give blocks, hand back what is none. */
import { makeCellBlock } from './block.ts';
import type { Escapes } from './block.ts';
import { keepCells } from './cells.ts';
import type { CellBuffer } from './cells.ts';
import type { Block, ReaderLimits, Unread } from './contract.ts';
import type { FieldNames } from './field-names.ts';
import { pieceBytes } from './limits.ts';
import { readRunningText } from './text/text.ts';
import type { TextStream } from './text-stream.ts';
import { unread } from './unread.ts';

export interface Tokens {
  readonly cells: CellBuffer;
  readonly names: FieldNames;
  /** Asked for after each `tokenise`: how the cells it added are escaped. */
  readonly escapes: Escapes;
  /** Reads whole tokens from the start of a window, adds their cells, and gives the bytes understood; 0 to see more. */
  tokenise(window: Uint8Array, isEnded: boolean): number;
}

/**
 * Reads a text to its end. A token that outgrows `maxCellBytes`, or that the end cuts, is read as running text with all
 * that follows it, and said.
 */
export async function* readTokens(
  stream: TextStream,
  tokens: Tokens,
  { maxCellBytes }: ReaderLimits,
): AsyncGenerator<Block | Unread> {
  const { cells, names } = tokens;
  let namesGiven = 0;
  await stream.fill(pieceBytes);
  while (stream.window().length > 0) {
    const window = stream.window();
    const taken = tokens.tokenise(window, stream.isEnded());
    if (taken > 0) {
      namesGiven = names.list.length;
      yield makeCellBlock(stream.take(taken), cells, names.list, tokens.escapes);
      keepCells(cells, 0);
      await stream.fill(Math.max(pieceBytes, window.length - taken + 1));
    } else if (stream.isEnded()) {
      yield unread('MALFORMED_FILE', 'the text ends early; its last part was read as it stands');
      yield* readRunningText(stream);
      return;
    } else if (window.length < maxCellBytes) await stream.fill(window.length * 2);
    else {
      yield unread(
        'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT',
        `a part of more than ${maxCellBytes} bytes; from it on it was read as text`,
      );
      yield* readRunningText(stream);
      return;
    }
  }
  // Names without a value are content too.
  if (names.list.length > namesGiven) yield makeCellBlock(stream.take(0), cells, names.list, tokens.escapes);
}
