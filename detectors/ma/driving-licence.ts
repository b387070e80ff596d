import type { Found, ValueDetector, Window } from '../define.ts';
import { digitAt, endsFree, readDigits, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const shapes: readonly TokenShape[] = [{ letters: [0, 2], digits: [5, 9] }];

/** How far behind a label its value may begin, in bytes. */
const reach = 48;

/** The older form: office and serial number around a slash. */
function readSlashed(window: Window, found: Found, start: number): boolean {
  const { digits, bytes } = window;
  if (digitAt(bytes, start) < 0 || !startsFree(window, start)) return false;
  const count = readDigits(digits, window, start, 10);
  const office = digits.groups[1] === 0 ? 2 : 1;
  const isTwo = digits.groups[office] === 1 && digits.groups[count - 1] === 1;
  const serial = count - office;
  if (!isTwo || serial < 4 || serial > 7 || !endsFree(window, digits.end)) return false;
  if (!bytes.subarray(digits.starts[office - 1], digits.starts[office]).includes(0x2f)) return false;
  found.start = start;
  found.end = digits.end;
  found.traits = 0;
  return true;
}

function findSlashed(window: Window, found: Found): boolean {
  const limit = Math.min(window.high, window.at + reach);
  for (let at = window.at; at < limit; at++) {
    if (digitAt(window.bytes, at) >= 0) return readSlashed(window, found, at);
  }
  return false;
}

/** Number of a driving licence. No source gives its form, so only a label or the field's name makes it one. */
export const drivingLicence: ValueDetector = {
  kind: 'value',
  id: 'ma/driving-licence',
  title: 'Moroccan driving licence number',
  finds:
    'Office and serial number around a slash, or up to two letters and five to nine digits, behind words for a driving licence.',
  references: ['No public source gives the form: never reported without a label or a field named so'],
  example: 'Permis de conduire n° 12/345678',
  anchors: [],
  context: {
    fr: 'permis de conduire, permis n°, numéro de permis, n° permis, permis de conduire n°, permis catégorie',
    ar: 'رخصة السياقة, رخصة القيادة, رقم رخصة السياقة, البيرمي',
    darija: 'permis, permi, lpermi, lpermis, permis dyali, lbermi',
    en: `driving licence, driving license, driver's licence, driver's license, licence number`,
  },
  counter: {
    fr: `
      permis de construire, permis de construction, permis d'habiter, permis de chasse, permis de port, permis d'exploitation, permis de séjour,
      permis de travail, permis d'inhumer, permis de visite`,
  },
  fields: {
    says: `
      permis, permis conduire, num permis, no permis, driving licence, driving license, driver licence, driver license,
      رخصة السياقة`,
    denies: 'permis construire, permis habiter',
  },
  check: () => false,
  readLabelled: (window, found) => findSlashed(window, found) || findToken(window, found, shapes),
  readCell: (window, found) => readSlashed(window, found, window.at) || readTokenCell(window, found, shapes),
  normalise: compact,
};
