/** SQLite databases: `table.column` as fields, rows as records. Deleted rows and what a log beside the file holds are not read. */
import { createCellWriter } from '../cell-writer.ts';
import type { CellWriter } from '../cell-writer.ts';
import type { Block, ReaderLimits, TextFormat, Unread } from '../contract.ts';
import { textOfBytes } from '../flatten-value.ts';
import { openRandomAccess } from '../random-access.ts';
import { readTable } from '../text/sql-statements.ts';
import { openSqlite, readTree, readVarint } from './sqlite-pages.ts';
import type { SqliteFile } from './sqlite-pages.ts';
import { unread } from '../unread.ts';

const magic = Buffer.from('SQLite format 3\0', 'latin1');
const integerBytes = [0, 1, 2, 3, 4, 6, 8];
const maxColumns = 32_767;

/** A value of a record: its text, or where that stands in the record as UTF-8. */
type Value = string | { readonly start: number; readonly end: number };

const textIn = (record: Buffer, value: Value): string =>
  typeof value === 'string' ? value : record.toString('utf8', value.start, value.end);

/** A text, or bytes; null where these are no text. */
function readText(
  file: SqliteFile,
  record: Buffer,
  range: { readonly start: number; readonly end: number },
  isText: boolean,
): Value | null {
  if (isText && file.encoding === 'utf8') return range;
  const bytes = record.subarray(range.start, range.end);
  return isText ? new TextDecoder(file.encoding).decode(bytes) : textOfBytes(bytes);
}

function integerAt(record: Buffer, at: number, bytes: number): string {
  return bytes === 8 ? String(record.readBigInt64BE(at)) : String(record.readIntBE(at, bytes));
}

/** Values of a record; null for nothing and for bytes that are no text. Null if the record is damaged. */
function readRecord(file: SqliteFile, record: Buffer): (Value | null)[] | null {
  const values: (Value | null)[] = [];
  const [headerBytes, first] = readVarint(record, 0);
  let at = headerBytes;
  for (let next = first; next < headerBytes && values.length < maxColumns;) {
    const [type, after] = readVarint(record, next);
    next = after;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : (integerBytes[type] ?? 0);
    if (!(at + length <= record.length)) return null;
    if (type >= 12) values.push(readText(file, record, { start: at, end: at + length }, type % 2 === 1));
    else if (type === 7) values.push(String(record.readDoubleBE(at)));
    else if (type === 8 || type === 9) values.push(String(type - 8));
    else values.push(length === 0 ? null : integerAt(record, at, length));
    at += length;
  }
  return values;
}

interface Table {
  readonly name: string;
  readonly root: number;
  /** Names of the columns as records hold them; empty where that is not known. */
  readonly columns: readonly string[];
}

interface Reading {
  readonly file: SqliteFile;
  readonly writer: CellWriter;
  readonly limits: { readonly maxRecordBytes: number };
  record: number;
  damaged: number;
}

function tableOf([type, name, , root, sql]: readonly (string | null)[]): Table | null {
  if (type !== 'table' || !name || name.startsWith('sqlite_') || !(Number(root) > 0)) return null;
  const columns = readTable(sql ?? '')?.columns ?? [];
  // Without a row id the columns of the primary key come first, in an order of their own.
  const isReordered =
    /\bWITHOUT\s+ROWID\b/iu.test(sql ?? '') && /,\s*(?:CONSTRAINT\s+\S+\s+)?PRIMARY\s+KEY\s*\(/iu.test(sql ?? '');
  return { name, root: Number(root), columns: isReordered ? [] : columns };
}

async function* readRows(reading: Reading, { name, root, columns }: Table): AsyncGenerator<Block> {
  const { file, writer, limits } = reading;
  const pathOf = (column: number) => `${name}.${columns[column] ?? `column ${column + 1}`}`;
  for (let column = 0; column < columns.length; column++) writer.field(pathOf(column));
  const fields: (number | null)[] = [];
  for await (const records of readTree(file, root, limits)) {
    for (const record of records) {
      const values = record === null ? null : readRecord(file, record);
      if (values === null) {
        reading.damaged++;
        continue;
      }
      for (const [column, value] of values.entries()) {
        if (value === null) continue;
        const field = (fields[column] ??= writer.field(pathOf(column)));
        if (field === null) writer.addPath(pathOf(column), reading.record, textIn(record!, value));
        else if (typeof value === 'string') writer.add(field, reading.record, value);
        else writer.addBytes(field, reading.record, record!, value);
      }
      reading.record++;
      const block = writer.takeFull();
      if (block !== null) yield block;
    }
  }
}

async function* readDatabase(file: SqliteFile, { maxCellBytes }: ReaderLimits): AsyncGenerator<Block | Unread> {
  const reading: Reading = { file, writer: createCellWriter(), limits: { maxRecordBytes: maxCellBytes }, record: 0, damaged: 0 };
  const tables: Table[] = [];
  for await (const records of readTree(file, 1, reading.limits)) {
    for (const record of records) {
      const values = record === null ? null : readRecord(file, record);
      if (values === null) reading.damaged++;
      const table = values === null ? null : tableOf(values.map((value) => (value === null ? null : textIn(record!, value))));
      if (table !== null) tables.push(table);
    }
  }
  for (const table of tables) yield* readRows(reading, table);
  const rest = reading.writer.takeRest();
  if (rest !== null) yield rest;
  if (reading.damaged > 0)
    yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `${reading.damaged} pages or rows of the SQLite file cannot be read`);
}

export const sqliteFormat: TextFormat = {
  id: 'sqlite',
  isRanged: true,
  recognises: ({ bytes }) => magic.equals(bytes.subarray(0, magic.length)),
  async *read(source, limits) {
    const access = await openRandomAccess(source, limits);
    if ('kind' in access) {
      yield access;
      return;
    }
    const file = await openSqlite(access);
    if (file === null) yield unread('MALFORMED_FILE', 'the header of the SQLite file is damaged');
    else yield* readDatabase(file, limits);
  },
};
