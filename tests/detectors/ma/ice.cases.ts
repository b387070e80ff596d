import { iceKey } from '../../../detectors/checksums/ice.ts';
import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['ICE : 001561191000066', '001561191000066', 'label', 'certain'],
    ['I.C.E 002136093000040', '002136093000040', 'abbreviated', 'certain'],
    ['ICE 001 561 191 000 066', '001 561 191 000 066', 'groups of three', 'certain'],
    ["identifiant commun de l'entreprise 123456789000014", '123456789000014', 'spelled out', 'certain'],
    ['التعريف الموحد للمقاولة 001561191000066', '001561191000066', 'Arabic label', 'certain'],
    ['SARL au capital de 100 000 DH, 001561191000066', '001561191000066', 'no label', 'low'],
    ['ICE: 00 21 36 09 30 00 040', '00 21 36 09 30 00 040', 'groups of two', 'certain'],
  ],
  ignores: [
    ['ICE : 001561191000067', 'wrong key'],
    ['ICE : 00156119100006', '14 digits in running text'],
    ['ICE 0015611910000660', '16 digits'],
    ['490154203237518', 'device number (IMEI)'],
    ['001561191000066', 'no label: at most low'],
    ['ICE cream 2026', 'English word'],
    ['200156119100006', 'digits turned round'],
    ['x001561191000066', 'glued to a letter'],
    ['0.001561191000067', 'decimals'],
    ['RIB 007810000123456789012345', 'account number'],
  ],
  fields: [
    ['ice', '001561191000066', 'certain'],
    ['ice', '1561191000066', 'certain'],
    ['ice', '1561191000067', null],
    ['montant', '1561191000066', null],
  ],
  make: (digits) => {
    const body = digits.slice(0, 13).padEnd(13, '0');
    return body + iceKey(body);
  },
};
