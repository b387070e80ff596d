/** The directory at the end of a ZIP file (APPNOTE 4.3), with zip64, read by two ranges at most. */
import { crc32 } from 'node:zlib';
import type { Unread } from '../contract.ts';
import { decodeNames } from './member-names.ts';
import { readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import { unread } from '../unread.ts';

export interface ZipEntry {
  /** As written, with `/` between folders. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly isEncrypted: boolean;
  /** Compression method: 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** Length when unpacked, as the directory claims. */
  readonly bytes: number;
  /** Null where it is not known. */
  readonly crc: number | null;
  /** The range of the file that holds its local header and its data, and nothing of another entry. */
  readonly start: number;
  readonly end: number;
}

const endBytes = 22;
const maxCommentBytes = 0xffff;
const zip64LocatorBytes = 20;
const headerBytes = 46;
/** Some two million entries. */
const maxDirectoryBytes = 256 * 1024 * 1024;

interface Ending {
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryAt: number;
  /** Where the directory must end, since the ending begins there. */
  readonly endAt: number;
}

/** The end record that closes the file: the one whose comment ends with it, else the last one whose comment lies in it. */
function findEnd(tail: Buffer): number {
  let last = -1;
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50) continue;
    const end = at + endBytes + tail.readUInt16LE(at + 20);
    if (end === tail.length) return at;
    if (end < tail.length && last === -1) last = at;
  }
  return last;
}

async function readZip64(source: RandomAccess, tail: Buffer, endAt: number): Promise<Ending | null> {
  const locator = endAt - zip64LocatorBytes;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) return null;
  const at = Number(tail.readBigUInt64LE(locator + 8));
  const tailAt = source.size - tail.length;
  const isInTail = at >= tailAt && at + 56 <= source.size;
  const record = isInTail ? tail.subarray(at - tailAt) : await readRange(source, at, Math.min(source.size, at + 56));
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return null;
  return {
    entries: Number(record.readBigUInt64LE(32)),
    directoryBytes: Number(record.readBigUInt64LE(40)),
    directoryAt: Number(record.readBigUInt64LE(48)),
    endAt: at,
  };
}

async function readEnd(source: RandomAccess, tail: Buffer): Promise<Ending | null> {
  const at = findEnd(tail);
  if (at === -1) return null;
  const short: Ending = {
    entries: tail.readUInt16LE(at + 10),
    directoryBytes: tail.readUInt32LE(at + 12),
    directoryAt: tail.readUInt32LE(at + 16),
    endAt: source.size - tail.length + at,
  };
  const isFull = short.entries === 0xffff || short.directoryBytes === 0xffffffff || short.directoryAt === 0xffffffff;
  return isFull ? ((await readZip64(source, tail, at)) ?? short) : short;
}

/** Sizes and offset of an entry; those that do not fit 32 bits stand in the extra field, in this order. */
function readSizes(
  directory: Buffer,
  at: number,
): { readonly bytes: number; readonly packedBytes: number; readonly start: number } {
  const sizes = [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
  const from = at + headerBytes + directory.readUInt16LE(at + 28);
  const to = from + directory.readUInt16LE(at + 30);
  for (let field = from; field + 4 <= to; field += 4 + directory.readUInt16LE(field + 2)) {
    if (directory.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    for (let i = 0; i < sizes.length; i++) {
      if (sizes[i] !== 0xffffffff || next + 8 > to) continue;
      sizes[i] = Number(directory.readBigUInt64LE(next));
      next += 8;
    }
  }
  return { bytes: sizes[0]!, packedBytes: sizes[1]!, start: sizes[2]! };
}

const unicodePath = 0x7075;

/** The name as UTF-8 that stands beside one in a code page, if it belongs to it (Info-ZIP, APPNOTE 4.6.9). */
function unicodeNameOf(nameBytes: Uint8Array, extra: Buffer): Uint8Array {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== unicodePath || end > extra.length || end < at + 9) continue;
    if (extra.readUInt32LE(at + 5) === crc32(nameBytes)) return extra.subarray(at + 9, end);
  }
  return nameBytes;
}

function readEntries(directory: Buffer, shift: number, maxEntries: number): ZipEntry[] | null {
  const entries: Omit<ZipEntry, 'name'>[] = [];
  const names: Uint8Array[] = [];
  for (let at = 0; at + headerBytes <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameEnd = at + headerBytes + directory.readUInt16LE(at + 28);
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    const nameBytes = directory.subarray(at + headerBytes, nameEnd);
    const { bytes, packedBytes, start } = readSizes(directory, at);
    names.push(unicodeNameOf(nameBytes, directory.subarray(nameEnd, nameEnd + directory.readUInt16LE(at + 30))));
    entries.push({
      nameBytes,
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packedBytes,
      bytes,
      crc: directory.readUInt32LE(at + 16),
      start: start + shift,
      end: 0,
    });
    if (entries.length > maxEntries) break;
    at = next;
  }
  const decoded = decodeNames(names);
  return entries.map((entry, index) => ({ ...entry, name: decoded[index]! }));
}

/** Each entry ends where the next one, or the directory, begins. */
function withEnds(entries: readonly ZipEntry[], directoryAt: number): ZipEntry[] {
  const starts = [...new Set(entries.map(({ start }) => start)), directoryAt].toSorted((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? start]));
  return entries.map((entry) => ({ ...entry, end: Math.min(directoryAt, ends.get(entry.start) ?? directoryAt) }));
}

/**
 * The entries of a ZIP file in the order of its directory; one more than `maxEntries` where there are more.
 * Files with something before them (programs that unpack themselves) are read as well.
 */
export async function readZipDirectory(source: RandomAccess, maxEntries: number): Promise<readonly ZipEntry[] | Unread> {
  const tailAt = Math.max(0, source.size - endBytes - maxCommentBytes);
  const tail = await readRange(source, tailAt, source.size);
  const end = tail.length < source.size - tailAt ? null : await readEnd(source, tail);
  if (end === null) return unread('MALFORMED_FILE', 'the file ends before its ZIP directory');
  const directoryAt = end.endAt - end.directoryBytes;
  const shift = directoryAt - end.directoryAt;
  if (directoryAt < 0 || shift < 0) return unread('MALFORMED_FILE', 'the ZIP directory lies outside of the file');
  if (end.directoryBytes > maxDirectoryBytes) {
    return unread('ARCHIVE_EXCEEDS_SIZE_LIMIT', `a ZIP directory of more than ${maxDirectoryBytes} bytes`);
  }
  const directory =
    directoryAt >= tailAt
      ? tail.subarray(directoryAt - tailAt, end.endAt - tailAt)
      : await readRange(source, directoryAt, end.endAt);
  const entries = readEntries(directory, shift, maxEntries);
  if (entries === null || (entries.length < Math.min(end.entries, maxEntries) && entries.length % 0x10000 !== end.entries)) {
    return unread('MALFORMED_FILE', 'the ZIP directory is damaged');
  }
  return withEnds(entries, directoryAt);
}
