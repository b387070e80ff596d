/** Headers of TAR archives: old, ustar, pax and GNU (POSIX.1-2001, `tar.h`; GNU tar manual). */
import { decodeNames } from './member-names.ts';

export const tarBlockBytes = 512;

/** One header block. */
export interface TarHeader {
  readonly name: string;
  readonly bytes: number;
  /** Type flag; '0' is a file. */
  readonly type: string;
}

const text = (block: Buffer, start: number, length: number): string => {
  const end = block.indexOf(0, start);
  return decodeNames([block.subarray(start, end === -1 || end > start + length ? start + length : end)])[0]!;
};

/** A number as octal digits, or in base 256 where its first bit is set. -1 where it is neither. */
function readNumber(block: Buffer, start: number, length: number): number {
  if ((block[start]! & 0x80) !== 0) {
    let value = 0;
    for (let i = start + 4; i < start + length; i++) value = value * 256 + block[i]!;
    return Number.isSafeInteger(value) && block[start] === 0x80 ? value : -1;
  }
  const digits = block
    .toString('latin1', start, start + length)
    .replaceAll('\0', ' ')
    .trim();
  if (digits === '') return 0;
  return /^[0-7]+$/u.test(digits) ? Number.parseInt(digits, 8) : -1;
}

/** Sum of the bytes, the checksum itself read as spaces; some old programs added signed ones. */
function isSound(block: Buffer): boolean {
  const expected = readNumber(block, 148, 8);
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < tarBlockBytes; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte >= 0x80 ? byte - 0x100 : byte;
  }
  return expected === unsigned || expected === signed;
}

/** True for a block of zeros, of which two end an archive. */
export function isTarEnd(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

/** Reads a header block, or null where it is none. */
export function readTarHeader(block: Buffer): TarHeader | null {
  if (block.length < tarBlockBytes || !isSound(block)) return null;
  const bytes = readNumber(block, 124, 12);
  if (bytes < 0) return null;
  const name = text(block, 0, 100);
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? text(block, 345, 155) : '';
  return { name: prefix === '' ? name : `${prefix}/${name}`, bytes, type: String.fromCodePoint(block[156]!) };
}

/** Records of a pax header: `length key=value`. What does not fit that form ends them. */
export function readPax(body: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < body.length;) {
    const space = body.indexOf(0x20, at);
    if (space === -1) break;
    const length = Number(body.toString('latin1', at, space));
    if (!Number.isInteger(length) || length <= space - at || at + length > body.length) break;
    const equals = body.indexOf(0x3d, space);
    if (equals !== -1 && equals < at + length) {
      records.set(body.toString('utf8', space + 1, equals), body.toString('utf8', equals + 1, at + length - 1));
    }
    at += length;
  }
  return records;
}
