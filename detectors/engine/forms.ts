/**
 * Arabic presentation forms, full-width letters and digits, and Latin ligatures, as old programs and PDF files write them.
 * A text that holds any is rewritten to plain letters (NFKC) before the pass, so that no detector need know of them; places are
 * mapped back. Texts without them, which is nearly all, only pay for the search of one lead byte.
 */
import type { Cells, Match, Text } from '../contract.ts';

/** Lead byte of all of them in UTF-8; two bytes follow. */
const lead = 0xef;
const width = 3;

const ranges = [
  [0xfb00, 0xfb06],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0xff01, 0xff5e],
] as const;
const first = 0xfb00;
const last = 0xff5e;

const encoder = new TextEncoder();
const formsIn = /[\u{fb00}-\u{fb06}\u{fb50}-\u{fdff}\u{fe70}-\u{fefc}\u{ff01}-\u{ff5e}]/gu;

/** A name in plain letters. */
export const toPlainName = (name: string): string => name.replaceAll(formsIn, (form) => form.normalize('NFKC'));

/** The plain bytes of a code point, null where it stands for itself. A mark on its own is written behind a space: only the mark counts. */
function plainOf(point: number): Uint8Array | null {
  if (!ranges.some(([from, to]) => point >= from && point <= to)) return null;
  const text = String.fromCodePoint(point);
  const plain = text.normalize('NFKC').replace(/^ /, '');
  return plain === text ? null : encoder.encode(plain);
}

let plains: readonly (Uint8Array | null)[] | null = null;

function plainAt(bytes: Uint8Array, at: number): Uint8Array | null {
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return null;
  plains ??= Array.from({ length: last - first + 1 }, (_, index) => plainOf(first + index));
  return plains[(0xf000 | ((second & 63) << 6) | (third & 63)) - first] ?? null;
}

/** Where the forms of a text begin. */
function findForms(bytes: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 1)) if (plainAt(bytes, at) !== null) places.push(at);
  return places;
}

/** A text in plain letters, and the way back. */
export interface PlainText {
  readonly text: Text;
  /** The match at its place in the text as it was. */
  toOriginal(match: Match): Match;
}

/** Number of sorted places at or before a byte. */
function countUpTo(places: ArrayLike<number>, byte: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes the bytes anew; returns where each form's plain bytes begin, too. */
function rewrite(bytes: Uint8Array, places: readonly number[]): { readonly plain: Uint8Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(places.length);
  let grown = 0;
  for (const place of places) grown += (plainAt(bytes, place)?.length ?? width) - width;
  const plain = new Uint8Array(bytes.length + grown);
  let read = 0;
  let written = 0;
  places.forEach((place, index) => {
    plain.set(bytes.subarray(read, place), written);
    written += place - read;
    starts[index] = written;
    const letters = plainAt(bytes, place) ?? bytes.subarray(place, place + width);
    plain.set(letters, written);
    written += letters.length;
    read = place + width;
  });
  plain.set(bytes.subarray(read), written);
  return { plain, starts };
}

/** Rewrites a text that holds forms; null for any other. */
export function toPlain(text: Text): PlainText | null {
  const places = findForms(text.bytes);
  if (places.length === 0) return null;
  const { bytes } = text;
  const { plain, starts } = rewrite(bytes, places);
  const lengthOf = (index: number): number => plainAt(bytes, places[index] ?? 0)?.length ?? width;
  const toPlace = (byte: number): number => {
    const index = countUpTo(places, byte) - 1;
    const place = places[index];
    if (place === undefined) return byte;
    const start = starts[index] ?? 0;
    return byte < place + width ? start + (byte === place ? 0 : lengthOf(index)) : start + lengthOf(index) + byte - place - width;
  };
  /** A place within the letters of one form counts as that form's beginning, or as its end. */
  const toByte = (at: number, isEnd: boolean): number => {
    const index = countUpTo(starts, isEnd ? at - 1 : at) - 1;
    const place = places[index];
    if (place === undefined) return at;
    const behind = at - (starts[index] ?? 0) - lengthOf(index);
    if (behind >= 0) return place + width + behind;
    return isEnd ? place + width : place;
  };
  const { cells } = text;
  const mapped: Cells | null =
    cells === null ? null : { ...cells, starts: cells.starts.map(toPlace), ends: cells.ends.map(toPlace) };
  return {
    text: { bytes: plain, from: toPlace(text.from), to: toPlace(text.to), cells: mapped },
    toOriginal: (match) => ({ ...match, start: toByte(match.start, false), end: toByte(match.end, true) }),
  };
}
