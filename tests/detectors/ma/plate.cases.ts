import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Véhicule immatriculé 12345-أ-6', '12345-أ-6', 'dashes'],
    ['plaque 12345 | ب | 26', '12345 | ب | 26', 'bars'],
    ['السيارة رقم 12345/د/1', '12345/د/1', 'slashes'],
    ['لوحة الترقيم ١٢٣٤٥-أ-٦', '١٢٣٤٥-أ-٦', 'Arabic digits'],
    ['carte grise n° 12345-A-6', '12345-A-6', 'Latin letter beside a label'],
    ['immatriculation : 6-أ-12345', '6-أ-12345', 'the other order'],
    ['plaque WW 123456', 'WW 123456', 'provisional'],
    ['immatriculée 1234-56-7', '1234-56-7', 'older form beside a label'],
    ['12345-أ-6', '12345-أ-6', 'no label', 'medium'],
    ['12345 ـ هـ ـ 40 سيارة مركبة 12345-ه-40', '12345-ه-40', 'behind a label'],
  ],
  ignores: [
    ['BLACK TRUCK 26E0 ;', 'a number of another base beside a word for a vehicle'],
    ['من 15 و 20 سنة', '"15 and 20"'],
    ['12345-A-6', 'part number without a label'],
    ['1234-56-7', 'a date or reference without a label'],
    ['القانون رقم 12-أ-6 من', 'article of a law'],
    ['3 à 5 jours', 'French à'],
    ['2026-W-12', 'week of a year'],
    ['12345-أ-95', 'no such prefecture'],
    ['123456-أ-6', 'too many digits'],
    ['WW2 1939-45', 'a war'],
    ['www 12345', 'the web'],
    ['12-أ-6', 'two short numbers'],
    ['voiture de 12345 euros', 'a price'],
  ],
  fields: [
    ['immatriculation', '12345-أ-6', 'high'],
    ['plateNumber', '12345-A-6', 'high'],
    ['ref', '12345-A-6', null],
  ],
};
