import type { ValueDetector } from '../define.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

/** Sources disagree on one or two letters: both count, but only where something says "passport". */
const shapes: readonly TokenShape[] = [{ letters: [1, 2], digits: [6, 7] }];

/** Number of a Moroccan passport; its form is not confirmed, so a label or the field's name must speak for it. */
export const passport: ValueDetector = {
  kind: 'value',
  id: 'ma/passport',
  title: 'Moroccan passport number',
  finds: 'One or two letters and six or seven digits behind a word for passport, or in a field named so.',
  references: [
    'Form as used by public programs, which disagree on the number of letters: never reported without a label',
    'ICAO Doc 9303 part 4 (passports; the machine-readable zone is `global/mrz`)',
  ],
  example: 'Passeport n° AB1234567',
  anchors: [],
  context: {
    fr: 'passeport, numéro de passeport, n° passeport, passeport biométrique',
    ar: 'جواز السفر, رقم جواز السفر, جواز سفر, الباسبور, باسبور',
    darija: 'paspor, lpaspor, passpor, bassbor',
    en: 'passport, passport number',
  },
  fields: { says: 'passeport, passport, num passeport, no passeport, passport no, passport number, جواز السفر' },
  check: () => false,
  readLabelled: (window, found) => findToken(window, found, shapes),
  readCell: (window, found) => readTokenCell(window, found, shapes),
  normalise: compact,
};
