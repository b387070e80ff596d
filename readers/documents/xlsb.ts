/** Binary workbooks of Excel from 2007 on (XLSB): the parts of an XLSX with records in place of XML. */
import type { Block, ReaderLimits, Unread } from '../contract.ts';
import type { DocumentParts } from './document-parts.ts';
import { blocksOfProperties, readProperties } from './document-properties.ts';
import { createFieldNames } from '../field-names.ts';
import { blocksOfCell, blocksOfSheetNames, explainMissing, plainHeader, styleOfSheet } from './sheet-blocks.ts';
import { formatNumber, styleOf } from './sheet-numbers.ts';
import type { NumberStyle } from './sheet-numbers.ts';
import { createTable, lettersOf } from '../table-rows.ts';
import type { Table, TableContext } from '../table-rows.ts';
import { unread } from '../unread.ts';
import { rkOf } from './xls-sheet.ts';
import { parseRecords, readWideText } from './xlsb-records.ts';
import type { OnRecord } from './xlsb-records.ts';
import { orderSheets, readBeside } from './xlsx.ts';
import type { Sheet } from './xlsx.ts';

/** Numbers of the records that hold texts and values ([MS-XLSB] 2.3). */
const records = {
  row: 0,
  rk: 2,
  truth: 4,
  real: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaReal: 9,
  formulaTruth: 10,
  sharedItem: 19,
  format: 44,
  style: 47,
  richText: 62,
  bookProperties: 153,
  sheet: 156,
  headers: 479,
  stylesStart: 617,
  stylesEnd: 618,
  author: 632,
  comment: 635,
  commentText: 637,
} as const;

/** All kinds of cells, empty ones and errors too: they move the column. */
const cellKinds = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, records.richText]);

interface Book {
  readonly texts: string[];
  readonly styles: NumberStyle[];
  is1904: boolean;
  /** Cells whose shared text is not there. */
  missing: number;
}

/** Reads a part for what `onRecord` keeps; gives the problems alone. */
async function learn(parts: DocumentParts, name: string, limits: ReaderLimits, onRecord: OnRecord): Promise<Unread[]> {
  const problems: Unread[] = [];
  const options = { onRecord, drain: () => [], maxBytes: limits.maxCellBytes };
  for await (const problem of parseRecords<never>(parts, name, options)) problems.push(problem);
  return problems;
}

async function readHead(parts: DocumentParts, limits: ReaderLimits, book: Book) {
  const ids: string[] = [];
  const names: string[] = [];
  const problems = await learn(parts, 'xl/workbook.bin', limits, (id, data) => {
    if (id === records.bookProperties) book.is1904 = ((data[0] ?? 0) & 1) === 1;
    if (id !== records.sheet) return;
    const link = readWideText(data, 8);
    ids.push(link.text);
    names.push(readWideText(data, link.end).text);
  });
  return { problems, names, sheets: await orderSheets(parts, 'xl/workbook.bin', ids) };
}

async function readStyles(parts: DocumentParts, limits: ReaderLimits, book: Book): Promise<Unread[]> {
  const codes = new Map<number, string>();
  let isInCells = false;
  return learn(parts, 'xl/styles.bin', limits, (id, data) => {
    if (id === records.stylesStart || id === records.stylesEnd) isInCells = id === records.stylesStart;
    else if (id === records.format && data.length >= 6) codes.set(data.readUInt16LE(), readWideText(data, 2).text);
    else if (id === records.style && isInCells && data.length >= 4) {
      const format = data.readUInt16LE(2);
      book.styles.push(styleOf(format, codes.get(format)));
    }
  });
}

async function readSharedTexts(parts: DocumentParts, limits: ReaderLimits, book: Book): Promise<Unread[]> {
  let held = 0;
  const problems = await learn(parts, 'xl/sharedStrings.bin', limits, (id, data) => {
    if (id !== records.sharedItem) return;
    const { text } = held < limits.maxHeldBytes ? readWideText(data, 1) : { text: '' };
    held += text.length;
    book.texts.push(text);
  });
  const detail = `more than ${limits.maxHeldBytes} characters of shared texts`;
  return held < limits.maxHeldBytes ? problems : [...problems, unread('OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT', detail)];
}

/** Kinds of cells that leave out their column, for it follows that of the last: their numbers are higher by this. */
const shortFirst = 12;
const shortLast = 18;
const shortBy = 11;

function sharedText(book: Book, index: number): string {
  const text = book.texts[index];
  if (text === undefined) book.missing++;
  return text ?? '';
}

