/** Scalars of YAML as they are written: quotes, escapes, and lines that are folded into one (YAML 1.2.2, chapters 5.7, 7.3 and 8.1). */
import type { Escapes } from '../block.ts';
import { itself, steppedEscapes } from './stepped-escapes.ts';
import type { Step } from './stepped-escapes.ts';

/** How a scalar is written, and for blocks how far its lines are indented. */
export interface Spelling {
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  readonly indent: number;
}

const lineFeed = 0x0a;
const space = 0x20;
const backslash = 0x5c;
const quote = 0x27;

const isBlank = (byte: number | undefined): boolean => byte === space || byte === 0x09 || byte === 0x0d;
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const nothing = bytesOf('');
const oneSpace = bytesOf(' ');

/** By letter. The separators of lines and paragraphs, longer than their escapes, are read as line feeds. */
const short = new Map(
  Object.entries({
    '\\': '\\',
    0: '\0',
    a: '\u0007',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\u001b',
    N: '\u0085',
    _: '\u00a0',
    L: '\n',
    P: '\n',
  }).map(([letter, character]) => [letter.codePointAt(0)!, bytesOf(character)]),
);
/** Digits after each letter that asks for some. */
const digitsOf = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

/** The code point in hexadecimal after the letter at `at + 1`, or -1. */
function pointAt(bytes: Uint8Array, at: number): number {
  const count = digitsOf.get(bytes[at + 1] ?? 0);
  if (bytes[at] !== backslash || count === undefined) return -1;
  const digits = Buffer.from(bytes.subarray(at + 2, at + 2 + count)).toString('latin1');
  return digits.length === count && /^[\da-f]+$/iu.test(digits) ? Number.parseInt(digits, 16) : -1;
}

function readPoint(bytes: Uint8Array, at: number, point: number): Step {
  const length = 2 + digitsOf.get(bytes[at + 1]!)!;
  const low = point >= 0xd800 && point < 0xdc00 ? pointAt(bytes, at + length) : -1;
  if (low >= 0xdc00 && low < 0xe000) {
    return { length: 2 * length, text: bytesOf(String.fromCodePoint(0x10000 + (point - 0xd800) * 0x400 + low - 0xdc00)) };
  }
  const isCharacter = point <= 0x10ffff && (point < 0xd800 || point >= 0xe000);
  return { length, text: bytesOf(String.fromCodePoint(isCharacter ? point : 0xfffd)) };
}

function readEscape(bytes: Uint8Array, at: number, end: number): Step {
  const point = pointAt(bytes, at);
  if (point >= 0) return readPoint(bytes, at, point);
  let to = at + 1;
  while (to < end && isBlank(bytes[to])) to++;
  if (bytes[to] === lineFeed) {
    to++;
    while (to < end && isBlank(bytes[to])) to++;
    return { length: to - at, text: nothing };
  }
  const text = short.get(bytes[at + 1] ?? 0);
  return text === undefined ? { length: 1, text: nothing } : { length: 2, text };
}

/** Line ends and the blanks around them: one is a space, more are one less. Blanks without a line end stay. */
function readFold(bytes: Uint8Array, at: number, end: number): Step {
  let lines = 0;
  let to = at;
  for (; to < end && (isBlank(bytes[to]) || bytes[to] === lineFeed); to++) if (bytes[to] === lineFeed) lines++;
  if (lines === 0) return { length: to - at, text: bytes.subarray(at, to) };
  return { length: to - at, text: lines === 1 ? oneSpace : bytesOf('\n'.repeat(lines - 1)) };
}

/** A line end in a block and the indentation after it. Lines that are indented further are not folded. */
function readLineEnd(bytes: Uint8Array, at: number, end: number, { style, indent }: Spelling): Step {
  const most = style === 'folded' ? Infinity : 1;
  let lines = 0;
  let to = at;
  let start = to;
  while (to < end && bytes[to] === lineFeed && lines < most) {
    lines++;
    start = to + 1;
    for (to = start; to < end && to - start < indent && bytes[to] === space; to++);
  }
  const isFolded = style === 'folded' && !isBlank(bytes[to]);
  return { length: to - at, text: isFolded && lines === 1 ? oneSpace : bytesOf('\n'.repeat(isFolded ? lines - 1 : lines)) };
}

function stepAt(bytes: Uint8Array, at: number, end: number, spelling: Spelling): Step {
  const byte = bytes[at]!;
  const { style } = spelling;
  if (style === 'literal' || style === 'folded') return byte === lineFeed ? readLineEnd(bytes, at, end, spelling) : itself;
  if (style === 'double' && byte === backslash) return readEscape(bytes, at, end);
  if (style === 'single' && byte === quote && bytes[at + 1] === quote) return { length: 2, text: bytes.subarray(at, at + 1) };
  return byte === lineFeed || isBlank(byte) ? readFold(bytes, at, end) : itself;
}

/** The escapes of scalars by where they begin; others have none. */
export const yamlEscapes = (spellings: ReadonlyMap<number, Spelling>): Escapes => steppedEscapes(spellings, stepAt);
