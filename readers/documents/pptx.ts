/** Presentations of Office Open XML: slides in their order with notes and comments; the place is the slide. */
import type { Block, Unread } from '../contract.ts';
import { learnPart, readRelationships } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { readProperties } from './document-properties.ts';
import { createTextWithTables } from '../flow-and-tables.ts';
import type { TextWithTables } from '../flow-and-tables.ts';
import { readAddresses } from './xlsx.ts';
import type { XmlHandler } from './xml-events.ts';

async function listSlides(parts: DocumentParts): Promise<string[]> {
  const ids: string[] = [];
  const problems = await learnPart(parts, 'ppt/presentation.xml', {
    open(name, attributes) {
      // The number of a slide and the id of its part share a name once the prefix is gone.
      if (name === 'sldId') ids.push(attributes['r:id'] ?? attributes['id'] ?? '');
    },
    text() {},
    close() {},
  });
  parts.notes.push(...problems);
  const targets = new Map((await readRelationships(parts, 'ppt/presentation.xml')).map(({ id, target }) => [id, target]));
  const listed = ids.flatMap((id) => targets.get(id) ?? []);
  const known = new Set(listed);
  const others = parts.names.filter((name) => /^ppt\/slides\/[^/]+\.xml$/iu.test(name) && !known.has(name));
  const numberOf = (name: string): number => Number(/\d+(?=\.xml$)/iu.exec(name)?.[0] ?? 0);
  return [...listed, ...others.toSorted((a, b) => numberOf(a) - numberOf(b))];
}

/** Paragraphs as lines, tables as tables; comments of either kind as lines. */
function handle(text: TextWithTables): XmlHandler {
  let cell: string | null = null;
  let isText = false;
  const add = (data: string): void => {
    if (cell === null) text.flow.add(data);
    else cell += data;
  };
  return {
    open(name) {
      if (name === 't' || name === 'text') isText = true;
      else if (name === 'br' || name === 'tab') add(name === 'br' ? '\n' : '\t');
      else if (name === 'tbl') text.openTable();
      else if (name === 'tr') text.openRow();
      else if (name === 'tc') cell = '';
    },
    text(data) {
      if (isText) add(data);
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'p' || name === 'text') {
        isText = false;
        add('\n');
      } else if (name === 'tc') {
        text.addCell(cell ?? '');
        cell = null;
      } else if (name === 'tr') text.closeRow();
      else if (name === 'tbl') text.closeTable();
    },
  };
}

const besides = new Set(['notesSlide', 'comments', 'threadedComment', 'diagramData', 'chart']);

/** Reads a presentation. */
export async function* readPptx(parts: DocumentParts): AsyncGenerator<Block | Unread> {
  const text = createTextWithTables(1);
  for (const [index, slide] of (await listSlides(parts)).entries()) {
    text.turnPage(index + 1);
    yield* parts.parse(slide, handle(text), () => text.take());
    const links = await readRelationships(parts, slide);
    for (const { type, target, isOutside } of links) {
      if (!isOutside && besides.has(type)) yield* parts.parse(target, handle(text), () => text.take());
    }
    text.end();
    yield* text.take();
    yield* readAddresses(links);
  }
  yield* readProperties(parts, ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']);
}
