/** One sheet of an Excel workbook of before 2007: rows of cells, and what stands beside them. */
import { biff, openRecord, readRecords } from './biff-records.ts';
import type { BiffRecord, RecordCursor } from './biff-records.ts';
import { plainHeader } from './sheet-blocks.ts';
import { formatNumber } from './sheet-numbers.ts';
import { lettersOf } from '../table-rows.ts';
import type { TableRow } from '../table-rows.ts';
import type { XlsGlobals } from './xls-globals.ts';

export interface XlsSheetHandler {
  row(row: TableRow): void;
  /** A comment or link of a cell. */
  beside(name: string, text: string, cell: string): void;
  /** A header or footer of the print. */
  header(text: string): void;
  /** Text of a shape. */
  drawn(text: string): void;
}

/** A number of 30 bits: the upper ones of a floating-point number, or an integer; perhaps in hundredths ([MS-XLS] 2.5.217). */
export function rkOf(bits: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((bits & ~3) >>> 0, 4);
  const value = (bits & 2) === 0 ? bytes.readDoubleLE() : bits >> 2;
  return (bits & 1) === 0 ? value : Number((value / 100).toPrecision(15));
}

function readDouble(cursor: RecordCursor): number {
  const bytes = Buffer.alloc(8);
  for (let i = 0; i < 8; i++) bytes[i] = cursor.number(1);
  return bytes.readDoubleLE();
}

interface Reading {
  readonly book: XlsGlobals;
  readonly handler: XlsSheetHandler;
  row: number;
  cells: [column: number, text: string][];
  /** Column of a formula whose text follows in the next record, or -1. */
  pending: number;
  /** Number of the last object; its text follows in a record of its own. */
  object: number;
  readonly drawn: Map<number, string>;
  /** Cells whose shared text is not there. */
  missing: number;
}

function addCell(reading: Reading, row: number, column: number, text: string): void {
  if (row !== reading.row) endRow(reading);
  reading.row = row;
  if (text.trim() !== '') reading.cells.push([column, text]);
}

function endRow(reading: Reading): void {
  const { cells, row, handler } = reading;
  if (cells.length > 0) handler.row({ row: row + 1, cells });
  reading.cells = [];
}

function addNumber(reading: Reading, at: readonly [row: number, column: number], style: number, value: number): void {
  const { styles, is1904 } = reading.book;
  addCell(reading, ...at, formatNumber(String(value), styles[style] ?? { kind: 'plain' }, is1904));
}

type CellReader = (reading: Reading, cursor: RecordCursor, at: readonly [row: number, column: number], style: number) => void;

/** Cells: row, column and style, then what each kind holds. */
const cellReaders: Readonly<Record<number, CellReader>> = {
  [biff.sharedText](reading, cursor, at) {
    const text = reading.book.texts[cursor.number(4)];
    if (text === undefined) reading.missing++;
    else addCell(reading, ...at, text);
  },
  [biff.text]: (reading, cursor, at) => addCell(reading, ...at, reading.book.readText(cursor, 2)),
  [biff.richText]: (reading, cursor, at) => addCell(reading, ...at, reading.book.readText(cursor, 2)),
  [biff.number]: (reading, cursor, at, style) => addNumber(reading, at, style, readDouble(cursor)),
  [biff.rk]: (reading, cursor, at, style) => addNumber(reading, at, style, rkOf(cursor.number(4))),
  [biff.truth](reading, cursor, at) {
    const value = cursor.number(1);
    if (cursor.number(1) === 0) addCell(reading, ...at, value === 1 ? 'TRUE' : 'FALSE');
  },
  [biff.formula](reading, cursor, [row, column], style) {
    const result = Buffer.alloc(8);
    for (let i = 0; i < 8; i++) result[i] = cursor.number(1);
    if (result.readUInt16LE(6) !== 0xffff) addNumber(reading, [row, column], style, result.readDoubleLE());
    else if (result[0] === 1) addCell(reading, row, column, result[2] === 1 ? 'TRUE' : 'FALSE');
    else if (result[0] === 0) {
      addCell(reading, row, column, '');
      reading.pending = column;
    }
  },
};

