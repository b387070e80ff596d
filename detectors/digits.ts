/** Reads digits, Western or Arabic, with single separators between groups, straight from UTF-8 bytes. */
import type { Digits, Window } from './define.ts';

const capacity = 64;

/** Room for one reading; reused from call to call. */
export function makeDigits(): Digits {
  return {
    count: 0,
    values: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    groups: new Uint8Array(capacity),
    end: 0,
  };
}

/** Value of the digit at a byte, or -1. A digit in Arabic script takes two bytes. */
export function digitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
  const second = bytes[at + 1] ?? 0;
  if (byte === 0xd9 && second >= 0xa0 && second <= 0xa9) return second - 0xa0;
  return byte === 0xdb && second >= 0xb0 && second <= 0xb9 ? second - 0xb0 : -1;
}

/** True for Western digits and nothing else. */
export function areDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < 0x30 || bytes[at]! > 0x39) return false;
  return true;
}

/** First byte of the digit that ends before a byte, or -1. */
export function digitBefore(bytes: Uint8Array, end: number): number {
  const last = bytes[end - 1] ?? 0;
  if (last < 0x80) return last >= 0x30 && last <= 0x39 ? end - 1 : -1;
  return end >= 2 && digitAt(bytes, end - 2) >= 0 && (bytes[end - 2] ?? 0) >= 0x80 ? end - 2 : -1;
}

/** Bytes of the separator at a place (space, no-break spaces, dot, dash, slash, direction marks), or 0. */
function separatorWidth(bytes: Uint8Array, at: number): number {
  switch (bytes[at] ?? 0) {
    case 0x20:
    case 0x2d:
    case 0x2e:
    case 0x2f:
      return 1;
    case 0xc2:
      return bytes[at + 1] === 0xa0 ? 2 : 0;
    case 0xe2: {
      const last = bytes[at + 2] ?? 0;
      if (bytes[at + 1] === 0x80)
        return last === 0xaf || (last >= 0x8b && last <= 0x95) || (last >= 0xaa && last <= 0xae) ? 3 : 0;
      return bytes[at + 1] === 0x81 && last >= 0xa6 && last <= 0xa9 ? 3 : 0;
    }
    default:
      return 0;
  }
}

/** True for a digit that a small letter follows: a word of Darija begins, "3afak", "9bel", and no group of a number. */
export function beginsWord(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1] ?? 0;
  return next >= 0x61 && next <= 0x7a;
}

/** Reads up to `most` digits from a byte on, with at most two separators in a row between them. */
export function readDigits(digits: Digits, window: Window, from: number, most: number): number {
  const { bytes, high } = window;
  const { values, starts, groups } = digits;
  let at = from;
  let count = 0;
  let group = 0;
  let separators = 0;
  digits.end = from;
  const limit = Math.min(most, capacity);
  while (count < limit && at < high) {
    const byte = bytes[at] ?? 0;
    const value = byte < 0x80 ? byte - 0x30 : digitAt(bytes, at);
    if (value < 0 || value > 9) {
      const skip = count > 0 && separators < 2 ? separatorWidth(bytes, at) : 0;
      if (skip === 0) break;
      if (separators === 0) group++;
      separators++;
      at += skip;
      continue;
    }
    if (separators > 0 && beginsWord(bytes, at)) break;
    separators = 0;
    values[count] = value;
    starts[count] = at;
    groups[count] = group;
    count++;
    at += byte < 0x80 ? 1 : 2;
    digits.end = at;
  }
  digits.count = count;
  return count;
}

/** How the digits just read are grouped, as one decimal number: 4 4 4 4 is 4444, 05/12/1983 is 224. */
export function groupSizes({ groups, count }: Digits): number {
  let sizes = 0;
  let size = 0;
  for (let at = 0; at < count; at++) {
    if (at > 0 && groups[at] !== groups[at - 1]) {
      sizes = sizes * 10 + size;
      size = 0;
    }
    size++;
  }
  return sizes * 10 + size;
}

/** First byte of the `count`-th digit before a byte, over separators and parentheses; -1 if there are fewer. */
export function backDigits(window: Window, end: number, count: number): number {
  const { bytes, low } = window;
  let at = end;
  for (let left = count; left > 0;) {
    const digit = at > low ? digitBefore(bytes, at) : -1;
    if (digit >= low) {
      at = digit;
      left--;
    } else if (at - 1 > low && end - at < 64) at--;
    else return -1;
  }
  return at;
}

