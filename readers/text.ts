/** Running text: logs, prose, and every text no other format claims. */
import { makeTextBlock } from './block.ts';
import type { Block, TextFormat } from './contract.ts';
import { contextBytes, pieceBytes } from './limits.ts';
import { startOfPoint } from './origin.ts';
import { openText } from './text-stream.ts';
import type { TextStream } from './text-stream.ts';

/** After the last line end in `[from, to)`; where there is none, the last code point border. */
function cutPoint(bytes: Uint8Array, range: { readonly from: number; readonly to: number }, newline: number): number {
  const lineEnd = bytes.lastIndexOf(newline, range.to - 1);
  return lineEnd >= range.from ? lineEnd + 1 : startOfPoint(bytes, range.to);
}

/**
 * Reads the rest of a stream as running text. Blocks are cut at line ends, longer lines anywhere; each shows a stretch
 * of its neighbours, so that neither matches nor the words around them depend on the cut.
 */
export async function* readRunningText(stream: TextStream): AsyncGenerator<Block> {
  let before = 0;
  for (;;) {
    await stream.fill(before + pieceBytes / 2 + contextBytes);
    const window = stream.window();
    if (window.length <= before) return;
    const to = stream.isEnded()
      ? window.length
      : cutPoint(window, { from: before, to: window.length - contextBytes }, stream.newline());
    const nextStart = startOfPoint(window, Math.max(0, to - contextBytes));
    yield makeTextBlock(stream.take(nextStart, startOfPoint(window, Math.min(window.length, to + contextBytes))), before, to);
    before = to - nextStart;
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
};
