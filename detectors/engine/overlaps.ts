/** Where matches of values overlap, the longest proven one stays. */
import type { Engine } from './compile.ts';
import { noMatch } from '../confidence.ts';
import { trait } from '../define.ts';
import { matchRow, type Rows } from './workspace.ts';

/** Merges two neighbouring sorted runs of offsets from one array into another. */
function mergeRuns(
  data: Int32Array,
  from: Int32Array,
  to: Int32Array,
  [first, middle, last]: readonly [number, number, number],
): void {
  let left = first;
  let right = middle;
  for (let at = first; at < last; at++) {
    const takesLeft =
      left < middle && (right >= last || (data[from[left]! + matchRow.start] ?? 0) <= (data[from[right]! + matchRow.start] ?? 0));
    to[at] = takesLeft ? from[left++]! : from[right++]!;
  }
}

/** Offsets of all matches in order of their place. They come as a few sorted runs, which are merged two by two. */
export function sortByPlace(matches: Rows): Int32Array {
  const { data, columns, count } = matches;
  let order = new Int32Array(count);
  let runs: number[] = [0];
  for (let index = 0; index < count; index++) {
    const offset = index * columns;
    order[index] = offset;
    if (index > 0 && (data[offset + matchRow.start] ?? 0) < (data[offset - columns + matchRow.start] ?? 0)) runs.push(index);
  }
  let spare = runs.length > 1 ? new Int32Array(count) : order;
  while (runs.length > 1) {
    const merged: number[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      const middle = runs[run + 1] ?? count;
      merged.push(runs[run] ?? 0);
      mergeRuns(data, order, spare, [runs[run] ?? 0, middle, runs[run + 2] ?? count]);
    }
    [order, spare] = [spare, order];
    runs = merged;
  }
  return order;
}

/** Positive if the first match is the better one: proven, then surer, then longer, then earlier in the registry. */
function compare({ data }: Rows, first: number, second: number): number {
  const traits = (offset: number): number => data[offset + matchRow.traits] ?? 0;
  const length = (offset: number): number => (data[offset + matchRow.end] ?? 0) - (data[offset + matchRow.start] ?? 0);
  const proven = (traits(first) & trait.proof) - (traits(second) & trait.proof);
  if (proven !== 0) return proven;
  const sure = (data[first + matchRow.confidence] ?? 0) - (data[second + matchRow.confidence] ?? 0);
  const long = length(first) - length(second);
  if ((traits(first) & trait.proof) !== 0 && long !== 0) return long;
  if (sure !== 0) return sure;
  if (long !== 0) return long;
  return (data[second + matchRow.detector] ?? 0) - (data[first + matchRow.detector] ?? 0);
}

/**
 * Offsets of all matches in order of their place; those that do not stay have no confidence (`noMatch`) afterwards. Words never
 * displace values, nor the other way round.
 */
export function resolveOverlaps(engine: Engine, matches: Rows): Int32Array {
  const { data, count } = matches;
  const order = sortByPlace(matches);
  const values = new Int32Array(count);
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const offset = order[index] ?? 0;
    if (engine.isValue[data[offset + matchRow.detector] ?? 0] === 0) continue;
    const start = data[offset + matchRow.start] ?? 0;
    let isBetter = true;
    while (isBetter && kept > 0) {
      const last = values[kept - 1] ?? 0;
      if ((data[last + matchRow.end] ?? 0) <= start) break;
      isBetter = compare(matches, offset, last) > 0;
      data[(isBetter ? last : offset) + matchRow.confidence] = noMatch;
      if (isBetter) kept--;
    }
    if (isBetter) values[kept++] = offset;
  }
  return order;
}
