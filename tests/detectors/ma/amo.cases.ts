import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['N° AMO : 123456789', '123456789', 'label'],
    ['Immatriculation CNOPS 12345678', '12345678', 'eight digits'],
    ['carte RAMED n° 1234567890', '1234567890', 'ten digits'],
    ['بطاقة راميد رقم 12345678', '12345678', 'Arabic label'],
    ['كنوبس: ١٢٣٤٥٦٧٨', '١٢٣٤٥٦٧٨', 'Arabic digits'],
    ['N° AMO (CNSS) : 123456789', '123456789', 'CNSS is said too, AMO decides'],
    ["numéro d'adhérent MGPAP 7654321", '7654321', 'mutual fund'],
  ],
  ignores: [
    ['123456789', 'no label'],
    ['AMO Tadamon depuis le 1er décembre 2022', 'a year'],
    ['retenue AMO 2,26 %', 'a rate'],
    ['AMO : 0612345678', 'a telephone'],
    ['mission AMO lot 12', "assistance of a building's owner"],
    ['CNOPS 12/05/2020', 'a date'],
    ['CNOPS, rue 12345', 'too few digits'],
    ['facture 12345678', 'invoice'],
    ['RAMED a couvert 11 millions de personnes', 'a count'],
    ['AMO 123456789012', 'too many digits'],
  ],
  fields: [
    ['num_amo', '123456789', 'high'],
    ['immatriculation_cnops', '12345678', 'high'],
    ['montant', '12345678', null],
  ],
};
