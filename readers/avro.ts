/** Avro object container files (Avro 1.11, "Object Container Files"), block by block as they stream by. */
import type { AvroDecoder } from './avro-decoder.ts';
import { openCursor } from './byte-cursor.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { createCellWriter } from './cell-writer.ts';
import type { CellWriter } from './cell-writer.ts';
import type { Block, ReaderLimits, TextFormat, Unread } from './contract.ts';
import { flattenValue } from './flatten-value.ts';
import { unread } from './unread.ts';

const magic = Buffer.from('Obj\u0001', 'latin1');
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
  await cursor.take(magic.length);
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
  readonly maxBlockBytes: number;
  record: number;
}

async function openReading(cursor: ByteCursor, limits: ReaderLimits): Promise<Reading | Unread> {
  const header = await readHeader(cursor);
  if (header === null) return unread('MALFORMED_FILE', 'the header of the Avro file is damaged');
  const { createAvroDecoder, unpackerOf } = await import('./avro-decoder.ts');
  const unpack = unpackerOf(header.get('avro.codec') ?? 'null', limits.maxHeldBytes);
  if (unpack === null) return unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'an Avro file packed in a way that is not read');
  try {
    const decoder = createAvroDecoder(header.get('avro.schema') ?? '');
    return { cursor, decoder, unpack, writer: createCellWriter(), maxBlockBytes: limits.maxHeldBytes, record: 0 };
  } catch {
    return unread('UNABLE_TO_PARSE_FILE', 'the schema of the Avro file cannot be read');
  }
}

function* writeRecords(reading: Reading, records: readonly unknown[]): Generator<Block> {
  const { writer } = reading;
  for (const value of records) {
    flattenValue('', value, (path, text) => writer.addPath(path === '' ? '$' : path, reading.record, text));
    reading.record++;
    const block = writer.takeFull();
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

async function* readBlocks(reading: Reading): AsyncGenerator<Block | Unread> {
  for (const field of reading.decoder.fields) reading.writer.field(field);
  let problem: Unread | null = null;
  while (problem === null) {
    const count = await readLong(reading.cursor);
    if (count === null) break;
    problem = yield* readBlock(reading, count);
  }
  const rest = reading.writer.takeRest();
  if (rest !== null) yield rest;
  if (problem !== null) yield problem;
}

export const avroFormat: TextFormat = {
  id: 'avro',
  recognises: ({ bytes }) => magic.equals(bytes.subarray(0, magic.length)),
  async *read(source, limits) {
    const cursor = openCursor(source.stream());
    try {
      const reading = await openReading(cursor, limits);
      if ('kind' in reading) yield reading;
      else yield* readBlocks(reading);
    } finally {
      await cursor.close();
    }
  },
};
