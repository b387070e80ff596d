import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['permis B1234567', 'B1234567', 'bare word'],
    ['Permis de conduire n° 12/345678', '12/345678', 'office and serial number'],
    ['permis n° 1/45678 catégorie B', '1/45678', 'one digit for the office'],
    ['رخصة السياقة رقم 12/345678', '12/345678', 'Arabic label'],
    ['رخصة السياقة: ١٢/٣٤٥٦٧٨', '١٢/٣٤٥٦٧٨', 'Arabic digits'],
    ['driving licence: MA1234567', 'MA1234567', 'English, letters first'],
    ['lpermi dyali 7654321', '7654321', 'Darija'],
  ],
  ignores: [
    ['Permis de construire n° 12/345678', 'building permit'],
    ['12/345678', 'no label'],
    ['permis de construire n° 12/345678', 'building permit'],
    ["permis d'habiter n° 45/2019", 'permit of another kind'],
    ['Permis de conduire obtenu le 12/05/2019', 'a date'],
    ['permis de conduire catégorie B depuis 2012', 'a year'],
    ['permis à points : 30 points', 'few digits'],
    ['dossier 12/345678', 'a file'],
    ['page 12/345', 'pages'],
    ['permis de chasse 345678', 'hunting'],
    ['permis B, 3 ans', 'a class'],
  ],
  fields: [
    ['num_permis', '12/345678', 'high'],
    ['driverLicense', '12345678', 'high'],
    ['dossier', '12/345678', null],
  ],
};
