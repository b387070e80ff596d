/**
 * Words looked up from bytes under their folding, without decoding them: what most text is turned away by. A word that only
 * decoding can fold hashes to `unfolded`, and may be any.
 */
import { foldWords, IGNORED, isBoundary, symbolOf } from './engine/symbols.ts';

/** The hash of what cannot be folded byte by byte: letters of other scripts, marks to be joined to the letter before them. */
export const unfolded = 0;

const firstHash = 0x811c9dc5;
/** Where composing begins to matter in Arabic, and where it ends. */
const firstSettled = 0x61b;
const lastSettled = 0x652;

/** What the character of each code point up to 0x6FF adds to a hash: its symbol, or nothing, or that it cannot be told. */
const nothing = -1;
const unclear = -2;
const additions = Int16Array.from({ length: 0x700 }, (_, point) => {
  const symbol = symbolOf(point);
  if (symbol === IGNORED) return point <= lastSettled ? nothing : unclear;
  if (point < 0x80) return symbol;
  const isSettled = (point >= 0xc0 && point < 0x100) || (point >= firstSettled && point <= lastSettled);
  return isSettled && !isBoundary(symbol) ? symbol : unclear;
});

/** The hash of a word's folding; `unfolded` if it is not known. */
export function hashFolded(bytes: Uint8Array, start: number, end: number): number {
  let hash = firstHash;
  for (let at = start; at < end; at++) {
    let point = bytes[at] ?? 0;
    if (point >= 0x80) {
      const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
      if (point < 0xc2 || point > 0xdb || (next & 0xc0) !== 0x80) return unfolded;
      point = ((point & 31) << 6) | (next & 63);
      at++;
    }
    const addition = additions[point] ?? unclear;
    if (addition === unclear) return unfolded;
    if (addition !== nothing) hash = Math.imul(hash ^ addition, 0x01000193);
  }
  return hash === unfolded ? 1 : hash;
}

const encoder = new TextEncoder();

/** The hash of a word's folding, however it is written. */
export function foldedHash(word: string): number {
  const bytes = encoder.encode(foldWords(word));
  return hashFolded(bytes, 0, bytes.length);
}

/** The hashes of the foldings of some words. */
export const foldedHashes = (words: Iterable<string>): ReadonlySet<number> => new Set([...words].map(foldedHash));

/** True if the word in `[start, end)` may be one of those with these hashes. */
export function mayBeAmong(words: ReadonlySet<number>, bytes: Uint8Array, start: number, end: number): boolean {
  const hash = hashFolded(bytes, start, end);
  return hash === unfolded || words.has(hash);
}
