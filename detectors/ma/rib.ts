import { remainder97, remainder97In } from '../checksums/mod97.ts';
import { bankCodes } from '../data/bank-codes.ts';
import { type Digits, trait, type ValueDetector } from '../define.ts';
import { findGrouped, findSolid } from '../digits.ts';
import { compact } from '../normalise.ts';

const isMultiple = (digits: Digits): boolean => remainder97(digits.values, 24) === 0;

/** What a number is worth by the three digits of its bank. */
const weigh = (first: number, second: number, third: number): number =>
  trait.proof | (bankCodes.has(first * 100 + second * 10 + third) ? trait.knownPrefix : trait.needsContext);

/** Moroccan bank account number (RIB): bank 3, town 3, account 16, key 2; the 24 digits are a multiple of 97. */
export const rib: ValueDetector = {
  kind: 'value',
  id: 'ma/rib',
  title: 'Moroccan bank account number (RIB)',
  finds:
    '24 digits, solid or in groups, that are a multiple of 97 and begin with a known bank code or stand beside a word that says so.',
  references: [
    'Moroccan interbank clearing (SIMT), 2004: RIB of 24 digits; key recomputed on published public accounts',
    'IBAN registry (SWIFT), Morocco: 24!n',
  ],
  example: 'RIB : 007 810 0001234567890123 45',
  anchors: ['[^\\d]\\d{16}', '[^\\d](\\d{2,4}[ \\-]){4}\\d{2}'],
  context: {
    fr: 'rib, r.i.b, relevé d identité bancaire, n° de compte, numéro de compte, compte bancaire, compte n°, virement',
    ar: 'كشف التعريف البنكي, رقم الحساب البنكي, رقم الحساب, الحساب البنكي, ريب',
    darija: 'rib dyali, compte dyali, rib dial',
    en: 'bank account, account number, account no',
  },
  fields: {
    says: 'rib, compte bancaire, numero compte, num compte, no compte, bank account, account number, رقم الحساب',
  },
  checksum: 'mod-97',
  check(window, found) {
    const start = (window.anchor === 0 ? findSolid : findGrouped)(window, 24, isMultiple);
    if (start < 0) return false;
    const { values, end } = window.digits;
    found.start = start;
    found.end = end;
    found.traits = weigh(values[0] ?? 0, values[1] ?? 0, values[2] ?? 0);
    return true;
  },
  usual: {
    hasWords: false,
    read({ bytes, low, high }, found) {
      if (high - low !== 24 || remainder97In(bytes, low, high) !== 0) return false;
      found.start = low;
      found.end = high;
      found.traits = weigh(bytes[low]! - 0x30, bytes[low + 1]! - 0x30, bytes[low + 2]! - 0x30);
      return true;
    },
  },
  normalise: compact,
};
