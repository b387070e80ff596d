import type { ValueDetector } from '../define.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const shapes: readonly TokenShape[] = [{ letters: [0, 1], digits: [7, 10] }];

/** Number under which somebody is insured with AMO, CNOPS or RAMED. Only the first has a known form (that of the CNSS). */
export const amo: ValueDetector = {
  kind: 'value',
  id: 'ma/amo',
  title: 'Moroccan health-insurance number (AMO, CNOPS, RAMED)',
  finds: 'Seven to ten digits behind AMO, CNOPS, RAMED or the name of a mutual fund, or in a field named so.',
  references: [
    'AMO for employees uses the CNSS number (9 digits)',
    'No public source gives the form of CNOPS and RAMED numbers: never reported without a label or a field named so',
  ],
  example: 'N° AMO : 123456789',
  anchors: [],
  context: {
    fr: `
      amo, a.m.o, amo tadamon, cnops, c.n.o.p.s, ramed, carte ramed, immatriculation amo, immatriculation cnops,
      n° adhérent, numéro d'adhérent, mgpap, omfam, modep`,
    ar: 'كنوبس, راميد, بطاقة راميد, التأمين الإجباري عن المرض, أمو تضامن, التغطية الصحية, رقم المنخرط',
    darija: 'carte ramed dyali, nmra ramed, ramid',
    en: 'health insurance number',
  },
  fields: {
    says: 'amo, num amo, no amo, cnops, num cnops, ramed, num ramed, immatriculation amo, immatriculation cnops, راميد, كنوبس',
    denies: 'montant amo, taux amo, retenue amo, cotisation amo, base amo, part amo',
  },
  check: () => false,
  readLabelled: (window, found) =>
    findToken(window, found, shapes) && !(window.bytes[found.start] === 0x30 && window.digits.count === 10),
  readCell: (window, found) => readTokenCell(window, found, shapes),
  normalise: compact,
};
