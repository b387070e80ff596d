import { byteWords } from '../byte-words.ts';
import { countryDomains, genericDomains } from '../data/domain-endings.ts';
import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { plain } from '../normalise.ts';
import { findParts, isNobodysDomain, isRoleMailbox, makeParts } from '../organisations.ts';

const mostLocal = 64;
const mostDomain = 253;

/** Characters of the part before the `@` as they occur in practice; RFC 5321 allows more, and nobody is given them. */
const isLocalByte = (byte: number): boolean =>
  isWordByte(byte) || byte === 0x2e || byte === 0x5f || byte === 0x2d || byte === 0x2b || byte === 0x25 || byte === 0x27;

const isDomainByte = (byte: number): boolean => isWordByte(byte) || byte === 0x2d || byte === 0x2e;

/** First byte of the part before the `@`, or -1. */
function localStart({ bytes, low }: Window, at: number): number {
  const limit = Math.max(low, at - mostLocal);
  let start = at;
  while (start > limit && isLocalByte(bytes[start - 1] ?? 0)) start--;
  if (start > low && start === limit && isLocalByte(bytes[start - 1] ?? 0)) return -1;
  while (start < at && !isWordByte(bytes[start] ?? 0) && bytes[start] !== 0x5f) start++;
  // Manuals change the face of letters in front of a mailbox: "\\fIjane@…", "\\f5jane@…".
  if (start > low && bytes[start - 1] === 0x5c && bytes[start] === 0x66 && start + 2 < at) start += 2;
  return start < at && bytes[at - 1] !== 0x2e ? start : -1;
}

/** Byte after the domain, without the full stop of a sentence, or -1. */
function domainEnd({ bytes, high }: Window, from: number): number {
  const limit = Math.min(high, from + mostDomain + 1);
  let end = from;
  while (end < limit && isDomainByte(bytes[end] ?? 0) && !(bytes[end] === 0x2e && bytes[end + 1] === 0x2e)) end++;
  if (end === from + mostDomain + 1) return -1;
  while (end > from && !isWordByte(bytes[end - 1] ?? 0)) end--;
  return end;
}

const isDigitByte = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHexByte = (byte: number): boolean => isDigitByte(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** What a widely used reader of mail ends its names of messages in. */
const gnus = byteWords(['fsf']);

/** Letters of an ending as one number, five bits each: up to six fit in what an engine keeps as a small integer. */
const mostPacked = 6;
const pack = (ending: string): number => [...ending].reduce((code, letter) => code * 32 + (letter.charCodeAt(0) & 31), 0);
const packAll = (endings: ReadonlySet<string>): ReadonlySet<number> =>
  new Set([...endings].filter(({ length }) => length <= mostPacked).map(pack));
const packedDomains = packAll(new Set([...genericDomains, ...countryDomains]));

/** True if the last label of the domain is one in use. Allocates nothing for the usual short ones: it runs on every address. */
function endsKnown({ bytes }: Window, from: number, end: number): boolean {
  let start = end;
  let code = 0;
  for (; start > from && bytes[start - 1] !== 0x2e; start--) {
    const lower = (bytes[start - 1] ?? 0) | 0x20;
    if (lower < 0x61 || lower > 0x7a) return false;
  }
  const length = end - start;
  if (start === from || length < 2 || length > 12) return false;
  if (length > mostPacked) return genericDomains.has(String.fromCharCode(...bytes.subarray(start, end)).toLowerCase());
  for (let at = start; at < end; at++) code = code * 32 + ((bytes[at] ?? 0) & 31);
  return packedDomains.has(code);
}

/** True for a name that programs give to a message: "545743A0.50907@…", "1409845851-38950-3-git-send-email-…@…", "87y5.fsf@…". */
function isMessageId({ bytes }: Window, start: number, at: number): boolean {
  if (at - start > 4 && bytes[at - 4] === 0x2e && ((bytes[at - 3] ?? 0) | 0x20) === 0x66) return gnus.has(bytes, at - 3, at);
  let end = start;
  let digits = 0;
  for (; end < at && isHexByte(bytes[end] ?? 0); end++) if (isDigitByte(bytes[end] ?? 0)) digits++;
  const isTied = bytes[end] === 0x2e || bytes[end] === 0x2d;
  return end - start >= 8 && digits >= 5 && isTied && isDigitByte(bytes[end + 1] ?? 0);
}

/** True inside `scheme://user:secret@host`: what stands before the `@` is a secret, not a mailbox. */
function isInUrl({ bytes, low }: Window, start: number): boolean {
  const limit = Math.max(low, start - 80);
  for (let at = start - 1; at > limit + 1; at--) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === 0x3d) return false;
    if (byte === 0x2f) return bytes[at - 1] === 0x2f;
  }
  return false;
}

const parts = makeParts();

