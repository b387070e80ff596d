/** What stands in a mail beside its parts (RFC 2046, 5.1.1): before the first one, behind the last one, or everywhere if no part begins. */
import type { FieldTexts } from '../contract.ts';

/** Said to readers whose program knows no parts. */
const usual = /^this is a (?:multi-?part message|message with multiple parts) in mime format\.?$/iu;

/** Where the headers end; the length where nothing follows them. */
function endOfHeaders(mail: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => [mail.indexOf(mark), mark.length] as const).filter(([at]) => at !== -1);
  const first = ends.toSorted(([a], [b]) => a - b)[0];
  return first === undefined ? mail.length : first[0] + first[1];
}

/** What the type of the mail gives as the border of its parts: null where it has none, '' where it says no border. */
function borderOf(headers: string): string | null {
  const type = /^content-type[ \t]*:[ \t]*(multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/imu.exec(headers)?.[1];
  if (type === undefined) return null;
  const border = /\bboundary[ \t]*=[ \t]*(?:"([^"\r\n]*)"|([^\s;"]+))/iu.exec(type);
  return border?.[1] ?? border?.[2] ?? '';
}

/** Nothing for a mail without parts. */
export function textsBesideParts(mail: Buffer): FieldTexts {
  const start = endOfHeaders(mail);
  const border = borderOf(mail.toString('latin1', 0, start));
  if (border === null) return [];
  const mark = `--${border}`;
  const first = border === '' ? -1 : mail.indexOf(mark, start);
  const last = first === -1 ? -1 : mail.lastIndexOf(`${mark}--`);
  const before = mail.toString('utf8', start, first === -1 ? mail.length : first).trim();
  const behind = last === -1 ? '' : mail.toString('utf8', last + mark.length + 2).trim();
  return [before, behind]
    .filter((text) => text !== '' && !usual.test(text))
    .map((text) => ['text beside the parts', text] as const);
}
