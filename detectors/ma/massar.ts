import { trait, type ValueDetector } from '../define.ts';
import { backDigits, endsFree, readDigits, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const shapes: readonly TokenShape[] = [{ letters: [1, 1], digits: [9, 9] }];

/** Number of a pupil or student (code Massar): a letter and nine digits. It mostly identifies minors. */
export const massar: ValueDetector = {
  kind: 'value',
  id: 'ma/massar',
  title: 'Moroccan pupil number (code Massar)',
  finds: 'A letter and nine digits behind Massar, CNE or their Arabic names, or in a field named so; alone it counts for little.',
  references: ['Form used by school programs on the exports of the Massar system: one letter, nine digits'],
  example: 'Code Massar : G134567890',
  anchors: ['[^\\l\\d]\\l\\d{9}'],
  context: {
    fr: `massar, code massar, n° massar, cne, code élève, code de l'élève, identifiant de l'élève`,
    ar: 'مسار, رقم مسار, رمز مسار, رقم التلميذ, رمز التلميذ',
    darija: 'massar dyali, code massar dyali',
    en: 'massar code, pupil number, student code',
  },
  counter: {
    fr: 'facture, commande, référence, réf, lot, colis, suivi',
    en: 'invoice, order, serial, tracking, isbn',
  },
  fields: {
    says: 'massar, code massar, num massar, massar number, massar code, numero massar, cne, code eleve, رقم مسار, رمز مسار, مسار',
    denies: 'sku, ref, reference, serial, tracking, facture, invoice, commande, order',
  },
  check(window, found) {
    const from = backDigits(window, window.at, 9);
    const start = from - 1;
    if (start < window.low || !startsFree(window, start) || !endsFree(window, window.at)) return false;
    readDigits(window.digits, window, from, 9);
    const letter = window.bytes[start] ?? 0;
    found.start = start;
    found.end = window.digits.end;
    found.traits = letter >= 0x41 && letter <= 0x5a ? 0 : trait.needsContext;
    return true;
  },
  readLabelled: (window, found) => findToken(window, found, shapes),
  readCell: (window, found) => readTokenCell(window, found, shapes),
  normalise: compact,
};
