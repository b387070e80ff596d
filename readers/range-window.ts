/** Fewer reads of a store: what lies close together is fetched at once. */
import { readRange } from './random-access.ts';
import type { RandomAccess } from './random-access.ts';

/** One request costs about as much as this many bytes. */
const windowBytes = 4 * 1024 * 1024;

/** The same object; ranges shorter than a window are cut from one that begins where the first of them did. For readers that go forwards. */
export function windowed(source: RandomAccess): RandomAccess {
  let held: Uint8Array = new Uint8Array(0);
  let heldAt = 0;
  return {
    ...source,
    async *stream(range = { start: 0, end: source.size }) {
      const { start, end } = range;
      if (end - start > windowBytes / 4) {
        yield* source.stream(range);
        return;
      }
      if (start < heldAt || end > heldAt + held.length) {
        held = await readRange(source, start, Math.min(source.size, start + windowBytes));
        heldAt = start;
      }
      const part = held.subarray(start - heldAt, end - heldAt);
      if (part.length > 0) yield part;
    },
  };
}