/** Text of a cell, from the record of its kind, which begins with its style; null for other records. */
function textOf(book: Book, kind: number, data: Buffer): string | null {
  const shown = (value: number): string => {
    const style = data.readUIntLE(0, 3);
    return formatNumber(String(value), book.styles[style] ?? { kind: 'plain' }, book.is1904);
  };
  switch (kind) {
    case records.text:
    case records.formulaText:
      return readWideText(data, 4).text;
    case records.richText:
      return readWideText(data, 5).text;
    case records.sharedText:
      return data.length < 8 ? '' : sharedText(book, data.readUInt32LE(4));
    case records.rk:
      return data.length < 8 ? '' : shown(rkOf(data.readUInt32LE(4)));
    case records.real:
    case records.formulaReal:
      return data.length < 12 ? '' : shown(data.readDoubleLE(4));
    case records.truth:
    case records.formulaTruth:
      return data[4] === 1 ? 'TRUE' : 'FALSE';
    default:
      return null;
  }
}

/** Takes up the cells of a sheet; `end` gives the last row. */
function readCells(book: Book, table: Table): { readonly onRecord: OnRecord; readonly end: () => void } {
  let row = 0;
  let column = -1;
  let cells: [number, string][] = [];
  const end = (): void => {
    if (cells.length > 0) table.add({ row: row + 1, cells });
    cells = [];
    column = -1;
  };
  const add = (kind: number, data: Buffer): void => {
    const text = textOf(book, kind, data);
    if (text !== null && text.trim() !== '') cells.push([column, text]);
  };
  const onRecord: OnRecord = (id, data) => {
    if (data.length < 4 || (cellKinds.has(id) && data.length < 8)) return;
    if (id === records.row) {
      end();
      row = data.readUInt32LE();
    } else if (id >= shortFirst && id <= shortLast) {
      column++;
      add(id - shortBy, data);
    } else if (cellKinds.has(id)) {
      column = data.readUInt32LE();
      add(id, data.subarray(4));
    }
  };
  return { onRecord, end };
}

function readHeaders(data: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 2; at < data.length;) {
    const { text, end } = readWideText(data, at);
    texts.push(plainHeader(text));
    at = end;
  }
  return texts;
}

async function* readComments(parts: DocumentParts, part: string, sheet: Sheet, limits: ReaderLimits) {
  const found: [name: string, text: string, cell: string][] = [];
  const authors: string[] = [];
  let cell = '';
  const problems = await learn(parts, part, limits, (id, data) => {
    if (id === records.author) authors.push(readWideText(data, 0).text);
    else if (id === records.comment && data.length >= 20) {
      cell = `${lettersOf(data.readUInt32LE(12))}${data.readUInt32LE(4) + 1}`;
      const author = authors[data.readUInt32LE()] ?? '';
      if (author !== '') found.push(['author', author, cell]);
    } else if (id === records.commentText) found.push(['comment', readWideText(data, 1).text, cell]);
  });
  yield* problems;
  for (const [name, text, at] of found) yield* blocksOfCell(name, text, { page: sheet.number, cell: at });
}

async function* readSheet(
  parts: DocumentParts,
  sheet: Sheet,
  { book, context, limits }: Reading,
): AsyncGenerator<Block | Unread> {
  const table = createTable(context, styleOfSheet(sheet.number));
  const headers: string[] = [];
  const { onRecord, end } = readCells(book, table);
  const read: OnRecord = (id, data) => (id === records.headers ? headers.push(...readHeaders(data)) : onRecord(id, data));
  yield* parseRecords(parts, sheet.part, { onRecord: read, drain: () => table.take(), maxBytes: limits.maxCellBytes });
  end();
  table.end();
  yield* table.take();
  yield* blocksOfProperties(headers.filter((text) => text !== '').map((text) => ['header or footer', text] as const));
  yield* readBeside(parts, sheet, (all, part) => readComments(all, part, sheet, limits));
}

interface Reading {
  readonly book: Book;
  readonly context: TableContext;
  readonly limits: ReaderLimits;
}

/** Reads a binary workbook. */
export async function* readXlsb(parts: DocumentParts, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const book: Book = { texts: [], styles: [], is1904: false, missing: 0 };
  const { problems, names, sheets } = await readHead(parts, limits, book);
  parts.notes.push(...problems, ...(await readStyles(parts, limits, book)));
  yield* await readSharedTexts(parts, limits, book);
  yield* blocksOfSheetNames(names);
  const reading: Reading = { book, context: { names: createFieldNames(), record: 0 }, limits };
  for (const sheet of sheets) yield* readSheet(parts, sheet, reading);
  yield* explainMissing(book.missing);
  yield* readProperties(parts, ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']);
}
