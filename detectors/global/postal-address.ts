import { townsAr, townsFr } from '../data/towns.ts';
import { type Found, splitWords, trait, type ValueDetector, type Window } from '../define.ts';
import { digitAt, isWordByte } from '../digits.ts';
import { foldWords } from '../engine/symbols.ts';
import { plain } from '../normalise.ts';
import { isInLetterhead } from '../organisations.ts';
import { textOf, utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

/** How much of a text around the word for a street is read, in bytes. */
const before = 40;
const after = 120;

/** Words that begin an address or a part of it; every other label only says that one may follow. */
const streetWords = new Set(
  splitWords(
    `rue, avenue, av, ave, bd, bld, boulevard, impasse, passage, zankat, zanqat, charii, lotissement, hay, quartier, derb, douar,
     résidence, immeuble, imm, place, route, شارع, زنقة, ساحة, حي, درب, دوار, تجزئة, إقامة, عمارة, zen9a, zan9a, 7ay, chari3,
     3imara, street`,
  ).map(foldWords),
);

/** Folds words; most are plain letters. */
const fold = (words: string): string => (/^[A-Za-z]+(?: [A-Za-z]+)?$/.test(words) ? words.toLowerCase() : foldWords(words));

const towns = new Set(splitWords(`${townsFr},${townsAr}`).map(foldWords));

/** What stands before the word for a street: a number, a flat, a building, each with a comma or a space behind. */
const leadsIn =
  /(?:(?:^|[\s:,;("'«>-])(?:(?:n[°ºo]\s?|رقم\s?|app(?:t|artement)?\.?\s?|imm(?:euble)?\.?\s?|villa\s?|bloc\s?|lot\.?\s?|عمارة\s?|شقة\s?)[A-Z]?\d{0,4}[A-Za-z]?|\d{1,4}(?:\s?(?:bis|ter))?)\s{0,2}[,،-]?\s{0,2}){1,3}$/iu;

/** Parts of an address behind the street's name. */
const parts: readonly RegExp[] = [
  /(?:^|[\s,،;])(?:n[°ºo]|رقم)\s?\d{1,4}(?!\d)/iu,
  /(?:^|[\s,،;])(?:app(?:t|artement)?\.?|apt\.?|étage|etg|porte|esc(?:alier)?\.?|شقة|الشقة|طابق|الطابق)\s?(?:n[°ºo]\s?)?[A-Z]?\d{1,4}(?!\d)|\d{1,2}\s?(?:er|ère|[eè]me|e)\s?étage/iu,
  /(?:^|[\s,،;])(?i:imm(?:euble)?\.?|bloc|blk|gh|bât(?:iment)?\.?|bat\.?|résidence|residence|rés\.?|عمارة|بلوك|إقامة)\s?(?:n[°ºo]\s?)?(?:[A-Z]?\d{1,4}|[A-Z])(?![\p{L}\d])/u,
  /(?:^|[\s,،;])(?i:hay|quartier|qu\.|lot(?:issement|\.)|derb|douar|cité|secteur|résidence|rés\.|حي|درب|دوار|تجزئة|إقامة|قطاع)\s(?:\p{Lu}|[\u{621}-\u{64a}]|\d)/u,
  /(?:^|[\s,،;(-])(?:[1-9]\d{4})(?=[\s,،;.)-]|$)/u,
] as const;

/** A name or number right behind the word for a street. */
const streetName =
  /^\s{0,2}(?:n[°ºo]\s?\d{1,4}|\d{1,4}(?!\d|[.,]\d|\s?%)|(?:(?:de|du|des|la|le|les|el|al|ibn)\s|[dl]['’]){0,3}(?:\p{Lu}[\p{L}'’.-]+|[\u{621}-\u{64a}]{2,}))/u;

/** The words a street's name goes on with: "Hassan II", "Moulay Youssef". */
const restOfName = /^(?:\s(?:\p{Lu}[\p{L}'’-]+|[IVX]{1,4}(?!\p{L}))){1,3}/u;

/** Where an address may end: at the end of a line or sentence, or where a field of another kind begins. */
const stop =
  /[\n\r\t|<>{}"=]|(?<!(?i:imm|appt?|apt|lot|rés|res|av|ave|bd|bld|bat|bât|n))[.!?؟]\s+\p{Lu}|;\s|(?i:t[ée]l|gsm|e-?mail|cin|fax)(?!\p{L})|الهاتف|\s[–—]\s/u;

const segment = /[^,،]+/gu;
/** A word, and up to two more: towns have at most three. */
const firstWords = /^[\s\d.-]*([^\s\d]+)(?:\s([^\s\d]+))?/u;
const lastWords = /(?:([^\s\d]+)\s)?([^\s\d]+)[\s.)]*$/u;

const isTown = (name: string): boolean => towns.has(fold(name));

/** Where a town ends that begins or ends a stretch between commas; -1 if none does. */
function townIn(text: string): number {
  const last = lastWords.exec(text);
  const [all = '', second, third = ''] = last ?? [];
  const end = last === null ? -1 : last.index + all.trimEnd().replace(/[.)]+$/u, '').length;
  if (last !== null && (isTown(third) || (second !== undefined && isTown(`${second} ${third}`)))) return end;
  const first = firstWords.exec(text);
  if (first === null) return -1;
  const [whole, word = '', next] = first;
  if (next !== undefined && isTown(`${word} ${next}`)) return whole.length;
  return isTown(word) ? whole.length - (next === undefined ? 0 : next.length + 1) : -1;
}

/** Character after the last town named in a text, -1 if there is none. */
function lastTown(text: string): number {
  let last = -1;
  for (const { 0: stretch, index } of text.matchAll(segment)) {
    const end = townIn(stretch);
    if (end >= 0) last = index + end;
  }
  return last;
}

/** How many parts follow, and where the last of them ends. */
function readParts(text: string): { readonly count: number; readonly end: number } {
  let count = 0;
  let end = 0;
  for (const part of parts) {
    const hit = part.exec(text);
    if (hit === null) continue;
    count++;
    const name = /^(?:[ ][\p{L}'’-]+){0,2}/u.exec(text.slice(hit.index + hit[0].length))?.[0] ?? '';
    const isNamed = /\s[\p{Lu}\u{621}-\u{64a}]$/u.test(hit[0]);
    const rest = isNamed
      ? (/^[\p{L}'’-]*(?:\s(?:\p{Lu}|[\u{621}-\u{64a}])[\p{L}'’-]*)?/u.exec(text.slice(hit.index + hit[0].length))?.[0] ?? '')
      : '';
    end = Math.max(end, hit.index + hit[0].length + (isNamed ? rest.length : Math.min(0, name.length)));
  }
  const town = lastTown(text);
  return town < 0 ? { count, end } : { count: count + 1, end: Math.max(end, town) };
}

/** Byte at which an address ends at the latest: a line, a field of a table or a string ends there. */
function limitOf({ bytes, high, at }: Window): number {
  const limit = Math.min(high, at + after);
  for (let next = at; next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x20 || byte === 0x3b || byte === 0x7c || byte === 0x22 || byte === 0x3c || byte === 0x60) return next;
    // An apostrophe stands before a letter, the end of a string before anything else.
    if (byte === 0x27 && !isWordByte(bytes[next + 1] ?? 0) && (bytes[next + 1] ?? 0) < 0x80) return next;
  }
  return limit;
}

/** True if what stands around can be an address at all: a digit somewhere, or a comma before a town. */
function isPromising({ bytes, low, at }: Window, limit: number): boolean {
  for (let next = Math.max(low, at - 24); next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2c || (byte === 0xd8 && bytes[next + 1] === 0x8c)) return true;
    if (byte >= 0xd9 && digitAt(bytes, next) >= 0) return true;
  }
  return false;
}

const isLetterByte = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** First byte of the word that ends at the window's place, with the digits of Arabizi. */
function wordStart({ bytes, low, at }: Window): number {
  let start = at;
  const limit = Math.max(low, at - 32);
  for (; start > limit; start--) {
    const byte = bytes[start - 1] ?? 0;
    if (!isLetterByte(byte) && byte < 0x80 && !(byte >= 0x30 && byte <= 0x39)) break;
  }
  return start;
}

/** Number, flat or building before the word for a street; '' if there is no digit in it. */
function readLead({ bytes, low, at }: Window, word: string): string {
  const start = at - utf8Length(word);
  const lead = leadsIn.exec(decoder.decode(bytes.subarray(Math.max(low, start - before), start)))?.[0] ?? '';
  return /\d/.test(lead) ? lead.replace(/^[\s:,;("'«>-]+/u, '') : '';
}

/** In English the name stands before the word for a street: "12 Ibn Batouta Street, Rabat". */
const namedBefore = /(?:[Nn][°ºo]\s?)?\d{1,4},?\s(?:\p{Lu}[\p{L}'’-]*\s){1,3}$/u;

/** Reads number and name before a word for a street, and the parts behind it. */
function readEnglish(window: Window, found: Found, word: string, rest: string): boolean {
  const { bytes, low, at, high } = window;
  const start = at - utf8Length(word);
  const lead = namedBefore.exec(decoder.decode(bytes.subarray(Math.max(low, start - before), start)))?.[0];
  if (lead === undefined) return false;
  const followed = readParts(rest.slice(0, stop.exec(rest)?.index ?? rest.length));
  if (followed.count === 0) return false;
  found.start = start - utf8Length(lead);
  found.end = at + utf8Length(rest.slice(0, followed.end));
  found.traits = trait.telling;
  if (isInLetterhead(window, found.start, found.end)) found.traits |= trait.organisation;
  return found.end <= high;
}

/** Small letters that a name of a street may begin with: its particles, and the "n" before a number. */
const particleStarts = new Set(['a', 'd', 'e', 'i', 'l', 'n'].map((letter) => letter.charCodeAt(0)));
const isSpaceByte = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** True if a name or number may stand behind the word for a street: particles are at most three letters long. */
function mayBeNamed({ bytes, at, high }: Window): boolean {
  let next = at + (bytes[at] === 0x2e ? 1 : 0);
  while (next < high && isSpaceByte(bytes[next] ?? 0)) next++;
  const byte = bytes[next] ?? 0;
  if (byte < 0x61 || byte > 0x7a) return byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a);
  if (!particleStarts.has(byte)) return false;
  let end = next;
  while (end < next + 4 && (bytes[end] ?? 0) >= 0x61 && (bytes[end] ?? 0) <= 0x7a) end++;
  return end < next + 4;
}

/** True if number and name may stand before the word that ends at `at`: a space and, before it, a digit. */
function mayBeNamedBefore(window: Window): boolean {
  const { bytes, low } = window;
  const start = wordStart(window);
  const last = bytes[start - 1] ?? 0;
  if (start <= low || !(isSpaceByte(last) || last >= 0x80)) return false;
  for (let at = Math.max(low, start - before); at < start; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) return true;
  }
  return false;
}

/** Reads the string behind a key, or the address around a word for a street, that ends at `at`. */
function readBehind(window: Window, found: Found): boolean {
  return readQuoted(window, found) || ((mayBeNamed(window) || mayBeNamedBefore(window)) && readAround(window, found));
}

/** Reads the address around a word for a street. */
function readAround(window: Window, found: Found): boolean {
  const { bytes, high, at } = window;
  const limit = limitOf(window);
  if (limit - at < 3 || !isPromising(window, limit)) return false;
  const word = textOf(bytes, wordStart(window), at);
  if (!streetWords.has(fold(word))) return false;
  const rest = decoder.decode(bytes.subarray(at, limit));
  const name = streetName.exec(rest.startsWith('.') ? ` ${rest.slice(1)}` : rest)?.[0];
  if (name === undefined) return readEnglish(window, found, word, rest);
  const tail = rest.slice(0, Math.max(stop.exec(rest)?.index ?? rest.length, name.length));
  const lead = readLead(window, word);
  const followed = readParts(tail.slice(name.length));
  const count = followed.count + (lead === '' ? 0 : 1);
  if (count === 0) return false;
  const more = followed.end === 0 ? (restOfName.exec(tail.slice(name.length))?.[0] ?? '') : '';
  found.start = at - utf8Length(lead + word);
  found.end = at + utf8Length(tail.slice(0, name.length + followed.end) + more);
  // A street and one more part may be a sign or a headline; with two more it is somebody's door.
  found.traits = count >= 2 ? trait.telling : trait.knownPrefix;
  if (isInLetterhead(window, found.start, found.end)) found.traits |= trait.organisation;
  return found.end <= high;
}

/** How much of a cell is looked at, in bytes. */
const mostOfCell = 240;

/** True if the letters of "adres" or "addre" stand at a place: a text about addresses is none. */
function saysAddress(bytes: Uint8Array, at: number, end: number): boolean {
  const letterAt = (offset: number): number => (at + offset < end ? (bytes[at + offset] ?? 0) | 0x20 : 0);
  return (
    letterAt(1) === 0x64 && (letterAt(2) === 0x64 || letterAt(2) === 0x72) && letterAt(3) === (letterAt(2) === 0x64 ? 0x72 : 0x65)
  );
}

/** True for a cell in plain letters and signs with letters side by side, a space and a digit, and nothing of a mailbox, a link or a label. */
function isPlainAddress(bytes: Uint8Array, start: number, end: number): boolean {
  let characters = 0;
  let isNumbered = false;
  let isSpaced = false;
  let isWorded = false;
  let isAboutAddresses = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x40 || (byte === 0x2f && bytes[at + 1] === 0x2f)) return false;
    if ((byte & 0xc0) !== 0x80) characters++;
    if (byte >= 0x30 && byte <= 0x39) isNumbered = true;
    else if (byte === 0x20) isSpaced = true;
    else if (isLetterByte(byte) && isLetterByte(bytes[at - 1] ?? 0) && at > start) isWorded = true;
    if ((byte | 0x20) === 0x61) isAboutAddresses ||= saysAddress(bytes, at, end);
  }
  // A mark of byte order would not be counted.
  return isNumbered && isSpaced && isWorded && characters >= 8 && bytes[start] !== 0xef && !isAboutAddresses;
}

/** A word for a street or quarter, and the beginning of its name. */
const startsStreet = /(?:^|[,،]\s?)(\p{L}+)\.?\s(?:\p{Lu}|[\u{621}-\u{64a}]|\d|(?:de|du|des|la|el|al|l')\s?\p{L})/u;
const isStreet = (text: string): boolean => streetWords.has(fold(startsStreet.exec(text)?.[1] ?? ''));

/** True for a text that a field for addresses holds: a street, or words with a number or a town. */
function isAddress(text: string): boolean {
  if (!/\p{L}{2}/u.test(text) || text.length < 8 || /@|\/\/|[{}<>=]|adress|address|عنوان/iu.test(text)) return false;
  if (!/[\s,]/.test(text)) return false;
  return /\d/.test(text) || lastTown(text) >= 0 || isStreet(text);
}

/** What stands between a key and its quoted value. */
const quoted = /^["'\x60]?\s{0,2}[:=]>?\s{0,2}(["'\x60])/u;
const endsQuoted: Readonly<Record<string, RegExp>> = {
  '"': /"|[\n$]/u,
  "'": /'(?!\p{L})|[\n$]/u,
  '\x60': /\x60|[\n$]/u,
};

/** A whole string behind a key for addresses: `adresse: 'Hay Salam, Agadir'`. */
function readQuoted(window: Window, found: Found): boolean {
  const { bytes, at, high } = window;
  const sign = bytes[at] ?? 0;
  if (sign !== 0x3a && sign !== 0x3d && sign !== 0x22 && sign !== 0x27 && sign !== 0x20) return false;
  const text = decoder.decode(bytes.subarray(at, Math.min(high, at + after)));
  const lead = quoted.exec(text);
  if (lead === null) return false;
  const rest = text.slice(lead[0].length);
  const value = rest.slice(0, Math.max(0, rest.search(endsQuoted[lead[1] ?? ''] ?? /\n/)));
  if (!isAddress(value) || (lastTown(value) < 0 && !isStreet(value))) return false;
  found.start = at + utf8Length(lead[0]);
  found.end = found.start + utf8Length(value);
  found.traits = trait.telling;
  return found.end <= high;
}

/** Postal address: a street with at least one more part; institutions have theirs too, so a word for a seat speaks against it. */
export const postalAddress: ValueDetector = {
  kind: 'value',
  id: 'global/postal-address',
  title: 'Postal address',
  finds:
    'A street, quarter or estate with a number, a flat, a quarter, a postal code or a Moroccan town; two such parts make it sure.',
  references: [
    'Moroccan postal codes (five digits, 1997)',
    'HCP census nomenclature for the names of towns',
    'Words for streets counted on a public table of the quarters of Casablanca',
  ],
  example: 'Adresse : N° 12, Rue 5, Hay Salam, Appt 3, 20250 Casablanca',
  anchors: [],
  context: {
    fr: `
      rue, avenue, av, ave, bd, bld, boulevard, impasse, passage, zankat, zanqat, charii, lotissement, hay, quartier, derb,
      douar, résidence, immeuble, imm, place, route, adresse, demeurant, domicilié, domiciliée, habitant, résidant, domicile`,
    ar: 'شارع, زنقة, ساحة, حي, درب, دوار, تجزئة, إقامة, عمارة, العنوان, الساكن, الساكنة, القاطن, القاطنة',
    darija: 'zen9a, zan9a, 7ay, chari3, 3imara, sakn f, sakna f, l3onwan',
    en: 'street, address, living at, residing at',
  },
  counter: {
    fr: 'siège, siège social, sise, sis, agence, magasin',
    ar: 'المقر الاجتماعي, الكائن مقرها',
    en: 'head office, headquarters',
  },
  inOrganisations: 'every',
  fields: {
    says: `
      adresse, address, adresse postale, adresse domicile, adr, adresse client, home address, street address, domicile,
      rue, lieu residence, residence address, mailing address, postal address, adresse personnelle, adresse de livraison, adresse livraison, shipping address,
      3onwan, l3onwan, ounwan, l adresse, ladresse, sokna, sakan, محل السكنى, مقر السكنى, السكن, العنوان, عنوان`,
    denies:
      'adresse ip, ip address, adresse mac, mac address, email address, adresse email, adresse mail, adresse electronique, address ip, memory address, web address, adresse web, adresse siege, socket address, address type, address family, release address, elastic ip address',
  },
  check: () => false,
  readLabelled: readBehind,
  readCell(window, found) {
    let end = window.high;
    while (end > window.at && (window.bytes[end - 1] ?? 0) <= 0x20) end--;
    const limit = Math.min(end, window.at + mostOfCell);
    const { bytes, at } = window;
    if (!isPlainAddress(bytes, at, limit) && !isAddress(decoder.decode(bytes.subarray(at, limit)))) return false;
    found.start = window.at;
    found.end = end;
    found.traits = 0;
    return true;
  },
  normalise: (value) =>
    plain(value)
      .replaceAll(/[,;.،]+/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
};
