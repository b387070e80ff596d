/** What touches a word that may be a name, read from the bytes: where the word begins, and what may go on around it. */
import type { Window } from './define.ts';
import { fold, isGiven, mayGoOnWith } from './names.ts';
import { textOf } from './utf8.ts';

const decoder = new TextDecoder();

/** How much of a text around a word is read, in bytes. */
const before = 64;
const after = 96;

/** A word before a place: where it begins, as it is, and folded. */
export interface Word {
  readonly start: number;
  readonly raw: string;
  readonly folded: string;
}

export const isLetterByte = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
/** Bytes that tie a word to what stands before it: it is a piece of a path, an address or a longer word. */
export const isBound = (byte: number): boolean =>
  isLetterByte(byte) || byte >= 0x80 || (byte >= 0x2d && byte <= 0x39) || byte === 0x5f || byte === 0x40 || byte === 0x5c;
/** A capital, or the first byte of a letter beyond ASCII. */
export const startsName = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || byte >= 0xc3;

/** First byte of the last word before a place. */
export function wordStart({ bytes, low, at }: Window): number {
  let start = at;
  const limit = Math.max(low, at - 32);
  while (start > limit && (isLetterByte(bytes[start - 1] ?? 0) || (bytes[start - 1] ?? 0) >= 0x80)) start--;
  return start;
}

export function wordFrom({ bytes, at }: Window, start: number): Word {
  const raw = textOf(bytes, start, at);
  return { start, raw, folded: fold(raw) };
}

export const headOf = ({ bytes, low }: Window, { start }: Word): string =>
  decoder.decode(bytes.subarray(Math.max(low, start - before), start));

/** The text behind the window's place. */
export const textAhead = ({ bytes, at, high }: Window): string => decoder.decode(bytes.subarray(at, Math.min(high, at + after)));

/** True where no name goes on: at a sign, at a digit, before a word in small letters. */
function endsName(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  if (byte >= 0x80 || isLetterByte(byte) || byte === 0x27) return false;
  if (byte !== 0x20 && byte !== 0x2d) return true;
  const next = bytes[at + 1] ?? 0;
  return next >= 0x61 && next <= 0x7a;
}

/** Bytes behind the end of a name that tell whether it is one: a digit may follow. */
const lookahead = 4;

/** The text behind the window's place as far as a name there may go on, and a little more. */
export function nameAhead({ bytes, at, high }: Window): string {
  const limit = Math.min(high, at + after);
  let end = bytes[at] === 0x2e ? at + 1 : at;
  while (end < limit && !endsName(bytes, end)) end++;
  return textOf(bytes, at, Math.min(limit, end + lookahead));
}

/** The last word before a place, with the space and signs behind it. */
export function wordBefore({ bytes, low }: Window, start: number): string {
  const limit = Math.max(low, start - before);
  let from = Math.max(limit, start - 1);
  while (from > limit && bytes[from - 1] !== 0x20) from--;
  return textOf(bytes, from, start);
}

/** Semicolon, comma, bar, tab: another value begins behind it. */
const isDelimiter = (byte: number): boolean => byte === 0x3b || byte === 0x2c || byte === 0x7c || byte === 0x09;

/** True if a name may follow: a capital or a letter beyond ASCII comes before any other letter or digit. */
export function isNameAhead({ bytes, high, at }: Window): boolean {
  const limit = Math.min(high, at + 28);
  for (let next = at; next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if (startsName(byte)) return true;
    // "(e)", "(s)": the endings of forms.
    if (byte === 0x28) while (next < limit && bytes[next] !== 0x29) next++;
    else if (isLetterByte(byte) || (byte >= 0x30 && byte <= 0x39) || isDelimiter(byte)) return false;
  }
  return false;
}

/** True if a word stands one space before. */
export const isWordBehind = ({ bytes, low }: Window, start: number): boolean =>
  start - 2 >= low && bytes[start - 1] === 0x20 && (isLetterByte(bytes[start - 2] ?? 0) || (bytes[start - 2] ?? 0) >= 0x80);

/** True if a further part of a name may follow: a capital or a letter beyond ASCII, right behind or after spaces. */
export function mayGoOn({ bytes, at, high }: Window): boolean {
  let next = at;
  while (next < high && next < at + 2 && bytes[next] === 0x20) next++;
  const byte = next < high ? (bytes[next] ?? 0) : 0;
  if (next === at && (isLetterByte(byte) || byte === 0x2d || byte === 0x27)) return true;
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a);
}

/** True unless one space and an Arabic word stand behind an Arabic one that is no part of its name: "على المصلحة". */
export function isFollowed({ bytes, at, high }: Window, first: string): boolean {
  const lead = bytes[at + 1] ?? 0;
  if (bytes[at] !== 0x20 || (lead !== 0xd8 && lead !== 0xd9)) return true;
  const limit = Math.min(high, at + after);
  let end = at + 1;
  while (end < limit && (bytes[end] ?? 0) >= 0x80) end++;
  return end === limit || mayGoOnWith(first, textOf(bytes, at + 1, end));
}

/** True if a word with a capital or a letter beyond ASCII in it may end one space before a place. */
export function mayFollow({ bytes, low }: Window, start: number): boolean {
  if (start - 1 <= low || bytes[start - 1] !== 0x20) return false;
  for (let at = start - 2; at >= low; at--) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a)) return true;
    if (!isLetterByte(byte) && byte !== 0x2d && byte !== 0x27) return false;
  }
  return false;
}

/** Letters that Arabic writes onto the front of a name: and, so, by, for, like. */
const clitic = /^[وفبلك](?=[\u{621}-\u{64a}]{3})/u;

/** The word itself, or what is left of it without the particle written onto it. */
export function withoutClitic(word: Word): Word {
  if (isGiven(word.folded) || !clitic.test(word.raw)) return word;
  return { start: word.start + 2, raw: word.raw.slice(1), folded: word.folded.slice(1) };
}

/** Line break, tab, brackets, comma, dash, dot, colon, semicolon, bar. */
const phraseBorders = new Set([0x0a, 0x0d, 0x09, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x3a, 0x3b, 0x7c]);
/** The same, and the Arabic comma. */
const isPhraseBorder = (bytes: Uint8Array, at: number): boolean =>
  phraseBorders.has(bytes[at] ?? 0) || (bytes[at] === 0xd8 && bytes[at + 1] === 0x8c);

/** True for two Arabic words that are a line, an item or a signature of their own: "المشتكي: عزيز أوكاشة". */
export function isOwnPhrase({ bytes, low, high, at }: Window, start: number): boolean {
  let head = start;
  while (head > low && bytes[head - 1] === 0x20) head--;
  if (head > low && !isPhraseBorder(bytes, head - 1) && !(head - 2 >= low && isPhraseBorder(bytes, head - 2))) return false;
  let end = at + 1;
  while (end < high && ((bytes[end] ?? 0) === 0xd8 || (bytes[end] ?? 0) === 0xd9) && !isPhraseBorder(bytes, end)) end += 2;
  if (bytes[at] !== 0x20 || end - at < 9) return false;
  while (end < high && bytes[end] === 0x20) end++;
  return end >= high || isPhraseBorder(bytes, end);
}

/** True for a word in small letters with another one space behind it. */
export const isSmallPair = ({ bytes, at }: Window, start: number): boolean =>
  (bytes[start] ?? 0) >= 0x61 && bytes[at] === 0x20 && (bytes[at + 1] ?? 0) >= 0x61 && (bytes[at + 1] ?? 0) <= 0x7a;
