/** Finds out how a table is written: its delimiter, and whether its first row names the columns. */
import { quote, startCsvRun, tokeniseCsv } from './csv-tokeniser.ts';
import type { CsvDialect } from './csv-tokeniser.ts';
import type { CellBuffer } from '../cells.ts';

/** In order of trust: a tab never stands in prose, a comma often does. */
const delimiters = [0x09, 0x3b, 0x7c, 0x2c];
const comma = 0x2c;
const tab = 0x09;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const rowsSampled = 200;
const titleRowsExpected = 10;
const logTopBytes = 16 * 1024;

/** How the rows of a sample fall apart at one delimiter. */
interface Split {
  readonly delimiter: number;
  readonly rows: number;
  /** The commonest number of columns. */
  readonly columns: number;
  /** Rows that have it. */
  readonly agreeing: number;
}

function countColumns(bytes: Uint8Array, dialect: CsvDialect, isWhole: boolean): number[] {
  const counts: number[] = [];
  let columns = 1;
  let isEmpty = true;
  let inQuotes = false;
  let atCellStart = true;
  for (let i = 0; i <= bytes.length && counts.length < rowsSampled; i++) {
    const byte = i < bytes.length ? bytes[i]! : dialect.newline;
    if (i === bytes.length && (!isWhole || inQuotes)) break;
    if (byte === quote && (atCellStart || inQuotes)) {
      inQuotes = !inQuotes;
      // A quote right after a closing one reopens the cell: a doubled quote.
      atCellStart = !inQuotes;
      isEmpty = false;
    } else if (inQuotes) continue;
    else if (byte === dialect.newline) {
      if (!isEmpty) counts.push(columns);
      columns = 1;
      isEmpty = true;
      atCellStart = true;
    } else if (byte === dialect.delimiter) {
      columns++;
      isEmpty = false;
      atCellStart = true;
    } else {
      if (byte !== carriageReturn) isEmpty = false;
      atCellStart = false;
    }
  }
  return counts;
}

function splitAt(delimiter: number, counts: readonly number[]): Split {
  const votes = new Map<number, number>();
  for (const count of counts) votes.set(count, (votes.get(count) ?? 0) + 1);
  let columns = 1;
  let agreeing = 0;
  for (const [count, rows] of votes) if (rows > agreeing) [columns, agreeing] = [count, rows];
  return { delimiter, rows: counts.length, columns, agreeing };
}

function newlineOf(text: Uint8Array): number {
  return !text.includes(lineFeed) && text.includes(carriageReturn) ? carriageReturn : lineFeed;
}

function bestSplit(text: Uint8Array, isWhole: boolean): Split | null {
  let best: Split | null = null;
  for (const delimiter of delimiters) {
    const split = splitAt(delimiter, countColumns(text, { delimiter, newline: newlineOf(text) }, isWhole));
    if (split.columns < 2) continue;
    if (best === null || split.agreeing * best.rows > best.agreeing * split.rows) best = split;
  }
  return best;
}

/** True if a text without a telling name is a table: its rows agree on a number of columns that prose would not. */
export function looksTabular(text: Uint8Array, isWhole: boolean): boolean {
  const split = bestSplit(text, isWhole);
  if (split === null || split.agreeing * 20 < split.rows * 19) return false;
  return split.rows >= 2 && split.columns >= (split.delimiter === comma ? 3 : 2);
}

/** `sep=;` and its line end, as spreadsheets write it above a table: the delimiter and the bytes it takes. */
export function readSeparatorLine(text: Uint8Array): { readonly delimiter: number; readonly length: number } | null {
  const line = /^sep=([,;|\t])(?:\r\n?|\n)/u.exec(Buffer.from(text.subarray(0, 8)).toString('latin1'));
  return line === null ? null : { delimiter: line[1]!.codePointAt(0)!, length: line[0].length };
}

