/** OpenDocument (ISO 26300): texts, sheets and slides, which share one markup. */
import type { Block, Unread } from '../contract.ts';
import { learnPart } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { readProperties } from './document-properties.ts';
import { createFieldNames } from '../field-names.ts';
import { createTextWithTables } from '../flow-and-tables.ts';
import type { TextWithTables } from '../flow-and-tables.ts';
import { handleSheets, spaceOf } from './open-document-sheets.ts';
import type { SheetComment } from './open-document-sheets.ts';
import { blocksOfCell } from './sheet-blocks.ts';
import { unread } from '../unread.ts';
import type { XmlHandler } from './xml-events.ts';

/** A handler for texts and slides. */
function handleText(text: TextWithTables): XmlHandler {
  const cells: string[] = [];
  let tables = 0;
  let lines = 0;
  let page = 0;
  const add = (data: string): void => {
    if (cells.length > 0) cells[cells.length - 1] += data;
    else text.flow.add(data);
  };
  const closeCell = (): void => {
    const cell = cells.pop() ?? '';
    if (tables === 1) text.addCell(cell);
    else add(`${cell.trim()}\t`);
  };
  return {
    open(name, attributes) {
      const space = spaceOf(name, attributes);
      if (space !== null) add(space);
      else if (name === 'p' || name === 'h') lines++;
      else if (name === 'page') text.turnPage(++page);
      else if (name === 'table' && ++tables === 1) text.openTable();
      else if (name === 'table-row' && tables === 1) text.openRow();
      else if (name === 'table-cell') cells.push('');
    },
    text(data) {
      if (lines > 0) add(data);
    },
    close(name) {
      if (name === 'p' || name === 'h') {
        lines--;
        add('\n');
      } else if (name === 'table-cell') closeCell();
      else if (name === 'table-row' && tables === 1) text.closeRow();
      else if (name === 'table-row') add('\n');
      else if (name === 'table' && --tables === 0) text.closeTable();
    },
  };
}

async function* readSheets(parts: DocumentParts): AsyncGenerator<Block | Unread> {
  const ready: Block[] = [];
  const comments: SheetComment[] = [];
  const handler = handleSheets({ names: createFieldNames(), record: 0 }, ready, (comment) => comments.push(comment));
  yield* parts.parse('content.xml', handler, () => ready.splice(0));
  for (const { text, ...place } of comments) yield* blocksOfCell('comment', text, place);
}

async function* readText(parts: DocumentParts, name: string, first: number | null): AsyncGenerator<Block | Unread> {
  const text = createTextWithTables(first);
  yield* parts.parse(name, handleText(text), () => text.take());
  text.end();
  yield* text.take();
}

async function isEncrypted(parts: DocumentParts): Promise<boolean> {
  let found = false;
  await learnPart(parts, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') found = true;
    },
    text() {},
    close() {},
  });
  return found;
}

/** Reads a text, workbook or presentation of OpenDocument. */
export async function* readOpenDocument(parts: DocumentParts): AsyncGenerator<Block | Unread> {
  if (await isEncrypted(parts)) {
    yield unread('ENCRYPTED', 'the document is protected by a password');
    return;
  }
  const type = Buffer.from(await parts.bytesOf('mimetype')).toString('latin1');
  if (type.includes('spreadsheet')) yield* readSheets(parts);
  else yield* readText(parts, 'content.xml', /presentation|graphics/u.test(type) ? 1 : null);
  // Headers and footers stand with the styles.
  yield* readText(parts, 'styles.xml', null);
  yield* readProperties(parts, ['meta.xml']);
}
