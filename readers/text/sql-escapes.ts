/** Escapes in SQL dumps: doubled quotes everywhere, backslashes where the dialect has them. */
import type { Escapes } from '../block.ts';

const backslash = 0x5c;
const quote = 0x27;
/** Letters after a backslash that stand for a control character: b f n r t v 0 Z. */
const controls: Readonly<Record<number, number>> = {
  0x62: 8,
  0x66: 12,
  0x6e: 10,
  0x72: 13,
  0x74: 9,
  0x76: 11,
  0x30: 0,
  0x5a: 26,
};

/** Every escape is two bytes for one. */
function pairEscapes(isEscape: (bytes: Uint8Array, at: number) => boolean): Escapes {
  return {
    unescape(bytes, start, end) {
      let to = start;
      for (let from = start; from < end; from++) {
        if (from + 1 < end && isEscape(bytes, from)) {
          const isBackslash = bytes[from] === backslash;
          from++;
          bytes[to++] = isBackslash ? (controls[bytes[from]!] ?? bytes[from]!) : bytes[from]!;
        } else bytes[to++] = bytes[from]!;
      }
      bytes.fill(0x20, to, end);
      return to;
    },
    escapedLength(bytes, start, length) {
      let from = start;
      for (let read = 0; read < length; read++) from += isEscape(bytes, from) ? 2 : 1;
      return from - start;
    },
  };
}

const isDoubled = (bytes: Uint8Array, at: number): boolean => bytes[at] === quote && bytes[at + 1] === quote;
const isBackslashed = (bytes: Uint8Array, at: number): boolean => bytes[at] === backslash;

/** Strings of standard SQL. */
export const standardEscapes = pairEscapes(isDoubled);
/** Strings of MySQL and MariaDB. */
export const mysqlEscapes = pairEscapes((bytes, at) => isDoubled(bytes, at) || isBackslashed(bytes, at));
/** Rows of PostgreSQL's COPY. */
export const copyEscapes = pairEscapes(isBackslashed);
