import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { backDigits, digitAt, digitBefore, isWordByte } from '../digits.ts';
import { foldScript } from '../normalise.ts';
import { isLetter, readToken, type TokenShape } from '../tokens.ts';

/** How far behind a label its value may begin, in bytes. */
const reach = 40;

/** Codes of prefectures and provinces. */
const mostRegion = 89;

/** Letters met on plates, by their second byte in UTF-8 behind 0xD8 and 0xD9. */
const firstLetters = new Set([0xa3, 0xa7, 0xa8, 0xaa, 0xab, 0xac, 0xad, 0xaf, 0xb3, 0xb4, 0xb5, 0xb7]);
const laterLetters = new Set([0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x8a]);

/** Reads up to `most` digits forwards; byte after them. */
function passDigits({ bytes, high }: Window, from: number, most: number): number {
  let at = from;
  for (let count = 0; count <= most && at < high && digitAt(bytes, at) >= 0; count++) at += (bytes[at] ?? 0) < 0x80 ? 1 : 2;
  return at;
}

const countDigits = ({ bytes }: Window, start: number, end: number): number =>
  (bytes[start] ?? 0) < 0x80 ? end - start : (end - start) >> 1;

function numberAt({ bytes }: Window, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += (bytes[at] ?? 0) < 0x80 ? 1 : 2) value = value * 10 + digitAt(bytes, at);
  return value;
}

/** Bytes of a separator of the groups: space, dash, slash, bar, no-break space, tatweel, direction marks; 0 for anything else. */
function separatorWidth({ bytes }: Window, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === 0x20 || byte === 0x2d || byte === 0x2f || byte === 0x7c) return 1;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  if (byte === 0xd9) return bytes[at + 1] === 0x80 ? 2 : 0;
  if (byte !== 0xe2) return 0;
  const isMark = bytes[at + 1] === 0x80 || bytes[at + 1] === 0x81;
  return isMark || (bytes[at + 1] === 0x8e && bytes[at + 2] === 0xb8) ? 3 : 0;
}

/** Byte after at most five separators; a lone space is not enough to say anything. */
function passSeparators(window: Window, from: number): { readonly end: number; readonly isFirm: boolean } {
  let end = from;
  let isFirm = false;
  for (let count = 0; count < 5; count++) {
    const width = separatorWidth(window, end);
    if (width === 0) break;
    if (window.bytes[end] !== 0x20 && width !== 2) isFirm = true;
    end += width;
  }
  return { end, isFirm };
}

/** Byte after one letter of a plate, or -1. */
function passLetter({ bytes }: Window, at: number, isLatin: boolean): number {
  const second = bytes[at + 1] ?? 0;
  if (bytes[at] === 0xd8 && firstLetters.has(second)) return at + 2;
  if (bytes[at] === 0xd9 && laterLetters.has(second)) return at + 2;
  const byte = bytes[at] ?? 0;
  return isLatin && byte >= 0x41 && byte <= 0x5a ? at + 1 : -1;
}

/** Serial number, letter and region, or the same from the other end, from a byte on. */
function readGroups(window: Window, found: Found, start: number, isLatin: boolean): boolean {
  const firstEnd = passDigits(window, start, 5);
  const before = passSeparators(window, firstEnd);
  const letterEnd = passLetter(window, before.end, isLatin);
  if (letterEnd < 0) return false;
  const after = passSeparators(window, letterEnd);
  if (!isLatin && !(before.isFirm && after.isFirm) && after.end === letterEnd) return false;
  const lastEnd = passDigits(window, after.end, 5);
  if (lastEnd === after.end || (lastEnd < window.high && isWordByte(window.bytes[lastEnd] ?? 0))) return false;
  const isTied = lastEnd + 1 < window.high && (window.bytes[lastEnd] === 0x2d || window.bytes[lastEnd] === 0x2f);
  if (isTied && isWordByte(window.bytes[lastEnd + 1] ?? 0)) return false;
  const serialFirst = isRegion(window, after.end, lastEnd) && countDigits(window, start, firstEnd) <= 5;
  const serialLast = isRegion(window, start, firstEnd) && countDigits(window, after.end, lastEnd) <= 5;
  if (!serialFirst && !serialLast) return false;
  // "26E0" is a number of another base: without a separator between them Latin letters need a serial of some length.
  const isSolid = before.end === firstEnd && after.end === letterEnd;
  if (isLatin && isSolid && Math.max(firstEnd - start, lastEnd - after.end) < 3) return false;
  found.start = start;
  found.end = lastEnd;
  // "15 و 20" is "15 and 20": between bare spaces a letter is a word, and so it is between two short numbers.
  const longest = Math.max(countDigits(window, start, firstEnd), countDigits(window, after.end, lastEnd));
  const isFirm = before.isFirm && after.isFirm && longest >= 3 && !isLatin;
  found.traits = isFirm ? trait.knownPrefix : trait.needsContext;
  return true;
}

function isRegion(window: Window, start: number, end: number): boolean {
  const region = numberAt(window, start, end);
  return countDigits(window, start, end) <= 2 && region >= 1 && region <= mostRegion;
}

