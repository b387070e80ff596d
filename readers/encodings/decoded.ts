/** Decoded text and the way back from it to the bytes as stored. */

/** How much one code point takes in the object as stored; lets a place be found from decoded text alone. */
export type Unit = 'utf-8' | 'single-byte' | 'utf-16';

/** A code point that was stored in more bytes and more code points than it has. */
export interface Shrunk {
  /** Where it begins in the decoded text. */
  readonly at: number;
  /** Bytes and code points it had more. */
  readonly bytes: number;
  readonly points: number;
}

export interface Piece {
  readonly bytes: Uint8Array;
  /** Offsets in `bytes` where stored text turns from UTF-8 to one byte a code point and back; empty if it never does. */
  readonly switches: readonly number[];
  /** In order; empty nearly always. */
  readonly shrunk: readonly Shrunk[];
}

const nothing: readonly never[] = [];

/** A piece that is stored as it reads. */
export const plainPiece = (bytes: Uint8Array): Piece => ({ bytes, switches: nothing, shrunk: nothing });

export interface StoredLayout extends Pick<Piece, 'switches' | 'shrunk'> {
  readonly unit: Unit;
}

/** Index of the first one that begins at or after `offset`. */
function firstFrom(shrunk: readonly Shrunk[], offset: number): number {
  let low = 0;
  let high = shrunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shrunk[middle]!.at < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much more of bytes or of code points was stored for decoded text `[from, to)`. */
export function shrunkBy(shrunk: readonly Shrunk[], from: number, to: number, what: 'bytes' | 'points'): number {
  if (shrunk.length === 0) return 0;
  let sum = 0;
  for (let i = firstFrom(shrunk, from); i < shrunk.length && shrunk[i]!.at < to; i++) sum += shrunk[i]![what];
  return sum;
}

function mixedLength(text: Uint8Array, from: number, to: number, switches: readonly number[]): number {
  let stored = 0;
  let next = 0;
  while (next < switches.length && switches[next]! <= from) next++;
  for (let i = from; i < to; i++) {
    while (next < switches.length && switches[next]! <= i) next++;
    const isSingle = next % 2 === 1;
    if (!isSingle || (text[i]! & 0xc0) !== 0x80) stored++;
  }
  return stored;
}

function plainLength(text: Uint8Array, from: number, to: number, { unit, switches }: StoredLayout): number {
  if (unit === 'utf-8') return switches.length === 0 ? to - from : mixedLength(text, from, to, switches);
  let points = 0;
  let astral = 0;
  for (let i = from; i < to; i++) {
    if ((text[i]! & 0xc0) !== 0x80) points++;
    if (text[i]! >= 0xf0) astral++;
  }
  return unit === 'single-byte' ? points : 2 * (points + astral);
}

/** Bytes that decoded text `[from, to)` takes in the object as stored. */
export function storedLength(text: Uint8Array, from: number, to: number, layout: StoredLayout): number {
  return plainLength(text, from, to, layout) + shrunkBy(layout.shrunk, from, to, 'bytes');
}
