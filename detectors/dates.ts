/** Reads calendar dates as people write them, from bytes where they are numeric, from text where the month has a name. */
import { monthNames } from './data/months.ts';
import type { Found, Window } from './define.ts';
import { digitAt, endsFree, groupSizes, isWordByte, readDigits, startsFree } from './digits.ts';
import { foldWords } from './engine/symbols.ts';

const earliest = 1900;
const latest = 2035;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
const isYear = (year: number): boolean => year >= earliest && year <= latest;

const monthOf = new Map(monthNames.flatMap((names, index) => names.map((name) => [foldWords(name), index + 1] as const)));

/** Day/month/year or year-month-day in digits at a byte. */
function readNumeric(window: Window, found: Found, from: number): boolean {
  const { digits } = window;
  if (!startsFree(window, from)) return false;
  readDigits(digits, window, from, 8);
  const number = (first: number, length: number): number => {
    let value = 0;
    for (let at = first; at < first + length; at++) value = value * 10 + (digits.values[at] ?? 0);
    return value;
  };
  let isDate = false;
  switch (groupSizes(digits)) {
    case 224:
      isDate = isDay(number(0, 2), number(2, 2)) && isYear(number(4, 4));
      break;
    case 114:
      isDate = isDay(number(0, 1), number(1, 1)) && isYear(number(2, 4));
      break;
    case 124:
      isDate = isDay(number(0, 1), number(1, 2)) && isYear(number(3, 4));
      break;
    case 214:
      isDate = isDay(number(0, 2), number(2, 1)) && isYear(number(3, 4));
      break;
    case 422:
      isDate = isYear(number(0, 4)) && isDay(number(6, 2), number(4, 2));
      break;
    case 222:
      isDate = isDay(number(0, 2), number(2, 2));
      break;
    case 8:
      isDate = isYear(number(0, 4)) && isDay(number(6, 2), number(4, 2));
      break;
    default:
  }
  if (!isDate) return false;
  found.start = from;
  found.end = digits.end;
  // A time of day may follow, as in 1983-12-05T00:00:00.
  return endsFree(window, digits.end) || ((window.bytes[digits.end] ?? 0) | 0x20) === 0x74;
}

/** The number that so many Western digits make, from a byte on; -1 if one is anything else. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  let signs = 0;
  for (let next = at; next < at + length; next++) {
    const digit = bytes[next]! - 0x30;
    signs |= digit | (9 - digit);
    number = number * 10 + digit;
  }
  return signs < 0 ? -1 : number;
}

/** True for ten bytes of a day, a month and a year of four digits between slashes or dashes, or of the year first between dashes. */
export function isPlainDate(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 10) return false;
  if (bytes[start + 4] === 0x2d)
    return (
      bytes[start + 7] === 0x2d &&
      isYear(numberAt(bytes, start, 4)) &&
      isDay(numberAt(bytes, start + 8, 2), numberAt(bytes, start + 5, 2))
    );
  const sign = bytes[start + 2];
  if ((sign !== 0x2f && sign !== 0x2d) || bytes[start + 5] !== sign) return false;
  return isDay(numberAt(bytes, start, 2), numberAt(bytes, start + 3, 2)) && isYear(numberAt(bytes, start + 6, 4));
}

const named =
  /^([0-9٠-٩]{1,2})(?:er)?[\s.\-/]+(?:de |من |شهر )?([\p{L}]{3,9})\.?[\s.,\-/]+(?:سنة |عام |de )?([0-9٠-٩]{4})(?!\p{N})/u;
const monthFirst = /^(\p{L}{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})(?!\p{N})/u;

/** "5 décembre 1983", "1er janvier 1990", "5 دجنبر 1983", "December 5, 1983". */
function readNamed(window: Window, found: Found, from: number): boolean {
  if (!startsFree(window, from)) return false;
  const text = decoder.decode(window.bytes.subarray(from, Math.min(window.high, from + 64)));
  const parts = named.exec(text) ?? monthFirst.exec(text);
  if (parts === null) return false;
  const isKnown = monthOf.has(foldWords(parts[2] ?? '')) || monthOf.has(foldWords(parts[1] ?? ''));
  if (!isKnown) return false;
  found.start = from;
  found.end = from + encoder.encode(parts[0]).length;
  return true;
}

/** First three letters of the English months, in small letters, as one number. */
const monthStarts = new Set(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (start) => (start.charCodeAt(0) << 16) | (start.charCodeAt(1) << 8) | start.charCodeAt(2),
  ),
);

/** True where a word begins that may be the name of an English month, which comes before its day. */
function isMonth(bytes: Uint8Array, at: number): boolean {
  if (isWordByte(bytes[at - 1] ?? 0) || !isWordByte(bytes[at] ?? 0)) return false;
  const start = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return monthStarts.has(start | 0x202020);
}

/** Reads a date that begins at a byte. */
export function readDate(window: Window, found: Found, from: number): boolean {
  const isDigit = digitAt(window.bytes, from) >= 0;
  return (isDigit && readNumeric(window, found, from)) || readNamed(window, found, from);
}

/** Reads the first date within `reach` bytes. */
export function findDate(window: Window, found: Found, reach: number): boolean {
  const limit = Math.min(window.high, window.at + reach);
  for (let at = window.at; at < limit; at++) {
    const byte = window.bytes[at] ?? 0;
    if ((digitAt(window.bytes, at) >= 0 || isMonth(window.bytes, at)) && readDate(window, found, at)) return true;
    // Another sentence or field has begun.
    if (byte === 0x0a && window.bytes[at + 1] === 0x0a) return false;
  }
  return false;
}
