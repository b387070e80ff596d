/** What a document says about itself and its people: properties, addresses it links to, authors of comments. */
import { blocksOfRecords } from '../records.ts';
import type { Block, FieldTexts, Unread } from '../contract.ts';
import { learnPart } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';

/** One record of texts by their name; places hold the name and the page alone. */
export async function* blocksOfProperties(fields: FieldTexts, page: number | null = null): AsyncGenerator<Block> {
  if (fields.length === 0) return;
  async function* one(): AsyncGenerator<FieldTexts> {
    yield fields;
  }
  yield* blocksOfRecords(one(), { kind: 'rows', page, hasRecords: false });
}

/** Leaf elements of the parts named, as properties by their element's name. */
export async function* readProperties(parts: DocumentParts, names: readonly string[]): AsyncGenerator<Block | Unread> {
  const fields: [string, string][] = [];
  for (const name of names) {
    let text = '';
    let key = '';
    const problems = await learnPart(parts, name, {
      open(element, attributes) {
        text = '';
        // A property of the user's own has its name in an attribute, and its value in an element named for its type.
        if (element === 'property' || element === 'user-defined') key = attributes['name'] ?? '';
      },
      text(data) {
        text += data;
      },
      close(element) {
        if (text.trim() !== '') fields.push([key === '' ? element : key, text.trim()]);
        text = '';
        if (element === 'property' || element === 'user-defined') key = '';
      },
    });
    yield* problems;
  }
  yield* blocksOfProperties(fields);
}
