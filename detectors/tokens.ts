/** Looks behind a label for a token of letters and digits: numbers of documents that say nothing without the label. */
import type { Found, Window } from './define.ts';
import { digitAt, endsFree, isWordByte, readDigits, startsFree } from './digits.ts';

/** Least and most letters before the digits, digits, and letters behind them. */
export interface TokenShape {
  readonly letters: readonly [least: number, most: number];
  readonly digits: readonly [least: number, most: number];
  readonly tail?: number;
}

/** How far behind a label its value may begin, in bytes. */
const reach = 48;

export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** True where a dash, dot or slash ties the token to a letter or digit behind it, as in a date or a file number. */
function isTied({ bytes, high }: Window, end: number): boolean {
  const byte = bytes[end] ?? 0;
  return end + 1 < high && ((byte >= 0x2d && byte <= 0x2f) || byte === 0x5f) && isWordByte(bytes[end + 1] ?? 0);
}

/** Number of digits before the first separator among those just read. */
function firstGroup(window: Window): number {
  const { digits } = window;
  let count = 0;
  while (count < digits.count && digits.groups[count] === 0) count++;
  return count;
}

/** True for digits grouped as those of a date, or around a slash. */
function isDate({ bytes, digits }: Window, start: number): boolean {
  if (bytes.subarray(start, digits.end).includes(0x2f)) return true;
  const groupOf = (at: number): number => digits.groups[at] ?? 0;
  const isDayFirst = groupOf(1) === 0 && groupOf(2) === 1 && groupOf(3) === 1 && groupOf(4) === 2 && groupOf(7) === 2;
  const isYearFirst = groupOf(3) === 0 && groupOf(4) === 1 && groupOf(5) === 1 && groupOf(6) === 2 && groupOf(7) === 2;
  return digits.count === 8 && (isDayFirst || isYearFirst);
}

/** Reads a token of a shape at a byte. */
export function readToken(window: Window, found: Found, start: number, shape: TokenShape): boolean {
  const { bytes, digits, high } = window;
  let at = start;
  while (at < high && at - start <= shape.letters[1] && isLetter(bytes[at] ?? 0)) at++;
  const letters = at - start;
  if (letters < shape.letters[0] || letters > shape.letters[1] || !startsFree(window, start)) return false;
  // Small letters apart from the digits are a word.
  const isPrinted = (bytes[start] ?? 0) < 0x61;
  if (letters > 0 && isPrinted && (bytes[at] === 0x20 || bytes[at] === 0x2d || bytes[at] === 0x2e)) at++;
  if (at >= high || digitAt(bytes, at) < 0) return false;
  const [least, most] = shape.digits;
  readDigits(digits, window, at, most + 1);
  const solid = firstGroup(window);
  if (solid >= least && solid <= most) readDigits(digits, window, at, solid);
  else if (digits.count < least || digits.count > most || isDate(window, at)) return false;
  let { end } = digits;
  if (shape.tail !== undefined && isLetter(bytes[end] ?? 0) && end < high) end += shape.tail;
  if (end > high || !endsFree(window, end) || isTied(window, end)) return false;
  found.start = start;
  found.end = end;
  found.traits = 0;
  return true;
}

/** Byte after the run of letters and digits at a byte; its complement if there is a digit among them. */
function passToken({ bytes, high }: Window, start: number): number {
  let at = start;
  let isNumber = false;
  while (at < high && (isWordByte(bytes[at] ?? 0) || digitAt(bytes, at) >= 0)) {
    isNumber ||= digitAt(bytes, at) >= 0;
    at += (bytes[at] ?? 0) < 0x80 ? 1 : 2;
  }
  return isNumber ? ~at : at;
}

/** Finds the first token with a digit in it behind a label; true if it has one of the shapes. */
export function findToken(window: Window, found: Found, shapes: readonly TokenShape[]): boolean {
  const { bytes, high } = window;
  const limit = Math.min(high, window.at + reach);
  for (let at = window.at; at < limit;) {
    if (!isWordByte(bytes[at] ?? 0) && digitAt(bytes, at) < 0) {
      at++;
      continue;
    }
    for (const shape of shapes) if (readToken(window, found, at, shape)) return true;
    at = passToken(window, at);
    if (at < 0) return false;
  }
  return false;
}

/** Reads a whole cell as a token of one of the shapes. */
export function readTokenCell(window: Window, found: Found, shapes: readonly TokenShape[]): boolean {
  for (const shape of shapes) {
    if (!readToken(window, found, window.at, shape)) continue;
    let end = found.end;
    while (end < window.high && (window.bytes[end] ?? 0) <= 0x20) end++;
    if (end === window.high) return true;
  }
  return false;
}
