/** What of a scan the papers read: the shape `kashf scan --format json` prints, as far as it is needed. */
import type { Category } from '../detectors/catalogue.ts';
import { confidences, type Confidence } from '../detectors/contract.ts';
import type { Verdict } from '../law/contract.ts';
import { matchTreatments } from '../law/patterns.ts';
import type { Register } from '../law/register.ts';

/** A scan as a paper sees it. */
export interface Observed {
  readonly scan: { readonly id: string; readonly endedAt: string; readonly complete: boolean };
  readonly stores: readonly { readonly uri: string; readonly hostingState: string | null }[];
  readonly findings: readonly {
    readonly store: string;
    readonly field: string | null;
    readonly category: Category;
    readonly count: number;
    readonly confidence: Confidence;
  }[];
  readonly verdicts: readonly Pick<Verdict, 'store' | 'treatment' | 'state' | 'formality' | 'gaps'>[];
  readonly skips: readonly { readonly store: string; readonly reason: string }[];
}

/** What the scan saw under one treatment. */
export interface Sighting {
  /** Stores that the treatment claims and the scan saw. */
  readonly stores: readonly string[];
  /** Matches by category, summed over its stores. */
  readonly counts: ReadonlyMap<Category, number>;
  /** Hosting States of its stores (ISO 3166-1 alpha-2), those unknown left out. */
  readonly states: readonly string[];
}

const sure = (confidence: Confidence, least: Confidence) => confidences.indexOf(confidence) >= confidences.indexOf(least);

/** Shares a scan out among the treatments of the register. Findings below `least` do not count. */
export function shareOut(observed: Observed, register: Register, least: Confidence = 'high'): ReadonlyMap<string, Sighting> {
  const counted = observed.findings.filter(({ confidence, count }) => count > 0 && sure(confidence, least));
  const findings = Map.groupBy(counted, ({ store }) => store);
  const shares = new Map<string, { stores: string[]; counts: Map<Category, number>; states: Set<string> }>();
  for (const { uri, hostingState } of observed.stores) {
    const here = findings.get(uri) ?? [];
    const { treatments } = matchTreatments(register, uri, [...new Set(here.map(({ field }) => field))]);
    for (const { treatment, fields } of treatments) {
      const share = shares.get(treatment.id) ?? { stores: [], counts: new Map<Category, number>(), states: new Set<string>() };
      shares.set(treatment.id, share);
      share.stores.push(uri);
      if (hostingState !== null) share.states.add(hostingState);
      for (const { field, category, count } of here) {
        if (fields.includes(field)) share.counts.set(category, (share.counts.get(category) ?? 0) + count);
      }
    }
  }
  return new Map([...shares].map(([id, { stores, counts, states }]) => [id, { stores, counts, states: [...states].toSorted() }]));
}
