/** Delimited tables: `,` `;` tab or `|`, quoted or not, with or without a header; logs of columns that name them in `#Fields:`. */
import { makeCellBlock } from '../block.ts';
import { addCell, keepCells } from '../cells.ts';
import { recordBorders } from './csv-border.ts';
import type { Block, Extent, PartRef, ReaderLimits, SizedSource, SkipReason, TextFormat, Unread } from '../contract.ts';
import { countTitleRows, hasHeader, looksTabular, readLogTop, readSeparatorLine, sniffDialect } from './csv-dialect.ts';
import type { LogTop } from './csv-dialect.ts';
import { csvEscapes, fieldAt, startCsvRun, tokeniseCsv } from './csv-tokeniser.ts';
import type { CsvRun } from './csv-tokeniser.ts';
import { createFieldNames } from '../field-names.ts';
import type { FieldNames } from '../field-names.ts';
import { extensionOf } from '../head.ts';
import { maxFields, pieceBytes, quotedSlackBytes, recordBytes } from '../limits.ts';
import { startOfPoint } from '../origin.ts';
import { shareOf } from '../parts.ts';
import { openText } from '../text-stream.ts';
import type { TextStream } from '../text-stream.ts';
import { unread } from '../unread.ts';

const tableExtensions = new Set(['csv', 'tsv', 'tab', 'psv']);
/** Texts that may look like tables but say by their name that they are something else. */
const textExtensions = new Set('log sql md html htm xml yaml yml ini conf eml vcf ics tex rtf js ts py java c h sh'.split(' '));

const tab = 0x09;
const decoder = new TextDecoder();

/** Text of a header cell as a name; doubled quotes count once. */
function nameOf(bytes: Uint8Array, start: number, end: number, isEscaped: boolean): string {
  const text = decoder.decode(bytes.subarray(start, end)).trim();
  return isEscaped ? text.replaceAll('""', '"') : text;
}

interface Table {
  readonly run: CsvRun;
  readonly names: FieldNames;
  /** Where the table is a log: what stands above it. */
  readonly log: LogTop | null;
}

function createTable(stream: TextStream, extension: string): Table {
  const separator = readSeparatorLine(stream.window());
  if (separator !== null) stream.take(separator.length);
  const sniffed = sniffDialect(stream.window(), stream.isEnded(), extension);
  const log = readLogTop(stream.window());
  const dialect = { ...sniffed, delimiter: log === null ? (separator?.delimiter ?? sniffed.delimiter) : tab };
  const names = createFieldNames();
  const nameColumn = (column: number): number =>
    names.add(column < maxFields ? `column ${column + 1}` : `columns from ${column + 1}`);
  return { run: startCsvRun(dialect, nameColumn), names, log };
}

/** Gives the rows above the table, which belong to none of its columns; records are counted from the table on. */
function* readTitle(table: Table, stream: TextStream): Generator<Block> {
  const { run } = table;
  run.stopAt = table.log?.lines ?? countTitleRows(stream.window(), stream.isEnded(), run.dialect);
  if (run.stopAt > 0) yield emit(table, stream, tokeniseCsv(run, stream.window(), stream.isEnded()));
  run.stopAt = Infinity;
  run.key.record = 0;
  run.fields.length = 0;
}

/** Reads the first record as names. A cell of it that is empty leaves its column to be called by its number. */
function takeHeader(stream: TextStream, run: CsvRun, names: FieldNames): void {
  const window = stream.window();
  const header = startCsvRun(run.dialect, (column) => column);
  header.stopAt = 1;
  const length = tokeniseCsv(header, window, stream.isEnded());
  const escaped = new Set(header.cells.escaped);
  for (let i = 0; i < header.cells.count; i++) {
    const column = header.cells.fields[i]!;
    const name = nameOf(window, header.cells.starts[i]!, header.cells.ends[i]!, escaped.has(i));
    if (column > 0) fieldAt(run, column - 1);
    run.fields.push(name === '' ? run.addColumn(column) : names.add(name));
  }
  stream.take(length);
}

function emit({ run, names }: Table, stream: TextStream, length: number): Block {
  const block = makeCellBlock(stream.take(length), run.cells, names.list, csvEscapes);
  keepCells(run.cells, 0);
  run.literalQuote = -1;
  return block;
}

/** Reads the quote that nobody closes as a plain character, so that the rows after it are rows again. */
function passQuote(run: CsvRun, reason: SkipReason): Unread {
  run.literalQuote = run.openQuote;
  return unread(reason, `a quote opened in record ${run.key.record + 1} is not closed; it was read as a plain character`);
}

