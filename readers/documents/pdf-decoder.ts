/** Pages of PDF files, decoded by pdf.js. Loaded in the thread of the decoders when the first such file comes. */
import { getDocument, PDFDataRangeTransport } from 'unpdf/pdfjs';
import type { Block, ByteSource, FieldTexts, ReaderLimits, Unread } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import { linesOf } from './pdf-lines.ts';
import type { TextPiece } from './pdf-lines.ts';
import { recognise } from './ocr.ts';
import { hearLosses } from './pdf-losses.ts';
import type { Hearing } from './pdf-losses.ts';
import { readDrawing } from './pdf-pictures.ts';
import type { Drawing } from './pdf-pictures.ts';
import { openRandomAccess, readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import { createTextFlow } from '../text-flow.ts';
import type { TextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Files up to this size are read in one piece: a second request would cost more than the bytes. */
const wholeBytes = 8 * 1024 * 1024;
const startBytes = 512 * 1024;
/** Fewer requests for large files than the library's own 64 KiB. */
const rangeBytes = 512 * 1024;

/** Ranges as the library asks for them. */
function rangesOf(source: RandomAccess, start: Uint8Array): PDFDataRangeTransport {
  const ranges = new PDFDataRangeTransport(source.size, start);
  ranges.requestDataRange = (from, to) => {
    void readRange(source, from, Math.min(to, source.size)).then((bytes) => ranges.onDataRange(from, Uint8Array.from(bytes)));
  };
  return ranges;
}

async function openDocument(source: RandomAccess, { maxOcrPixels }: ReaderLimits): Promise<PdfDocument | Unread> {
  const isWhole = source.size <= wholeBytes;
  const start = Uint8Array.from(await readRange(source, 0, isWhole ? source.size : startBytes));
  try {
    return await getDocument({
      ...(isWhole ? { data: start } : { range: rangesOf(source, start), length: source.size }),
      rangeChunkSize: rangeBytes,
      disableAutoFetch: true,
      disableStream: true,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: maxOcrPixels,
      verbosity: 1,
    }).promise;
  } catch (error) {
    const isPassword = error instanceof Error && error.name === 'PasswordException';
    return isPassword
      ? unread('ENCRYPTED', 'the PDF file is protected by a password')
      : unread('UNABLE_TO_PARSE_FILE', 'the PDF file is damaged');
  }
}

function textsOf(values: readonly (readonly [string, unknown])[]): FieldTexts {
  return values.flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value] as const] : []));
}

async function propertiesOf(document: PdfDocument): Promise<FieldTexts> {
  const { info } = await document.getMetadata();
  return textsOf(Object.entries(info)).filter(([name]) => name !== 'PDFFormatVersion');
}

async function piecesOf(page: PdfPage): Promise<TextPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item ? [{ text: item.str, x: Number(item.transform[4]), endsLine: item.hasEOL }] : [],
  );
}

const stringOf = (value: unknown): unknown => (value as { readonly str?: unknown } | undefined)?.str;

type Annotation = Readonly<Record<string, unknown>>;

/** What was filled into forms and written into notes. */
function fieldsOf(annotations: readonly Annotation[]): FieldTexts {
  return annotations.flatMap(({ fieldName, fieldValue, contentsObj, titleObj, url }) => {
    const name = typeof fieldName === 'string' && fieldName !== '' ? fieldName : 'field';
    const fields = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).map((value) => [name, value as unknown] as const);
    return textsOf([...fields, ['note', stringOf(contentsObj)], ['author', stringOf(titleObj)], ['link', url]]);
  });
}

/** The text in the pictures of a page that has no other; false where what it shows was not read. */
async function* readPictures(
  { isDrawn, pictures, text: outside }: Drawing,
  flow: TextFlow,
  limits: ReaderLimits,
): AsyncGenerator<Unread | null, boolean> {
  flow.add(outside);
  if (!isDrawn) return true;
  if (pictures.length === 0 || limits.maxOcrPixels === 0) return false;
  for (const picture of pictures) {
    const text = yield* recognise(picture, limits);
    if (typeof text === 'string') flow.add(text);
    else yield text;
  }
  return true;
}