/** Reads the address around an `@`. */
function readAround(window: Window, found: Found, at: number): boolean {
  const start = localStart(window, at);
  const end = domainEnd(window, at + 1);
  if (start < 0 || end < 0) return false;
  if (!endsKnown(window, at + 1, end) || isInUrl(window, start)) return false;
  // `git@host:path` names a service, not a mailbox.
  const isRemote = end + 1 < window.high && window.bytes[end] === 0x3a && isWordByte(window.bytes[end + 1] ?? 0);
  found.start = start;
  found.end = end;
  findParts(parts, window.bytes, [start, at, end]);
  const isNobodys = isNobodysDomain(window.bytes, parts);
  found.traits = isRemote || isMessageId(window, start, at) ? trait.counterEvidence : isNobodys ? 0 : trait.telling;
  if (isRoleMailbox(window.bytes, parts)) found.traits |= trait.organisation;
  return true;
}

/** What a byte is in the usual address. */
const kind = { other: 0, letter: 1, digit: 2, joint: 4, dash: 5, dot: 6, at: 7 } as const;
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isWordByte(byte)) return isDigitByte(byte) ? kind.digit : kind.letter;
  const joints = new Map<number, number>([
    [0x2d, kind.dash],
    [0x2e, kind.dot],
    [0x40, kind.at],
    [0x5f, kind.joint],
  ]);
  return joints.get(byte) ?? kind.other;
});

/** Digits that the usual address has at most: of more, another value could be made. */
const mostDigits = 4;

/** True for a cell that is words with single dots, dashes or underscores between, and one `@`; finds its parts. */
function isUsual(bytes: Uint8Array, low: number, high: number): boolean {
  parts.at = -1;
  parts.joint = -1;
  parts.tail = low;
  parts.ownerEnd = -1;
  let last: number = kind.joint;
  let digits = 0;
  for (let next = low; next < high; next++) {
    const what = kinds[bytes[next]!]!;
    if (what < kind.joint) {
      if (what === kind.other) return false;
      if (what === kind.digit) digits++;
    } else {
      if (last >= kind.joint) return false;
      if (parts.at < 0) {
        if (parts.joint < 0) parts.joint = next;
        if (what === kind.dash) parts.tail = next + 1;
        else if (what === kind.at) parts.at = parts.labelEnd = parts.ownerEnd = next;
      } else if (what === kind.at) return false;
      else if (what === kind.dot) {
        if (parts.labelEnd === parts.at) parts.labelEnd = next;
        parts.owner = parts.ownerEnd + 1;
        parts.ownerEnd = next;
      }
    }
    last = what;
  }
  parts.start = low;
  parts.end = high;
  return parts.ownerEnd > parts.at && parts.at > 0 && last < kind.joint && digits <= mostDigits && high - low <= mostLocal;
}

/** E-mail address: a mailbox, an `@` and a domain with a known ending. */
export const email: ValueDetector = {
  kind: 'value',
  id: 'global/email',
  title: 'E-mail address',
  finds: 'A mailbox at a domain that ends in a country code or a generic top-level domain in use.',
  references: [
    'RFC 5321, sections 2.3.11 and 4.5.3.1 (form and lengths)',
    'IANA root zone database (endings)',
    'RFC 2606, section 3 (domains of examples: low unless a word, a field or a person speaks for it)',
  ],
  example: 'fatima.amrani@courriel.ma',
  identifies: true,
  company: 'line',
  anchors: ['[\\l\\d_%+\\-]@[\\l\\d]'],
  context: {
    fr: 'e-mail, email, mail, courriel, adresse électronique, mél',
    ar: 'البريد الإلكتروني, البريد الالكتروني, ايميل',
    darija: 'l email, email dyali, mail dyali',
    en: 'email address, contact',
  },
  counter: {
    fr: 'auteur, auteurs, mainteneur, écrit par, traduction, traducteur, traductrice',
    en: `
      message id, in reply to, copyright, author, authors, maintainer, maintained by, maintainers, written by, signed off by, co authored by, reported by,
      translator, last translator, language team, translated by, patch by, contributed by, bugs to, packaged by, committer`,
  },
  fields: { says: 'email, e mail, mail, courriel, adresse electronique, mel, البريد الالكتروني, ايميل' },
  check: (window, found) => readAround(window, found, window.at - 2),
  usual: {
    hasWords: true,
    read(window, found) {
      const { bytes, low, high } = window;
      if (!isUsual(bytes, low, high) || !endsKnown(window, parts.at + 1, high) || isMessageId(window, low, parts.at))
        return false;
      if (isNobodysDomain(bytes, parts) || isRoleMailbox(bytes, parts)) return false;
      found.start = low;
      found.end = high;
      found.traits = trait.telling;
      return true;
    },
  },
  normalise: plain,
};
