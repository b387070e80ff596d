import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Passeport n° AB1234567', 'AB1234567', 'label'],
    ['titulaire du passeport biométrique numéro: XY123456', 'XY123456', 'six digits'],
    ['جواز السفر رقم AB1234567', 'AB1234567', 'Arabic label'],
    ['رقم جواز السفر: AB١٢٣٤٥٦٧', 'AB١٢٣٤٥٦٧', 'Arabic digits'],
    ['passport number: T1234567', 'T1234567', 'English, one letter'],
    ['lpaspor dyali nmra ZZ 1234567', 'ZZ 1234567', 'Darija'],
  ],
  ignores: [
    ['AB1234567', 'no label'],
    ['passport.js 0.7.0 depends on AB1234567', 'a number in between'],
    ['passeport sanitaire 2021', 'a year'],
    ['passeport vaccinal QR', 'no number'],
    ['Passeport délivré le 12/05/2021', 'a date'],
    ['facture AB1234567 réglée', 'invoice'],
    ['passport-local-mongoose@8.0.0', 'package'],
    ['passeport valable 5 ans, tarif 500 DH', 'a term and a price'],
    ['passeport ABC1234567', 'three letters'],
    ['passeport AB12345678', 'too many digits'],
    ['le passeport tunisien 123456', 'no letter'],
  ],
  fields: [
    ['num_passeport', 'AB1234567', 'high'],
    ['passportNumber', 'T1234567', 'high'],
    ['sku', 'AB1234567', null],
  ],
};
