/** Parquet by ranges: the footer, then column by column of each row group. Loaded in the thread of the decoders. */
import { createCellWriter } from '../cell-writer.ts';
import type { CellWriter } from '../cell-writer.ts';
import type { Block, ByteSource, ReaderLimits, Unread } from '../contract.ts';
import { flattenValue, textOfValue } from '../flatten-value.ts';
import { columnsOf, openParquet } from './parquet-decoder.ts';
import type { ParquetDecoder, Values } from './parquet-decoder.ts';
import { openRandomAccess, readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import { windowed } from '../range-window.ts';
import { unread } from '../unread.ts';

const footerBytes = 128 * 1024;
/** More rows in one group are no honest file: their levels alone would fill a worker's memory. */
const maxGroupRows = 20_000_000;

interface Reading {
  readonly decoder: ParquetDecoder;
  readonly groups: readonly Group[];
  /** Names of all columns. */
  readonly names: readonly string[];
  readonly writer: CellWriter;
  readonly limits: ReaderLimits;
}

interface Group {
  readonly start: number;
  readonly rows: number;
  /** Columns by name: the bytes of their chunks, packed or not, whichever is more. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Ranges as the library asks for them. */
function fileOf(source: RandomAccess) {
  return {
    byteLength: source.size,
    async slice(start: number, end = source.size): Promise<ArrayBuffer> {
      return Uint8Array.from(await readRange(source, start, Math.min(end, source.size))).buffer;
    },
  };
}

/** The groups of rows. Throws where the metadata is not what its types promise. */
function groupsOf({ metadata }: ParquetDecoder): Group[] {
  const groups: Group[] = [];
  let start = 0;
  for (const group of metadata.row_groups) {
    const columns = new Map<string, number>();
    for (const { meta_data: meta } of group.columns ?? []) {
      const name = meta?.path_in_schema[0];
      if (meta === undefined || name === undefined) continue;
      const bytes = Math.max(Number(meta.total_uncompressed_size), Number(meta.total_compressed_size));
      columns.set(name, (columns.get(name) ?? 0) + bytes);
    }
    const rows = Number(group.num_rows);
    if (!Number.isSafeInteger(rows) || rows < 0) throw new TypeError('not a number of rows');
    groups.push({ start, rows, columns });
    start += rows;
  }
  return groups;
}

function* writeRun(writer: CellWriter, column: string, run: Values, group: Group): Generator<Block> {
  const field = writer.field(column);
  const first = Math.max(0, group.start - run.firstRow);
  const last = Math.min(run.values.length, group.start + group.rows - run.firstRow);
  for (let i = first; i < last; i++) {
    const value = run.values[i];
    const record = run.firstRow + i;
    if (run.isText && field !== null && value instanceof Uint8Array) writer.addBytes(field, record, value);
    else writeValue(writer, { column, field, record }, value, run.isText);
    const block = writer.takeFull();
    if (block !== null) yield block;
  }
}

interface Target {
  readonly column: string;
  readonly field: number | null;
  readonly record: number;
}

function writeValue(writer: CellWriter, { column, field, record }: Target, value: unknown, isText: boolean): void {
  const text = isText && value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : textOfValue(value);
  if (text === null) flattenValue(column, value, (path, part) => writer.addPath(path, record, part));
  else if (field === null) writer.addPath(column, record, text);
  else writer.add(field, record, text);
}

async function* readGroup(reading: Reading, group: Group): AsyncGenerator<Block | Unread | null> {
  const { decoder, writer, limits } = reading;
  for (const [column, bytes] of group.columns) {
    if (bytes > limits.maxHeldBytes || group.rows > maxGroupRows) {
      yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a column of rows from ${group.start + 1} on is larger than is read`);
      continue;
    }
    const runs: Values[] = [];
    try {
      const rows = { start: group.start, end: group.start + group.rows };
      await decoder.readColumn(column, rows, (values) => runs.push(values));
    } catch (error) {
      yield unread(reasonOf(error), `a column of rows from ${group.start + 1} on cannot be read`);
    }
    for (const run of runs) yield* writeRun(writer, column, run, group);
    yield null;
  }
}

const reasonOf = (error: unknown) => (error instanceof RangeError ? 'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT' : 'MALFORMED_FILE');

async function openReading(source: RandomAccess, limits: ReaderLimits): Promise<Reading | Unread> {
  try {
    const decoder = await openParquet(fileOf(windowed(source)), { maxPageBytes: limits.maxHeldBytes, footerBytes });
    const names = columnsOf(decoder.metadata).map(({ name }) => name);
    return { decoder, groups: groupsOf(decoder), names, writer: createCellWriter(), limits };
  } catch {
    return unread('MALFORMED_FILE', 'the footer of the Parquet file is damaged or missing');
  }
}

async function* readGroups(reading: Reading): AsyncGenerator<Block | Unread | null> {
  const { groups, names, writer } = reading;
  // Names of columns without a value are content too.
  for (const name of names) writer.field(name);
  for (const group of groups) yield* readGroup(reading, group);
  const rest = writer.takeRest();
  if (rest !== null) yield rest;
}

/** Reads a file column by column; null after each. */
export async function* readParquet(source: ByteSource, limits: ReaderLimits): AsyncGenerator<Block | Unread | null> {
  const file = await openRandomAccess(source, limits);
  if ('kind' in file) {
    yield file;
    return;
  }
  if ((await readRange(file, 0, 4)).toString('latin1') === 'PARE') {
    yield unread('ENCRYPTED', 'the footer of the Parquet file is encrypted');
    return;
  }
  const reading = await openReading(file, limits);
  if ('kind' in reading) yield reading;
  else yield* readGroups(reading);
}
