/** Tells from the bytes around a word for a street whether there can be an address, before any of it is decoded. */
import { streetWords, towns } from './addresses.ts';
import { byteWords } from './byte-words.ts';
import { splitWords, type Window } from './define.ts';
import { digitAt, isWordByte } from './digits.ts';
import { foldedHashes, mayBeAmong } from './folded-words.ts';

/** How much of a text around the word for a street is read, in bytes. */
export const before = 40;
export const after = 120;

const isDigitByte = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
export const isLetterByte = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isSpaceByte = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Byte at which an address ends at the latest: a line, a field of a table or a string ends there. */
export function limitOf({ bytes, high, at }: Window): number {
  const limit = Math.min(high, at + after);
  for (let next = at; next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x20 || byte === 0x3b || byte === 0x7c || byte === 0x22 || byte === 0x3c || byte === 0x60) return next;
    // An apostrophe stands before a letter, the end of a string before anything else.
    if (byte === 0x27 && !isWordByte(bytes[next + 1] ?? 0) && (bytes[next + 1] ?? 0) < 0x80) return next;
  }
  return limit;
}

/** True if what stands around can be an address at all: a digit somewhere, or a comma before a town. */
export function isPromising({ bytes, low, at }: Window, limit: number): boolean {
  for (let next = Math.max(low, at - 24); next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2c || (byte === 0xd8 && bytes[next + 1] === 0x8c)) return true;
    if (byte >= 0xd9 && digitAt(bytes, next) >= 0) return true;
  }
  return false;
}

/** First byte of the word that ends at the window's place, with the digits of Arabizi. */
export function wordStart({ bytes, low, at }: Window): number {
  let start = at;
  const limit = Math.max(low, at - 32);
  for (; start > limit; start--) {
    const byte = bytes[start - 1] ?? 0;
    if (!isLetterByte(byte) && byte < 0x80 && !(byte >= 0x30 && byte <= 0x39)) break;
  }
  return start;
}

const hashesOfStreets = foldedHashes(streetWords);

/** True if the word before the window's place may be one for a street. */
export const isStreetWord = (window: Window): boolean => mayBeAmong(hashesOfStreets, window.bytes, wordStart(window), window.at);

/** What may stand between the word for a street and the capital of its name, or right before it. */
const particles = byteWords(splitWords('de, du, des, la, le, les, el, al, ibn, d, l'));
const mostParticles = 3;

/** True if "n°" or "no" and a number may begin at a byte. */
const isNumberSign = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x6e && ((bytes[at + 1] ?? 0) >= 0x80 || (bytes[at + 1] === 0x6f && !isLetterByte(bytes[at + 2] ?? 0)));

/** True if a name or number may stand behind the word for a street: in capitals, in Arabic or in digits, behind particles. */
export function mayBeNamed({ bytes, at, high }: Window): boolean {
  let next = at + (bytes[at] === 0x2e ? 1 : 0);
  while (next < high && isSpaceByte(bytes[next] ?? 0)) next++;
  for (let count = 0; count <= mostParticles; count++) {
    const byte = bytes[next] ?? 0;
    if (!isSmall(byte)) return byte >= 0x80 || isDigitByte(byte) || isCapital(byte);
    if (isNumberSign(bytes, next)) return true;
    let end = next;
    while (end < next + 4 && isSmall(bytes[end] ?? 0)) end++;
    if (!particles.has(bytes, next, end)) return false;
    const gap = bytes[end] ?? 0;
    if (gap >= 0x80) return true;
    if (!isSpaceByte(gap) && gap !== 0x27) return false;
    next = end + 1;
  }
  return false;
}

/** First byte of the word with dashes and apostrophes that ends before a byte. */
function nameStart(bytes: Uint8Array, end: number, limit: number): number {
  let start = end;
  while (start > limit && (isLetterByte(bytes[start - 1] ?? 0) || bytes[start - 1] === 0x27 || bytes[start - 1] === 0x2d))
    start--;
  return start;
}

/** True if number and name may stand before the word that ends at `at`: up to three words with a capital, and a digit or a comma. */
export function mayBeNamedBefore(window: Window): boolean {
  const { bytes, low } = window;
  const limit = Math.max(low, wordStart(window) - before);
  let at = wordStart(window);
  for (let words = 0; words < 4 && at > limit; words++) {
    const gap = bytes[at - 1] ?? 0;
    if (gap >= 0x80) return true;
    if (!isSpaceByte(gap)) return false;
    const last = at - 2 >= limit ? (bytes[at - 2] ?? 0) : 0;
    if (words > 0 && (isDigitByte(last) || last === 0x2c)) return true;
    const start = nameStart(bytes, at - 1, limit);
    if (start > limit && (bytes[start - 1] ?? 0) >= 0x80) return true;
    if (start === at - 1 || !isCapital(bytes[start] ?? 0)) return false;
    at = start;
  }
  return false;
}

/** True if there is a digit in `[start, end)`. */
export function hasDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigitByte(bytes[at] ?? 0)) return true;
  return false;
}

/** Words that begin a part of an address which needs no digit; some of them only with a dot. */
const partWords = `
  imm, immeuble, bloc, blk, gh, bat, batiment, residence, res, hay, quartier, lotissement, derb, douar, cite, secteur,
  عمارة, بلوك, إقامة, حي, درب, دوار, تجزئة, قطاع`;
