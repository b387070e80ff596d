/** How values of cards and calendars are written: folded lines, backslashes, quoted-printable in any character set. */
import { isUtf8 } from 'node:buffer';
import type { Escapes } from '../block.ts';
import { upperHalf } from '../encodings/code-pages.ts';
import type { SingleByteEncoding } from '../encodings/code-pages.ts';
import { guessSingleByte } from '../encodings/guess-encoding.ts';
import { itself, steppedEscapes } from './stepped-escapes.ts';
import type { Step } from './stepped-escapes.ts';

export interface LineSpelling {
  readonly isQuotedPrintable: boolean;
  /** What its bytes above 0x7F stand for; null = UTF-8. */
  readonly upper: readonly string[] | null;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const equals = 0x3d;
const backslash = 0x5c;

const labels: readonly (readonly [label: RegExp, encoding: SingleByteEncoding])[] = [
  [/^(?:windows-?1252|cp1252|iso-?8859-?1|latin1|us-ascii)$/iu, 'windows-1252'],
  [/^(?:windows-?1256|cp1256)$/iu, 'windows-1256'],
  [/^iso-?8859-?15$/iu, 'iso-8859-15'],
  [/^iso-?8859-?6$/iu, 'iso-8859-6'],
];

/** True if the line that ends at `lineEnd` goes on below: folded, or softly broken. */
export function isFoldedAt(bytes: Uint8Array, lineEnd: number, isSoft: boolean): boolean {
  const next = bytes[lineEnd + 1];
  if (next === 0x20 || next === 0x09) return true;
  return isSoft && bytes[bytes[lineEnd - 1] === carriageReturn ? lineEnd - 2 : lineEnd - 1] === equals;
}

const hexDigit = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** The byte that `=XX` at `at` stands for, or -1. */
function quotedByte(bytes: Uint8Array, at: number): number {
  const high = hexDigit(bytes[at + 1]);
  const low = hexDigit(bytes[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** The bytes that the escapes of a value stand for. */
function quotedBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const found: number[] = [];
  for (let at = start; at < end; at++) {
    const byte = bytes[at] === equals ? quotedByte(bytes, at) : bytes[at]!;
    if (byte >= 0) found.push(byte);
    if (bytes[at] === equals && byte >= 0) at += 2;
  }
  return Uint8Array.from(found);
}

/** Values shorter than this are looked through faster here than by a call into Node. */
const shortLength = 256;

/** True if a value that is not quoted-printable holds neither a backslash nor a line end. */
function readsAsWritten(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= shortLength) {
    const value = bytes.subarray(start, end);
    return !value.includes(backslash) && !value.includes(lineFeed);
  }
  for (let at = start; at < end; at++) if (bytes[at] === backslash || bytes[at] === lineFeed) return false;
  return true;
}

/** How a value is written; null where it reads as it stands. */
export function spellingOf(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  parameters: readonly { readonly name: string; readonly value: string }[],
): LineSpelling | null {
  const isQuotedPrintable = parameters.some(({ name, value }) => name === 'ENCODING' && /^(?:quoted-printable|q)$/iu.test(value));
  if (!isQuotedPrintable) return readsAsWritten(bytes, start, end) ? null : { isQuotedPrintable, upper: null };
  const meant = quotedBytes(bytes, start, end);
  if (isUtf8(meant)) return { isQuotedPrintable, upper: null };
  const charset = parameters.find(({ name }) => name === 'CHARSET')?.value ?? '';
  const named = labels.find(([label]) => label.test(charset))?.[1];
  return { isQuotedPrintable, upper: upperHalf(named ?? guessSingleByte(meant)) };
}

const text = (characters: string): Uint8Array => Buffer.from(characters, 'utf8');
const nothing = text('');
const letters = new Map([...'nN'].map((letter) => [letter.codePointAt(0)!, text('\n')]));
for (const mark of '\\,;:"') letters.set(mark.codePointAt(0)!, text(mark));

function readQuoted(bytes: Uint8Array, at: number, { upper }: LineSpelling): Step {
  const byte = quotedByte(bytes, at);
  if (byte >= 0) {
    const isOwn = upper === null || byte < 0x80;
    return { length: 3, text: isOwn ? Uint8Array.of(byte) : text(upper[byte - 0x80]!) };
  }
  const lineEnd = bytes[at + 1] === carriageReturn ? at + 2 : at + 1;
  return bytes[lineEnd] === lineFeed ? { length: lineEnd + 1 - at, text: nothing } : itself;
}

function stepAt(bytes: Uint8Array, at: number, _end: number, spelling: LineSpelling): Step {
  const byte = bytes[at];
  if (byte === equals && spelling.isQuotedPrintable) return readQuoted(bytes, at, spelling);
  if (byte === backslash) {
    const meant = letters.get(bytes[at + 1] ?? 0);
    return meant === undefined ? itself : { length: 2, text: meant };
  }
  const lineEnd = byte === carriageReturn ? at + 1 : at;
  const isFold = bytes[lineEnd] === lineFeed && (bytes[lineEnd + 1] === 0x20 || bytes[lineEnd + 1] === 0x09);
  return isFold ? { length: lineEnd + 2 - at, text: nothing } : itself;
}

export const escapesOfLines = (spellings: ReadonlyMap<number, LineSpelling>): Escapes => steppedEscapes(spellings, stepAt);
