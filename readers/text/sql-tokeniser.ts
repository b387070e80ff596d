/** SQL dumps, token by token over bytes: rows of INSERT and COPY, and every other statement as text. */
import type { Escapes } from '../block.ts';
import { addCell, addEscapedCell, createCellBuffer, keepCells } from '../cells.ts';
import type { CellBuffer } from '../cells.ts';
import { createFieldNames } from '../field-names.ts';
import type { FieldNames } from '../field-names.ts';
import { maxOwnFields } from '../limits.ts';
import { copyEscapes, mysqlEscapes, standardEscapes } from './sql-escapes.ts';
import { readRowsHead, readTable } from './sql-statements.ts';
import type { SqlRows } from './sql-statements.ts';

const lineFeed = 0x0a;
const quote = 0x27;
const doubleQuote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const open = 0x28;
const close = 0x29;
const semicolon = 0x3b;
const tab = 0x09;
/** Longer heads of statements, and tables of more text, are not understood, only read. */
const headBytes = 64 * 1024;
const shortHeadBytes = 512;

export interface SqlRun {
  readonly names: FieldNames;
  readonly cells: CellBuffer;
  readonly hasBackslashes: boolean;
  readonly tables: Map<string, readonly string[]>;
  readonly key: { field: number; record: number };
  mode: 'statements' | 'values' | 'copy';
  table: string;
  columns: readonly string[];
  /** Field of each column of the table whose rows are being read. */
  fields: number[];
  escapes: Escapes;
}

export function startSqlRun(hasBackslashes: boolean): SqlRun {
  const escapes = hasBackslashes ? mysqlEscapes : standardEscapes;
  const state = { mode: 'statements', table: '', columns: [], fields: [], escapes } as const;
  const key = { field: 0, record: 0 };
  return { names: createFieldNames(), cells: createCellBuffer(), hasBackslashes, tables: new Map(), key, ...state, fields: [] };
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

function fieldOf(run: SqlRun, column: number): number {
  const known = run.fields[column];
  if (known !== undefined) return known;
  const name = `${run.table}.${run.columns[column] ?? `column ${column + 1}`}`;
  const field = run.names.list.length < maxOwnFields ? run.names.add(name) : run.names.add('*');
  run.fields[column] = field;
  return field;
}

/** Goes on with the rows of a table. Blocks of COPY and of other rows are kept apart: they are escaped differently. */
function startRows(run: SqlRun, mode: 'values' | 'copy', table: string, columns: readonly string[] | null): void {
  run.mode = mode;
  run.table = table;
  run.columns = columns ?? run.tables.get(table) ?? [];
  run.fields = [];
  for (let column = 0; column < run.columns.length; column++) fieldOf(run, column);
}

/** After the closing quote of a string that begins at `at`; -1 if it is not there yet. */
function endOfString(bytes: Uint8Array, at: number, hasBackslashes: boolean): number {
  const mark = bytes[at]!;
  for (let i = at + 1; i < bytes.length; i++) {
    if (bytes[i] === backslash && hasBackslashes) i++;
    else if (bytes[i] === mark) {
      if (bytes[i + 1] !== mark) return i + 1;
      i++;
    }
  }
  return -1;
}

const isQuote = (byte: number): boolean => byte === quote || byte === 0x22 || byte === 0x60;

/** After the `;` of a statement, outside of strings; -1 if it is not there yet. */
function endOfStatement(bytes: Uint8Array, at: number, hasBackslashes: boolean): number {
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === semicolon) return i + 1;
    if (!isQuote(byte)) continue;
    i = endOfString(bytes, i, hasBackslashes) - 1;
    if (i < 0) return -1;
  }
  return -1;
}

function addText(run: SqlRun, field: string, start: number, end: number): void {
  run.key.field = run.names.add(field);
  addCell(run.cells, start, end, run.key);
}

function addString(run: SqlRun, bytes: Uint8Array, start: number, end: number): void {
  let isEscaped = false;
  for (let i = start; i < end && !isEscaped; i++)
    isEscaped = bytes[i] === quote || (run.hasBackslashes && bytes[i] === backslash);
  if (isEscaped) addEscapedCell(run.cells, start, end, run.key);
  else addCell(run.cells, start, end, run.key);
}

/** Reads one value of a row; where it ends (before `,` or `)`), or -1 if that is not there yet. */
function readValue(run: SqlRun, bytes: Uint8Array, at: number): number {
  let depth = 0;
  let hasString = false;
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === quote || (run.hasBackslashes && byte === doubleQuote)) {
      const end = endOfString(bytes, i, run.hasBackslashes);
      if (end === -1) return -1;
      addString(run, bytes, i + 1, end - 1);
      hasString = true;
      i = end - 1;
    } else if (byte === open) depth++;
    else if (depth > 0 && byte === close) depth--;
    else if (depth === 0 && (byte === comma || byte === close)) {
      let end = i;
      while (end > at && isSpace(bytes[end - 1]!)) end--;
      const isNull = end - at === 4 && Buffer.from(bytes.subarray(at, end)).toString('latin1').toUpperCase() === 'NULL';
      if (!hasString && !isNull) addCell(run.cells, at, end, run.key);
      return i;
    }
  }
  return -1;
}

