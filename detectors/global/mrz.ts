import { travelDocument } from '../catalogue.ts';
import { mrzDigitHolds } from '../checksums/mrz.ts';
import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { foldScript } from '../normalise.ts';

/** How many bytes one line may take, with the spaces of a bad reading. */
const mostLine = 96;

/** One line of a zone: its characters without spaces, and where it lies. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const decoder = new TextDecoder();

/** What readers of documents make of the filler. */
const clean = (text: string): string => text.replaceAll(/[«‹]/gu, '<').replaceAll(/[\s\u{a0}]/gu, '');

const isBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d;

/** The line around a byte; null if it is too long to be one of a zone. */
function lineAt({ bytes, low, high }: Window, at: number): Line | null {
  let start = at;
  while (start > low && at - start < mostLine && !isBreak(bytes[start - 1] ?? 0)) start--;
  let end = at;
  while (end < high && end - start < 2 * mostLine && !isBreak(bytes[end] ?? 0)) end++;
  while (start < end && (bytes[start] ?? 0) <= 0x20) start++;
  while (end > start && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return { text: clean(decoder.decode(bytes.subarray(start, end))), start, end };
}

/** The line before another. */
function lineBefore(window: Window, { start }: Line): Line | null {
  let at = start;
  while (at > window.low && start - at < 4 && (window.bytes[at - 1] ?? 0) <= 0x20) at--;
  return at === window.low || at === start ? null : lineAt(window, at);
}

function lineAfter(window: Window, { end }: Line): Line | null {
  let at = end;
  while (at < window.high && at - end < 4 && (window.bytes[at] ?? 0) <= 0x20) at++;
  return at === window.high || at === end ? null : lineAt(window, at);
}

/** Birth and expiry, with the check digit behind each, from a place on. */
const datesHold = (line: string, from: number): boolean =>
  mrzDigitHolds(line.slice(from, from + 6), line.charAt(from + 6)) &&
  mrzDigitHolds(line.slice(from + 8, from + 14), line.charAt(from + 14));

/** Identity card, three lines of 30 (ICAO Doc 9303 part 5). */
function readCard(window: Window, found: Found, second: Line): boolean {
  const first = lineBefore(window, second);
  if (first === null || !datesHold(second.text, 0)) return false;
  const upper = first.text.slice(-30);
  const lower = second.text;
  if (upper.length !== 30 || !/^[IAC][A-Z<][A-Z<]{3}/.test(upper) || !mrzDigitHolds(upper.slice(5, 14), upper.charAt(14)))
    return false;
  const whole = upper.slice(5) + lower.slice(0, 7) + lower.slice(8, 15) + lower.slice(18, 29);
  if (!mrzDigitHolds(whole, lower.charAt(29))) return false;
  const third = lineAfter(window, second);
  const hasNames = third !== null && third.text.length === 30 && third.text.includes('<<');
  found.start = first.text.length === 30 ? first.start : first.end - 30;
  found.end = hasNames ? third.end : second.end;
  const isMoroccan = upper.slice(2, 5) === 'MAR' && upper.startsWith('I');
  found.traits = trait.proof | trait.telling | (isMoroccan ? 0 : trait.variant);
  return true;
}

/** Passport, two lines of 44 (ICAO Doc 9303 part 4). */
function readPassport(window: Window, found: Found, second: Line): boolean {
  const lower = second.text;
  if (!mrzDigitHolds(lower.slice(0, 9), lower.charAt(9)) || !datesHold(lower, 13)) return false;
  if (!mrzDigitHolds(lower.slice(28, 42), lower.charAt(42))) return false;
  if (!mrzDigitHolds(lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 43), lower.charAt(43))) return false;
  const first = lineBefore(window, second);
  const upper = first?.text.slice(-44) ?? '';
  const isWhole = first !== null && upper.length === 44 && upper.startsWith('P');
  found.start = !isWhole ? second.start : first.text.length === 44 ? first.start : first.end - 44;
  found.end = second.end;
  found.traits = trait.proof | trait.telling | trait.variant;
  return true;
}

/** Machine-readable zone of identity cards (TD1) and passports (TD3). A Moroccan identity card's is told from all others. */
export const mrz: ValueDetector = {
  kind: 'value',
  id: 'global/mrz',
  title: 'Machine-readable zone of an identity card or passport',
  finds: 'Two lines of 44 or three of 30 characters in which every check digit holds.',
  references: ['ICAO Doc 9303 part 3 (check digits), part 4 (TD3, passports), part 5 (TD1, cards)'],
  example: 'Carte nationale :\nI<MARA123456784BK123456<<<<<<<\n8504124F3004113MAR<<<<<<<<<<<8\nEL<AMRANI<<FATIMA<ZAHRA<<<<<<<',
  anchors: ['\\d{7}[mfx<]\\d{7}'],
  context: {
    fr: 'mrz, zone de lecture, passeport, cnie, carte nationale, carte d identité',
    ar: 'جواز السفر, البطاقة الوطنية',
    en: 'machine readable zone, passport, identity card',
  },
  fields: { says: 'mrz, mrz lines, machine readable zone' },
  checksum: 'mrz-7-3-1',
  variant: travelDocument,
  check(window, found) {
    const line = lineAt(window, window.at);
    if (line === null) return false;
    if (line.text.length === 30) return readCard(window, found, line);
    return line.text.length === 44 && readPassport(window, found, line);
  },
  normalise: (value) => clean(foldScript(value)).toUpperCase(),
};
