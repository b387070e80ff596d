/** The nine items of Art. 15 of one treatment, as lines of a paper. */
import type { Category } from '../detectors/catalogue.ts';
import { parsePeriod } from '../law/calendar.ts';
import { adequacyOf } from '../law/adequacy.ts';
import { art24Measures, type EntryItem } from '../law/entry.ts';
import type { Controller, Treatment } from '../law/register.ts';
import { isSensitive } from '../law/triggers.ts';
import type { Sighting } from './observed.ts';
import { blankEntry, listEntry, sentence, textEntry, words, type Entry, type PaperValue } from './paper.ts';
import { art24Labels } from './text/labels.ts';

/** What the lines of a treatment are written from. */
export interface EntrySource {
  readonly controller: Controller;
  readonly treatment: Treatment;
  /** null = no scan was looked at. */
  readonly seen: Sighting | null;
}

const list = (texts: readonly string[] | undefined) => texts?.map(words);

/** A controller in Morocco needs none; of one whose country nobody states, nobody knows. */
function representativeEntry({ country, establishedInMorocco, representative }: Controller): Entry {
  const line = { label: 'representative', article: '15(a)' } as const;
  if (representative !== undefined) return textEntry(line, representative);
  if (country === 'MA' || establishedInMorocco === true) {
    return { ...listEntry(line, []), hints: [sentence('representative-not-needed')] };
  }
  if (country === undefined) return blankEntry({ ...line, hints: [sentence('representative-if-abroad')] });
  return textEntry(line, undefined);
}

/** Item a: the controller and its representative. */
export function controllerEntries(controller: Controller): readonly Entry[] {
  const named = controller.name === '-' ? undefined : controller.name;
  return [
    textEntry({ label: 'controller-name', article: '15(a)' }, named),
    ...(controller.legalForm === undefined ? [] : [textEntry({ label: 'legal-form' }, controller.legalForm)]),
    textEntry({ label: 'controller-address', article: '15(a)' }, controller.address),
    representativeEntry(controller),
  ];
}

function describeCategories({ dataCategories, otherData }: Treatment): readonly PaperValue[] | undefined {
  const closed = (dataCategories ?? []).map(({ category, label, origin }) => {
    const params = { category, ...(label === undefined ? {} : { label }), ...(origin === undefined ? {} : { origin }) };
    const code = label === undefined ? 'category' : 'category-labelled';
    return sentence(origin === undefined ? code : `${code}-from`, params);
  });
  const others = (otherData ?? []).map((kind) => sentence(`other-data-${kind}`));
  const all = [...closed, ...others];
  return all.length === 0 ? undefined : all;
}

/** Categories the scan found under the treatment that the entry does not name. */
export function undeclaredSightings({ treatment, seen }: EntrySource): readonly Category[] {
  const declared = new Set((treatment.dataCategories ?? []).map(({ category }) => category));
  return [...(seen?.counts.keys() ?? [])].filter((category) => !declared.has(category)).toSorted();
}

function dataEntries(source: EntrySource): readonly Entry[] {
  const { treatment, seen } = source;
  const found = undeclaredSightings(source).map((category) =>
    sentence('found-not-declared', { category, count: seen?.counts.get(category) ?? 0 }),
  );
  return [
    listEntry({ label: 'data-subjects', article: '15(c)' }, orMissing(list(treatment.dataSubjects))),
    { ...listEntry({ label: 'data-categories', article: '15(c)' }, describeCategories(treatment)), hints: found },
  ];
}

/** Purposes and persons cannot be "none": an empty list says nothing. */
const orMissing = (values: readonly PaperValue[] | undefined) => (values?.length === 0 ? undefined : values);

/** What the law's list says of a State, in a sentence; `probable` is never shown as adequate. */
export const adequacyHint = (state: string): PaperValue => sentence(`adequacy-${adequacyOf(state)}`, { state });