/** Rows above the table itself, such as a title: at most half as wide as most rows, and before the first of those. */
export function countTitleRows(text: Uint8Array, isWhole: boolean, dialect: CsvDialect): number {
  const counts = countColumns(text, dialect, isWhole);
  const { columns, agreeing, rows } = splitAt(dialect.delimiter, counts);
  const first = counts.indexOf(columns);
  const isPlain = columns < 2 || agreeing * 2 < rows || first > titleRowsExpected;
  return isPlain || counts.slice(0, first).some((count) => count * 2 > columns) ? 0 : first;
}

/** What stands above a log of columns (W3C extended log format, CloudFront): its names, and the lines they stand in. */
export interface LogTop {
  readonly names: readonly string[];
  readonly lines: number;
}

/** The `#Fields:` above a table whose first row has as many columns, between tabs; null where there is none. */
export function readLogTop(text: Uint8Array): LogTop | null {
  if (text[0] !== 0x23) return null;
  const head = Buffer.from(text.subarray(0, logTopBytes)).toString('utf8');
  const [top = ''] = /^(?:#[^\n]*\n)+/u.exec(head) ?? [];
  const named = /^#Fields:[ \t]+(\S[^\n]*?)\s*$/mu.exec(top)?.[1];
  if (named === undefined) return null;
  const names = named.split(/\s+/u);
  const [row = ''] = head.slice(top.length).split('\n');
  const isTable = names.length > 1 && row.split('\t').length === names.length;
  return isTable ? { names, lines: top.split('\n').length - 1 } : null;
}

/** The dialect of a table from its start; a single column counts as comma-separated. */
export function sniffDialect(text: Uint8Array, isWhole: boolean, extension: string): CsvDialect {
  const fallback = extension === 'tsv' || extension === 'tab' ? tab : comma;
  return { delimiter: bestSplit(text, isWhole)?.delimiter ?? fallback, newline: newlineOf(text) };
}

/** What a cell looks like, as far as telling names from values needs it. */
type Shape = 'digits' | 'mail' | 'words';

function shapeOf(bytes: Uint8Array, start: number, end: number): Shape {
  let digits = 0;
  let others = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x40) return 'mail';
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (byte > 0x40) others++;
  }
  return digits >= 5 || (digits > 0 && others === 0) ? 'digits' : 'words';
}

interface Column {
  first: Shape | null;
  readonly below: Record<Shape, number>;
}

function columnsOf(cells: CellBuffer, bytes: Uint8Array): Column[] {
  const columns: Column[] = [];
  for (let i = 0; i < cells.count; i++) {
    const column = (columns[cells.fields[i]!] ??= { first: null, below: { digits: 0, mail: 0, words: 0 } });
    const shape = shapeOf(bytes, cells.starts[i]!, cells.ends[i]!);
    if (cells.records[i] === 0) column.first = shape;
    else column.below[shape]++;
  }
  return columns;
}

/** +1 if the first cell of a column is unlike those below it, -1 if it is like them, 0 if the column says nothing. */
function voteOf({ first, below }: Column): number {
  const rows = below.digits + below.mail + below.words;
  if (first === null || rows === 0) return 0;
  for (const shape of ['digits', 'mail'] as const) if (below[shape] * 5 >= rows * 4) return first === shape ? -1 : 1;
  return 0;
}

/**
 * True if the first row (record 0) of a table names its columns: it is unlike the rows below it, column by column. Where the
 * columns do not tell, it is taken for names unless a cell of it looks like a value; names are read as content, so none is lost.
 */
export function firstRowNamesColumns(cells: CellBuffer, text: Uint8Array): boolean {
  const columns = columnsOf(cells, text);
  let votes = 0;
  let values = 0;
  for (const column of columns) {
    if (column === undefined) continue;
    votes += voteOf(column);
    if (column.first !== null && column.first !== 'words') values++;
  }
  return votes === 0 ? values === 0 : votes > 0;
}

/** True if the first row of delimited text names its columns. */
export function hasHeader(text: Uint8Array, isWhole: boolean, dialect: CsvDialect): boolean {
  const run = startCsvRun(dialect, (column) => column);
  tokeniseCsv(run, text, isWhole);
  return firstRowNamesColumns(run.cells, text);
}