/** The form of 1983 to 2000: serial, series, region. Only behind a label: it looks like many other things. */
function readOld(window: Window, found: Found, start: number): boolean {
  const { bytes } = window;
  const first = passDigits(window, start, 4);
  const second = passDigits(window, first + 1, 2);
  const third = passDigits(window, second + 1, 1);
  const isJoined = bytes[first] === bytes[second] && (bytes[first] === 0x2d || bytes[first] === 0x2f);
  if (!isJoined || second === first + 1 || third !== second + 2 || third > window.high) return false;
  if (countDigits(window, start, first) > 4 || digitAt(bytes, third) >= 0 || bytes[third] === bytes[first]) return false;
  found.start = start;
  found.end = third;
  found.traits = trait.needsContext;
  return true;
}

const provisional: TokenShape = { letters: [2, 2], digits: [5, 6] };

/** Provisional plates: WW and five or six digits. */
function readProvisional(window: Window, found: Found, start: number): boolean {
  if (window.bytes[start] !== 0x57 || window.bytes[start + 1] !== 0x57 || !readToken(window, found, start, provisional))
    return false;
  found.traits = window.digits.count === 6 ? trait.knownPrefix : trait.needsContext;
  return true;
}

/** Bytes that tie a number to what stands before it, as in a date or a reference. */
const isTying = (byte: number): boolean => byte === 0x2d || byte === 0x2f || byte === 0x2e || byte === 0x2c;

/** First byte of the group of digits before the separators and the letter that end at a byte. */
function firstGroupStart({ bytes, low, at }: Window): number {
  let start = at - 1;
  while (start > low && at - start < 24 && digitBefore(bytes, start) < 0) start--;
  for (let digit = digitBefore(bytes, start); digit >= low && at - start < 40; digit = digitBefore(bytes, start)) start = digit;
  return start;
}

/** Number plate of a vehicle registered in Morocco. */
export const plate: ValueDetector = {
  kind: 'value',
  id: 'ma/plate',
  title: 'Moroccan number plate',
  finds:
    'Serial number, Arabic letter and code of a prefecture in either order; Latin letters and older forms only beside a word for a vehicle; WW plates.',
  references: [
    'Moroccan plates since 2000: one to five digits, a letter, a code from 1 to 89 (public descriptions, several)',
    'Plates of 1983 to 2000 and provisional WW plates (public descriptions)',
  ],
  example: 'Véhicule immatriculé 12345-أ-6',
  anchors: ['\\d[ \\-|/]{1,3}[أبتثجحدهوطيكلمنسش][ \\-|/]{1,3}\\d', '[^\\l\\d]ww[ \\-]?\\d{5}'],
  context: {
    fr: `
      immatriculé, immatriculée, immatriculation, n° immatriculation, plaque, carte grise, véhicule, voiture, camion,
      matricule du véhicule, plaque d'immatriculation`,
    ar: `شاحنة, شاحنة رقم, لوحة السيارة, رقم السيارة, ترقيم السيارة, دراجة نارية, رقم التسجيل, ترقيم, لوحة الترقيم, البطاقة الرمادية, السيارة, سيارة, مركبة, صفيحة التسجيل, ماتريكول`,
    darija: 'tomobil, tonobil, l matricule, matricule dyal, siyara, carte grise dyali',
    en: `plate, registration, reg no, car plate, van, truck, vehicle, registration number, licence plate, license plate, number plate, registration plate, plate number, vehicle registration`,
  },
  counter: { fr: 'loi, article, décret, dahir, tarif', ar: 'قانون, المادة, الفصل, مرسوم, ظهير, الصفحة, سورة, عدد' },
  fields: {
    says: `
      plaque, immatriculation, num immatriculation, matricule vehicule, plate, plate number, license plate, licence plate,
      number plate, vehicle registration, car plate, plate no, رقم السيارة, ترقيم السيارة, رقم التسجيل, ترقيم`,
    denies: 'immatriculation cnss, immatriculation amo, immatriculation cnops',
  },
  check(window, found) {
    const { bytes, low } = window;
    if (window.anchor === 1) {
      const digit = backDigits(window, window.at, 5);
      return readProvisional(window, found, isLetter(bytes[digit - 1] ?? 0) ? digit - 2 : digit - 3);
    }
    const start = firstGroupStart(window);
    const before = bytes[start - 1] ?? 0;
    return (start === low || !(isWordByte(before) || isTying(before))) && readGroups(window, found, start, false);
  },
  readLabelled(window, found) {
    const limit = Math.min(window.high, window.at + reach);
    for (let at = window.at; at < limit; at++) {
      if (digitAt(window.bytes, at) < 0) continue;
      if (isWordByte(window.bytes[at - 1] ?? 0)) return false;
      return readGroups(window, found, at, true) || readOld(window, found, at);
    }
    return false;
  },
  readCell: (window, found) =>
    readGroups(window, found, window.at, true) || readOld(window, found, window.at) || readProvisional(window, found, window.at),
  normalise: (value) =>
    foldScript(value)
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
};
