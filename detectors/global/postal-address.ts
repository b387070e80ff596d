import {
  after,
  before,
  hasDigit,
  isPlainAddress,
  isPromising,
  isStreetWord,
  isUsualAddress,
  limitOf,
  mayBeNamed,
  mayBeNamedBefore,
  mayBeQuoted,
  mayHaveParts,
  wordStart,
} from '../address-borders.ts';
import {
  fold,
  isAddress,
  isStreet,
  lastTown,
  leadsIn,
  readParts,
  restOfName,
  stop,
  streetName,
  streetWords,
} from '../addresses.ts';
import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { plain } from '../normalise.ts';
import { isInLetterhead } from '../organisations.ts';
import { textOf, utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

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

/** Reads the string behind a key, or the address around a word for a street, that ends at `at`. */
function readBehind(window: Window, found: Found): boolean {
  if (readQuoted(window, found)) return true;
  return isStreetWord(window) && (mayBeNamed(window) || mayBeNamedBefore(window)) && readAround(window, found);
}

/** True if an address may stand around a word for a street: a part of one behind it, or a number before it. */
function mayBeAddress(window: Window, limit: number): boolean {
  const { bytes, low, at } = window;
  if (limit - at < 3 || !isPromising(window, limit)) return false;
  return mayHaveParts(window, at, limit) || hasDigit(bytes, Math.max(low, wordStart(window) - before), at);
}

/** Reads the address around a word for a street. */
function readAround(window: Window, found: Found): boolean {
  const { bytes, high, at } = window;
  const limit = limitOf(window);
  if (!mayBeAddress(window, limit)) return false;
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
  if (!mayBeQuoted(window)) return false;
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
  usual: {
    hasWords: true,
    read({ bytes, low, high }, found) {
      found.start = low;
      found.end = high;
      return (bytes[low] ?? 0) > 0x20 && (bytes[high - 1] ?? 0) > 0x20 && isUsualAddress(bytes, low, high);
    },
  },
  normalise: (value) =>
    plain(value)
      .replaceAll(/[,;.،]+/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
};
