import type { ValueDetector } from '../define.ts';
import { compact } from '../normalise.ts';
import { findToken, readTokenCell, type TokenShape } from '../tokens.ts';

const shapes: readonly TokenShape[] = [{ letters: [0, 0], digits: [10, 10] }];

/** Digital civil and social identifier (IDCS). Its check digit is not published, so only a label makes it one. */
export const idcs: ValueDetector = {
  kind: 'value',
  id: 'ma/idcs',
  title: 'Moroccan digital civil and social identifier (IDCS)',
  finds: 'Ten digits that do not begin with 0, behind IDCS, RSU, RNP or their Arabic names, or in a field named so.',
  references: ['Law 72-18 and decree 2-21-473 (national population register, unified social register): ten digits'],
  example: 'IDCS : 7234567890',
  anchors: [],
  context: {
    fr: `
      idcs, identifiant digital civil et social, identifiant numérique civil et social, rsu, rnp,
      registre social unifié, registre national de la population`,
    ar: 'المعرف المدني والاجتماعي الرقمي, السجل الاجتماعي الموحد, السجل الوطني للسكان, المعرف الرقمي',
    darija: 'rqm rsu, nmra rsu, rsu dyali',
    en: 'unified social register, national population register',
  },
  fields: { says: 'idcs, num idcs, no idcs, rnp, num rsu, id rsu, identifiant digital, المعرف الرقمي' },
  check: () => false,
  // Ten digits that begin with 0 are a telephone number.
  readLabelled: (window, found) => findToken(window, found, shapes) && window.digits.values[0] !== 0,
  readCell: (window, found) => readTokenCell(window, found, shapes) && window.digits.values[0] !== 0,
  normalise: compact,
};
