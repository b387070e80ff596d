/** Where matches of values overlap, the longest proven one stays. */
import type { Engine } from './compile.ts';
import { trait } from '../define.ts';
import { matchRow, type Rows } from './workspace.ts';

/** Offsets of all matches in order of their place. They come nearly sorted, so insertion is cheap. */
export function sortByPlace(matches: Rows): Int32Array {
  const { data, columns, count } = matches;
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    const offset = index * columns;
    const start = data[offset + matchRow.start] ?? 0;
    let at = index;
    for (; at > 0 && (data[(order[at - 1] ?? 0) + matchRow.start] ?? 0) > start; at--) order[at] = order[at - 1] ?? 0;
    order[at] = offset;
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

/** Offsets of the matches that stay, in order of their place. Words never displace values, nor the other way round. */
export function resolveOverlaps(engine: Engine, matches: Rows): readonly number[] {
  const kept: number[] = [];
  const { data } = matches;
  const isValue = (offset: number): boolean => engine.detectors[data[offset + matchRow.detector] ?? 0]?.kind === 'value';
  const values: number[] = [];
  for (const offset of sortByPlace(matches)) {
    if (isValue(offset)) {
      let isBetter = true;
      for (let last = values.at(-1); isBetter && last !== undefined; last = values.at(-1)) {
        if ((data[last + matchRow.end] ?? 0) <= (data[offset + matchRow.start] ?? 0)) break;
        isBetter = compare(matches, offset, last) > 0;
        if (isBetter) {
          values.pop();
          data[last + matchRow.confidence] = -1;
        }
      }
      if (!isBetter) continue;
      values.push(offset);
    }
    kept.push(offset);
  }
  return kept.filter((offset) => (data[offset + matchRow.confidence] ?? -1) >= 0);
}
