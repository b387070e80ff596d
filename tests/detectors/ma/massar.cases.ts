import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ["massarNumber: 'M130092810'", 'M130092810', 'a key in a program'],
    ['Code Massar : G134567890', 'G134567890', 'label'],
    ['CNE: R130012345', 'R130012345', 'the same number by its other name'],
    ['رقم مسار: G134567890', 'G134567890', 'Arabic label'],
    ['رمز التلميذ J١٣٤٥٦٧٨٩٠', 'J١٣٤٥٦٧٨٩٠', 'Arabic digits'],
    ['code massar dyali k139876543', 'k139876543', 'Darija, small letter'],
    ['élève G134567890 (Massar)', 'G134567890', 'label in brackets behind'],
    ['G134567890', 'G134567890', 'no label', 'low'],
  ],
  ignores: [
    ['G134567890', 'no label'],
    ['commit g134567890', 'hash'],
    ['colis G134567890', 'a parcel'],
    ['AB134567890', 'two letters'],
    ['G1345678901', 'too many digits'],
    ['G13456789', 'too few digits'],
    ['ISBN G134567890', 'book number'],
    ['vue sur la Massar 2024', 'a year'],
    ['réf. X123456789 du lot', 'reference'],
    ['v123456789', 'version'],
    ['CNE du 12/05/2020', 'a date'],
  ],
  fields: [
    ['code_massar', 'G134567890', 'high'],
    ['cne', 'R130012345', 'high'],
    ['tracking', 'G134567890', 'low'],
  ],
};
