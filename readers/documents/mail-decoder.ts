/** Mails taken apart by postal-mime. Loaded in the thread of the decoders when the first one comes. */
import PostalMime, { decodeWords } from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';
import type { ByteSource, FieldTexts, ReaderLimits } from '../contract.ts';
import { textsBesideParts } from './mail-beside.ts';
import type { Sent } from '../threads/decoder-messages.ts';
import { readBytes } from '../random-access.ts';

export interface MailAttachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** What of a mail is content; texts are empty where it has none. */
export interface ParsedMail {
  readonly headers: FieldTexts;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
}

/** Headers that say how a mail is built, not what is in it. */
const technical =
  /^(?:mime-version|content-(?:type|transfer-encoding|id|length)|dkim-signature|arc-.*|authentication-results|received-spf)$/u;

const headersOf = ({ headers }: Email): FieldTexts =>
  headers.filter(({ key }) => !technical.test(key)).map(({ originalKey, value }) => [originalKey, decodeWords(value)] as const);

/** A copy, which can go along to another thread. */
function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return Uint8Array.from(Buffer.from(content, 'utf8'));
  return content instanceof Uint8Array ? Uint8Array.from(content) : new Uint8Array(content);
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  } catch {
    // It refuses what is nested or headed beyond its limits.
    return null;
  }
}

/** Gives the mail, or null for one that is refused. */
export async function* parseMail(source: ByteSource, { maxHeldBytes }: ReaderLimits): AsyncGenerator<Sent> {
  const bytes = await readBytes(source.stream(), maxHeldBytes);
  const email = bytes === null ? null : await parse(bytes);
  if (bytes === null || email === null) {
    yield { message: null, transfer: [] };
    return;
  }
  const contents = email.attachments.map(bytesOf);
  const message: ParsedMail = {
    headers: [...headersOf(email), ...textsBesideParts(bytes)],
    text: email.text ?? '',
    html: email.html ?? '',
    attachments: email.attachments.map(({ filename, mimeType }, index) => ({ filename, mimeType, bytes: contents[index]! })),
  };
  yield { message, transfer: [...new Set(contents.map(({ buffer }) => buffer))] };
}
