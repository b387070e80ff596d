/** Escapes of JSON strings (RFC 8259, section 7). */
import type { Escapes } from '../block.ts';

const backslash = 0x5c;
const letterU = 0x75;
const replacement = 0xfffd;
const short: Readonly<Record<number, number>> = { 0x62: 0x08, 0x66: 0x0c, 0x6e: 0x0a, 0x72: 0x0d, 0x74: 0x09 };

/** The byte each two-byte escape stands for, by its letter; 0 for all others. */
const plainEscapes = new Uint8Array(256);
for (const letter of [0x22, 0x2f, 0x5c]) plainEscapes[letter] = letter;
for (const [letter, byte] of Object.entries(short)) plainEscapes[Number(letter)] = byte;

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The UTF-16 unit of `\uXXXX` at `at`, or -1. */
function unitAt(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== backslash || bytes[at + 1] !== letterU) return -1;
  let unit = 0;
  for (let i = at + 2; i < at + 6; i++) {
    const digit = hexDigit(bytes[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** Code point and length of the escape at `at`, as `point * 16 + length`. Half a surrogate pair is U+FFFD, an unknown escape its letter. */
function readEscape(bytes: Uint8Array, at: number): number {
  const unit = unitAt(bytes, at);
  if (unit >= 0xd800 && unit < 0xdc00) {
    const low = unitAt(bytes, at + 6);
    if (low >= 0xdc00 && low < 0xe000) return (0x10000 + (unit - 0xd800) * 0x400 + (low - 0xdc00)) * 16 + 12;
  }
  if (unit >= 0xd800 && unit < 0xe000) return replacement * 16 + 6;
  if (unit >= 0) return unit * 16 + 6;
  const letter = bytes[at + 1] ?? backslash;
  // A byte above 0x7F is the start of a code point: the backslash alone is dropped then.
  if (letter >= 0x80) return 1;
  return (short[letter] ?? letter) * 16 + 2;
}

function utf8Length(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

function writePoint(bytes: Uint8Array, at: number, point: number): number {
  const length = utf8Length(point);
  if (length === 1) {
    bytes[at] = point;
    return at + 1;
  }
  const marks = [0xc0, 0xe0, 0xf0];
  bytes[at] = marks[length - 2]! | (point >> (6 * (length - 1)));
  for (let k = 1; k < length; k++) bytes[at + k] = 0x80 | ((point >> (6 * (length - 1 - k))) & 0x3f);
  return at + length;
}

/** True if an escape was dropped without a code point in its place. */
function isDropped(escape: number): boolean {
  return escape === 1;
}

export const jsonEscapes: Escapes = {
  unescape(bytes, start, end) {
    let to = start;
    for (let from = start; from < end;) {
      if (bytes[from] !== backslash) {
        bytes[to++] = bytes[from++]!;
        continue;
      }
      const plain = plainEscapes[bytes[from + 1] ?? 0]!;
      if (plain !== 0) {
        bytes[to++] = plain;
        from += 2;
        continue;
      }
      const escape = readEscape(bytes, from);
      if (!isDropped(escape)) to = writePoint(bytes, to, escape >>> 4);
      from += isDropped(escape) ? 1 : escape & 15;
    }
    const reached = Math.min(to, end);
    // Few bytes: a loop is faster than a call of fill.
    for (let i = reached; i < end; i++) bytes[i] = 0x20;
    return reached;
  },
  escapedLength(bytes, start, length) {
    let from = start;
    for (let read = 0; read < length;) {
      if (bytes[from] !== backslash) {
        from++;
        read++;
        continue;
      }
      const escape = readEscape(bytes, from);
      if (!isDropped(escape)) read += utf8Length(escape >>> 4);
      from += isDropped(escape) ? 1 : escape & 15;
    }
    return from - start;
  },
};

/** The last point at or before `limit` where a string that starts at `start` can be cut: not inside an escape or a code point. */
export function cutPointOfString(bytes: Uint8Array, start: number, limit: number): number {
  let cut = start;
  for (let at = start; at < limit;) {
    const isEscape = bytes[at] === backslash;
    const escape = isEscape ? readEscape(bytes, at) : 1;
    at += isEscape && !isDropped(escape) ? escape & 15 : 1;
    while (at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at++;
    if (at <= limit) cut = at;
  }
  return cut;
}
