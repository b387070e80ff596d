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

/** Where a payload begins, and its length. */
interface Cell {
  readonly at: number;
  readonly length: number;
  readonly isTable: boolean;
}

/** The payload of a cell that goes on in pages of its own; null if they go in a circle. */
async function readPayload(file: SqliteFile, page: Buffer, { at, length }: Cell, local: number): Promise<Buffer | null> {
  const parts: Buffer[] = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  const seen = new Set<number>();
  for (let left = length - local; left > 0;) {
    if (seen.has(next)) return null;
    seen.add(next);
    const overflow = await file.page(next);
    const part = overflow.subarray(4, 4 + Math.min(left, file.usable - 4));
    parts.push(part);
    left -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** Records side by side; null for one that cannot be read. */
type Records = readonly (Buffer | null)[];

/** What a b-tree page holds, as far as it can be read: where payloads are, and the pages below it. */
interface Page {
  readonly cells: Cell[];
  below: readonly number[];
  isSound: boolean;
}

function listCells(page: Buffer, start: number, { cells }: Page): number[] {
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
    cells.push({ at: type === leafTable ? readVarint(page, afterLength)[1] : afterLength, length, isTable });
  }
  // The rightmost child comes last.
  return [...children.slice(0, 1), ...children.slice(1).toReversed()];
}

function readPage(bytes: Buffer, start: number): Page {
  const page: Page = { cells: [], below: [], isSound: true };
  try {
    page.below = listCells(bytes, start, page);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    page.isSound = false;
  }
  return page;
}

/** The records of one page, those with pages of their own one by one. Answers the pages below it; null where reading is to end. */
async function* readRecords(
  file: SqliteFile,
  number: number,
  limits: SqliteLimits,
): AsyncGenerator<Records, readonly number[] | null> {
  let records: (Buffer | null)[] = [];
  try {
    const bytes = await file.page(number);
    const { cells, below, isSound } = readPage(bytes, number === 1 ? fileHeaderBytes : 0);
    for (const cell of cells) {
      // All records together are no larger than the file.
      if (!file.spend(cell.length)) {
        yield [...records, null];
        return null;
      }
      const local = cell.length > limits.maxRecordBytes ? -1 : localBytes(cell.length, file.usable, cell.isTable);
      if (local < 0 || cell.at + local > bytes.length) records.push(null);
      else if (local === cell.length) records.push(bytes.subarray(cell.at, cell.at + local));
      else {
        yield records;
        records = [];
        records.push(await readPayload(file, bytes, cell, local));
      }
    }
    yield isSound ? records : [...records, null];
    return below;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield [...records, null];
    return [];
  }
}

/**
 * Records of the b-tree at `root`, in order and some at a time; null for each page or record that cannot be read. Pages are never
 * visited twice in one tree.
 */
export async function* readTree(file: SqliteFile, root: number, limits: SqliteLimits): AsyncGenerator<Records> {
  const seen = new Set<number>();
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) {
      yield [null];
      continue;
    }
    seen.add(number);
    const below = yield* readRecords(file, number, limits);
    if (below === null) return;
    waiting.push(...below);
  }
}