/** What of a document was not read. */
interface Missing {
  damaged: number;
  withoutText: number;
  attached: number;
}

async function* readPage(
  document: PdfDocument,
  number: number,
  limits: ReaderLimits,
  missing: Missing,
): AsyncGenerator<Block | Unread | null> {
  const page = await document.getPage(number);
  const flow = createTextFlow(number);
  const text = linesOf(await piecesOf(page));
  flow.add(text);
  const isRead = text.trim() !== '' || (yield* readPictures(await readDrawing(page), flow, limits));
  if (!isRead) missing.withoutText++;
  flow.cut();
  yield* flow.take();
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  missing.attached += annotations.filter(({ file }) => file !== undefined && file !== null).length;
  yield* blocksOfProperties(fieldsOf(annotations), number);
  page.cleanup();
}

/** How many files the document has attached as a whole. Throws where their list is damaged. */
async function countAttached(document: PdfDocument): Promise<number> {
  const attached = (await document.getAttachments()) as ReadonlyMap<string, unknown> | object | null;
  if (attached === null) return 0;
  return attached instanceof Map ? attached.size : Object.keys(attached).length;
}

function* sayMissing({ damaged, withoutText, attached }: Missing, pages: number): Generator<Unread> {
  if (damaged > 0) yield unread('MALFORMED_FILE', `damaged pages: ${damaged} of ${pages}`);
  if (withoutText > 0) yield unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', `pages without a text layer: ${withoutText} of ${pages}`);
  if (attached > 0) yield unread('ARCHIVE_CONTAINS_UNPROCESSED_FILES', `files attached to a PDF file: ${attached}`);
}

async function* readPages(document: PdfDocument, limits: ReaderLimits, losses: Hearing): AsyncGenerator<Block | Unread | null> {
  yield* blocksOfProperties(await propertiesOf(document));
  const { numPages } = document;
  const pages = Math.min(numPages, limits.maxPages);
  const missing: Missing = { damaged: 0, withoutText: 0, attached: 0 };
  for (let page = 1; page <= pages; page++) {
    const before = losses.count();
    try {
      yield* readPage(document, page, limits, missing);
      if (losses.count() > before) missing.damaged++;
    } catch {
      // One page may be damaged without the others.
      missing.damaged++;
    }
    yield null;
  }
  if (numPages < 1) yield unread('MALFORMED_FILE', 'the PDF file tells of no page');
  try {
    missing.attached += await countAttached(document);
  } catch {
    yield unread('MALFORMED_FILE', 'the list of files attached to the PDF file is damaged');
  }
  yield* sayMissing(missing, numPages);
  if (pages < numPages) yield unread('FILE_EXCEEDS_SIZE_LIMIT', `more than ${pages} pages`);
}

/** Reads a file page by page; null after each. */
export async function* readPdf(source: ByteSource, limits: ReaderLimits): AsyncGenerator<Block | Unread | null> {
  const opened = await openRandomAccess(source, limits);
  if ('reason' in opened) {
    yield opened;
    return;
  }
  if (opened.size > limits.maxPdfBytes) {
    yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a PDF file of more than ${limits.maxPdfBytes} bytes`);
    return;
  }
  const losses = hearLosses();
  try {
    yield* readDocument(opened, limits, losses);
  } finally {
    losses.stop();
  }
}

async function* readDocument(source: RandomAccess, limits: ReaderLimits, losses: Hearing): AsyncGenerator<Block | Unread | null> {
  const document = await openDocument(source, limits);
  if ('reason' in document) {
    yield document;
    return;
  }
  yield null;
  try {
    yield* readPages(document, limits, losses);
  } finally {
    await document.loadingTask.destroy();
  }
}
