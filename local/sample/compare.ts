/** Holds the verdicts of a run against the table of those expected. */
import type { Verdict } from '../../law/contract.ts';
import { expectedVerdicts, type ExpectedGap, type ExpectedVerdict } from './expected.ts';

/** What a verdict says, in the terms of the table. */
function summarise({ store, treatment, state, formality, gaps }: Verdict): ExpectedVerdict {
  return {
    store,
    treatment,
    state,
    formality,
    gaps: gaps.map(({ kind, articles, penalty }) => ({ kind, articles, penalty: penalty?.code ?? null })),
  };
}

const gapText = ({ kind, articles, penalty }: ExpectedGap): string =>
  `${kind} (${articles.join(', ')}; ${penalty ?? 'no penalty'})`;

function verdictLines({ store, treatment, state, formality, gaps }: ExpectedVerdict): readonly string[] {
  const head = `${store}: ${treatment ?? 'no treatment'}, ${state}, ${formality}`;
  return [head, ...gaps.map((one) => `${store}: ${gapText(one)}`)];
}

/** One line for each thing that is missing or too much; empty if the run is as expected. Stores outside of the sample do not count. */
export function compareVerdicts(verdicts: readonly Verdict[]): readonly string[] {
  const known = new Set(expectedVerdicts.map(({ store }) => store));
  const expected = new Set(expectedVerdicts.flatMap(verdictLines));
  const found = new Set(
    verdicts
      .filter(({ store }) => known.has(store))
      .map(summarise)
      .flatMap(verdictLines),
  );
  const missing = [...expected].filter((line) => !found.has(line)).map((line) => `expected, not found: ${line}`);
  const surplus = [...found].filter((line) => !expected.has(line)).map((line) => `found, not expected: ${line}`);
  return [...missing, ...surplus].toSorted((a, b) => a.slice(20).localeCompare(b.slice(20)));
}
