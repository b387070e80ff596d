/** Mails (RFC 5322, MIME) and mailboxes (RFC 4155): headers by name, bodies, and attachments as objects of their own. */
import type { ByteSource, ContainerFormat, Head, ReaderLimits, ReadPart, Unread } from '../contract.ts';
import { decodeInThread } from '../threads/thread-reader.ts';
import { blocksOfProperties } from './document-properties.ts';
import { htmlFormat } from './html.ts';
import type { MailAttachment, ParsedMail } from './mail-decoder.ts';
import { holdBytes, readBytes } from '../random-access.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';

const mailHeader =
  /^(?:from|to|cc|date|subject|message-id|mime-version|received|return-path|delivered-to|reply-to|content-type|dkim-signature|x-[\w-]+)[ \t]*:/iu;
const anyHeader = /^[!-9;-~]+[ \t]*:/u;
const mailExtensions = new Set(['eml', 'mht', 'mhtml', 'emlx']);
const boxLine = /^From \S+ .*\d{4}/u;

function firstLines({ text }: Head): string[] {
  return text === null ? [] : Buffer.from(text.subarray(0, 16_384)).toString('latin1').split(/\r?\n/u);
}

/** True if the lines are headers up to an empty one, and enough of them those of mails. */
function startsAsMail(lines: readonly string[], needed: number): boolean {
  let known = 0;
  for (const [index, line] of lines.entries()) {
    if (line === '') return index > 0 && known >= needed;
    if (mailHeader.test(line)) known++;
    else if (!anyHeader.test(line) && (index === 0 || !/^[ \t]/u.test(line))) return false;
  }
  return known >= Math.max(needed, 2);
}

function* readBody(text: string): Generator<ReadPart> {
  const flow = createTextFlow(null);
  flow.add(text);
  flow.cut();
  yield* flow.take();
}

/** The page a mail also has, or nothing where all its words stand in the text that was read already. */
async function readPage(html: string, text: string, limits: ReaderLimits): Promise<readonly ReadPart[]> {
  const parts: ReadPart[] = [];
  let isNew = false;
  const known = new Set(text.split(/\s+/u));
  for await (const part of htmlFormat.read(holdBytes('body.html', Buffer.from(html, 'utf8')), limits)) {
    parts.push(part);
    if (part.kind !== 'block') continue;
    const words = Buffer.from(part.bytes).toString('utf8').split(/\s+/u);
    isNew ||= words.some((word) => word !== '' && !known.has(word));
  }
  return isNew || text === '' ? parts : [];
}

const typeExtensions: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/csv': '.csv',
};

function nameOf({ filename, mimeType }: MailAttachment, index: number): string {
  return filename !== null && filename !== '' ? filename : `attachment ${index + 1}${typeExtensions[mimeType] ?? ''}`;
}

/** The mail as the decoder's thread gives it: null where its parts or headers are beyond all limits. */
async function parse(bytes: Uint8Array, limits: ReaderLimits): Promise<ParsedMail | Unread | null> {
  let parsed: ParsedMail | Unread | null = null;
  for await (const one of decodeInThread<ParsedMail | null>('mail', holdBytes('', bytes), limits)) parsed = one;
  return parsed;
}

async function* openMail(source: ByteSource, limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  const bytes = await readBytes(source.stream(), limits.maxHeldBytes);
  if (bytes === null) {
    yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a mail of more than ${limits.maxHeldBytes} bytes`);
    return;
  }
  const email =
    (await parse(bytes, limits)) ?? unread('UNABLE_TO_PARSE_FILE', 'a mail whose parts or headers are beyond all limits');
  if ('kind' in email) {
    yield email;
    return;
  }
  yield* blocksOfProperties(email.headers);
  if (email.text !== '') yield* readBody(email.text);
  if (email.html !== '') yield* await readPage(email.html, email.text, limits);
  for (const [index, attachment] of email.attachments.entries()) {
    const name = nameOf(attachment, index);
    yield { kind: 'member', path: name };
    yield holdBytes(name, attachment.bytes);
  }
}

/** Reads mails. Lines of places are those of the body; headers have their name as field. */
export const mailFormat: ContainerFormat = {
  id: 'mail',
  isPacked: false,
  recognises: (head) => startsAsMail(firstLines(head), mailExtensions.has(head.extension) ? 1 : 3),
  open: openMail,
};

const mark = Buffer.from('\nFrom ');

/** Cuts a stream before each line that begins with `From `; null stands for a part larger than `maxBytes`. */
async function* cutMessages(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Buffer | null> {
  let held: Uint8Array[] = [];
  let length = 0;
  let tail = Buffer.alloc(0);
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) held.push(part);
    else held = [];
  };
  const take = (): Buffer | null => {
    const message = length > maxBytes ? null : Buffer.concat(held);
    held = [];
    length = 0;
    return message;
  };
  for await (const chunk of chunks) {
    // The end of what came before is looked at again: a border may lie across.
    let window = Buffer.concat([tail, chunk]);
    for (let at = window.indexOf(mark); at !== -1; at = window.indexOf(mark)) {
      keep(window.subarray(0, at + 1));
      yield take();
      window = window.subarray(at + 1);
    }
    const rest = Math.max(0, window.length - mark.length + 1);
    keep(window.subarray(0, rest));
    tail = window.subarray(rest);
  }
  keep(tail);
  if (length > 0) yield take();
}

/** Reads mailboxes: each message is an object of its own. */
export const mailboxFormat: ContainerFormat = {
  id: 'mailbox',
  isPacked: false,
  recognises: (head) => {
    const [first = '', ...lines] = firstLines(head);
    return boxLine.test(first) && startsAsMail(lines, 1);
  },
  async *open(source, limits) {
    let number = 0;
    for await (const message of cutMessages(source.stream(), limits.maxHeldBytes)) {
      yield { kind: 'member', path: `message ${++number}` };
      if (message === null) {
        yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a mail of more than ${limits.maxHeldBytes} bytes`);
        continue;
      }
      yield holdBytes(`message ${number}.eml`, message.subarray(message.indexOf(0x0a) + 1));
    }
  },
};
