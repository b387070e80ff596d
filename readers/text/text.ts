/** Running text: logs, prose, and every text no other format claims. */
import { makeTextBlock } from '../block.ts';
import type { Block, Extent, PartRef, SizedSource, TextFormat } from '../contract.ts';
import { contextBytes, pieceBytes } from '../limits.ts';
import { startOfPoint } from '../origin.ts';
import { lineBorders, shareOf } from '../parts.ts';
import { openText } from '../text-stream.ts';
import type { TextStream } from '../text-stream.ts';

/** After the last line end in `[from, to)`; where there is none, the last code point border. */
function cutPoint(bytes: Uint8Array, range: { readonly from: number; readonly to: number }, newline: number): number {
  const lineEnd = bytes.lastIndexOf(newline, range.to - 1);
  return lineEnd >= range.from ? lineEnd + 1 : startOfPoint(bytes, range.to);
}

/**
 * Reads the rest of a stream as running text. Blocks are cut at line ends, longer lines anywhere; each shows a stretch
 * of its neighbours, so that neither matches nor the words around them depend on the cut. Returns how many bytes of the window are read.
 */
export async function* readRunningText(stream: TextStream, context = 0): AsyncGenerator<Block, number> {
  let before = context;
  for (;;) {
    await stream.fill(before + pieceBytes / 2 + contextBytes);
    const window = stream.window();
    const end = Math.min(window.length, stream.end());
    if (end <= before) return before;
    const isInSight = stream.isEnded() || end + contextBytes <= window.length;
    const to = isInSight ? end : cutPoint(window, { from: before, to: window.length - contextBytes }, stream.newline());
    const nextStart = startOfPoint(window, Math.max(0, to - contextBytes));
    yield makeTextBlock(stream.take(nextStart, startOfPoint(window, Math.min(window.length, to + contextBytes))), before, to);
    before = to - nextStart;
  }
}

async function* readPart(source: SizedSource, part: PartRef, stream: TextStream): AsyncGenerator<Block | Extent> {
  try {
    const share = await shareOf(source, part, stream.originAt(0).stored, lineBorders(source, stream.newline()));
    if (share === null) {
      yield { kind: 'extent', lines: 0, records: 0 };
      return;
    }
    const context = await stream.jump(share, 1, true);
    const read = yield* readRunningText(stream, context);
    yield { kind: 'extent', lines: stream.originAt(read).line - 1, records: 0 };
  } finally {
    await stream.close();
  }
}

export const textFormat: TextFormat = {
  id: 'text',
  recognises: (head) => head.text !== null,
  async *read(source) {
    const stream = openText(source);
    try {
      yield* readRunningText(stream);
    } finally {
      await stream.close();
    }
  },
  async openPart(source, _limits, part) {
    const stream = openText(source);
    await stream.fill(pieceBytes + 1);
    if (stream.canJump()) return readPart(source, part, stream);
    await stream.close();
    return null;
  },
};
