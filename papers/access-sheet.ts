/** The sheet on which a request for access is answered (Art. 7): what the register says, and where the data are to be looked for. */
import { lawVersion } from '../law/law-version.ts';
import { type EntrySource, treatmentEntries } from './article-15.ts';
import type { PaperContext } from './entry-law.ts';
import type { Observed } from './observed.ts';
import { blankEntry, listEntry, makePaper, sentence, words, type Entry, type Paper, type PaperValue } from './paper.ts';

/** Where to look: what the scan found store by store; without a scan the patterns of the register. */
function whereToLook({ treatment, seen }: EntrySource, observed: Observed | null): readonly PaperValue[] | undefined {
  if (seen === null || observed === null) return treatment.stores?.map(words);
  const mine = new Set(seen.stores);
  const found = Map.groupBy(
    observed.findings.filter(({ store, category }) => mine.has(store) && seen.counts.has(category)),
    ({ store, category }) => `${store} ${category}`,
  );
  return [...found.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const count = group.reduce((sum, one) => sum + one.count, 0);
    return [sentence('found-in-store', { store: first.store, category: first.category, count })];
  });
}

function originEntry({ dataCategories }: EntrySource['treatment']): Entry {
  const known = (dataCategories ?? []).flatMap(({ category, origin }) =>
    origin === undefined ? [] : [sentence('category-from', { category, origin })],
  );
  return listEntry({ label: 'data-origin', article: '7(b)' }, known.length === 0 ? undefined : known);
}

function logicEntry({ automatedDecision }: EntrySource['treatment']): Entry {
  const line = { label: 'logic-of-decision', article: '7(c)' } as const;
  return automatedDecision === undefined ? blankEntry({ ...line, hints: [sentence('no-automated-decision')] }) : blankEntry(line);
}

/** Lines of Art. 15 that Art. 7(a) has told. */
const told: ReadonlySet<string> = new Set(['purposes', 'data-categories', 'recipients']);

/** Writes the sheet for one treatment; the person, the dates and the data are filled in by hand. */
export function writeAccessSheet(
  source: EntrySource,
  { observed, notes }: { readonly observed: Observed | null; readonly notes: readonly PaperValue[] },
  context: PaperContext,
): Paper {
  const { treatment } = source;
  const information = treatmentEntries(source)
    .filter(({ label }) => told.has(label))
    .map((entry) => Object.assign({}, entry, { article: '7(a)' }));
  return makePaper({
    kind: 'access',
    form: null,
    title: 'access',
    params: { treatment: treatment.name },
    treatment: treatment.id,
    asOf: context.asOf,
    lawVersion,
    notes: [sentence('access-free'), ...notes],
    sections: [
      {
        code: 'request',
        params: {},
        entries: [
          blankEntry({ label: 'requester' }),
          blankEntry({ label: 'identity', article: '7' }),
          blankEntry({ label: 'request-date' }),
        ],
      },
      {
        code: 'confirmation',
        params: {},
        entries: [blankEntry({ label: 'is-processed', article: '7(a)' }), ...information],
      },
      {
        code: 'data-communicated',
        params: {},
        entries: [
          listEntry({ label: 'where-to-look' }, whereToLook(source, observed)),
          blankEntry({ label: 'data-copy', article: '7(b)' }),
          originEntry(treatment),
        ],
      },
      { code: 'logic', params: {}, entries: [logicEntry(treatment)] },
      {
        code: 'engagement',
        params: {},
        entries: [blankEntry({ label: 'answered-on' }), blankEntry({ label: 'signed-by' }), blankEntry({ label: 'signature' })],
      },
    ],
  });
}