function transferEntry({ treatment, seen }: EntrySource): Entry {
  const declared = treatment.transfers?.map(({ state, ground, proof, reference }) =>
    sentence(ground === undefined ? 'transfer-no-ground' : `transfer-${ground}`, {
      state,
      ...(proof === undefined ? {} : { proof }),
      ...(reference === undefined ? {} : { reference }),
    }),
  );
  const known = new Set((treatment.transfers ?? []).map(({ state }) => state));
  const abroad = (seen?.states ?? []).filter((state) => state !== 'MA' && !known.has(state));
  const hints = [...abroad.map((state) => sentence('hosted-not-declared', { state })), ...[...known].map(adequacyHint)];
  return listEntry({ label: 'transfers', article: '15(e)', hints }, declared);
}

function retentionEntry({ retention }: Treatment): Entry {
  const line = { label: 'retention', article: '15(f)' } as const;
  const { period, from } = retention ?? {};
  if (period === undefined) return textEntry(line, undefined);
  const parsed = parsePeriod(period);
  const shown = parsed === null ? words(period) : sentence('period', { period });
  const start = from === undefined ? [] : [sentence('period-from', { from })];
  return { ...listEntry(line, [shown, ...start]), hints: parsed === null ? [sentence('not-a-duration')] : [] };
}

/** The eight measures are asked of controllers of sensitive or health data; described ones are shown in any case. */
function securityEntries({ treatment, seen }: EntrySource): readonly Entry[] {
  const categories = [...(treatment.dataCategories ?? []).map(({ category }) => category), ...(seen?.counts.keys() ?? [])];
  const asked = categories.some(isSensitive);
  const measures = treatment.security?.art24 ?? {};
  return [
    textEntry({ label: 'security-general', article: '15(h)' }, treatment.security?.general),
    ...art24Measures
      .filter((letter) => asked || measures[letter] !== undefined)
      .map((letter) => textEntry({ label: art24Labels[letter], article: `24(1)(${letter})` }, measures[letter])),
  ];
}

function sharingEntries({ interconnections, cessions, processors }: Treatment): readonly Entry[] {
  const matched = interconnections?.map(({ with: other, purpose }) =>
    purpose === undefined ? words(other) : sentence('interconnection', { with: other, purpose }),
  );
  const bound = processors?.map(({ name, contract, country }) =>
    sentence(contract === undefined ? 'processor-no-contract' : 'processor', {
      name,
      ...(contract === undefined ? {} : { contract }),
      ...(country === undefined ? {} : { state: country }),
    }),
  );
  return [
    listEntry({ label: 'interconnections', article: '15(i)' }, matched),
    listEntry({ label: 'cessions', article: '15(i)' }, list(cessions)),
    listEntry({ label: 'processors', article: '15(i)' }, bound),
  ];
}

/** Every line of Art. 15 below the controller, in the order of the law. */
export function treatmentEntries(source: EntrySource): readonly Entry[] {
  const { treatment } = source;
  return [
    textEntry({ label: 'treatment-name', article: '15(b)' }, treatment.name === '-' ? undefined : treatment.name),
    textEntry({ label: 'characteristics', article: '15(b)' }, treatment.characteristics),
    listEntry({ label: 'purposes', article: '15(b)' }, orMissing(list(treatment.purposes))),
    ...dataEntries(source),
    listEntry({ label: 'recipients', article: '15(d)' }, list(treatment.recipients)),
    transferEntry(source),
    retentionEntry(treatment),
    textEntry({ label: 'rights-service', article: '15(g)' }, treatment.rightsContact),
    textEntry({ label: 'rights-measures', article: '15(g)' }, treatment.rightsMeasures),
    ...securityEntries(source),
    ...sharingEntries(treatment),
  ];
}

/** The item of Art. 15 a line belongs to; measures of 24(1) are part of item h. */
export function itemOf({ article }: Entry): EntryItem | null {
  if (article?.startsWith('24(1)') === true) return 'h';
  const letter = /^15\((\w)\)$/.exec(article ?? '')?.[1];
  return (letter as EntryItem | undefined) ?? null;
}
