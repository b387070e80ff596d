/** The thread in which PDF files are decoded: it can be stopped at its deadline, and its memory is its own. */
import { parentPort } from 'node:worker_threads';
import { getDocument, PDFDataRangeTransport } from 'unpdf/pdfjs';
import { linesOf } from './pdf-lines.ts';
import type { TextPiece } from './pdf-lines.ts';
import type { PdfAnswer, PdfRequest } from './pdf-messages.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Fewer requests for large files than the library's own 64 KiB. */
const rangeBytes = 512 * 1024;

let document: PdfDocument | null = null;
let transport: PDFDataRangeTransport | null = null;

const answer = (message: PdfAnswer): void => parentPort?.postMessage(message, []);

function textsOf(values: readonly (readonly [string, unknown])[]): (readonly [string, string])[] {
  return values.flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value] as const] : []));
}

async function open(size: number, start: Uint8Array): Promise<void> {
  const ranges = new PDFDataRangeTransport(size, start);
  ranges.requestDataRange = (from, to) => answer({ kind: 'range', from, to });
  transport = ranges;
  const isWhole = start.length >= size;
  document = await getDocument({
    ...(isWhole ? { data: start } : { range: ranges, length: size }),
    rangeChunkSize: rangeBytes,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 0,
    verbosity: 0,
  }).promise;
  const { info } = await document.getMetadata();
  const properties = textsOf(Object.entries(info)).filter(([name]) => name !== 'PDFFormatVersion');
  answer({ kind: 'opened', pages: document.numPages, properties });
}

async function piecesOf(page: PdfPage): Promise<TextPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item ? [{ text: item.str, x: Number(item.transform[4]), endsLine: item.hasEOL }] : [],
  );
}

const stringOf = (value: unknown): unknown => (value as { readonly str?: unknown } | undefined)?.str;

/** What was filled into forms and written into notes. */
async function fieldsOf(page: PdfPage): Promise<(readonly [string, string])[]> {
  const annotations = (await page.getAnnotations()) as readonly Readonly<Record<string, unknown>>[];
  return annotations.flatMap(({ fieldName, fieldValue, contentsObj, titleObj, url }) => {
    const name = typeof fieldName === 'string' && fieldName !== '' ? fieldName : 'field';
    const fields = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).map((value) => [name, value as unknown] as const);
    return textsOf([...fields, ['note', stringOf(contentsObj)], ['author', stringOf(titleObj)], ['link', url]]);
  });
}

async function readPage(number: number): Promise<void> {
  const page = await document!.getPage(number);
  const text = linesOf(await piecesOf(page));
  answer({ kind: 'page', text, fields: await fieldsOf(page) });
  page.cleanup();
}

async function handle(request: PdfRequest): Promise<void> {
  if (request.kind === 'open') await open(request.size, request.start);
  else if (request.kind === 'page') await readPage(request.page);
  else transport?.onDataRange(request.from, request.bytes);
}

parentPort?.on('message', (request: PdfRequest) => {
  handle(request).catch((error: unknown) => {
    const isPassword = error instanceof Error && error.name === 'PasswordException';
    answer({ kind: 'failed', why: isPassword ? 'password' : 'damaged' });
  });
});
