/** The register held against what was scanned of it: categories declared and nowhere found. A note, since a scan cannot prove absence. */
import type { Category } from '../detectors/catalogue.ts';
import type { Verdict } from './contract.ts';
import { makeFault, makeGap } from './fault.ts';
import { weightOf } from './formality.ts';
import { lawVersion } from './law-version.ts';
import type { Controller, Formality, Treatment } from './register.ts';
import { makeStep } from './ruling.ts';

/** The name under which verdicts on an entry of the register are kept: it is no store. */
export function registerUri(treatment: string): string {
  return `register:${treatment}`;
}

/** What was seen of the stores of one treatment. */
export interface TreatmentSight {
  readonly categories: ReadonlySet<Category>;
  /** True if everything of every one of them was read. */
  readonly complete: boolean;
  readonly stores: number;
  /** Heaviest formality that a verdict on the treatment asks for. */
  readonly formality: Formality;
}

/** Sums verdicts on one treatment. */
export function sumVerdicts(verdicts: Iterable<Verdict>): TreatmentSight {
  const categories = new Set<Category>();
  let [complete, stores, formality]: [boolean, number, Formality] = [true, 0, 'undetermined'];
  for (const verdict of verdicts) {
    for (const category of verdict.categories) categories.add(category);
    complete &&= verdict.complete;
    stores += 1;
    if (weightOf(verdict.formality) > weightOf(formality)) formality = verdict.formality;
  }
  return { categories, complete, stores, formality };
}

/** A verdict on the entry itself, with a gap for each declared category that no store of it holds; null where nothing can be said. */
export function judgeEntry(
  treatment: Treatment,
  controller: Controller,
  sight: TreatmentSight,
  revision: number,
): Verdict | null {
  if (!sight.complete) return null;
  const declared = [...new Set((treatment.dataCategories ?? []).map(({ category }) => category))];
  const absent = declared.filter((category) => !sight.categories.has(category));
  if (absent.length === 0) return null;
  const place = { store: registerUri(treatment.id), treatment: treatment.id };
  const reason = sight.stores === 0 ? 'no-store' : 'not-found';
  return {
    v: 1,
    ...place,
    state: 'gaps',
    formality: sight.formality,
    steps: [makeStep('15(c)', 'entry-against-stores', { fact: 'treatment.dataCategories', params: { stores: sight.stores } })],
    gaps: absent.map((category) =>
      makeGap(
        place,
        controller,
        makeFault('declared-not-found', 'info', { category, articles: ['15(c)', '15'], params: { category, reason } }),
      ),
    ),
    categories: [...sight.categories].toSorted(),
    complete: sight.complete,
    choices: [],
    otherLaws: [],
    revision,
    lawVersion,
  };
}
