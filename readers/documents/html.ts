/** Web pages, and what programs export under other names but write as HTML; places are those of the source. */
import type { Block, ReaderLimits, TextFormat, Unread } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import { createTextWithTables } from '../flow-and-tables.ts';
import { endHtml, handleHtml } from './html-handler.ts';
import type { HtmlReading } from './html-handler.ts';
import { pieceBytes } from '../limits.ts';
import { createMarkup } from './markup.ts';
import { startOfPoint } from '../origin.ts';
import { createStretches } from './stretches.ts';
import type { Point } from './stretches.ts';
import { openText } from '../text-stream.ts';
import type { TextStream } from '../text-stream.ts';
import { unread } from '../unread.ts';

const extensions = new Set(['html', 'htm', 'xhtml', 'shtml']);
const start =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|table[\s>])/iu;

/** The next piece of the source as a string; null at its end. */
async function nextPiece(stream: TextStream): Promise<string | null> {
  await stream.fill(pieceBytes);
  const window = stream.window();
  if (window.length === 0) return null;
  const length = stream.isEnded() ? window.length : startOfPoint(window, window.length - 1);
  return Buffer.from(stream.take(length).bytes).toString('utf8');
}

async function openPage(limits: ReaderLimits) {
  const stretches = createStretches();
  const text = createTextWithTables<Point>(null, (source) => stretches.add(text.flow.position(), source));
  const reading: HtmlReading = {
    text,
    source: () => markup.source,
    onWritten: (source) => stretches.add(text.flow.position(), source),
    maxTables: limits.maxXmlDepth,
    maxCellLength: limits.maxCellBytes,
    beside: [],
    silent: 0,
    tables: [],
    deeper: 0,
    hasLongCell: false,
  };
  const markup = await createMarkup(handleHtml(reading), { isXml: false, maxTokenLength: limits.maxCellBytes });
  return { text, reading, markup, stretches };
}
type Page = Awaited<ReturnType<typeof openPage>>;

/** What is complete, placed in the source. */
async function* takeBlocks({ text, reading, stretches }: Page): AsyncGenerator<Block> {
  const blocks = text.take();
  if (blocks.length > 0) {
    const toSource = stretches.take(text.flow.start());
    for (const block of blocks) yield { ...block, place: (from, to) => toSource(block.place(from, to)) };
  }
  yield* blocksOfProperties(reading.beside);
  reading.beside = [];
}

async function* readPage(stream: TextStream, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const page = await openPage(limits);
  const { reading, markup } = page;
  for (let piece = await nextPiece(stream); piece !== null && !markup.isTooLong(); piece = await nextPiece(stream)) {
    markup.write(piece);
    yield* takeBlocks(page);
  }
  if (!markup.isTooLong()) markup.end();
  endHtml(reading);
  reading.text.end();
  yield* takeBlocks(page);
  const { maxCellBytes } = limits;
  if (reading.hasLongCell) yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a cell of more than ${maxCellBytes} bytes`);
  if (markup.isTooLong()) yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a tag of more than ${maxCellBytes} bytes`);
}

export const htmlFormat: TextFormat = {
  id: 'html',
  recognises({ text, extension }) {
    if (text === null) return false;
    const head = Buffer.from(text.subarray(0, 2048)).toString('utf8');
    return start.test(head) || (extensions.has(extension) && /<[a-z!]/iu.test(head));
  },
  async *read(source, limits) {
    const stream = openText(source);
    try {
      yield* readPage(stream, limits);
    } finally {
      await stream.close();
    }
  },
};
