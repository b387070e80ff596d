import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['IDCS : 7234567890', '7234567890', 'label'],
    ['inscrit au RSU sous le numéro 1234567891', '1234567891', 'unified social register'],
    ['المعرف المدني والاجتماعي الرقمي: 7234567890', '7234567890', 'Arabic label'],
    ['السجل الاجتماعي الموحد رقم ٧٢٣٤٥٦٧٨٩٠', '٧٢٣٤٥٦٧٨٩٠', 'Arabic digits'],
    ['nmra rsu 9876543210', '9876543210', 'Darija'],
    ['identifiant digital civil et social 72 3456 7890', '72 3456 7890', 'groups'],
  ],
  ignores: [
    ['7234567890', 'no label'],
    ['RSU : 0612345678', 'a telephone'],
    ['RSU lancé en 2022', 'a year'],
    ['RNP 12345', 'too few digits'],
    ['RSU 12345678901', 'too many digits'],
    ['RSU du 12/05/2023', 'a date'],
    ['responsabilité sociétale (RSU) 12 %', 'a rate'],
    ['timestamp 1700000000', 'seconds'],
    ['facture 7234567890', 'invoice'],
    ['IDCS : non communiqué', 'no number'],
  ],
  fields: [
    ['idcs', '7234567890', 'high'],
    ['num_rsu', '7234567890', 'high'],
    ['epoch', '1700000000', null],
  ],
};
