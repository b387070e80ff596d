/** Figures from counts: precision, recall and F2 with 95 % Wilson intervals. */
import type { Tally } from './measure.ts';

export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Share of `hits` in `total` with the 95 % interval of E. B. Wilson (1927); of nothing, the whole range. */
export function wilson(hits: number, total: number): Share {
  if (total === 0) return { value: Number.NaN, low: 0, high: 1 };
  const z = 1.959964;
  const value = hits / total;
  const scale = 1 + (z * z) / total;
  const middle = (value + (z * z) / (2 * total)) / scale;
  const half = (z * Math.sqrt((value * (1 - value)) / total + (z * z) / (4 * total * total))) / scale;
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export const precisionOf = ({ found, false: wrong }: Tally): Share => wilson(found, found + wrong);
export const recallOf = ({ found, missed }: Tally): Share => wilson(found, found + missed);

/** F2: recall counts four times as much as precision, since a value that is missed is worse than one to look at. */
export function f2Of({ found, missed, false: wrong }: Tally): number {
  return found === 0 ? 0 : (5 * found) / (5 * found + 4 * missed + wrong);
}

/** The sum of some tallies. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = { found: 0, missed: 0, false: 0 };
  for (const tally of tallies) {
    sum.found += tally.found;
    sum.missed += tally.missed;
    sum.false += tally.false;
  }
  return sum;
}
