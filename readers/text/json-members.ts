/** The common way through an object: members that come in the order of the object before, with plain values, in one loop over bytes. */
import { firstOf, wordOf, zerosOf } from '../byte-words.ts';
import { addCell, addEscapedCell } from '../cells.ts';
import { fieldOf } from './json-path.ts';
import type { PathNode } from './json-path.ts';
import { expected } from './json-run.ts';
import type { JsonRun } from './json-run.ts';

/** No token ends in the bytes at hand. */
export const incomplete = -1;
/** What stands there is no JSON. */
export const broken = -2;

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const backslash = 0x5c;
const lineFeed = 0x0a;

/** 1 for what numbers and words are made of. */
const scalarBytes = new Uint8Array(256);
for (const one of Buffer.from('0123456789+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')) scalarBytes[one] = 1;

/** Index of the first byte from `from` on that is part of no number or word; the length of `bytes` where there is none. */
export function endOfScalar(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length && scalarBytes[bytes[at]!] === 1) at++;
  return at;
}

/** True if a number stands at `at`. */
export function isNumberAt(bytes: Uint8Array, at: number): boolean {
  const digit = bytes[at] === minus && at + 1 < bytes.length ? bytes[at + 1]! : bytes[at]!;
  return digit >= 0x30 && digit <= 0x39;
}

const quotes = wordOf(quote);
const backslashes = wordOf(backslash);
const blanks = wordOf(space);

/** Marks each byte of a word that is a quote, a backslash or a control. */
const marksOf = (word: number): number =>
  zerosOf(word ^ quotes) | zerosOf(word ^ backslashes) | ((word - blanks) & ~word & 0x80808080);

/** Index of the quote that ends a string whose text starts at `from`; `incomplete` or `broken` (a line end inside). */
export function endOfString(run: JsonRun, bytes: Uint8Array, from: number): number {
  const { view } = run;
  const { length } = bytes;
  run.hasEscape = false;
  for (let i = from; i < length;) {
    if (i + 4 <= length) {
      const marks = marksOf(view.getInt32(i, true));
      if (marks === 0) {
        i += 4;
        continue;
      }
      i += firstOf(marks);
    }
    const byte = bytes[i]!;
    if (byte === quote) return i;
    if (byte === lineFeed) return broken;
    if (byte === backslash) {
      run.hasEscape = true;
      i++;
    }
    i++;
  }
  return incomplete;
}

/** Where the value begins whose key, quoted, starts at `at`, a blank after the colon passed over; 0 where another key stands there. */
function passKey(view: DataView, { words, lastMask, key }: PathNode, bytes: Uint8Array, at: number): number {
  const last = words.length - 1;
  let from = at + 1;
  if (from + last * 4 + 5 >= bytes.length) return 0;
  for (let i = 0; i < last; i++) {
    if (words[i] !== view.getInt32(from, true)) return 0;
    from += 4;
  }
  if (words[last] !== (view.getInt32(from, true) & lastMask)) return 0;
  const value = at + key.length + 3;
  return bytes[value] === space ? value + 1 : value;
}

/** Adds the string or number at `at`, the value of a member, as a cell and returns where it ends; 0 where no end is in sight. */
function readPlain(run: JsonRun, member: PathNode, bytes: Uint8Array, at: number): number {
  const { cells, key } = run;
  const isString = bytes[at] === quote;
  const end = isString ? endOfString(run, bytes, at + 1) : endOfScalar(bytes, at);
  if (end < 0 || end === bytes.length) return 0;
  key.field = fieldOf(run.tree, member);
  if (!isString) addCell(cells, at, end, key);
  else if (run.hasEscape) addEscapedCell(cells, at + 1, end, key);
  else addCell(cells, at + 1, end, key);
  return isString ? end + 1 : end;
}

/**
 * Reads members from the key at `start` on, as long as each has the key expected and a string or a number for its value, and
 * returns where something else comes: `start` itself if that is the first. The run is left as if each token had been read by itself.
 * Not for where a value may end a block.
 */
export function readMembers(run: JsonRun, bytes: Uint8Array, start: number): number {
  const around = run.nodes[run.depth]!;
  const { length } = bytes;
  let at = start;
  for (;;) {
    const member = around.members[around.next];
    if (member === undefined) return at;
    const value = passKey(run.view, member, bytes, at);
    if (value === 0) return at;
    const isPlain = bytes[value] === quote || isNumberAt(bytes, value);
    const end = isPlain ? readPlain(run, member, bytes, value) : value;
    if (end === 0) return at;
    around.next++;
    run.node = member;
    if (!isPlain) {
      run.next = expected.value;
      return value;
    }
    if (end === length || bytes[end] !== comma) {
      run.next = expected.commaOrClose;
      return end;
    }
    run.next = expected.key;
    at = end + 1;
    if (at < length && bytes[at] === space) at++;
    if (at === length || bytes[at] !== quote) return at;
  }
}
