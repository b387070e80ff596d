/** A file of custom detectors as a ministry and a hospital would write it, and parts of it to change. */
import assert from 'node:assert/strict';
import type { Custom, Scanner } from '../../../detectors/contract.ts';
import { checkCustom } from '../../../detectors/custom/check.ts';

export const staffNumber = `
  - id: custom/staff-number
    title: Numéro matricule d'un agent
    category: civil-identity
    pattern: MAT-\\d{6}
    context: [matricule, n° d'agent, رقم التأجير]
    columns: [matricule, num matricule]
    otherColumns: [modele]
    counter: [modèle]
    alone: high
    examples:
      - 'Matricule : MAT-004217'
      - 'Dossier de MAT-004217, muté à Oujda'
      - { column: num_matricule, value: MAT-004217 }
    counterExamples:
      - FORMAT-004217
      - MAT-0042178
      - 'modèle MAT-004217'`;

export const hospitalFile = `
  - id: custom/hospital-file
    title: Numéro de dossier hospitalier
    category: health
    pattern: '\\d{2}/\\d{3,4}'
    context: [dossier hospitalier, ipp, رقم الملف الطبي]
    distance: 40
    columns: [ipp, num dossier]
    examples:
      - 'IPP : 24/0187'
      - 'رقم الملف الطبي: ٢٤/٠١٨٧'
      - { column: num_dossier, value: 24/0187 }
    counterExamples:
      - 'Réunion du 24/0187'
      - { column: lot, value: 24/0187 }`;

export const memberCard = `
  - id: custom/member-card
    title: Carte d'adhérent
    category: contact
    pattern: '(?:AD|ad)[ -]?\\d{8}'
    context: [adhérent, carte]
    validator: luhn
    examples: ['Adhérent AD 79927398']
    counterExamples: ['Adhérent AD 79927399', 'AD79927398']`;

/** The text of a file with these detectors, and with what stands behind them. */
export const fileOf = (detectors: readonly string[], rest = ''): string =>
  `version: 1\ndetectors:${detectors.length === 0 ? ' []' : detectors.join('')}\n${rest}`;

/** A file that must hold, as scanner and as what it adds. */
export function loadCustom(text: string): { readonly custom: Custom; readonly scanner: Scanner } {
  const { custom, scanner, issues } = checkCustom(text);
  assert.deepEqual(issues, []);
  assert.ok(custom && scanner);
  return { custom, scanner };
}
