/** Tells what is only spoken about from what is said of somebody: "a lecture on epilepsy" from "has epilepsy". */
import { type Around, type Here, isBroken, visitNear } from './around.ts';
import { matchRow, termRow, type Workspace } from './workspace.ts';

/** How far before a term the word may end that makes it a subject. */
const topicReach = 60;

/** True if one of the values found, a name for one, begins between two places. */
function hasValueBetween({ matches: { data } }: Workspace, values: Int32Array, from: number, to: number): boolean {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[(values[middle] ?? 0) + matchRow.start] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < values.length && (data[(values[low] ?? 0) + matchRow.start] ?? 0) < to;
}

/** True if a word like "lecture on" stands before a term in its sentence, and neither a comma nor a person between them. */
export function isSubject(work: Workspace, around: Around, here: Here): boolean {
  if (around.topics.length === 0) return false;
  const { data, columns } = work.terms;
  return visitNear(work, here, around.topics, (_, start, end) => {
    if (end > here.start || here.start - end > topicReach || isBroken(work, end, here.start)) return false;
    if (work.bytes.subarray(end, here.start).includes(0x2c) || hasValueBetween(work, around.values, end, here.start))
      return false;
    return !around.persons.some((index) => {
      const person = data[index * columns + termRow.start] ?? 0;
      return person >= end && person < here.start && start < person;
    });
  });
}
