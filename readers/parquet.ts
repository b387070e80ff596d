/** Parquet by ranges: the footer, then column by column of each row group. */
import { createCellWriter } from './cell-writer.ts';
import type { CellWriter } from './cell-writer.ts';
import type { Block, ReaderLimits, TextFormat, Unread } from './contract.ts';
import { flattenValue, textOfValue } from './flatten-value.ts';
import type { ParquetDecoder } from './parquet-decoder.ts';
import { openRandomAccess, readRange } from './random-access.ts';
import type { RandomAccess } from './random-access.ts';
import { windowed } from './range-window.ts';
import { unread } from './unread.ts';

/** The magic number, then the first byte of a page header or footer: text does not begin like that. */
const magics = new Set(['PAR1\u0015', 'PARE\u0015']);
const footerBytes = 128 * 1024;
/** More rows in one group are no honest file: their levels alone would fill a worker's memory. */
const maxGroupRows = 20_000_000;

interface Reading {
  readonly decoder: ParquetDecoder;
  readonly writer: CellWriter;
  readonly limits: ReaderLimits;
  /** An error of the store, which is no error of the file. */
  readonly failure: { error: unknown };
}

interface Group {
  readonly start: number;
  readonly rows: number;
  /** Columns by name: the bytes of their chunks, packed or not, whichever is more. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Ranges as the library asks for them; an error of the store is kept apart. */
function fileOf(source: RandomAccess, failure: { error: unknown }) {
  return {
    byteLength: source.size,
    async slice(start: number, end = source.size): Promise<ArrayBuffer> {
      try {
        const bytes = await readRange(source, start, Math.min(end, source.size));
        const copy = new ArrayBuffer(bytes.length);
        new Uint8Array(copy).set(bytes);
        return copy;
      } catch (error) {
        failure.error ??= error;
        throw error;
      }
    },
  };
}

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
    groups.push({ start, rows: Number(group.num_rows), columns });
    start += Number(group.num_rows);
  }
  return groups;
}

/** Names of the columns, without the parts of those that have any: the schema is a tree written in depth-first order. */
function topNames({ metadata }: ParquetDecoder): string[] {
  const names: string[] = [];
  let inside = 0;
  for (const { name, num_children: children = 0 } of metadata.schema.slice(1)) {
    if (inside === 0) names.push(name);
    else inside--;
    inside += children;
  }
  return names;
}

interface Run {
  readonly values: ArrayLike<unknown>;
  readonly firstRow: number;
}

function* writeRun(writer: CellWriter, column: string, run: Run, group: Group): Generator<Block> {
  const field = writer.field(column);
  const first = Math.max(0, group.start - run.firstRow);
  const last = Math.min(run.values.length, group.start + group.rows - run.firstRow);
  for (let i = first; i < last; i++) {
    const value = run.values[i];
    const text = typeof value === 'string' ? value : textOfValue(value);
    const record = run.firstRow + i;
    if (text === null) flattenValue(column, value, (path, part) => writer.addPath(path, record, part));
    else if (field === null) writer.addPath(column, record, text);
    else writer.add(field, record, text);
    const block = writer.takeFull();
    if (block !== null) yield block;
  }
}

async function* readGroup(reading: Reading, group: Group): AsyncGenerator<Block | Unread> {
  const { decoder, writer, limits, failure } = reading;
  for (const [column, bytes] of group.columns) {
    if (bytes > limits.maxHeldBytes || group.rows > maxGroupRows) {
      yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a column of rows from ${group.start + 1} on is larger than is read`);
      continue;
    }
    const runs: Run[] = [];
    try {
      const rows = { start: group.start, end: group.start + group.rows };
      await decoder.readColumn(column, rows, (values, firstRow) => runs.push({ values, firstRow }));
    } catch (error) {
      if (failure.error !== null) throw failure.error;
      yield unread(reasonOf(error), `a column of rows from ${group.start + 1} on cannot be read`);
    }
    for (const run of runs) yield* writeRun(writer, column, run, group);
  }
}

const reasonOf = (error: unknown) => (error instanceof RangeError ? 'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT' : 'MALFORMED_FILE');

async function openReading(source: RandomAccess, limits: ReaderLimits): Promise<Reading | Unread> {
  const failure = { error: null as unknown };
  const { openParquet } = await import('./parquet-decoder.ts');
  try {
    const file = fileOf(windowed(source), failure);
    const decoder = await openParquet(file, { maxPageBytes: limits.maxHeldBytes, footerBytes });
    return { decoder, writer: createCellWriter(), limits, failure };
  } catch {
    if (failure.error !== null) throw failure.error;
    return unread('MALFORMED_FILE', 'the footer of the Parquet file is damaged or missing');
  }
}

async function* readGroups(reading: Reading): AsyncGenerator<Block | Unread> {
  const { decoder, writer } = reading;
  // Names of columns without a value are content too.
  for (const name of topNames(decoder)) writer.field(name);
  for (const group of groupsOf(decoder)) yield* readGroup(reading, group);
  const rest = writer.takeRest();
  if (rest !== null) yield rest;
}

export const parquetFormat: TextFormat = {
  id: 'parquet',
  isRanged: true,
  recognises: ({ bytes }) => magics.has(Buffer.from(bytes.subarray(0, 5)).toString('latin1')),
  async *read(source, limits) {
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
  },
};
