import type { Found, ValueDetector, Window } from '../define.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const insured: readonly TokenShape[] = [{ letters: [0, 0], digits: [9, 9] }];
const employerToo: readonly TokenShape[] = [...insured, { letters: [0, 0], digits: [7, 7] }];

const decoder = new TextDecoder();

/** Words around the label: an insurance that has its own detector, or the number of an employer. */
function textBefore({ bytes, low }: Window, end: number): string {
  return decoder.decode(bytes.subarray(Math.max(low, end - 64), end)).toLowerCase();
}

const isOfInsurance = (text: string): boolean => /(?<!\p{L})(?:amo|cnops|ramed)(?!\p{L})|كنوبس|راميد|التغطية الصحية/u.test(text);
const isOfEmployer = (text: string): boolean => /affili|employeur|انخراط|المشغل/u.test(text);

/** One digit over and over fills the boxes of a form. */
const isRow = ({ digits }: Window): boolean => {
  for (let at = 1; at < digits.count; at++) if (digits.values[at] !== digits.values[0]) return false;
  return true;
};

function readBehind(window: Window, found: Found): boolean {
  if (!findToken(window, found, employerToo) || isRow(window)) return false;
  const before = textBefore(window, found.start);
  if (isOfInsurance(before)) return false;
  return window.digits.count === 9 || isOfEmployer(before);
}

/** Social-security number (CNSS): nine digits for the insured, seven for an employer; no check digit is known. */
export const cnss: ValueDetector = {
  kind: 'value',
  id: 'ma/cnss',
  title: 'Moroccan social-security number (CNSS)',
  finds: 'Nine digits behind CNSS or its Arabic name; seven where the text says affiliation or employer; or a field named so.',
  references: [
    'CNSS e-BDS specification: insured 9 digits, employer 7 digits',
    'CNSS form 322-1-11 (affiliation: 7 boxes; Arabic labels)',
  ],
  example: 'N° CNSS : 123456789',
  anchors: [],
  context: {
    fr: `
      cnss, c.n.s.s, numéro cnss, n° cnss, immatriculation cnss, matricule cnss, sécurité sociale, affiliation cnss,
      n° d'affiliation, caisse nationale de sécurité sociale`,
    ar: `
      الصندوق الوطني للضمان الاجتماعي, الضمان الاجتماعي, رقم الضمان الاجتماعي, رقم الانخراط,
      رقم التسجيل في الصندوق الوطني للضمان الاجتماعي`,
    darija: 'cnss dyali, nmra cnss, lacnss, lcnss, la cnss',
    en: 'social security number, social security no',
  },
  fields: {
    says: `
      cnss, num cnss, no cnss, cnss number, numero cnss, matricule cnss, immatriculation cnss, numero securite sociale, social security,
      الضمان الاجتماعي, رقم الانخراط`,
    denies: 'montant cnss, taux cnss, retenue cnss, cotisation cnss, base cnss, part cnss',
  },
  check: () => false,
  readLabelled: readBehind,
  readCell: (window, found) => readTokenCell(window, found, insured) && !isRow(window),
  normalise: compact,
};
