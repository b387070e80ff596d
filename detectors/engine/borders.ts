/** Where a term met by the automaton begins and ends, and whether it is a word there and not a part of one. */
import type { Found } from '../define.ts';
import { ARABIC, IGNORED, OTHER, SPACE, isBoundary, symbolOf } from './symbols.ts';
import type { Term } from './vocabulary.ts';

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

/** First byte of a run of separators, not before a limit. */
function bordersStart(bytes: Uint8Array, from: number, limit: number): number {
  let start = from;
  while (start > Math.max(0, limit) && isBoundary(symbolAt(bytes, characterBefore(bytes, start))))
    start = characterBefore(bytes, start);
  return start;
}

/** True if all bytes are ASCII, so that each is one symbol. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** Walks back over the symbols of a term; -1 if it would grow too long. */
function startOf(bytes: Uint8Array, term: Term, end: number): number {
  if (term.solid > 0 && isAscii(bytes, end - term.solid, end)) return end - term.solid;
  const first = term.isArabic ? 0 : 1;
  let last = term.symbols.length - 1;
  if (term.isClosed) last--;
  let at = end;
  for (let index = last; index >= first; index--) {
    const isSpace = term.symbols[index] === SPACE;
    let start = characterBefore(bytes, at);
    while (start > 0 && symbolAt(bytes, start) === IGNORED) start = characterBefore(bytes, start);
    if (isSpace) start = bordersStart(bytes, start, end - longestTerm);
    at = start;
    if (end - at > longestTerm || at < 0) return -1;
  }
  return at;
}

/** Endings that make no other word of a Latin term: plural and feminine. */
function latinEnd(bytes: Uint8Array, end: number): number {
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

function isArabicWord(bytes: Uint8Array, term: Term, start: number, end: number): boolean {
  const before = affixFrom(bytes, start, -1);
  const after = affixFrom(bytes, end, 1);
  return term.symbols.length <= shortWord
    ? after === 0 && shortPrefixes.has(before)
    : prefixes.has(before) && suffixes.has(after);
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
  if (end < 0) return false;
  const start = startOf(bytes, term, met);
  if (start < 0 || (term.isSpelled && hasComma(bytes, start, end)) || (term.isArabic && !isArabicWord(bytes, term, start, end)))
    return false;
  found.start = start;
  found.end = end;
  return true;
}
