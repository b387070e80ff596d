import { findDate, isPlainDate, readDate } from '../dates.ts';
import { trait, type ValueDetector } from '../define.ts';
import { foldScript, plain } from '../normalise.ts';

/** How far behind a word of birth the date may stand: a place of birth often comes between. */
const reach = 64;

/** Date as year-month-day where it is written in digits, else the folded text. */
function toIso(value: string): string {
  const parts = foldScript(value).match(/\d+/g) ?? [];
  if (parts.length < 3) return plain(value);
  const [first = '', month = '', last = ''] = parts;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Date of birth. A date says nothing by itself: a word of birth before it or a field named so makes it one. */
export const birthDate: ValueDetector = {
  kind: 'value',
  id: 'global/birth-date',
  title: 'Date of birth',
  finds:
    'A date behind a word of birth, or in a field named so; in digits or with French, Arabic (Moroccan months) or English names of months.',
  references: [
    'Law 37-99 on civil status (Morocco): date and place of birth on every record',
    'Moroccan administrative usage: تاريخ الازدياد, المزداد بتاريخ',
    'ISO 8601-1 (year-month-day)',
  ],
  example: 'Née le 5 décembre 1983 à Fès',
  anchors: [],
  context: {
    fr: `
      né le, née le, né(e) le, né à, née à, né(e) à, nés le, date de naissance, date et lieu de naissance,
      date naissance, ddn, d.d.n, naissance le`,
    ar: `
      تاريخ الازدياد, تاريخ ومكان الازدياد, المزداد, المزدادة, المزداد(ة), مزداد, مزدادة, ازداد, ازدادت, تاريخ الميلاد,
      المولود, المولودة, من مواليد`,
    darija: `mzyad f, mzyada f, mzyad, mzyouda, mzyoud, mzad f, khlaq f, tzad nhar, tzadt nhar, tzad f, tzadt f, tzad, tzadit f, mzyoud f, mzyouda f, tari5 lizdiyad, tarikh lizdiyad, tari5 l izdiyad`,
    en: 'date of birth, dob, d.o.b, born on, birth date, birthdate, birthday is, birthday on, his birthday, her birthday, my birthday, born in',
  },
  fields: {
    says: `
      date naissance, date de naissance, ddn, naissance, dob, birth date, birthdate, date of birth, birthday, bday, ne le,
      dt naiss, date naiss, tari5 lizdiyad, tarikh lizdiyad, tari5 izdiyad, tarikh izdiyad, tari5 lmilad, tarikh lmilad, mzyad, mzad, annee naissance, date of birth,
      d naissance, birth, born on, ولد في, المزداد بتاريخ, سنة الازدياد, تاريخ الولادة, تاريخ الازدياد, تاريخ الميلاد`,
  },
  check: () => false,
  readLabelled(window, found) {
    if (!findDate(window, found, reach)) return false;
    found.traits = trait.needsContext;
    return true;
  },
  readCell(window, found) {
    if (!readDate(window, found, window.at)) return false;
    found.traits = trait.needsContext;
    return true;
  },
  usual: {
    hasWords: false,
    read({ bytes, low, high }, found) {
      found.start = low;
      found.end = high;
      found.traits = trait.needsContext;
      return isPlainDate(bytes, low, high);
    },
  },
  normalise: toIso,
};
