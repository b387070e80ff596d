/** Numbers of spreadsheets as their programs show them: dates as dates, phone numbers with their first zero. */

export type NumberStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  /** Digits only: `00 00 00 00 00`. */
  | { readonly kind: 'digits'; readonly pattern: string };

const plain: NumberStyle = { kind: 'plain' };
const date: NumberStyle = { kind: 'date' };

/** Formats of dates and times that are known by number (ECMA-376 18.8.30). */
function isDateId(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** What a format, by its number and its code where it has one, makes of a number. */
export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return isDateId(id) ? date : plain;
  const first = (code.split(';')[0] ?? '').replaceAll(/"([^"]*)"/gu, '$1').replaceAll(/\\(.)/gu, '$1');
  if (/^[0 .\-/()+]*0{2}[0 .\-/()+]*$/u.test(first) && !/^0+\.0+$/u.test(first)) return { kind: 'digits', pattern: first };
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
  return /[dmyhs]/iu.test(bare) && !/general/iu.test(bare) ? date : plain;
}

const dayMilliseconds = 86_400_000;
/** Day 0 of the two calendars; the first has a 29 February 1900 that never was, so it holds from day 61 on. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

function formatDate(value: number, is1904: boolean): string | null {
  if (value < 0 || value >= 2_958_466) return null;
  const shifted = !is1904 && value > 0 && value < 61 ? value + 1 : value;
  const text = new Date(dayZero[is1904 ? 1904 : 1900] + Math.round(shifted * dayMilliseconds)).toISOString();
  const time = text.slice(11, 19);
  if (value < 1) return time;
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

/** All digits of a number, never an exponent. */
function formatPlain(value: number, written: string): string {
  if (!/e/iu.test(written)) return written;
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

function fillDigits(pattern: string, value: number): string | null {
  if (!Number.isInteger(value) || value < 0) return null;
  const places = pattern.split('0').length - 1;
  const digits = BigInt(value).toString().padStart(places, '0');
  let next = digits.length - places;
  let text = digits.slice(0, next);
  for (const character of pattern) text += character === '0' ? digits[next++] : character;
  return text;
}

/** A number as written in a cell, in the form its style shows. */
export function formatNumber(written: string, style: NumberStyle, is1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  const shown =
    style.kind === 'date' ? formatDate(value, is1904) : style.kind === 'digits' ? fillDigits(style.pattern, value) : null;
  return shown ?? formatPlain(value, written);
}