/** First byte of the group of digits that ends before a byte. */
export function groupStart(window: Window, end: number): number {
  const { bytes, low } = window;
  let at = end;
  for (let digit = digitBefore(bytes, at); digit >= low && end - at < capacity; digit = digitBefore(bytes, at)) at = digit;
  return at;
}

/** True for an ASCII letter or digit. */
export function isWordByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** True where no letter or digit stands before the first byte of a candidate. */
export function startsFree(window: Window, start: number): boolean {
  if (start <= window.low) return true;
  const before = window.bytes[start - 1] ?? 0;
  return !isWordByte(before) && digitBefore(window.bytes, start) < 0;
}

/** True where no letter or digit stands after the last byte of a candidate. */
export function endsFree(window: Window, end: number): boolean {
  if (end >= window.high) return true;
  return !isWordByte(window.bytes[end] ?? 0) && digitAt(window.bytes, end) < 0;
}

/** Byte after the digit that stands one separator before a byte, or -1. */
function lastDigitBefore(window: Window, start: number): number {
  for (let skip = 1; skip <= 3; skip++) {
    if (start - skip > window.low && digitBefore(window.bytes, start - skip) >= window.low) return start - skip;
  }
  return -1;
}

/** Groups of digits that may stand before a long group of the same number: bank and town before an account. */
const groupsBefore = 2;

/** Reads a number of exactly `length` digits that stands alone and passes. */
function readNumber(window: Window, start: number, length: number, accept: (digits: Digits) => boolean): boolean {
  return readDigits(window.digits, window, start, length) === length && standsAlone(window, start, accept);
}

/** True if the digits just read stand alone and pass. */
const standsAlone = (window: Window, start: number, accept: (digits: Digits) => boolean): boolean =>
  startsFree(window, start) && endsFree(window, window.digits.end) && accept(window.digits);

/**
 * Looks for a number of exactly `length` digits whose long group of digits ends at `window.at` or goes on there. Returns its
 * first byte, or -1.
 */
export function findSolid(window: Window, length: number, accept: (digits: Digits) => boolean): number {
  const { bytes, low, high, at } = window;
  let start = at;
  let before = 0;
  for (let digit = digitBefore(bytes, at); digit >= low && at - start < capacity; digit = digitBefore(bytes, start)) {
    start = digit;
    before++;
  }
  // Most long numbers are longer than what is looked for: one more digit tells.
  if (before > length || (before === length && at < high && digitAt(bytes, at) >= 0)) return -1;
  const solid = readDigits(window.digits, window, start, length);
  const isWhole = solid === length && window.digits.groups[length - 1] === 0;
  if (isWhole) return standsAlone(window, start, accept) ? start : -1;
  for (let groups = 0; groups < groupsBefore; groups++) {
    const last = lastDigitBefore(window, start);
    if (last < 0) return -1;
    start = groupStart(window, last);
    if (readNumber(window, start, length, accept)) return start;
  }
  return -1;
}

const isPlainDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** True if five groups of plain digits stand before the one that ends at `window.at`, each one byte apart. Rows of pairs are long. */
function followsGroups({ bytes, low, at }: Window): boolean {
  let start = at;
  for (let groups = 0; groups < 5; groups++) {
    while (start > low && isPlainDigit(bytes[start - 1] ?? 0)) start--;
    if (start - 2 < low || !isPlainDigit(bytes[start - 2] ?? 0)) return false;
    start--;
  }
  return true;
}

/**
 * Looks for a number of exactly `length` digits in small groups, of which the fifth begins before `window.at`. It must be
 * the beginning of its row of groups. Returns its first byte, or -1.
 */
export function findGrouped(window: Window, length: number, accept: (digits: Digits) => boolean): number {
  if (followsGroups(window)) return -1;
  let start = groupStart(window, window.at);
  for (let groups = 0; groups < 4; groups++) {
    const last = lastDigitBefore(window, start);
    if (last < 0) return -1;
    start = groupStart(window, last);
  }
  if (lastDigitBefore(window, start) >= 0) return -1;
  return readNumber(window, start, length, accept) ? start : -1;
}
