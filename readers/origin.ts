/** Where decoded text stands in the object as stored, moved on by reading the text itself. */
import { shrunkBy, storedLength } from './encodings/decoded.ts';
import type { StoredLayout } from './encodings/decoded.ts';

/** A point of the object. `line` counts from 1, `column` (code points before the point on its line) from 0. */
export interface Origin {
  readonly line: number;
  readonly column: number;
  readonly stored: number;
}

export interface Layout extends StoredLayout {
  /** The byte that ends a line: LF, or CR in files that have no LF. */
  readonly newline: number;
}

/** The start of the code point that offset `at` lies in. */
export function startOfPoint(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** Words of four bytes that are counted before any of four sums of one byte can run over. */
const wordsSummed = 255;

/** Below this it takes longer to begin with words. */
const shortStretch = 64;

/** Bytes of `[from, to)` that go on with a code point, four at a time; the stretch is a multiple of four. */
function countContinued(text: Uint8Array, from: number, to: number): number {
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  let continued = 0;
  for (let at = from; at < to;) {
    const end = Math.min(to, at + 4 * wordsSummed);
    let sums = 0;
    for (; at < end; at += 4) {
      const word = view.getInt32(at, true);
      sums += (word >>> 7) & (~word >>> 6) & 0x01010101;
    }
    continued += (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
  }
  return continued;
}

function countPoints(text: Uint8Array, from: number, to: number): number {
  // An escape that its text breaks off is counted whole, beyond the end.
  const length = Math.min(to, text.length) - from;
  const words = length < shortStretch ? 0 : length - (length % 4);
  let points = to - from - (words === 0 ? 0 : countContinued(text, from, from + words));
  for (let at = from + words; at < to; at++) if ((text[at]! & 0xc0) === 0x80) points--;
  return points;
}

/** The point `to` of a text, given the point `from` of the same text. */
export function advance(
  origin: Origin,
  text: Uint8Array,
  range: { readonly from: number; readonly to: number },
  layout: Layout,
): Origin {
  const { from, to } = range;
  let { line } = origin;
  let lineStart = -1;
  const part = text.subarray(from, to);
  for (let at = part.indexOf(layout.newline); at !== -1; at = part.indexOf(layout.newline, at + 1)) {
    line++;
    lineStart = from + at + 1;
  }
  const start = lineStart === -1 ? from : lineStart;
  const points = countPoints(text, start, to) + shrunkBy(layout.shrunk, start, to, 'points');
  const column = lineStart === -1 ? origin.column + points : points;
  return { line, column, stored: origin.stored + storedLength(text, from, to, layout) };
}