const dottedWords = byteWords(['qu', 'lot']);
const longestWord = (name: string): string =>
  name.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
const hashesOfParts = foldedHashes([...splitWords(partWords), ...[...towns].map(longestWord)]);

/** Bytes of a separator that is no ASCII: behind 0xC2 nothing is a letter, 0xD8 0x8C is the Arabic comma, then dashes and quotes. */
function gapWidth(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first === 0xc2 || (first === 0xd8 && bytes[at + 1] === 0x8c)) return 2;
  const third = bytes[at + 2] ?? 0;
  return first === 0xe2 && bytes[at + 1] === 0x80 && third >= 0x90 && third <= 0xa7 ? 3 : 0;
}

/** Byte after the letters at a byte. */
function passWord(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  while (at < limit && (isLetterByte(bytes[at] ?? 0) || ((bytes[at] ?? 0) >= 0x80 && gapWidth(bytes, at) === 0)))
    at += (bytes[at] ?? 0) >= 0xc0 ? 2 : 1;
  return Math.min(at, limit);
}

/** True if a part of an address may stand in `[from, limit)`: a digit, a word for a part or one of a town's name. */
export function mayHaveParts({ bytes }: Window, from: number, limit: number): boolean {
  for (let at = from; at < limit;) {
    const byte = bytes[at] ?? 0;
    if (isDigitByte(byte)) return true;
    const end = passWord(bytes, at, limit);
    if (end === at) at += gapWidth(bytes, at) || 1;
    else {
      // "immB": a capital may be tied to its word.
      if (end - at > 2 && isCapital(bytes[end - 1] ?? 0)) return true;
      if (mayBeAmong(hashesOfParts, bytes, at, end) || (bytes[end] === 0x2e && dottedWords.has(bytes, at, end))) return true;
      at = end;
    }
  }
  return false;
}

/** True if a key's quoted value may follow: a quote, spaces, a colon or an equals sign. */
export function mayBeQuoted({ bytes, at, high }: Window): boolean {
  let next = bytes[at] === 0x22 || bytes[at] === 0x27 ? at + 1 : at;
  while (next < high && next < at + 3 && isSpaceByte(bytes[next] ?? 0)) next++;
  const byte = next < high ? (bytes[next] ?? 0) : 0;
  // A space of another kind may stand there, which no Arabic or Latin letter begins like.
  return byte === 0x3a || byte === 0x3d || byte === 0xc2 || byte >= 0xe1;
}

/** What a byte can be in an address. */
const kind = { letter: 1, digit: 2, space: 4, at: 8, slash: 16, continuation: 32 } as const;
function kindOf(byte: number): number {
  if (isLetterByte(byte)) return kind.letter;
  if (isDigitByte(byte)) return kind.digit;
  if (byte === 0x20) return kind.space;
  if (byte === 0x40) return kind.at;
  if (byte === 0x2f) return kind.slash;
  return (byte & 0xc0) === 0x80 ? kind.continuation : 0;
}
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

/** True if the letters of "adres" or "addre" stand at a place: a text about addresses is none. */
function saysAddress(bytes: Uint8Array, at: number, end: number): boolean {
  const letterAt = (offset: number): number => (at + offset < end ? (bytes[at + offset] ?? 0) | 0x20 : 0);
  return (
    letterAt(1) === 0x64 && (letterAt(2) === 0x64 || letterAt(2) === 0x72) && letterAt(3) === (letterAt(2) === 0x64 ? 0x72 : 0x65)
  );
}

/** What `isPlainAddress` looks for, with the digits and the most letters in a row; null where there is something of a mailbox, a link or a label. */
const survey = { digits: 0, letters: 0, characters: 0, seen: 0 };
function surveyAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let seen = 0;
  let digits = 0;
  let row = 0;
  let letters = 0;
  let continuations = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const what = kinds[byte]!;
    if ((what & (kind.at | kind.slash)) !== 0 && (what === kind.at || bytes[at + 1] === 0x2f)) return false;
    if ((byte | 0x20) === 0x61 && saysAddress(bytes, at, end)) return false;
    seen |= what;
    row = what === kind.letter ? row + 1 : 0;
    letters = Math.max(letters, row);
    digits += (what & kind.digit) >> 1;
    continuations += what >> 5;
  }
  survey.digits = digits;
  survey.letters = letters;
  survey.characters = end - start - continuations;
  survey.seen = seen;
  // A mark of byte order would not be counted.
  return bytes[start] !== 0xef;
}

/** True for a cell in plain letters and signs with letters side by side, a space and a digit, and nothing of a mailbox, a link or a label. */
export function isPlainAddress(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    surveyAddress(bytes, start, end) &&
    survey.digits > 0 &&
    (survey.seen & kind.space) !== 0 &&
    survey.letters > 1 &&
    survey.characters >= 8
  );
}

/** Bytes and digits of the usual address at most: of more digits, another value could be made. */
const mostUsual = { bytes: 120, digits: 12 } as const;

/** True for such a cell with a word of three letters or more, and few digits. */
export const isUsualAddress = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start <= mostUsual.bytes && isPlainAddress(bytes, start, end) && survey.letters > 2 && survey.digits <= mostUsual.digits;
