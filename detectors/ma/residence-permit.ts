import type { ValueDetector } from '../define.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const shapes: readonly TokenShape[] = [{ letters: [1, 2], digits: [5, 7], tail: 1 }];

/** Number of a foreigner's residence permit. No source gives its form, so only a label or the field's name makes it one. */
export const residencePermit: ValueDetector = {
  kind: 'value',
  id: 'ma/residence-permit',
  title: 'Residence permit of a foreigner in Morocco',
  finds: 'One or two letters, five to seven digits and at most one more letter, behind words for a residence permit.',
  references: [
    'Order 2709-10 and consular pages for the names of the documents',
    'No public source gives the form of the number: never reported without a label or a field named so',
  ],
  example: 'Titre de séjour n° A123456Z',
  anchors: [],
  context: {
    fr: `
      titre de séjour, carte de séjour, carte de résidence, carte d'immatriculation, certificat d'immatriculation,
      carte de résident, n° titre de séjour`,
    ar: 'بطاقة الإقامة, سند الإقامة, شهادة التسجيل, بطاقة التسجيل, رقم بطاقة الإقامة',
    darija: 'carte de sejour dyali, la carte sejour, la residence dyali',
    en: 'residence permit, residence card, residency card, residency permit',
  },
  fields: {
    says: `
      titre sejour, carte sejour, carte residence, num sejour, no sejour, residence permit, residence card, residency,
      بطاقة الاقامة`,
  },
  check: () => false,
  readLabelled: (window, found) => findToken(window, found, shapes),
  readCell: (window, found) => readTokenCell(window, found, shapes),
  normalise: compact,
};
