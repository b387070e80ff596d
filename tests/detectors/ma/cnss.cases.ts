import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['N° CNSS : 123456789', '123456789', 'label'],
    ['immatriculé à la CNSS sous le numéro 123 456 789', '123 456 789', 'groups of three'],
    ['رقم الضمان الاجتماعي: 123456789', '123456789', 'Arabic label'],
    ['رقم التسجيل في الصندوق الوطني للضمان الاجتماعي ١٢٣٤٥٦٧٨٩', '١٢٣٤٥٦٧٨٩', 'long Arabic label, Arabic digits'],
    ["N° d'affiliation CNSS (employeur) : 1234567", '1234567', 'employer, seven digits'],
    ['رقم الانخراط: 7654321', '7654321', 'employer, Arabic label'],
    ['la cnss dyali 987654321', '987654321', 'Darija'],
    ['social security number: 123456789', '123456789', 'English'],
  ],
  ignores: [
    ['Immatriculé à la CNSS sous le n° 000 000 000', 'the boxes of a form'],
    ['123456789', 'no label'],
    ['cotisation CNSS 448,50', 'an amount'],
    ['CNSS du 12/05/2024 : 123456789', 'a date comes first'],
    ['CNSS 12345678-90', 'Tunisian number'],
    ['CNSS : 1234567', 'seven digits without a word for an employer'],
    ['CNSS : 0612345678', 'a telephone'],
    ['RIB CNSS 011780000012345678901296', 'a bank account'],
    ['plafond CNSS 6000 DH', 'a ceiling'],
    ['facture 123456789', 'invoice'],
    ['CNSS loi 1-72-184', 'a law'],
    ['N° AMO (CNSS) 123456789', 'health insurance has a detector of its own'],
  ],
  fields: [
    ['num_cnss', '123456789', 'high'],
    ['matricule_cnss', '123456789', 'high'],
    ['id_client', '123456789', null],
  ],
};
