/** Values that nothing speaks for but the person they stand beside: "Ahmed Tazi, BK123456, 0661…" in a list or a signature. */
import { weighTraits } from '../confidence.ts';
import { confidences } from '../contract.ts';
import { trait, type ValueDetector } from '../define.ts';
import { isBroken } from './around.ts';
import type { Engine } from './compile.ts';
import { sortByPlace } from './overlaps.ts';
import { matchRow, type Workspace } from './workspace.ts';

/** Most bytes between a person and a value, by what a detector asks for. */
const reaches = { beside: 12, line: 100 } as const;
const high = confidences.indexOf('high');
const spoken = trait.contextWord | trait.counterEvidence | trait.organisation | trait.telling;

const decoder = new TextDecoder();
const isBare = /^[\s\p{P}\p{S}]*$/u;

function valueDetectorOf(engine: Engine, work: Workspace, offset: number): ValueDetector | null {
  const detector = engine.detectors[work.matches.data[offset + matchRow.detector] ?? 0];
  return detector?.kind === 'value' ? detector : null;
}

/** True for a match that company could make surer. */
function isAlone(engine: Engine, work: Workspace, offset: number): boolean {
  const { data } = work.matches;
  if ((data[offset + matchRow.confidence] ?? 0) >= high || ((data[offset + matchRow.traits] ?? 0) & spoken) !== 0) return false;
  return valueDetectorOf(engine, work, offset)?.company !== undefined;
}

/** True if what stands between two places ties them: nothing but punctuation, or the same sentence of one line. */
function isTied(work: Workspace, company: 'beside' | 'line', from: number, to: number): boolean {
  if (from > to || to - from > reaches[company]) return false;
  if (company === 'beside') return isBare.test(decoder.decode(work.bytes.subarray(from, to)));
  return !work.bytes.subarray(from, to).includes(0x0a) && !isBroken(work, from, to);
}

/** True if a match of somebody's name or address stands with the match at a place in the order. */
function isAccompanied(engine: Engine, work: Workspace, order: Int32Array, at: number): boolean {
  const { data } = work.matches;
  const offset = order[at] ?? 0;
  const company = valueDetectorOf(engine, work, offset)?.company ?? 'beside';
  const start = data[offset + matchRow.start] ?? 0;
  const end = data[offset + matchRow.end] ?? 0;
  const isPerson = (other: number): boolean =>
    (data[other + matchRow.confidence] ?? 0) >= high && valueDetectorOf(engine, work, other)?.identifies === true;
  for (let step = at - 1; step >= 0; step--) {
    const other = order[step] ?? 0;
    if (start - (data[other + matchRow.end] ?? 0) > reaches[company]) break;
    if (isPerson(other) && isTied(work, company, data[other + matchRow.end] ?? 0, start)) return true;
  }
  for (let step = at + 1; step < order.length; step++) {
    const other = order[step] ?? 0;
    if ((data[other + matchRow.start] ?? 0) - end > reaches[company]) break;
    if (isPerson(other) && isTied(work, company, end, data[other + matchRow.start] ?? 0)) return true;
  }
  return false;
}

/** Weighs the values again that stand beside a person in running text; in cells, the field's name speaks. */
export function weighCompany(engine: Engine, work: Workspace): void {
  const { matches } = work;
  if (work.cells !== null) return;
  let isNeeded = false;
  for (let index = 0; !isNeeded && index < matches.count; index++) isNeeded = isAlone(engine, work, index * matches.columns);
  if (!isNeeded) return;
  const order = sortByPlace(matches);
  for (let at = 0; at < order.length; at++) {
    const offset = order[at] ?? 0;
    if (!isAlone(engine, work, offset) || !isAccompanied(engine, work, order, at)) continue;
    const detector = valueDetectorOf(engine, work, offset);
    const traits = (matches.data[offset + matchRow.traits] ?? 0) | trait.personNearby;
    const confidence = detector === null ? null : weighTraits(detector, traits);
    matches.data[offset + matchRow.traits] = traits;
    if (confidence !== null) matches.data[offset + matchRow.confidence] = confidences.indexOf(confidence);
  }
}