/** Reads one row `(…)`; its end, or -1 if that is not there yet. */
function readRow(run: SqlRun, bytes: Uint8Array, at: number): number {
  const before = run.cells.count;
  for (let i = at + 1, column = 0; ; column++) {
    while (i < bytes.length && isSpace(bytes[i]!)) i++;
    run.key.field = fieldOf(run, column);
    i = readValue(run, bytes, i);
    if (i === -1) {
      keepCells(run.cells, before);
      return -1;
    }
    if (bytes[i] === close) {
      run.key.record++;
      return i + 1;
    }
    i++;
  }
}

/** Reads what stands between and after rows, or a row. */
function readValues(run: SqlRun, bytes: Uint8Array, at: number): number {
  if (bytes[at] === open) return readRow(run, bytes, at);
  if (bytes[at] === comma) return at + 1;
  run.mode = 'statements';
  return bytes[at] === semicolon ? at + 1 : at;
}

/** Reads a line of COPY. */
function readCopyLine(run: SqlRun, bytes: Uint8Array, at: number, isEnded: boolean): number {
  let end = bytes.indexOf(lineFeed, at);
  if (end === -1) {
    if (!isEnded) return -1;
    end = bytes.length;
  }
  const next = Math.min(bytes.length, end + 1);
  if (end > at && bytes[end - 1] === 0x0d) end--;
  if (bytes[at] === backslash && bytes[at + 1] === 0x2e && end === at + 2) {
    run.mode = 'statements';
    return next;
  }
  let start = at;
  let hasEscape = false;
  for (let i = at, column = 0; i <= end; i++) {
    if (i < end && bytes[i] !== tab) {
      hasEscape ||= bytes[i] === backslash;
      continue;
    }
    const isNull = i - start === 2 && bytes[start] === backslash && bytes[start + 1] === 0x4e;
    run.key.field = fieldOf(run, column++);
    if (hasEscape && !isNull) addEscapedCell(run.cells, start, i, run.key);
    else if (!isNull) addCell(run.cells, start, i, run.key);
    start = i + 1;
    hasEscape = false;
  }
  run.key.record++;
  return next;
}

function readComment(run: SqlRun, bytes: Uint8Array, at: number, isEnded: boolean): number {
  const isBlock = bytes[at] === 0x2f;
  const found = isBlock
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('*/', at)
    : bytes.indexOf(lineFeed, at);
  if (found === -1 && (isBlock || !isEnded)) return -1;
  const end = found === -1 ? bytes.length : found + (isBlock ? 2 : 1);
  addText(run, '#comment', at, end);
  return end;
}

function isComment(bytes: Uint8Array, at: number): boolean {
  const [byte, next] = [bytes[at], bytes[at + 1]];
  return byte === 0x23 || (byte === 0x2d && next === 0x2d) || (byte === 0x2f && next === 0x2a);
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(length, bytes.length - at)).toString('utf8');

/** Reads the words before rows; a short look is enough for most. */
function readHead(bytes: Uint8Array, at: number): (SqlRows & { readonly bytes: number }) | null {
  if (!/^(?:INSERT|REPLACE|COPY)\s/iu.test(textAt(bytes, at, 16))) return null;
  for (const length of [shortHeadBytes, headBytes]) {
    const head = textAt(bytes, at, length);
    const rows = readRowsHead(head);
    if (rows !== null) return { ...rows, bytes: Buffer.byteLength(head.slice(0, rows.length)) };
  }
  return null;
}

/** Reads the statement at `at`: the words before rows, or all of it. */
function readStatement(run: SqlRun, bytes: Uint8Array, at: number, isEnded: boolean): number {
  if (isComment(bytes, at)) return readComment(run, bytes, at, isEnded);
  const rows = readHead(bytes, at);
  if (rows !== null) {
    startRows(run, rows.kind, rows.table, rows.columns);
    return at + rows.bytes;
  }
  const end = endOfStatement(bytes, at, run.hasBackslashes);
  if (end === -1 && !isEnded) return -1;
  const until = end === -1 ? bytes.length : end;
  const table = until - at <= headBytes ? readTable(Buffer.from(bytes.subarray(at, until)).toString('utf8')) : null;
  if (table !== null) run.tables.set(table.table, table.columns);
  addText(run, /^(?:CREATE|ALTER|DROP)\s/iu.test(textAt(bytes, at, 16)) ? '#definition' : '#statement', at, until);
  return until;
}

/** Reads whole tokens from the start of `bytes`; gives the bytes read. A block holds rows of one kind. */
export function tokeniseSql(run: SqlRun, bytes: Uint8Array, isEnded: boolean): number {
  const isCopy = run.mode === 'copy';
  run.escapes = isCopy ? copyEscapes : run.hasBackslashes ? mysqlEscapes : standardEscapes;
  for (let at = 0; ;) {
    if ((run.mode === 'copy') !== isCopy && at > 0) return at;
    if (run.mode !== 'copy') while (at < bytes.length && isSpace(bytes[at]!)) at++;
    if (at >= bytes.length) return at;
    const end =
      run.mode === 'copy'
        ? readCopyLine(run, bytes, at, isEnded)
        : run.mode === 'values'
          ? readValues(run, bytes, at)
          : readStatement(run, bytes, at, isEnded);
    if (end === -1) return at;
    at = end;
  }
}
