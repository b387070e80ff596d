import { townsAr, townsFr } from '../data/towns.ts';
import { type Found, splitWords, trait, type ValueDetector, type Window } from '../define.ts';
import { digitAt } from '../digits.ts';
import { foldWords } from '../engine/symbols.ts';
import { plain } from '../normalise.ts';
import { isInLetterhead } from '../organisations.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

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
  /^\s{0,2}(?:n[°ºo]\s?\d{1,4}|\d{1,4}(?!\d|[.,]\d|\s?%)|(?:(?:de|du|des|la|le|les|el|al|d'|l'|ibn)\s){0,3}(?:\p{Lu}[\p{L}'’.-]+|[\u{621}-\u{64a}]{2,}))/u;

/** Where an address may end: at the end of a line or sentence, or where a field of another kind begins. */
const stop =
  /[\n\r\t|<>{}"=]|(?<!(?i:imm|appt?|apt|lot|rés|res|av|ave|bd|bld|bat|bât|n))[.!?؟]\s+\p{Lu}|;\s|(?i:t[ée]l|gsm|e-?mail|cin|fax)(?!\p{L})|الهاتف|\s[–—]\s/u;

/** Byte after the last town named in a text, -1 if there is none. */
function lastTown(text: string): number {
  let last = -1;
  for (const word of text.matchAll(/[\p{L}\p{M}'’-]+(?:\s[\p{L}\p{M}'’-]+)?/gu)) {
    const isTown = (part: string): boolean => towns.has(fold(part));
    const [first = ''] = word[0].split(/\s/);
    if (/^\p{Ll}/u.test(first)) continue;
    if (isTown(word[0])) last = word.index + word[0].length;
    else if (isTown(first)) last = word.index + first.length;
    else {
      const second = word[0].slice(first.length).trim();
      if (second !== '' && /^\P{Ll}/u.test(second) && isTown(second)) last = word.index + word[0].length;
    }
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

/** True if what stands around can be an address at all: a digit somewhere, or a comma before a town. */
function isPromising({ bytes, low, high, at }: Window): boolean {
  const limit = Math.min(high, at + after);
  for (let next = Math.max(low, at - 24); next < limit; next++) {
    const byte = bytes[next] ?? 0;
    if (byte === 0x0a && next > at) return false;
    if (
      (byte >= 0x30 && byte <= 0x39) ||
      byte === 0x2c ||
      (byte === 0xd8 && bytes[next + 1] === 0x8c) ||
      digitAt(bytes, next) >= 0
    )
      return true;
  }
  return false;
}

/** Reads the address around a word for a street that ends at `at`. */
function readAround(window: Window, found: Found): boolean {
  const { bytes, low, high, at } = window;
  if (!isPromising(window)) return false;
  const first = decoder.decode(bytes.subarray(Math.max(low, at - before), at));
  const word = /[\p{L}\p{M}\d]+$/u.exec(first)?.[0] ?? '';
  if (!streetWords.has(fold(word))) return false;
  const head = first.slice(0, first.length - word.length);
  const rest = decoder.decode(bytes.subarray(at, Math.min(high, at + after)));
  const name = streetName.exec(rest.replace(/^\./, ' '));
  if (name === null) return false;
  const limit = stop.exec(rest)?.index ?? rest.length;
  const tail = rest.slice(0, Math.max(limit, name[0].length));
  const number = leadsIn.exec(head);
  const followed = readParts(tail.slice(name[0].length));
  const isNumbered = number !== null && /\d/.test(number[0]);
  const count = followed.count + (isNumbered ? 1 : 0);
  if (count === 0) return false;
  const lead = isNumbered ? number[0].replace(/^[\s:,;("'«>-]+/u, '') : '';
  found.start = at - encoder.encode(lead + word).length;
  found.end = at + encoder.encode(tail.slice(0, name[0].length + followed.end)).length;
  // A street and one more part may be a sign or a headline; with two more it is somebody's door.
  found.traits = count >= 2 ? trait.telling : trait.knownPrefix;
  if (isInLetterhead(window, found.start, found.end)) found.traits |= trait.organisation;
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
  fields: {
    says: `
      adresse, address, adresse postale, adresse domicile, adr, adresse client, home address, street address, domicile,
      rue, العنوان, عنوان`,
    denies:
      'adresse ip, ip address, adresse mac, mac address, email address, adresse email, adresse mail, adresse electronique, address ip, memory address, web address, adresse web, adresse siege',
  },
  check: () => false,
  readLabelled: readAround,
  readCell(window, found) {
    let end = window.high;
    while (end > window.at && (window.bytes[end - 1] ?? 0) <= 0x20) end--;
    const text = decoder.decode(window.bytes.subarray(window.at, Math.min(end, window.at + 240)));
    if (!/\p{L}{2}/u.test(text) || text.length < 8 || text.includes('@') || text.includes('//')) return false;
    const hasPart = /\d/.test(text) || lastTown(text) >= 0;
    if (!hasPart || !/\s/.test(text)) return false;
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
