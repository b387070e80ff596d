/** Splits delimited text into cells (RFC 4180, forgiving): one loop over bytes, no object and no string per cell. */
import { indexOfEither } from '../byte-words.ts';
import { addCell, addEscapedCell, createCellBuffer, keepCells } from '../cells.ts';
import type { CellBuffer, CellKey } from '../cells.ts';
import { maxFields } from '../limits.ts';

export interface CsvDialect {
  readonly delimiter: number;
  /** The byte that ends a record outside of quotes. */
  readonly newline: number;
}

/** A run over one table. Offsets are into the window the tokeniser is given next. */
export interface CsvRun {
  readonly dialect: CsvDialect;
  /** 1 for the bytes that end a cell outside of quotes. */
  readonly stops: Uint8Array;
  /** The bytes at hand. */
  view: DataView;
  readonly cells: CellBuffer;
  /** Field index of each column seen so far. */
  readonly fields: number[];
  /** Gives a column beyond `fields` its field index. */
  addColumn(column: number): number;
  /** Record and field of the next cell. */
  readonly key: CellKey;
  /** Column the window starts in: 0 unless a record was cut. */
  column: number;
  /** Record to stop before. */
  stopAt: number;
  /** A quote that opens no cell although it stands first in one, or -1. */
  literalQuote: number;
  /** The quote that opened the cell in which the window ended, or -1. */
  openQuote: number;
}

export const quote = 0x22;
const carriageReturn = 0x0d;
const space = 0x20;

/** A run that starts at record 0, column 0. */
export function startCsvRun(dialect: CsvDialect, addColumn: (column: number) => number): CsvRun {
  const stops = new Uint8Array(256);
  stops[dialect.delimiter] = 1;
  stops[dialect.newline] = 1;
  return {
    dialect,
    stops,
    view: new DataView(new ArrayBuffer(0)),
    cells: createCellBuffer(),
    fields: [],
    addColumn,
    key: { field: 0, record: 0 },
    column: 0,
    stopAt: Infinity,
    literalQuote: -1,
    openQuote: -1,
  };
}

/** Field index of a column; columns beyond the header get theirs now, those beyond the limit share one. */
export function fieldAt(run: CsvRun, column: number): number {
  const own = Math.min(column, Math.max(maxFields, run.fields.length - 1));
  while (run.fields.length <= own) run.fields.push(run.addColumn(run.fields.length));
  return run.fields[own]!;
}

/** Index of the quote that ends a cell whose text starts at `from`, negative (minus one) if the cell holds doubled quotes; 0 if none does. */
function findClosingQuote(view: DataView, from: number, isLast: boolean): number {
  const end = view.byteLength;
  let hasDoubled = false;
  for (let i = indexOfEither(view, from, quote, quote); i < end; i = indexOfEither(view, i + 2, quote, quote)) {
    if (i + 1 >= end && !isLast) return 0;
    if (i + 1 >= end || view.getUint8(i + 1) !== quote) return hasDoubled ? -i - 1 : i;
    hasDoubled = true;
  }
  return 0;
}

/** Where unquoted text that ends at `end` ends without the CR of a CRLF. */
function withoutReturn(bytes: Uint8Array, start: number, end: number): number {
  return end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
}

/** True if only spaces, or the CR of a CRLF, lie in `[from, to)`: what may stand between a closing quote and the end of its cell. */
function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== space && !(bytes[i] === carriageReturn && i + 1 === to)) return false;
  return true;
}

/** As `readCell`, for a cell that does not begin with a quote. */
function readPlain({ cells, key, stops }: CsvRun, bytes: Uint8Array, start: number, isLast: boolean): number {
  const { length } = bytes;
  let stop = start;
  while (stop < length && stops[bytes[stop]!] === 0) stop++;
  if (stop === length && !isLast) return -1;
  addCell(cells, start, withoutReturn(bytes, start, stop), key);
  return stop;
}

