import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Titre de séjour n° A123456Z', 'A123456Z', 'letter behind'],
    ['carte de séjour : B654321', 'B654321', 'colon'],
    ["carte d'immatriculation n° AB12345", 'AB12345', 'former name of the document'],
    ['بطاقة الإقامة رقم A123456', 'A123456', 'Arabic'],
    ['سند الإقامة: C12345F', 'C12345F', 'Arabic, official name'],
    ['residence permit no. D1234567', 'D1234567', 'English'],
  ],
  ignores: [
    ['A123456Z', 'no label'],
    ['titre de séjour expiré en 2020', 'a year'],
    ['carte de séjour valable 10 ans', 'a term'],
    ['titre de séjour du 12/05/2021', 'a date'],
    ['Résidence A123456', 'a building'],
    ['titre de transport A123456', 'another title'],
    ['carte de résidence, dossier 123456', 'no letter'],
    ['titre de séjour ABC123456', 'three letters'],
    ['réf A123456Z', 'reference'],
    ['séjour A1', 'a holiday'],
  ],
  fields: [
    ['titre_sejour', 'A123456Z', 'high'],
    ['residencePermit', 'B654321', 'high'],
    ['ref', 'B654321', null],
  ],
};
