/** Avro object container files (Avro 1.11, "Object Container Files"), block by block as they stream by. Loaded in the thread of the decoders. */
import { createAvroDecoder, unpackerOf } from './avro-decoder.ts';
import type { AvroDecoder } from './avro-decoder.ts';
import { openCursor } from '../byte-cursor.ts';
import type { ByteCursor } from '../byte-cursor.ts';
import { createCellWriter } from '../cell-writer.ts';
import type { CellWriter } from '../cell-writer.ts';
import type { Block, ByteSource, ReaderLimits, Unread } from '../contract.ts';
import { flattenValue } from '../flatten-value.ts';
import { unread } from '../unread.ts';

const magicBytes = 4;
const syncBytes = 16;
const maxHeaderEntries = 1000;
const maxHeaderBytes = 16 * 1024 * 1024;

/** A zigzag number of at most ten bytes; null at the end of the stream, NaN for what is none. */
async function readLong(cursor: ByteCursor): Promise<number | null> {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const [byte] = await cursor.take(1);
    if (byte === undefined) return i === 0 ? null : Number.NaN;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if ((byte & 0x80) === 0) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  return Number.NaN;
}

async function readBytes(cursor: ByteCursor): Promise<Buffer | null> {
  const length = await readLong(cursor);
  if (length === null || !(length >= 0 && length <= maxHeaderBytes)) return null;
  const bytes = await cursor.take(length);
  return bytes.length === length ? bytes : null;
}

/** What the header says, or null where it is damaged. */
async function readHeader(cursor: ByteCursor): Promise<ReadonlyMap<string, string> | null> {
  const entries = new Map<string, string>();
  await cursor.take(magicBytes);
  for (;;) {
    let count = await readLong(cursor);
    if (count === null || Number.isNaN(count)) return null;
    if (count === 0) break;
    // A negative count is followed by the length of the entries.
    if (count < 0) await readLong(cursor);
    for (count = Math.abs(count); count > 0; count--) {
      const key = await readBytes(cursor);
      const value = await readBytes(cursor);
      if (key === null || value === null || entries.size >= maxHeaderEntries) return null;
      entries.set(key.toString('utf8'), value.toString('utf8'));
    }
  }
  return (await cursor.take(syncBytes)).length === syncBytes ? entries : null;
}

interface Reading {
  readonly cursor: ByteCursor;
  readonly decoder: AvroDecoder;
  readonly unpack: (block: Buffer) => Uint8Array;
  readonly writer: CellWriter;
  /** Empty where the values are no records. */
  readonly columns: readonly Column[];
  readonly maxBlockBytes: number;
  record: number;
}

async function openReading(cursor: ByteCursor, limits: ReaderLimits): Promise<Reading | Unread> {
  const header = await readHeader(cursor);
  if (header === null) return unread('MALFORMED_FILE', 'the header of the Avro file is damaged');
  const unpack = unpackerOf(header.get('avro.codec') ?? 'null', limits.maxHeldBytes);
  if (unpack === null) return unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'an Avro file packed in a way that is not read');
  try {
    const decoder = createAvroDecoder(header.get('avro.schema') ?? '');
    const writer = createCellWriter();
    const columns = decoder.fields.map((name) => [name, writer.field(name)] as const);
    return { cursor, decoder, unpack, writer, columns, maxBlockBytes: limits.maxHeldBytes, record: 0 };
  } catch {
    return unread('UNABLE_TO_PARSE_FILE', 'the schema of the Avro file cannot be read');
  }
}

/** A field of the records, with its index among the fields of the writer; null beyond the limit. */
type Column = readonly [name: string, index: number | null];

function writeRecord({ writer, columns, record }: Reading, value: unknown): void {
  const onText = (path: string, text: string): void => writer.addPath(path === '' ? '$' : path, record, text);
  if (columns.length === 0 || typeof value !== 'object' || value === null) {
    flattenValue('', value, onText);
    return;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const [name, index] of columns) {
    const field = fields[name];
    if (typeof field === 'string' && index !== null) writer.add(index, record, field);
    else flattenValue(name, field, onText);
  }
}

function* writeRecords(reading: Reading, records: readonly unknown[]): Generator<Block> {
  for (const value of records) {
    writeRecord(reading, value);
    reading.record++;
    const block = reading.writer.takeFull();
    if (block !== null) yield block;
  }
}

/** One block; the reason if reading ends with it. */
async function* readBlock(reading: Reading, count: number): AsyncGenerator<Block | Unread, Unread | null> {
  const { cursor, decoder, unpack, maxBlockBytes, record } = reading;
  const damaged = (): Unread => unread('MALFORMED_FILE', `the Avro block after record ${record} is damaged`);
  const length = await readLong(cursor);
  if (length === null || !(length >= 0) || !(count >= 0)) return damaged();
  if (length > maxBlockBytes) {
    return unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `an Avro block of more than ${maxBlockBytes} bytes`);
  }
  const packed = await cursor.take(length);
  if (packed.length < length) return unread('MALFORMED_FILE', 'the Avro file ends early');
  let block: Uint8Array;
  try {
    block = unpack(packed);
  } catch (error) {
    const isLong = error instanceof RangeError;
    yield isLong
      ? unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `an Avro block of more than ${maxBlockBytes} bytes`)
      : damaged();
    await cursor.skip(syncBytes);
    reading.record += count;
    return null;
  }
  const { records, isWhole } = decoder.decode(Buffer.from(block.buffer, block.byteOffset, block.length), count);
  yield* writeRecords(reading, records);
  if (!isWhole) yield damaged();
  reading.record += count - records.length;
  await cursor.skip(syncBytes);
  return null;
}

async function* readBlocks(reading: Reading): AsyncGenerator<Block | Unread | null> {
  let problem: Unread | null = null;
  while (problem === null) {
    const count = await readLong(reading.cursor);
    if (count === null) break;
    problem = yield* readBlock(reading, count);
    yield null;
  }
  const rest = reading.writer.takeRest();
  if (rest !== null) yield rest;
  if (problem !== null) yield problem;
}

/** Reads a file block by block; null after each. */
export async function* readAvro(source: ByteSource, limits: ReaderLimits): AsyncGenerator<Block | Unread | null> {
  const cursor = openCursor(source.stream());
  try {
    const reading = await openReading(cursor, limits);
    if ('kind' in reading) yield reading;
    else yield* readBlocks(reading);
  } finally {
    await cursor.close();
  }
}
