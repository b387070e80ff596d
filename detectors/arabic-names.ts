/**
 * Tells from bytes whether a given name in Arabic letters may stand beside a family name. Many given names are words of every
 * sentence, on, morning, spring: nearly all of them are turned away here, before anything is decoded.
 */
import { splitWords, type Window } from './define.ts';
import { foldedHashes, hashFolded } from './folded-words.ts';
import { isLedBy } from './leads.ts';
import { isOwnPhrase } from './name-borders.ts';
import { arabicParticles, cues, family, given, wordLike } from './names.ts';

const hashesOfGiven = foldedHashes(given);
const hashesOfWordLike = foldedHashes(wordLike);
const hashesOfFamily = foldedHashes([...family, ...splitWords(arabicParticles)]);
/** Words that any word may follow in a name, and one that stands in names only. */
const hashesOfOpen = foldedHashes(['عبد', 'نور', 'فاطمه']);
const hashesOfParts = new Set([...hashesOfGiven, ...hashesOfWordLike, ...hashesOfOpen]);

/** How far behind a given name its family name may end, in bytes. */
const after = 96;
/** Parts of a name behind the given name. */
const mostParts = 4;

/** A letter of those that names are written in, without marks: two bytes that begin here. */
function isLetter(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1] ?? 0;
  return bytes[at] === 0xd8 ? second >= 0xa1 && second <= 0xbf : bytes[at] === 0xd9 && second >= 0x81 && second <= 0x8a;
}

function passLetters(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  while (at + 1 < limit && isLetter(bytes, at)) at += 2;
  return at;
}

/** Two bytes as one number: the letters that matter here, in all spellings that fold to one. */
const pairAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const isAlef = (pair: number): boolean => pair === 0xd8a7 || pair === 0xd8a3 || pair === 0xd8a5 || pair === 0xd8a2;
const isWaw = (pair: number): boolean => pair === 0xd988 || pair === 0xd8a4;
const isYeh = (pair: number): boolean => pair === 0xd98a || pair === 0xd989 || pair === 0xd8a6;
const clitics = new Set([0xd988, 0xd981, 0xd8a8, 0xd984, 0xd983]);
const lam = 0xd984;
const noon = 0xd986;
const beh = 0xd8a8;
const comma = 0xd88c;

/** True for the forms of family names: the article and the ending of origin, and particles written onto the name. */
function hasFamilyForm(bytes: Uint8Array, start: number, end: number): boolean {
  const first = pairAt(bytes, start);
  const second = pairAt(bytes, start + 2);
  if (end - start < 10) return false;
  if (first === beh) return second === noon || second === lam || isWaw(second);
  return isAlef(first) && (isWaw(second) || (second === lam && isYeh(pairAt(bytes, end - 2))));
}

const hasArticle = (bytes: Uint8Array, start: number): boolean =>
  pairAt(bytes, start + 2) === lam && isAlef(pairAt(bytes, start));

/** True where a name may go on in other letters or with marks, which are not told apart here. */
const isOther = (bytes: Uint8Array, at: number): boolean =>
  ((bytes[at] ?? 0) >= 0x80 && pairAt(bytes, at) !== comma) || ((bytes[at] ?? 0) >= 0x41 && (bytes[at] ?? 0) <= 0x5a);

/** True if one of the words that may belong to a name behind a given name, whose hash this is, may be a family name. */
function mayHaveFamilyBehind({ bytes, at, high }: Window, name: number): boolean {
  const limit = Math.min(high, at + after);
  let end = passLetters(bytes, at, limit);
  let isOpen = hashesOfOpen.has(name);
  for (let part = 0; part < mostParts; part++) {
    if (end + 1 >= limit) return limit < high;
    if ((bytes[end] ?? 0) >= 0x80) return isOther(bytes, end);
    if (bytes[end] !== 0x20 && bytes[end] !== 0x2d) return false;
    const start = bytes[end] === 0x20 && bytes[end + 1] === 0x20 ? end + 2 : end + 1;
    end = passLetters(bytes, start, limit);
    if (end < limit && isOther(bytes, end)) return true;
    if (end === start) return false;
    const hash = hashFolded(bytes, start, end);
    if (hashesOfFamily.has(hash) || hasFamilyForm(bytes, start, end)) return true;
    // A name goes on for as long as its words are known.
    if (!isOpen && !hasArticle(bytes, start) && !hashesOfParts.has(hash)) return false;
    isOpen = hashesOfOpen.has(hash);
  }
  return false;
}

/** First byte of the given name that ends at the window's place, over a particle written onto it; -1 if it may be none. */
function givenStart({ bytes, at }: Window, start: number): number {
  if (passLetters(bytes, start, at) !== at) return -1;
  const isGiven = (from: number): boolean => {
    const hash = hashFolded(bytes, from, at);
    return hashesOfGiven.has(hash) || hashesOfWordLike.has(hash);
  };
  if (isGiven(start)) return start;
  return at - start >= 8 && clitics.has(pairAt(bytes, start)) && isGiven(start + 2) ? start + 2 : -1;
}

/** True for a given name in Arabic that is a word of its sentence: no family name behind it, and nothing that tells it is somebody's. */
export function isPlainWord(window: Window, start: number): boolean {
  const { bytes, at } = window;
  if (!isLetter(bytes, start)) return false;
  const name = givenStart(window, start);
  if (name < 0) return false;
  const hash = hashFolded(bytes, name, at);
  if (mayHaveFamilyBehind(window, hash) || isLedBy(window, name, cues)) return false;
  return !(hashesOfGiven.has(hash) && isOwnPhrase(window, name));
}
