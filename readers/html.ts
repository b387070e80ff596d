/** Web pages, and what programs export under other names but write as HTML; places are those of the source. */
import type { Block, Place, TextFormat, Unread } from './contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import { createTextWithTables } from './flow-and-tables.ts';
import { addHtmlText, closeHtmlElement, openHtmlElement, startHtml } from './html-handler.ts';
import type { HtmlReading, Stretch } from './html-handler.ts';
import { pieceBytes } from './limits.ts';
import { startOfPoint } from './origin.ts';
import { openText } from './text-stream.ts';
import type { TextStream } from './text-stream.ts';
import { unread } from './unread.ts';

const extensions = new Set(['html', 'htm', 'xhtml', 'shtml']);
const start =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|table[\s>])/iu;

/** Elements left open inside each other; old pages forget to close hundreds. The parser slows down with each. */
const maxOpenElements = 10_000;
const tooDeep = new Error('elements are nested too deep');

/** Where the lines of the source begin, in UTF-16 units; grows as it is read. */
function createLines() {
  const starts = [0];
  let length = 0;
  return {
    length: () => length,
    add(text: string): void {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(length + at + 1);
      length += text.length;
    },
    /** Line and column, both from 1. */
    locate(at: number): { readonly line: number; readonly column: number } {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: at - starts[low]! + 1 };
    },
  };
}
type Lines = ReturnType<typeof createLines>;

/** The last stretch that starts at or before a place of the running text. */
function findStretch(stretches: readonly Stretch[], line: number, column: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = stretches[middle]!;
    if (one.line < line || (one.line === line && one.column <= column)) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}

/** A place in the source instead of the running text; line ends lie in the source as they lie in a stretch. */
function toSource(place: Place, stretches: readonly Stretch[], lines: Lines): Place {
  if (place.line === null || place.column === null) return place;
  const stretch = findStretch(stretches, place.line, place.column - 1);
  if (stretch === undefined) return place;
  const origin = lines.locate(stretch.at);
  const passed = place.line - stretch.line;
  if (passed > 0) return { ...place, line: origin.line + passed, column: place.column };
  return { ...place, line: origin.line, column: origin.column + place.column - 1 - stretch.column };
}

function withSource(block: Block, { stretches }: HtmlReading, lines: Lines): Block {
  return { ...block, place: (from, to) => toSource(block.place(from, to), stretches, lines) };
}

async function createParser(reading: HtmlReading) {
  const { Parser } = await import('htmlparser2');
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > maxOpenElements) throw tooDeep;
        openHtmlElement(reading, name, attributes);
      },
      ontext: (data) => addHtmlText(reading, data, parser.startIndex),
      onclosetag(name) {
        depth--;
        closeHtmlElement(reading, name);
      },
      oncomment: (data) => void (data.trim() !== '' && reading.beside.push(['comment', data.trim()])),
    },
    { decodeEntities: true },
  );
  return parser;
}

/** The next piece of the source as a string; null at its end. */
async function nextPiece(stream: TextStream): Promise<string | null> {
  await stream.fill(pieceBytes);
  const window = stream.window();
  if (window.length === 0) return null;
  const length = stream.isEnded() ? window.length : startOfPoint(window, window.length - 1);
  return Buffer.from(stream.take(length).bytes).toString('utf8');
}

/** Feeds the parser; false if the page is nested too deep to go on. */
function feed(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (error !== tooDeep) throw error;
    return false;
  }
}

async function* readPage(stream: TextStream): AsyncGenerator<Block | Unread> {
  const text = createTextWithTables(null);
  const reading = startHtml(text);
  const lines = createLines();
  const parser = await createParser(reading);
  let isSound = true;
  for (let piece = await nextPiece(stream); piece !== null && isSound; piece = await nextPiece(stream)) {
    const part = piece;
    lines.add(part);
    isSound = feed(() => parser.write(part));
    for (const block of text.take()) yield withSource(block, reading, lines);
    yield* blocksOfProperties(reading.beside);
    reading.beside = [];
  }
  if (isSound) isSound = feed(() => parser.end());
  text.closeTable();
  text.end();
  for (const block of text.take()) yield withSource(block, reading, lines);
  yield* blocksOfProperties(reading.beside);
  if (!isSound) yield unread('UNABLE_TO_PARSE_FILE', `more than ${maxOpenElements} elements inside each other`);
}

export const htmlFormat: TextFormat = {
  id: 'html',
  recognises({ text, extension }) {
    if (text === null) return false;
    const head = Buffer.from(text.subarray(0, 2048)).toString('utf8');
    return start.test(head) || (extensions.has(extension) && /<[a-z!]/iu.test(head));
  },
  async *read(source) {
    const stream = openText(source);
    try {
      yield* readPage(stream);
    } finally {
      await stream.close();
    }
  },
};
