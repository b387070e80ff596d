/** PDF (ISO 32000): text of each page, forms, notes and properties; read by ranges, decoded in a thread of its own. */
import type { Block, ByteSource, ReaderLimits, SkipReason, TextFormat, Unread } from './contract.ts';
import { startDecoder } from './decoder-thread.ts';
import type { DecoderThread } from './decoder-thread.ts';
import { blocksOfProperties } from './document-properties.ts';
import type { PdfAnswer, PdfRequest } from './pdf-messages.ts';
import { openRandomAccess, readRange } from './random-access.ts';
import type { RandomAccess } from './random-access.ts';
import { createTextFlow } from './text-flow.ts';
import { unread } from './unread.ts';

/** Files up to this size are read in one piece: a second request would cost more than the bytes. */
const wholeBytes = 8 * 1024 * 1024;
const startBytes = 512 * 1024;

type Thread = DecoderThread<PdfRequest, PdfAnswer>;
type Reply = Exclude<PdfAnswer, { readonly kind: 'range' | 'failed' }>;

const problems: Readonly<Record<string, readonly [SkipReason, string]>> = {
  password: ['ENCRYPTED', 'the PDF file is protected by a password'],
  damaged: ['UNABLE_TO_PARSE_FILE', 'the PDF file is damaged'],
  crash: ['UNABLE_TO_PARSE_FILE', 'the decoder broke off'],
  memory: ['FILE_EXCEEDS_SIZE_LIMIT', 'decoding takes more memory than one thread has'],
  deadline: ['DECODER_DEADLINE', 'decoding took too long'],
};

/** The next answer that is no request for bytes; those are served on the way. */
async function waitFor(thread: Thread, source: RandomAccess, limits: ReaderLimits): Promise<Reply | Unread> {
  for (;;) {
    const answer = await thread.answer(limits.maxDecoderMilliseconds);
    const problem = typeof answer === 'string' ? answer : answer.kind === 'failed' ? answer.why : null;
    if (problem !== null) return unread(...problems[problem]!);
    const reply = answer as Exclude<PdfAnswer, { readonly kind: 'failed' }>;
    if (reply.kind !== 'range') return reply;
    const bytes = await readRange(source, reply.from, Math.min(reply.to, source.size));
    thread.ask({ kind: 'bytes', from: reply.from, bytes: new Uint8Array(bytes) });
  }
}

async function* readPages(thread: Thread, source: RandomAccess, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const start = await readRange(source, 0, source.size <= wholeBytes ? source.size : startBytes);
  thread.ask({ kind: 'open', size: source.size, start: new Uint8Array(start) });
  const opened = await waitFor(thread, source, limits);
  if (opened.kind === 'unread') {
    yield opened;
    return;
  }
  if (opened.kind !== 'opened') return;
  yield* blocksOfProperties(opened.properties);
  const pages = Math.min(opened.pages, limits.maxPages);
  let damaged = 0;
  for (let page = 1; page <= pages; page++) {
    thread.ask({ kind: 'page', page });
    const reply = await waitFor(thread, source, limits);
    if (reply.kind === 'page') {
      yield* blocksOfPage(page, reply.text, reply.fields);
      continue;
    }
    // One page may be damaged without the others; a thread that is gone reads no other page.
    if (reply.kind === 'unread' && reply.detail !== problems['damaged']![1]) {
      yield unread(reply.reason, `${reply.detail}, on page ${page} of ${opened.pages}`);
      return;
    }
    damaged++;
  }
  if (damaged > 0) yield unread('MALFORMED_FILE', `damaged pages: ${damaged} of ${opened.pages}`);
  if (pages < opened.pages) yield unread('FILE_EXCEEDS_SIZE_LIMIT', `more than ${pages} pages`);
}

async function* blocksOfPage(page: number, text: string, fields: readonly (readonly [string, string])[]): AsyncGenerator<Block> {
  const flow = createTextFlow(page);
  flow.add(text);
  flow.cut();
  yield* flow.take();
  for await (const block of blocksOfProperties(fields)) {
    yield { ...block, place: (start, end) => ({ ...block.place(start, end), page }) };
  }
}

async function openWithin(source: ByteSource, limits: ReaderLimits): Promise<RandomAccess | Unread> {
  const opened = await openRandomAccess(source, limits);
  if ('reason' in opened || opened.size <= limits.maxPdfBytes) return opened;
  return unread('FILE_EXCEEDS_SIZE_LIMIT', `a PDF file of more than ${limits.maxPdfBytes} bytes`);
}

export const pdfFormat: TextFormat = {
  id: 'pdf',
  isRanged: true,
  // Readers of PDF take files whose header stands anywhere in the first kilobyte.
  recognises: ({ bytes, text, extension }) => {
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf('%PDF-');
    return at === 0 || (at > 0 && (text === null || extension === 'pdf'));
  },
  async *read(source, limits) {
    const opened = await openWithin(source, limits);
    if ('reason' in opened) {
      yield opened;
      return;
    }
    const thread: Thread = startDecoder('pdf-worker');
    try {
      yield* readPages(thread, opened, limits);
    } finally {
      await thread.close();
    }
  },
};
