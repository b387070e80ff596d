/** Where decoded text stands in the object as stored, moved on by reading the text itself. */
import { isAscii } from 'node:buffer';
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

/** Stretch of text asked for ASCII at a time, which is much faster than counting. */
const stretchBytes = 1024;

function countPoints(text: Uint8Array, from: number, to: number): number {
  let points = 0;
  for (let start = from; start < to; start += stretchBytes) {
    const end = Math.min(to, start + stretchBytes);
    if (end - start === stretchBytes && isAscii(text.subarray(start, end))) points += stretchBytes;
    else for (let i = start; i < end; i++) if ((text[i]! & 0xc0) !== 0x80) points++;
  }
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
