import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Née le 5 décembre 1983 à Fès', '5 décembre 1983', 'month by name'],
    ['né à Casablanca le 05/12/1983', '05/12/1983', 'place between'],
    ['Né(e) le : 05.12.1983', '05.12.1983', 'form'],
    ['date de naissance : 1983-12-05', '1983-12-05', 'year first'],
    ['المزداد بتاريخ 5 دجنبر 1983 بفاس', '5 دجنبر 1983', 'Moroccan month'],
    ['تاريخ الازدياد: ٠٥/١٢/١٩٨٣', '٠٥/١٢/١٩٨٣', 'Arabic digits'],
    ['DOB: December 5, 1983', 'December 5, 1983', 'English'],
    ['tzad f 05/12/1983', '05/12/1983', 'Darija'],
    ['née le 1er janvier 1990', '1er janvier 1990', 'first of a month'],
    ['DDN 5/12/83'.replace('/83', '/1983'), '5/12/1983', 'abbreviation'],
  ],
  ignores: [
    ['Happy Birthday 12/05/2024', 'a wish'],
    ['réunion du 05/12/1983', 'any other date'],
    ['le 5 décembre 1983, le décret', 'date of a text'],
    ['2026-08-01T12:34:56Z', 'time of a log'],
    ['né sous une bonne étoile', 'no date'],
    ['date de naissance : non communiquée', 'no date'],
    ['né le 45/13/1983', 'no such day'],
    ['version 1983.12.05', 'version'],
    ['192.168.12.198', 'address of a machine'],
    ['naissance du projet en 1983', 'another birth'],
    ['DDN 0612345678', 'telephone'],
  ],
  fields: [
    ['date_naissance', '05/12/1983', 'high'],
    ['dateNaissance', '1983-12-05T00:00:00', 'high'],
    ['تاريخ الازدياد', '05/12/1983', 'high'],
    ['created_at', '1983-12-05', null],
    ['date_naissance', 'inconnue', null],
  ],
};