/** Cells of one row that follow each other; the record ends with the last column. */
function readSeveral(reading: Reading, { parts }: BiffRecord): void {
  const cursor = openRecord(parts);
  const row = cursor.number(2);
  let column = cursor.number(2);
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  for (let left = Math.floor((bytes - 6) / 6); left > 0; left--) {
    const style = cursor.number(2);
    addNumber(reading, [row, column++], style, rkOf(cursor.number(4)));
  }
}

/** Before Excel 97 the text of a comment stands in the note itself, after it in a drawn object. */
function readNote(reading: Reading, { parts }: BiffRecord): void {
  const cursor = openRecord(parts);
  const [row, column] = [cursor.number(2), cursor.number(2)];
  const { book, handler, drawn } = reading;
  const cell = `${lettersOf(column)}${row + 1}`;
  if (!book.isUnicode) {
    handler.beside('comment', book.readText(cursor, 2), row === 0xffff ? '' : cell);
    return;
  }
  cursor.skip(2);
  const object = cursor.number(2);
  const author = book.readText(cursor, 2).trim();
  if (author !== '') handler.beside('author', author, cell);
  const text = drawn.get(object);
  drawn.delete(object);
  if (text !== undefined) handler.beside('comment', text, cell);
}

function readDrawnText(reading: Reading, { parts }: BiffRecord): void {
  const [head, ...rest] = parts;
  const [first, ...others] = rest;
  if (head.length < 12 || first === undefined || !reading.book.isUnicode) return;
  const cursor = openRecord([first, ...others]);
  const isWide = (cursor.number(1) & 1) === 1;
  reading.drawn.set(reading.object, cursor.characters(head.readUInt16LE(10), isWide));
}

/** What an address on the web or of mail is marked with ([MS-OSHARED] 2.3.7.6). */
const addressMark = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex');

function readLink(reading: Reading, { parts }: BiffRecord): void {
  const bytes = Buffer.concat(parts);
  const at = bytes.indexOf(addressMark) + addressMark.length;
  if (at < addressMark.length || at + 4 > bytes.length) return;
  const address = bytes.toString('utf16le', at + 4, at + 4 + bytes.readUInt32LE(at)).replace(/\0.*$/su, '');
  const cell = `${lettersOf(bytes.readUInt16LE(4))}${bytes.readUInt16LE(0) + 1}`;
  if (address !== '') reading.handler.beside('link', address, cell);
}

function readRecord(reading: Reading, record: BiffRecord): void {
  const readCell = cellReaders[record.id];
  if (readCell !== undefined) {
    const cursor = openRecord(record.parts);
    readCell(reading, cursor, [cursor.number(2), cursor.number(2)], cursor.number(2));
  } else if (record.id === biff.severalRk) readSeveral(reading, record);
  else if (record.id === biff.formulaText && reading.pending >= 0) {
    addCell(reading, reading.row, reading.pending, reading.book.readText(openRecord(record.parts), 2));
    reading.pending = -1;
  } else if (record.id === biff.object) reading.object = openRecord(record.parts, 6).number(2);
  else if (record.id === biff.drawnText) readDrawnText(reading, record);
  else if (record.id === biff.note) readNote(reading, record);
  else if (record.id === biff.link) readLink(reading, record);
  else if (record.id === biff.header || record.id === biff.footer) {
    const { isUnicode, readText } = reading.book;
    reading.handler.header(plainHeader(readText(openRecord(record.parts), isUnicode ? 2 : 1)));
  }
}

/** Gives the handler what a sheet holds, a pause after each record; gives back whether all of the sheet was there. */
export function* readXlsSheet(
  stream: Buffer,
  start: number,
  book: XlsGlobals,
  handler: XlsSheetHandler,
): Generator<void, boolean> {
  const reading: Reading = { book, handler, row: 0, cells: [], pending: -1, object: -1, drawn: new Map(), missing: 0 };
  const records = readRecords(stream, start);
  let next = records.next();
  for (; next.done !== true; next = records.next()) {
    readRecord(reading, next.value);
    yield;
  }
  endRow(reading);
  for (const text of reading.drawn.values()) handler.drawn(text);
  return next.value && reading.missing === 0;
}
