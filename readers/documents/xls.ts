/** Workbooks of Excel 5 to 2003 (BIFF5, BIFF8): every sheet, hidden ones too, with comments, links and texts of shapes. */
import type { CompoundEntry } from './compound-file.ts';
import { blocksOfProperties } from './document-properties.ts';
import type { Block, Unread } from '../contract.ts';
import { createFieldNames } from '../field-names.ts';
import { blocksOfCell, blocksOfSheetNames, styleOfSheet } from './sheet-blocks.ts';
import { createTable } from '../table-rows.ts';
import type { TableContext } from '../table-rows.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';
import { readGlobals } from './xls-globals.ts';
import type { XlsGlobals } from './xls-globals.ts';
import { readXlsSheet } from './xls-sheet.ts';

/** Names of the stream that holds the workbook; a file may hold both, for old programs. */
const streamNames = ['Workbook', 'Book'];

interface Place {
  readonly start: number;
  /** From 1. */
  readonly number: number;
}

/** Gives back whether the sheet was whole. */
async function* readSheet(
  stream: Buffer,
  { start, number }: Place,
  book: XlsGlobals,
  context: TableContext,
): AsyncGenerator<Block, boolean> {
  const table = createTable(context, styleOfSheet(number));
  const flow = createTextFlow(number);
  const headers: (readonly [string, string])[] = [];
  const beside: (readonly [name: string, text: string, cell: string])[] = [];
  const steps = readXlsSheet(stream, start, book, {
    row: (row) => table.add(row),
    beside: (...one) => beside.push(one),
    header: (text) => text !== '' && headers.push(['header or footer', text]),
    drawn(text) {
      flow.add(text);
      flow.endLine();
    },
  });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield* table.take();
  table.end();
  yield* table.take();
  yield* blocksOfProperties(headers);
  for (const [name, text, cell] of beside) yield* blocksOfCell(name, text, { page: number, cell });
  flow.cut();
  yield* flow.take();
  return step.value;
}

/** Reads a workbook. */
export async function* readXls(entries: readonly CompoundEntry[]): AsyncGenerator<Block | Unread> {
  const found = streamNames.flatMap((name) => entries.find((entry) => entry.name === name)?.stream ?? [])[0];
  const stream = found?.() ?? Buffer.alloc(0);
  const book = readGlobals(stream);
  if (book === null) {
    yield unread('MALFORMED_FILE', 'a workbook without its beginning');
    return;
  }
  if (book.isEncrypted) {
    yield unread('ENCRYPTED', 'the workbook is protected by a password');
    return;
  }
  yield* blocksOfSheetNames(book.sheets.map(({ name }) => name));
  const context: TableContext = { names: createFieldNames(), record: 0 };
  let damaged = 0;
  for (const [index, { start }] of book.sheets.entries()) {
    const isWhole = yield* readSheet(stream, { start, number: index + 1 }, book, context);
    if (!isWhole) damaged++;
  }
  if (!book.isWhole) yield unread('MALFORMED_FILE', 'the head of the workbook is damaged');
  if (damaged > 0) yield unread('MALFORMED_FILE', `damaged sheets: ${damaged} of ${book.sheets.length}`);
}