/** Reads the cell at `start` and returns where it ends (a delimiter, a line end or the end of the bytes), or -1 if it is not complete. */
function readCell(run: CsvRun, bytes: Uint8Array, start: number, isLast: boolean): number {
  const { delimiter, newline } = run.dialect;
  let contentEnd = -1;
  let stop: number;
  let hasDoubled = false;
  if (bytes[start] === quote && start !== run.literalQuote) {
    const closing = findClosingQuote(run.view, start + 1, isLast);
    if (closing === 0) {
      run.openQuote = start;
      return -1;
    }
    hasDoubled = closing < 0;
    contentEnd = hasDoubled ? -closing - 1 : closing;
    stop = indexOfEither(run.view, contentEnd + 1, delimiter, newline);
  } else stop = indexOfEither(run.view, start, delimiter, newline);
  if (stop === bytes.length && !isLast) return -1;
  if (contentEnd === -1) addCell(run.cells, start, withoutReturn(bytes, start, stop), run.key);
  // Text after the closing quote breaks the rules of the format: the cell is given as it stands, nothing is lost.
  else if (!isPadding(bytes, contentEnd + 1, stop)) addCell(run.cells, start + 1, withoutReturn(bytes, start, stop), run.key);
  else if (hasDoubled) addEscapedCell(run.cells, start + 1, contentEnd, run.key);
  else addCell(run.cells, start + 1, contentEnd, run.key);
  return stop;
}

/**
 * Adds the cells of all complete records in `bytes` and returns how many bytes they take. Cells of the record the bytes
 * end in are taken back, unless `isLast` says that nothing follows or `keepPartial` that the record is to be cut. Blank
 * lines are no records.
 */
export function tokeniseCsv(run: CsvRun, bytes: Uint8Array, isLast: boolean, keepPartial = false): number {
  const { cells, key, fields } = run;
  const { newline } = run.dialect;
  const end = bytes.length;
  const firstColumn = run.column;
  let recordStart = 0;
  let column = firstColumn;
  let keptCells = cells.count;
  let i = 0;
  run.openQuote = -1;
  run.view = new DataView(bytes.buffer, bytes.byteOffset, end);
  for (;;) {
    // At the very end an empty cell may follow a delimiter.
    if (i >= end && !(isLast && i > recordStart)) break;
    const start = i;
    key.field = column < fields.length ? fields[column]! : fieldAt(run, column);
    i = start < end && bytes[start] !== quote ? readPlain(run, bytes, start, isLast) : readCell(run, bytes, start, isLast);
    if (i === -1) return keepPartial ? leaveOpen(run, start, column) : takeBack(run, keptCells, recordStart, firstColumn);
    if (i < end && bytes[i] !== newline) {
      column++;
      i++;
      continue;
    }
    const isBlank = column === 0 && cells.count === keptCells && bytes[start] !== quote;
    i = Math.min(i + 1, end);
    if (!isBlank) key.record++;
    recordStart = i;
    column = 0;
    keptCells = cells.count;
    if (key.record >= run.stopAt) break;
  }
  if (i > recordStart) return keepPartial ? leaveOpen(run, end, column) : takeBack(run, keptCells, recordStart, firstColumn);
  run.column = 0;
  return recordStart;
}

function takeBack(run: CsvRun, keptCells: number, recordStart: number, firstColumn: number): number {
  keepCells(run.cells, keptCells);
  run.column = recordStart === 0 ? firstColumn : 0;
  return recordStart;
}

function leaveOpen(run: CsvRun, start: number, column: number): number {
  run.column = column;
  return start;
}

/** How doubled quotes are read. */
export const csvEscapes = {
  unescape(bytes: Uint8Array, start: number, end: number): number {
    let to = start;
    for (let from = start; from < end; from++) {
      bytes[to++] = bytes[from]!;
      if (bytes[from] === quote && bytes[from + 1] === quote) from++;
    }
    // No line may appear or vanish: the rest becomes quotes, as many as were doubled.
    for (let i = to; i < end; i++) bytes[i] = quote;
    return to;
  },
  escapedLength(bytes: Uint8Array, start: number, length: number): number {
    let from = start;
    for (let read = 0; read < length; read++) from += bytes[from] === quote ? 2 : 1;
    return from - start;
  },
};
