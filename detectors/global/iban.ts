import { ibanLengths } from '../data/iban-lengths.ts';
import { trait, type ValueDetector, type Window } from '../define.ts';
import { endsFree, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isDigitByte = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Lengths by the two letters of the country, of either case; 0 for none. */
const countryIndex = (first: number, second: number): number => (first & 31) * 32 + (second & 31);
const lengths = new Uint8Array(32 * 32);
for (const [country, length] of ibanLengths) lengths[countryIndex(country.charCodeAt(0), country.charCodeAt(1))] = length;

/** What a letter or digit adds to a remainder: letters count as 10 to 35 (ISO 13616). */
function addTo(remainder: number, byte: number): number {
  if (isDigitByte(byte)) return (remainder * 10 + byte - 0x30) % 97;
  return (remainder * 100 + (byte & 0xdf) - 55) % 97;
}

/** Start of the country code, whether or not a space follows the check digits. */
function startOf({ bytes, at }: Window): number {
  return bytes[at - 5] === 0x20 ? at - 9 : at - 8;
}

/** Byte after the account number and its remainder, or -1 if the characters or the length are not right. */
function readAccount({ bytes, high }: Window, from: number, length: number): { end: number; remainder: number } | null {
  let remainder = 0;
  let at = from;
  for (let left = length; left > 0;) {
    const byte = bytes[at] ?? 0;
    if (at >= high) return null;
    if (isDigitByte(byte) || isCapital(byte & 0xdf)) {
      remainder = addTo(remainder, byte);
      left--;
    } else if (byte === 0xc2 && bytes[at + 1] === 0xa0) at++;
    else if (byte !== 0x20 && byte !== 0x2d) return null;
    at++;
  }
  return { end: at, remainder };
}

/** International bank account number (ISO 13616), with the length of its country and check digits by MOD 97-10. */
export const iban: ValueDetector = {
  kind: 'value',
  id: 'global/iban',
  title: 'International bank account number (IBAN)',
  finds:
    'A country code with the length of that country whose check digits hold; a Moroccan one begins MA64 and holds a valid RIB.',
  references: [
    'ISO 13616-1 and the IBAN registry (SWIFT)',
    'MA64: follows from ISO 7064 and the key of the RIB, which makes its 24 digits a multiple of 97',
  ],
  example: 'IBAN : MA64 0078 1000 0123 4567 8901 2345',
  anchors: [`[^\\l\\d](${[...ibanLengths.keys()].join('|')})\\d\\d ?[\\l\\d]{4}`],
  context: {
    fr: 'iban, compte bancaire, numéro de compte, virement, coordonnées bancaires, bic, swift',
    ar: 'الحساب البنكي, رقم الحساب, ايبان',
    darija: 'compte dyali, iban dyali',
    en: 'bank account, account number, wire transfer',
  },
  fields: { says: 'iban, compte bancaire, bank account, account number, numero compte, رقم الحساب' },
  checksum: 'mod-97-10',
  check(window, found) {
    const { bytes } = window;
    const start = startOf(window);
    if (start < window.low || !startsFree(window, start)) return false;
    const first = bytes[start] ?? 0;
    const second = bytes[start + 1] ?? 0;
    const isCountry = isCapital(first & 0xdf) && isCapital(second & 0xdf);
    const length = isCountry ? (lengths[countryIndex(first, second)] ?? 0) : 0;
    if (length === 0 || window.high - start < length) return false;
    const account = readAccount(window, start + 4, length - 4);
    if (account === null || !endsFree(window, account.end)) return false;
    const keys = [first, second, bytes[start + 2] ?? 0, bytes[start + 3] ?? 0];
    if (keys.reduce(addTo, account.remainder) !== 1) return false;
    // In Morocco the account number is itself a multiple of 97, which fixes the check digits.
    if ((first & 0xdf) === 0x4d && (second & 0xdf) === 0x41 && account.remainder !== 0) return false;
    found.start = start;
    found.end = account.end;
    found.traits = trait.proof | (isCapital(first) ? trait.telling : trait.needsContext);
    return true;
  },
  normalise: compact,
};
