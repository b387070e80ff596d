/** Workbooks of Office Open XML: every sheet, hidden ones too, then comments, drawings, links and properties. */
import type { Block, ReaderLimits, Unread } from '../contract.ts';
import { collectTexts, learnPart, readRelationships } from './document-parts.ts';
import type { DocumentParts, Relationship } from './document-parts.ts';
import { blocksOfProperties, readProperties } from './document-properties.ts';
import { createFieldNames } from '../field-names.ts';
import { blocksOfCell, blocksOfSheetNames, explainMissing, longCell, styleOfSheet } from './sheet-blocks.ts';
import { styleOf } from './sheet-numbers.ts';
import type { NumberStyle } from './sheet-numbers.ts';
import { createTable } from '../table-rows.ts';
import type { TableContext } from '../table-rows.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';
import { readSheetXml } from './xlsx-sheet.ts';
import type { Workbook } from './xlsx-sheet.ts';
import type { XmlHandler } from './xml-events.ts';

export interface Sheet {
  readonly part: string;
  /** In the order of the workbook, from 1. */
  readonly number: number;
}

const silent = { text() {}, close() {} };

/** The sheets a workbook lists by the ids of its links, then those it does not speak of: they are content all the same. */
export async function orderSheets(parts: DocumentParts, workbook: string, ids: readonly string[]): Promise<Sheet[]> {
  const targets = new Map((await readRelationships(parts, workbook)).map(({ id, target }) => [id, target]));
  const listed = ids.flatMap((id) => targets.get(id) ?? []).filter((part) => parts.has(part));
  const known = new Set(listed.map((part) => part.toLowerCase()));
  const others = parts.names.filter((name) => /^xl\/(?:work|chart|dialog|macro)sheets\/[^/]+\.(?:xml|bin)$/iu.test(name));
  const all = [...listed, ...others.filter((name) => !known.has(name.toLowerCase()) && !/\/binaryIndex\d*\.bin$/iu.test(name))];
  return all.map((part, index) => ({ part, number: index + 1 }));
}

interface Head {
  is1904: boolean;
  readonly names: string[];
}

async function findSheets(parts: DocumentParts, head: Head): Promise<Sheet[]> {
  const ids: string[] = [];
  const problems = await learnPart(parts, 'xl/workbook.xml', {
    ...silent,
    open(name, attributes) {
      if (name === 'sheet') {
        ids.push(attributes['id'] ?? '');
        head.names.push(attributes['name'] ?? '');
      }
      if (name === 'workbookPr') head.is1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
    },
  });
  parts.notes.push(...problems);
  return orderSheets(parts, 'xl/workbook.xml', ids);
}

async function readStyles(parts: DocumentParts): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  const problems = await learnPart(parts, 'xl/styles.xml', {
    text() {},
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(styleOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  parts.notes.push(...problems);
  return styles;
}

interface SharedTexts {
  readonly texts: readonly string[];
  readonly problems: readonly Unread[];
}

async function readSharedTexts(parts: DocumentParts, limits: ReaderLimits): Promise<SharedTexts> {
  const texts: string[] = [];
  let text = '';
  let depth = 0;
  let isPhonetic = false;
  let held = 0;
  const problems = await learnPart(parts, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') depth++;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(data) {
      if (depth > 0 && !isPhonetic && held < limits.maxHeldBytes) text += data;
    },
    close(name) {
      if (name === 't') depth--;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        held += text.length;
        texts.push(text);
      }
    },
  });
  if (held >= limits.maxHeldBytes) {
    problems.push(unread('OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT', `more than ${limits.maxHeldBytes} characters of shared texts`));
  }
  return { texts, problems };
}

/** Comments stand beside the cells they speak of: their place names the cell. */
async function* readComments(parts: DocumentParts, part: string, sheet: Sheet): AsyncGenerator<Block | Unread> {
  const found: [cell: string, text: string][] = [];
  let cell = '';
  let text = '';
  let isText = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') {
        cell = attributes['ref'] ?? '';
        text = '';
      } else if (name === 't' || name === 'text') isText = true;
    },
    text(data) {
      if (isText) text += data;
    },
    close(name) {
      if (name === 't' || name === 'text') isText = false;
      if ((name === 'comment' || name === 'threadedComment') && text !== '') found.push([cell, text]);
    },
  };
  yield* await learnPart(parts, part, handler);
  for (const [reference, comment] of found) yield* blocksOfCell('comment', comment, { page: sheet.number, cell: reference });
}

type PartReader = (parts: DocumentParts, part: string, sheet: Sheet) => AsyncGenerator<Block | Unread>;

/** Comments, shapes and links of a sheet, by the parts it is linked to. */
export async function* readBeside(
  parts: DocumentParts,
  sheet: Sheet,
  commentsOf: PartReader = readComments,
): AsyncGenerator<Block | Unread> {
  const links = await readRelationships(parts, sheet.part);
  for (const { type, target, isOutside } of links) {
    if (isOutside) continue;
    if (type === 'threadedComment') yield* readComments(parts, target, sheet);
    else if (type === 'comments') yield* commentsOf(parts, target, sheet);
    else if (type === 'drawing' || type === 'vmlDrawing') yield* readDrawing(parts, target, sheet);
  }
  yield* readAddresses(links);
}

/** Texts of shapes and charts, a line each. */
async function* readDrawing(parts: DocumentParts, part: string, sheet: Sheet): AsyncGenerator<Block | Unread> {
  if (part.toLowerCase().endsWith('.vml')) return;
  const flow = createTextFlow(sheet.number);
  const texts = collectTexts(new Set(['t']), (_, text) => flow.add(text));
  yield* await learnPart(parts, part, {
    ...texts,
    close(name) {
      texts.close(name);
      if (name === 'p') flow.endLine();
    },
  });
  flow.cut();
  yield* flow.take();
}

/** Addresses outside that a part links to: they hold mail addresses and names of files. */
export async function* readAddresses(links: readonly Relationship[]): AsyncGenerator<Block> {
  const outside = links.filter(({ isOutside, target }) => isOutside && target !== '');
  yield* blocksOfProperties(outside.map(({ target }) => ['link', decodeAddress(target)] as const));
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

async function* readSheet(
  parts: DocumentParts,
  sheet: Sheet,
  book: Workbook,
  context: TableContext,
): AsyncGenerator<Block | Unread> {
  const table = createTable(context, styleOfSheet(sheet.number));
  const beside: [string, string][] = [];
  const handler = readSheetXml(
    book,
    (row) => table.add(row),
    (name, text) => beside.push([name, text]),
  );
  yield* parts.parse(sheet.part, handler, () => table.take());
  table.end();
  yield* table.take();
  yield* blocksOfProperties(beside);
  yield* readBeside(parts, sheet);
}

/** Reads a workbook. */
export async function* readXlsx(parts: DocumentParts, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const head: Head = { is1904: false, names: [] };
  const sheets = await findSheets(parts, head);
  yield* blocksOfSheetNames(head.names);
  const shared = await readSharedTexts(parts, limits);
  yield* shared.problems;
  const book: Workbook = {
    is1904: head.is1904,
    texts: shared.texts,
    styles: await readStyles(parts),
    maxCellBytes: limits.maxCellBytes,
    missing: 0,
    hasLongCell: false,
  };
  const context: TableContext = { names: createFieldNames(), record: 0 };
  for (const sheet of sheets) yield* readSheet(parts, sheet, book, context);
  yield* explainMissing(book.missing);
  if (book.hasLongCell) yield longCell;
  yield* readProperties(parts, ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']);
}
