/**
 * Tells one-byte encodings apart by what the text would say in each: how common its letters are in French and Arabic, and
 * whether they stand where such letters do. An Arabic letter stands among its like, an accented one among Latin letters, a capital not after
 * a small one.
 */
import { upperHalf } from './code-pages.ts';
import type { SingleByteEncoding } from './code-pages.ts';

/** Of text, in order of trust where nothing tells them apart; the first two are nearly all there is. */
const textEncodings: readonly SingleByteEncoding[] = [
  'windows-1252',
  'windows-1256',
  'iso-8859-15',
  'iso-8859-6',
  'mac-arabic',
  'macintosh',
  'cp850',
  'cp720',
];

const kind = { other: 0, lower: 1, upper: 2, arabic: 3, symbol: 4, apostrophe: 5, none: 6 } as const;
type Kind = (typeof kind)[keyof typeof kind];

/** Letters by how common they are, in steps of a factor of two; a step below the rarest is 0. */
const commonness: readonly (readonly [letters: string, weight: number])[] = [
  ['ال', 10],
  ['ينمو', 9],
  ['رتبهدعة', 8],
  ['فسقكأح', 7],
  ['جشصطخىإ', 6],
  ['ثزضذغئء', 5],
  ['ظؤآ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652', 4],
  ['،؛؟٠١٢٣٤٥٦٧٨٩', 4],
  ['ـڤگ', 2],
  ['é', 10],
  ['èà', 9],
  ['êç', 8],
  ['ôîûâÉ', 7],
  ['ùïëœÀ', 6],
  ['ÈÇÊ', 5],
  ['ÎÔŒÛÂÏËüöäñóíúáßÙ', 3],
  ['’«»°€…–—“”', 6],
  ['\u00a0•·²³½§®©™', 3],
];
/** What stands for nothing in an encoding is not in it. */
const impossible = -30;
const unlikely = -6;
/** A letter where its like does not stand. */
const misplaced = -14;
/** An Arabic letter alone, or two accented ones in a row. */
const rare = -8;
const article = 6;
/** What the encodings of Windows are ahead of those of other systems. */
const head = 1;
/** One byte in a text says little: beyond so many of them the answer stands. */
const bytesWeighed = 20_000;

interface Model {
  readonly encoding: SingleByteEncoding;
  /** By byte. */
  readonly kinds: Uint8Array;
  readonly weights: Int8Array;
  /** The bytes of ا and ل; -1 where there are none. */
  readonly alef: number;
  readonly lam: number;
}

function kindOf(character: string): Kind {
  if (character === '\ufffd' || /\p{Cc}/u.test(character)) return kind.none;
  if (/\p{Script=Arabic}|\p{M}|[،؛؟٠-٩]/u.test(character)) return kind.arabic;
  if (/\p{Ll}/u.test(character)) return kind.lower;
  if (/\p{Lu}/u.test(character)) return kind.upper;
  if (character === '\u2019' || character === '\u00b4') return kind.apostrophe;
  return character.codePointAt(0)! < 0x80 ? kind.other : kind.symbol;
}

function makeModel(encoding: SingleByteEncoding): Model {
  const upper = upperHalf(encoding);
  const kinds = new Uint8Array(256);
  const weights = new Int8Array(256);
  for (let byte = 0; byte < 128; byte++) kinds[byte] = /\d|\W|_/u.test(String.fromCodePoint(byte)) ? kind.other : kind.lower;
  for (let byte = 0x41; byte <= 0x5a; byte++) kinds[byte] = kind.upper;
  for (const [i, character] of upper.entries()) {
    const found = kindOf(character);
    kinds[0x80 + i] = found;
    const [, weight = unlikely] = commonness.find(([letters]) => letters.includes(character)) ?? [];
    // Where ASCII is said twice it is not told from what it stands for.
    weights[0x80 + i] = found === kind.none ? impossible : found === kind.other ? 0 : weight;
  }
  const byteOf = (letter: string): number => (upper.includes(letter) ? 0x80 + upper.indexOf(letter) : -1);
  return { encoding, kinds, weights, alef: byteOf('ا'), lam: byteOf('ل') };
}

const models = new Map<SingleByteEncoding, Model>();

function modelOf(encoding: SingleByteEncoding): Model {
  const known = models.get(encoding);
  if (known !== undefined) return known;
  const made = makeModel(encoding);
  models.set(encoding, made);
  return made;
}

const isLatin = (one: number): boolean => one === kind.lower || one === kind.upper;

/** What its neighbours say about a character. */
function placing(before: number, own: number, after: number): number {
  if (own === kind.arabic) {
    if (isLatin(before) || isLatin(after)) return misplaced;
    return before === kind.arabic || after === kind.arabic ? 0 : rare;
  }
  if (own === kind.symbol) return isLatin(after) ? (isLatin(before) ? misplaced : rare) : 0;
  if (!isLatin(own)) return 0;
  if (before === kind.arabic || after === kind.arabic) return misplaced;
  return (own === kind.upper && before === kind.lower) || (own === kind.lower && after === kind.upper) ? misplaced : 0;
}

/** Two letters are needed to tell a capital among capitals from the first letter of a name. */
function isSmallAmongCapitals(kinds: Uint8Array, bytes: Uint8Array, at: number): boolean {
  return at > 1 && kinds[bytes[at - 1]!] === kind.upper && kinds[bytes[at - 2]!] === kind.upper;
}

/** The Arabic article, which half of all words begin with. */
function isArticle(alef: number, lam: number, bytes: Uint8Array, at: number): boolean {
  return at > 0 && bytes[at] === lam && bytes[at - 1] === alef && (at === 1 || bytes[at - 2]! < 0x41);
}

function score({ kinds, weights, alef, lam }: Model, bytes: Uint8Array, at: readonly number[]): number {
  let sum = 0;
  for (const i of at) {
    const before = i > 0 ? kinds[bytes[i - 1]!]! : kind.other;
    const own = kinds[bytes[i]!]!;
    sum += weights[bytes[i]!]! + placing(before, own, i + 1 < bytes.length ? kinds[bytes[i + 1]!]! : kind.other);
    if (isLatin(own) && isLatin(before) && bytes[i - 1]! >= 0x80) sum += rare;
    if (own === kind.lower && isSmallAmongCapitals(kinds, bytes, i)) sum += misplaced;
    if (isArticle(alef, lam, bytes, i)) sum += article;
  }
  return sum;
}

/** The likeliest of some encodings, the earlier one where two are as likely. Text without a byte above 0x7F is in the first. */
export function guessSingleByte(
  bytes: Uint8Array,
  candidates: readonly SingleByteEncoding[] = textEncodings,
): SingleByteEncoding {
  const at: number[] = [];
  for (let i = 0; i < bytes.length && at.length < bytesWeighed; i++) if (bytes[i]! >= 0x80) at.push(i);
  let best = candidates[0]!;
  let bestScore = -Infinity;
  for (const encoding of candidates) {
    const found = score(modelOf(encoding), bytes, at) + (encoding.startsWith('windows') ? head : 0);
    if (found > bestScore) [best, bestScore] = [encoding, found];
  }
  return best;
}
