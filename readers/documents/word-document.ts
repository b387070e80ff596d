/** Texts of Word from 97 to 2003 ([MS-DOC]), by their table of pieces; everything the text holds, headers and notes too. */
import type { CompoundEntry } from './compound-file.ts';
import type { Block, Unread } from '../contract.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';

/** The table of pieces in the table stream, after properties that are skipped; null where it is not there. */
function findPieces(table: Buffer, from: number, to: number): Buffer | null {
  for (let at = from; at + 5 <= Math.min(to, table.length);) {
    if (table[at] === 2) return table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
    if (table[at] !== 1) return null;
    at += 3 + table.readUInt16LE(at + 1);
  }
  return null;
}

const marks: Readonly<Record<string, string>> = {
  '\u000b': '\n',
  '\u000c': '\n',
  '\r': '\n',
  '\u0007': '\t',
  '\t': '\t',
  '\u001e': '-',
};

const maxFieldDepth = 20;

/** Writes marks of the format as what they look like; the codes of fields are left out, their results stay. */
function createPlainText(): (text: string) => string {
  /** Fields that are open, the outermost first: true as long as their code runs. */
  const fields: boolean[] = [];
  return (text) => {
    let plain = '';
    for (const character of text) {
      if (character === '\u0013' && fields.length < maxFieldDepth) fields.push(true);
      else if (character === '\u0014' && fields.length > 0) fields[fields.length - 1] = false;
      else if (character === '\u0015') fields.pop();
      else if (fields.includes(true)) continue;
      else if (character >= ' ') plain += character;
      else plain += marks[character] ?? '';
    }
    return plain;
  };
}

/** Reads a text. */
export function* readWordDocument(entries: readonly CompoundEntry[]): Generator<Block | Unread> {
  const streamOf = (name: string): Buffer => entries.find((entry) => entry.name === name)?.stream?.() ?? Buffer.alloc(0);
  const main = streamOf('WordDocument');
  if (main.length < 0x1aa) {
    yield unread('MALFORMED_FILE', 'a Word text without its beginning');
    return;
  }
  const flags = main.readUInt16LE(0x0a);
  if ((flags & 0x0100) !== 0) {
    yield unread('ENCRYPTED', 'the text is protected by a password');
    return;
  }
  const from = main.readUInt32LE(0x1a2);
  const pieces = findPieces(streamOf((flags & 0x0200) === 0 ? '0Table' : '1Table'), from, from + main.readUInt32LE(0x1a6));
  if (pieces === null) {
    yield unread('UNABLE_TO_PARSE_FILE', 'a Word text without its table of pieces');
    return;
  }
  const flow = createTextFlow(null);
  const plainText = createPlainText();
  const count = Math.floor((pieces.length - 4) / 12);
  const western = new TextDecoder('windows-1252');
  for (let i = 0; i < count; i++) {
    const length = pieces.readUInt32LE(4 * (i + 1)) - pieces.readUInt32LE(4 * i);
    const place = pieces.readUInt32LE(4 * (count + 1) + 8 * i + 2);
    const at = place & 0x3fffffff;
    if (length <= 0) continue;
    const isNarrow = (place & 0x40000000) !== 0;
    const text = isNarrow
      ? western.decode(main.subarray(at >> 1, (at >> 1) + length))
      : main.toString('utf16le', at, Math.min(main.length, at + 2 * length));
    flow.add(plainText(text));
    yield* flow.take();
  }
  flow.cut();
  yield* flow.take();
}
