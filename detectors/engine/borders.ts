/** Where a term met by the automaton begins and ends, and whether it is a word there and not a part of one. */
import type { Found } from '../define.ts';
import { ARABIC, IGNORED, OTHER, SPACE, isBoundary, symbolOf } from './symbols.ts';
import type { Term } from './vocabulary.ts';

/** 1 for bytes that separate words by themselves: most borders are ASCII, and need no code point. */
const separates = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < 0x80 && isBoundary(symbolOf(byte))));

/** Longest stretch of bytes a term may cover, separators and marks included. */
const longestTerm = 160;

/** Code point at a byte; a broken sequence counts as a letter of no term. */
function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0x20;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
  return 0xfffd;
}

const widthAt = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
};

/** First byte of the character that ends before a byte. */
function characterBefore(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at > 0 && end - at < 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

const symbolAt = (bytes: Uint8Array, at: number): number => (at < bytes.length ? symbolOf(pointAt(bytes, at)) : SPACE);

/** First byte of the nearest character before a place that stands for something. */
function letterBefore(bytes: Uint8Array, end: number): number {
  if (end >= 2) {
    if ((bytes[end - 1] ?? 0) < 0x80) return end - 1;
    // None of the characters behind these lead bytes stands for nothing.
    const lead = bytes[end - 2] ?? 0;
    if (lead === 0xc3 || lead === 0xd8) return end - 2;
  }
  let start = characterBefore(bytes, end);
  while (start > 0 && symbolAt(bytes, start) === IGNORED) start = characterBefore(bytes, start);
  return start;
}

/** First byte of a run of separators, not before a limit. */
function bordersStart(bytes: Uint8Array, from: number, limit: number): number {
  let start = from;
  const least = Math.max(0, limit);
  while (start > least) {
    const last = bytes[start - 1] ?? 0;
    const before = last < 0x80 ? start - 1 : characterBefore(bytes, start);
    if (last < 0x80 ? separates[last] === 0 : !isBoundary(symbolAt(bytes, before))) break;
    start = before;
  }
  return start;
}

/** Walks back over the letters of a single Latin word, in which every character is one of them. */
function solidStart(bytes: Uint8Array, letters: number, end: number): number {
  let at = end;
  for (let left = letters; left > 0 && at > 0; at--) if (((bytes[at - 1] ?? 0) & 0xc0) !== 0x80) left--;
  return at;
}

/** True for two bytes that are an Arabic letter, and no mark that stands for nothing. */
function isLetterPair(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0;
  return bytes[at] === 0xd8 ? second >= 0xa0 : bytes[at] === 0xd9 && second >= 0x81 && second <= 0x8a;
}

/** Walks back over the symbols of a term; -1 if it would grow too long. */
function startOf(bytes: Uint8Array, term: Term, end: number): number {
  const { symbols, solid } = term;
  if (solid > 0 && !term.isArabic) return solidStart(bytes, solid, end);
  if (solid > 0) {
    let start = end;
    while (start > end - 2 * solid && start >= 2 && isLetterPair(bytes, start - 2)) start -= 2;
    if (start === end - 2 * solid) return start;
  }
  const first = term.isArabic ? 0 : 1;
  let last = symbols.length - 1;
  if (term.isClosed) last--;
  let at = end;
  for (let index = last; index >= first; index--) {
    at = letterBefore(bytes, at);
    if (symbols[index] === SPACE) at = bordersStart(bytes, at, end - longestTerm);
    if (end - at > longestTerm || at < 0) return -1;
  }
  return at;
}

/** Endings that make no other word of a Latin term: plural and feminine. */
function latinEnd(bytes: Uint8Array, end: number): number {
  if (end < bytes.length && separates[bytes[end] ?? 0] === 1) return end;
  const letter = (at: number): number => (bytes[at] ?? 0) | 0x20;
  const isFree = (at: number): boolean => isBoundary(symbolAt(bytes, at));
  if (isFree(end)) return end;
  const first = letter(end);
  const isEnding = first === 0x73 || first === 0x65 || first === 0x78;
  if (isEnding && isFree(end + 1)) return end + 1;
  return first === 0x65 && letter(end + 1) === 0x73 && isFree(end + 2) ? end + 2 : -1;
}

const longestAffix = 4;
const shortWord = 3;
/** The letters that touch a term are too many to be a particle, or none of ours. */
const noAffix = -1;

/** Reads the letters that touch an Arabic term before or after as one number, nearest first; 0 for none. */
function affixFrom(bytes: Uint8Array, from: number, step: 1 | -1): number {
  const nearest = step < 0 ? from - 1 : from;
  if (nearest >= 0 && nearest < bytes.length && (bytes[nearest] ?? 0) < 0x80) return 0;
  let affix = 0;
  let at = from;
  let count = 0;
  for (;;) {
    if (step < 0 && at <= 0) break;
    const here = step < 0 ? characterBefore(bytes, at) : at;
    const symbol = symbolAt(bytes, here);
    if (symbol !== IGNORED) {
      if (symbol === OTHER || (symbol >= ARABIC && count === longestAffix)) return noAffix;
      if (symbol < ARABIC) break;
      affix = affix * 64 + symbol - ARABIC + 1;
      count++;
    }
    at = step < 0 ? here : at + widthAt(bytes, at);
  }
  return affix;
}

const affixOf = (letters: Iterable<string>): number =>
  [...letters].reduce((affix, letter) => affix * 64 + symbolOf(letter.charCodeAt(0)) - ARABIC + 1, 0);
const every = (firsts: readonly string[], seconds: readonly string[]): readonly string[] =>
  firsts.flatMap((first) => seconds.map((second) => first + second));
const readBack = (words: readonly string[]): ReadonlySet<number> => new Set(words.map((word) => affixOf([...word].toReversed())));

const article = ['', 'ال'];
/** Particles written onto the front of an Arabic word: and, so, by, for, like, the, will. */
const prefixes = readBack(every(['', 'و', 'ف'], [...every(['', 'ب', 'ك', 'ل', 'س'], article), 'لل']));
const shortPrefixes = readBack(every(['', 'و'], every(['', 'ب', 'ل'], article)));
/** Endings written onto its back: feminine, plural, my, his, her, their, our. */
const suffixes: ReadonlySet<number> = new Set(
  ['', 'ه', 'ات', 'ين', 'ون', 'ي', 'يه', 'يا', 'ا', 'ها', 'هم', 'هن', 'نا', 'ك', 'كم'].map(affixOf),
);

/** True if what touches the end of an Arabic term may be an ending: none but by itself for a short one. */
function endsArabic(bytes: Uint8Array, term: Term, end: number): boolean {
  const after = affixFrom(bytes, end, 1);
  return after === 0 || (term.symbols.length > shortWord && suffixes.has(after));
}

/** True if what touches the start of an Arabic term may be particles. */
function startsArabic(bytes: Uint8Array, term: Term, start: number): boolean {
  const before = affixFrom(bytes, start, -1);
  return before === 0 || (term.symbols.length <= shortWord ? shortPrefixes : prefixes).has(before);
}

/** True if a comma separates letters: "c,i,n" is a list of variables, "C.I.N." the name of a card. */
function hasComma(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 0x2c) return true;
  return false;
}

/** Writes where a term stands that the automaton met at `hitEnd`; false if it is only a part of a word. */
export function resolveTerm(bytes: Uint8Array, term: Term, hitEnd: number, found: Found): boolean {
  const met = term.isClosed ? characterBefore(bytes, hitEnd) : hitEnd;
  const end = term.isArabic || term.isClosed ? met : latinEnd(bytes, met);
  if (end < 0 || (term.isArabic && !endsArabic(bytes, term, end))) return false;
  const start = startOf(bytes, term, met);
  if (start < 0 || (term.isArabic && !startsArabic(bytes, term, start)) || (term.isSpelled && hasComma(bytes, start, end)))
    return false;
  found.start = start;
  found.end = end;
  return true;
}
