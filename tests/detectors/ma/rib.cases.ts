import { ribKey } from '../../../detectors/checksums/rib.ts';
import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['RIB : 007810000123456789012345', '007810000123456789012345', 'solid, with label', 'certain'],
    ['RIB 007 810 0001234567890123 45', '007 810 0001234567890123 45', 'by parts', 'certain'],
    ['R.I.B. 0078 1000 0123 4567 8901 2345', '0078 1000 0123 4567 8901 2345', 'groups of four', 'certain'],
    ['compte bancaire n° 230780000000000000000136', '230780000000000000000136', 'account number', 'certain'],
    ['رقم الحساب البنكي: 350810000987654321098788', '350810000987654321098788', 'Arabic label', 'certain'],
    ['rib dyali 181780000011112222333335', '181780000011112222333335', 'Darija; bank not in the list', 'certain'],
    ['virement vers 011780000012345678901296 ce jour', '011780000012345678901296', 'known bank', 'high'],
    ['011780000012345678901296', '011780000012345678901296', 'known bank, no label', 'high'],
    ['RIB ٠٠٧٨١٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥', '٠٠٧٨١٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥', 'Arabic digits', 'certain'],
  ],
  ignores: [
    ['RIB : 007810000123456789012346', 'wrong key'],
    ['181780000011112222333335', 'unknown bank and no label'],
    ['RIB : 00781000012345678901234', '23 digits'],
    ['RIB : 0078100001234567890123450', '25 digits'],
    ['007810000123456789012345678', 'part of a longer number'],
    ['x007810000123456789012345', 'glued to a letter'],
    ['000000000000000000000000', 'nothing but zeros: no bank'],
    ['3.14159265358979323846264338', 'decimals'],
    ['123456789012345678901234', 'no multiple of 97'],
    ['RIB à fournir avant le 12/05/2026', 'label without a number'],
    ['4507160000000010 4103120000000020', 'card numbers'],
  ],
  fields: [
    ['rib', '007810000123456789012345', 'certain'],
    ['compte_bancaire', '181780000011112222333335', 'certain'],
    ['rib', '007810000123456789012346', null],
    ['note', '181780000011112222333335', null],
  ],
  make: (digits) => {
    const account = `007780${digits.slice(0, 16).padEnd(16, '0')}`;
    return account + ribKey(account);
  },
};