/** Cuts the cell the window starts with; the rest of it follows as a cell of the same field and record. */
function* cutCell(table: Table, stream: TextStream): Generator<Block | Unread> {
  const { run } = table;
  const window = stream.window();
  const length = startOfPoint(window, window.length - 1);
  run.key.field = fieldAt(run, run.column);
  addCell(run.cells, 0, length, run.key);
  yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a cell of record ${run.key.record + 1} was cut after ${length} bytes`);
  yield emit(table, stream, length);
  run.literalQuote = 0;
}

/** Makes headway where the window holds no whole record: gives its whole cells, looks further ahead, or gives up on a cell. */
async function* readLongRecord(table: Table, stream: TextStream, maxCellBytes: number): AsyncGenerator<Block | Unread> {
  const { run } = table;
  const window = stream.window();
  const wholeCells = window.length >= Math.min(recordBytes, maxCellBytes) ? tokeniseCsv(run, window, false, true) : 0;
  if (wholeCells > 0) yield emit(table, stream, wholeCells);
  else if (window.length < maxCellBytes) await stream.fill(Math.min(window.length * 2 + 1, maxCellBytes));
  else if (run.openQuote >= 0) yield passQuote(run, 'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT');
  else yield* cutCell(table, stream);
}

async function* readTable(table: Table, stream: TextStream, maxCellBytes: number): AsyncGenerator<Block | Unread> {
  let isSilent = true;
  for (;;) {
    const window = stream.window();
    const taken = tokeniseCsv(table.run, window, stream.isEnded());
    if (taken > 0) {
      isSilent = false;
      yield emit(table, stream, taken);
      await stream.fill(stream.window().length + 1);
    } else if (!stream.isEnded()) yield* readLongRecord(table, stream, maxCellBytes);
    else if (window.length > 0) yield passQuote(table.run, 'MALFORMED_FILE');
    else break;
  }
  // A table of nothing but a header still has names, which are content.
  if (isSilent && table.names.list.length > 0) yield emit(table, stream, 0);
}

/** Reads what stands above the first record. */
async function* readTop(stream: TextStream, name: string): AsyncGenerator<Block, Table> {
  await stream.fill(pieceBytes + 1);
  const table = createTable(stream, extensionOf(name));
  yield* readTitle(table, stream);
  const { run, names, log } = table;
  if (log !== null) for (const one of log.names) run.fields.push(names.add(one));
  else if (hasHeader(stream.window(), stream.isEnded(), run.dialect)) takeHeader(stream, run, names);
  return table;
}

/** Every part reads the top, for the names; only the first one gives what it holds. */
async function* readPart(
  stream: TextStream,
  source: SizedSource,
  { maxCellBytes }: ReaderLimits,
  part: PartRef,
): AsyncGenerator<Block | Unread | Extent> {
  try {
    const top = readTop(stream, source.name);
    let next = await top.next();
    for (; next.done !== true; next = await top.next()) if (part.index === 0) yield next.value;
    const table = next.value;
    const { line, stored } = stream.originAt(0);
    const borders = recordBorders(source, table.run.dialect, maxCellBytes + quotedSlackBytes);
    const share = await shareOf(source, part, stored, borders);
    if (share !== null) {
      await stream.jump(share, part.index === 0 ? line : 1);
      await stream.fill(pieceBytes + 1);
      yield* readTable(table, stream, maxCellBytes);
    }
    yield { kind: 'extent', lines: share === null ? 0 : stream.originAt(0).line - 1, records: table.run.key.record };
  } finally {
    await stream.close();
  }
}

/**
 * Reads delimited tables. A record of megabytes is given in several blocks; a cell longer than `maxCellBytes` is cut, a
 * quote not closed within as many is read as a plain character, and both are said (`MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT`).
 */
export const csvFormat: TextFormat = {
  id: 'csv',
  recognises: ({ text, extension, isWhole }) =>
    text !== null &&
    (tableExtensions.has(extension) ||
      readLogTop(text) !== null ||
      (!textExtensions.has(extension) && looksTabular(text, isWhole))),
  async *read(source, limits) {
    const stream = openText(source);
    try {
      const table = yield* readTop(stream, source.name);
      yield* readTable(table, stream, limits.maxCellBytes);
    } finally {
      await stream.close();
    }
  },
  async openPart(source, limits, part) {
    const stream = openText(source);
    await stream.fill(pieceBytes + 1);
    if (stream.canJump()) return readPart(stream, source, limits, part);
    await stream.close();
    return null;
  },
};
