/**
 * Whether a term of a lexicon may stand in a few bytes, told without the automaton: by its first word, or its first two. It may say
 * so of bytes without one, never the reverse.
 */
import { hashFolded, unfolded } from '../folded-words.ts';
import { foldWords, isBoundary, symbolOf } from './symbols.ts';
import { role, type Vocabulary } from './vocabulary.ts';

/** How terms begin. */
export interface Beginnings {
  /** A bit for each first word; few other words share one. */
  readonly heads: Int32Array;
  /** Hashes of single words with each ending they may have, of the first words of more, and of first and second word together. */
  readonly words: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
}

/** Endings a term may have: of a plural or a feminine. */
const endings = ['', 's', 'e', 'x', 'es'];

const boundary = 0;
/** Lead bytes of punctuation and of Latin letters with accents; what others lead, only the automaton reads. */
const punctuationLead = 0xc2;
const accentLead = 0xc3;

/** Letters and digits of ASCII, and letters with accents by their second byte, as small ones without accents. */
const codeOf = (point: number): number => (isBoundary(symbolOf(point)) ? boundary : symbolOf(point) + 1);
const codes = Uint8Array.from({ length: 0x80 }, (_, point) => codeOf(point));
const accentCodes = Uint8Array.from({ length: 0x40 }, (_, low) => codeOf(0xc0 + low));

/** Adds a letter to what tells a word from others. */
const headOn = (head: number, code: number): number => ((head << 5) - head + code) | 0;
const bitOf = (head: number): number => Math.imul(head, 0x9e3779b1 | 0) >>> 16;

const pairOf = (first: number, second: number): number => Math.imul(first, 0x9e3779b1 | 0) ^ second;

/** The byte from `at` on at which a word begins, or at which none goes on. */
function passOver(bytes: Uint8Array, from: number, end: number, isWord: boolean): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at]!;
    const code = byte < 0x80 ? codes[byte]! : byte === accentLead ? accentCodes[bytes[at + 1]! & 63]! : boundary;
    if ((code !== boundary) !== isWord) break;
    at += byte < 0x80 ? 1 : 2;
  }
  return at;
}

/** True if a term begins with the word in `[start, stop)`, alone or with the one behind it. */
function isBeginning(
  { words, pairs }: Beginnings,
  bytes: Uint8Array,
  [start, stop]: readonly [number, number],
  end: number,
): boolean {
  const first = hashFolded(bytes, start, stop);
  if (first === unfolded || words.has(first)) return true;
  const next = passOver(bytes, stop, end, false);
  return next < end && pairs.has(pairOf(first, hashFolded(bytes, next, passOver(bytes, next, end, true))));
}

/** True if a term of a lexicon may stand in a stretch of bytes that begins and ends with whole words. */
export function mayHoldTerm(beginnings: Beginnings, bytes: Uint8Array, start: number, end: number): boolean {
  const { heads } = beginnings;
  let head = 0;
  let word = start;
  for (let at = start; at <= end; at++) {
    const byte = at < end ? bytes[at]! : 0x20;
    let code = boundary;
    let width = 1;
    if (byte < 0x80) code = codes[byte]!;
    else {
      if (at + 1 === end || (byte !== accentLead && byte !== punctuationLead)) return true;
      if (byte === accentLead) code = accentCodes[bytes[at + 1]! & 63]!;
      width = 2;
    }
    if (code !== boundary) {
      if (head === 0) word = at;
      head = headOn(head, code);
    } else if (head !== 0) {
      const bit = bitOf(head);
      if (((heads[bit >> 5]! >> (bit & 31)) & 1) !== 0 && isBeginning(beginnings, bytes, [word, at], end)) return true;
      head = 0;
    }
    at += width - 1;
  }
  return false;
}

const encoder = new TextEncoder();

/** Gathers how the terms begin that may be matches themselves. */
export function gatherBeginnings({ terms, anyRole }: Vocabulary): Beginnings {
  const heads = new Int32Array(1 << 11);
  const words = new Set<number>();
  const pairs = new Set<number>();
  const hashOf = (word: string): number => {
    const bytes = encoder.encode(word);
    const bit = bitOf([...word].reduce((head, letter) => headOn(head, codeOf(letter.charCodeAt(0))), 0));
    heads[bit >> 5] = (heads[bit >> 5] ?? 0) | (1 << (bit & 31));
    return hashFolded(bytes, 0, bytes.length);
  };
  terms.forEach((term, index) => {
    if (term.isArabic || ((anyRole[index] ?? 0) & (role.strong | role.weak)) === 0) return;
    const [first = '', second] = foldWords(term.text).split(' ');
    for (const ending of endings) {
      if (second === undefined) words.add(hashOf(first + ending));
      else pairs.add(pairOf(hashOf(first), hashOf(second + ending)));
    }
  });
  return { heads, words, pairs };
}
