import { remainder97 } from '../checksums/mod97.ts';
import { type Digits, trait, type ValueDetector } from '../define.ts';
import { endsFree, findGrouped, findSolid, readDigits, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';

const isMultiple = (digits: Digits): boolean => remainder97(digits.values, 15) === 0;

/** Moroccan common enterprise number (ICE): enterprise 9, establishment 4, key 2; the 15 digits are a multiple of 97. */
export const ice: ValueDetector = {
  kind: 'value',
  id: 'ma/ice',
  title: 'Moroccan common enterprise number (ICE)',
  finds: '15 digits that are a multiple of 97; in a field named so, also 12 to 14 digits that lost their leading zeros.',
  references: ['Official guide of the ICE (Morocco), as implemented and tested on real numbers by python-stdnum (stdnum.ma.ice)'],
  example: 'ICE : 001561191000066',
  anchors: ['[^\\d]\\d{15}', '[^\\d](\\d{2,4}[ \\-]){4}\\d{2}'],
  context: {
    fr: `ice, i.c.e, identifiant commun, identifiant commun de l'entreprise`,
    ar: `رقم التعريف الموحد, التعريف الموحد, المعرف الموحد, رقم المعرف الموحد, التعريف الموحد للمقاولة, المعرف الموحد للمقاولة`,
    en: 'common enterprise number, company identifier',
  },
  fields: { says: 'ice, identifiant commun, num ice, no ice, numero ice, المعرف الموحد, التعريف الموحد' },
  checksum: 'mod-97',
  check(window, found) {
    const start = (window.anchor === 0 ? findSolid : findGrouped)(window, 15, isMultiple);
    if (start < 0) return false;
    found.start = start;
    found.end = window.digits.end;
    found.traits = trait.proof;
    return true;
  },
  readCell(window, found) {
    const { digits } = window;
    const count = readDigits(digits, window, window.at, 15);
    if (count < 12 || !startsFree(window, window.at) || !endsFree(window, digits.end)) return false;
    // A multiple of 97 stays one whether or not its leading zeros are written.
    if (remainder97(digits.values, count) !== 0) return false;
    found.start = window.at;
    found.end = digits.end;
    found.traits = trait.proof;
    return true;
  },
  normalise: (value) => compact(value).padStart(15, '0'),
};
