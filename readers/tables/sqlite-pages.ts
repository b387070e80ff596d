/** Pages, b-trees and records of SQLite files (SQLite, "Database File Format"), read by ranges. Only what is read is held. */
import { readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';

const chunkBytes = 1024 * 1024;
const chunksHeld = 32;
const fileHeaderBytes = 100;
const leafTable = 0x0d;
const interiorTable = 0x05;
const leafIndex = 0x0a;
const interiorIndex = 0x02;

export interface SqliteFile {
  readonly pageBytes: number;
  /** Bytes of a page that hold data. */
  readonly usable: number;
  readonly encoding: 'utf8' | 'utf-16le' | 'utf-16be';
  /** Counts the bytes of a record; false once all records together are larger than the file, as no honest ones are. */
  spend(bytes: number): boolean;
  /** A page by its number, from 1. Throws `RangeError` where there is none. */
  page(number: number): Promise<Buffer>;
}

/** Reads the header and stands ready to give pages; chunks that were read last are kept. Null where the header is none. */
export async function openSqlite(source: RandomAccess): Promise<SqliteFile | null> {
  const header = await readRange(source, 0, fileHeaderBytes);
  if (header.length < fileHeaderBytes) return null;
  const size = header.readUInt16BE(16);
  const pageBytes = size === 1 ? 65_536 : size;
  const usable = pageBytes - header[20]!;
  const encoding = ([null, 'utf8', 'utf-16le', 'utf-16be'] as const)[header.readUInt32BE(56)] ?? 'utf8';
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || usable < 480) return null;
  let left = source.size;
  const chunks = new Map<number, Buffer>();
  const chunkOf = async (index: number): Promise<Buffer> => {
    const known = chunks.get(index);
    if (known !== undefined) return known;
    const [oldest] = chunks.keys();
    if (chunks.size >= chunksHeld && oldest !== undefined) chunks.delete(oldest);
    const chunk = await readRange(source, index * chunkBytes, Math.min(source.size, (index + 1) * chunkBytes));
    chunks.set(index, chunk);
    return chunk;
  };
  return {
    pageBytes,
    usable,
    encoding,
    spend: (bytes) => (left -= bytes) >= 0,
    async page(number) {
      const at = (number - 1) * pageBytes;
      if (number < 1 || at + pageBytes > source.size) throw new RangeError('no such page');
      const chunk = await chunkOf(Math.floor(at / chunkBytes));
      return chunk.subarray(at % chunkBytes, (at % chunkBytes) + pageBytes);
    },
  };
}

/** A number of up to nine bytes, and the offset after it. */
export function readVarint(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i]!;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  return [value * 256 + bytes[at + 8]!, at + 9];
}

/** Bytes of a payload that stand in its page; the rest follows in pages of their own. */
function localBytes(payload: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  if (payload <= most) return payload;
  const kept = least + ((payload - least) % (usable - 4));
  return kept <= most ? kept : least;
}

export interface SqliteLimits {
  readonly maxRecordBytes: number;
}

/** The payload that begins at `at`; null if it is longer than allowed or broken off. */
async function readPayload(
  file: SqliteFile,
  page: Buffer,
  cell: { readonly at: number; readonly length: number; readonly isTable: boolean },
  { maxRecordBytes }: SqliteLimits,
): Promise<Buffer | null> {
  const { at, length, isTable } = cell;
  if (length > maxRecordBytes) return null;
  const local = localBytes(length, file.usable, isTable);
  if (local < 0 || at + local > page.length) return null;
  if (local === length) return page.subarray(at, at + length);
  const parts: Buffer[] = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  for (let left = length - local; left > 0;) {
    const overflow = await file.page(next);
    const part = overflow.subarray(4, 4 + Math.min(left, file.usable - 4));
    parts.push(part);
    left -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** Records of the b-tree at `root`, in order; null for each page or record that cannot be read. Pages are never visited twice in one tree. */
export async function* readTree(file: SqliteFile, root: number, limits: SqliteLimits): AsyncGenerator<Buffer | null> {
  const seen = new Set<number>();
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) {
      yield null;
      continue;
    }
    seen.add(number);
    try {
      const page = await file.page(number);
      const start = number === 1 ? fileHeaderBytes : 0;
      const type = page[start]!;
      const isTable = type === leafTable || type === interiorTable;
      const isInterior = type === interiorTable || type === interiorIndex;
      if (!isTable && type !== leafIndex && type !== interiorIndex) throw new RangeError('no b-tree page');
      const children: number[] = isInterior ? [page.readUInt32BE(start + 8)] : [];
      const count = page.readUInt16BE(start + 3);
      for (let i = 0; i < count; i++) {
        let at = page.readUInt16BE(start + (isInterior ? 12 : 8) + 2 * i);
        if (isInterior) {
          children.push(page.readUInt32BE(at));
          at += 4;
        }
        if (type === interiorTable) continue;
        const [length, afterLength] = readVarint(page, at);
        if (!file.spend(length)) {
          yield null;
          return;
        }
        const payloadAt = type === leafTable ? readVarint(page, afterLength)[1] : afterLength;
        yield await readPayload(file, page, { at: payloadAt, length, isTable }, limits);
      }
      // The rightmost child comes last.
      waiting.push(...children.slice(0, 1), ...children.slice(1).toReversed());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      yield null;
    }
  }
}
