/** The gap report for the board: what is wrong, how gravely, what it may cost, what to do; and what nobody looked at. */
import { settingOf, type Choices, type ChoiceId } from '../law/choices.ts';
import { severities, verdictStates, type Gap, type Penalty } from '../law/contract.ts';
import { lawVersion } from '../law/law-version.ts';
import type { Register, Treatment } from '../law/register.ts';
import { assessEntry, type PaperContext } from './entry-law.ts';
import type { Observed, Sighting } from './observed.ts';
import { listEntry, makePaper, sentence, type Entry, type Paper, type PaperValue, type Section } from './paper.ts';

/** A gap, and the stores that have it; none = the gap is one of the register itself. */
interface SharedGap {
  readonly gap: Gap;
  readonly stores: readonly string[];
}

const sameGap = ({ kind, category, treatment, hostingState, params }: Gap) =>
  JSON.stringify([kind, category, treatment, hostingState, params]);

/** Stores named with one gap; the rest is counted. */
const namedStores = 10;

/** One gap that many stores have is one line. */
function shareGaps(found: readonly { readonly gap: Gap; readonly store: string | null }[]): readonly SharedGap[] {
  return [...Map.groupBy(found, ({ gap }) => sameGap(gap)).values()].flatMap((group) => {
    const gap = group[0]?.gap;
    return gap === undefined ? [] : [{ gap, stores: group.flatMap(({ store }) => store ?? []).toSorted() }];
  });
}

function gapEntry({ gap, stores }: SharedGap): Entry {
  const more = stores.length - namedStores;
  const hints: readonly PaperValue[] = [
    ...(gap.treatment === null ? [] : [sentence('under-treatment', { treatment: gap.treatment })]),
    ...stores.slice(0, namedStores).map((store) => sentence('in-store', { store })),
    ...(more > 0 ? [sentence('and-more-stores', { count: more })] : []),
  ];
  const article = gap.articles.join(', ');
  return listEntry({ label: 'gap', labelParams: { kind: gap.kind }, article, hints }, [
    { type: 'gap', gap: { kind: gap.kind, params: gap.params } },
  ]);
}

function summaryEntries(observed: Observed | null, gaps: readonly SharedGap[]): readonly Entry[] {
  const counts = severities
    .map((severity) => ({ severity, count: gaps.filter(({ gap }) => gap.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map((params) => sentence('count-of-severity', params));
  const bySeverity = listEntry({ label: 'gaps-by-severity' }, counts.length === 0 ? [sentence('no-gaps')] : counts);
  if (observed === null) return [bySeverity];
  const { id, endedAt, complete } = observed.scan;
  const states = verdictStates
    .map((verdict) => ({ verdict, count: observed.verdicts.filter(({ state }) => state === verdict).length }))
    .filter(({ count }) => count > 0)
    .map((params) => sentence('count-of-state', params));
  return [
    listEntry({ label: 'scan-read' }, [
      sentence('scan-looked-at', { scan: id, date: endedAt.slice(0, 10) }),
      sentence(complete ? 'scan-whole' : 'scan-incomplete'),
    ]),
    listEntry({ label: 'stores-by-state' }, states),
    bySeverity,
  ];
}

function skipEntries(observed: Observed): readonly Entry[] {
  const groups = Map.groupBy(observed.skips, ({ reason }) => reason);
  return [...groups].map(([reason, skips]) => {
    const stores = [...new Set(skips.map(({ store }) => store))].toSorted();
    const hints = stores.slice(0, namedStores).map((store) => sentence('in-store', { store }));
    return listEntry({ label: 'skipped', labelParams: { reason }, hints }, [
      sentence('skips-of-reason', { count: skips.length }),
    ]);
  });
}

function penaltyEntries(gaps: readonly SharedGap[]): readonly Entry[] {
  const penalties = new Map<string, Penalty>();
  for (const { gap } of gaps) if (gap.penalty !== null) penalties.set(gap.penalty.code, gap.penalty);
  const values = [...penalties]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, penalty]) => ({ type: 'penalty', penalty }) as const);
  return values.length === 0 ? [] : [listEntry({ label: 'penalty', hints: [sentence('penalties-remark')] }, values)];
}

function readingEntries(gaps: readonly SharedGap[], choices: Choices): readonly Entry[] {
  const taken = new Set(gaps.flatMap(({ gap }) => gap.choices));
  return [...taken]
    .toSorted((a, b) => Number(a.slice(3)) - Number(b.slice(3)))
    .map((choice) => {
      const setting = settingOf(choices, choice as ChoiceId);
      return listEntry({ label: 'reading', labelParams: { choice } }, [{ type: 'choice', choice, setting }]);
    });
}

/** Gaps of the verdicts; of treatments that no store of the scan falls under, those of the entry by itself. */
function gatherGaps(
  { controller }: Register,
  treatments: readonly Treatment[],
  { observed, sightings, only }: GapSource,
  context: PaperContext,
): readonly SharedGap[] {
  const verdicts = (observed?.verdicts ?? []).filter(({ treatment }) => only === null || treatment === only);
  const judged = new Set(verdicts.map(({ treatment }) => treatment));
  const ofStores = verdicts.flatMap(({ store, gaps }) => gaps.map((gap) => ({ gap, store })));
  const ofEntries = treatments
    .filter(({ id }) => !judged.has(id))
    .flatMap((treatment) => assessEntry({ controller, treatment, seen: sightings?.get(treatment.id) ?? null }, context).gaps)
    .map(({ text: _text, ...gap }) => ({ gap, store: null }));
  return shareGaps([...ofStores, ...ofEntries]);
}

export interface GapSource {
  readonly observed: Observed | null;
  readonly sightings: ReadonlyMap<string, Sighting> | null;
  /** Id of the only treatment to report on; null = the whole register and what lies outside it. */
  readonly only: string | null;
  readonly notes: readonly PaperValue[];
}

/** Writes the report on all treatments, or on one. */
export function writeGapReport(
  register: Register,
  treatments: readonly Treatment[],
  source: GapSource,
  context: PaperContext,
): Paper {
  const { observed, only, notes } = source;
  const gaps = gatherGaps(register, treatments, source, context);
  const skips = observed === null ? [] : skipEntries(observed);
  const ofSeverity = severities.flatMap((severity): readonly Section[] => {
    const entries = gaps.filter(({ gap }) => gap.severity === severity).map(gapEntry);
    return entries.length === 0 ? [] : [{ code: 'gaps-of-severity', params: { severity }, entries }];
  });
  const ends: readonly Section[] = [
    { code: 'penalties-at-stake', params: {}, entries: penaltyEntries(gaps) },
    { code: 'not-read', params: {}, entries: skips },
    { code: 'readings', params: {}, entries: readingEntries(gaps, context.choices) },
  ];
  return makePaper({
    kind: 'gaps',
    form: null,
    title: 'gaps',
    params: { name: register.controller.name },
    treatment: only,
    asOf: context.asOf,
    lawVersion,
    // The summary says what scan was looked at.
    notes: observed === null ? notes : [],
    sections: [
      { code: 'summary', params: {}, entries: summaryEntries(observed, gaps) },
      ...ofSeverity,
      ...ends.filter(({ entries }) => entries.length > 0),
    ],
  });
}
