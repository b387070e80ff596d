/** Who and what stands around a term: persons, predicates, values, the name of a street. */
import { isWordByte } from '../digits.ts';
import { foldedHash, foldedHashes, hashFolded, unfolded } from '../folded-words.ts';
import { textOf } from '../utf8.ts';
import { type Engine, use } from './compile.ts';
import { sortByPlace } from './overlaps.ts';
import { general, role } from './vocabulary.ts';
import { matchRow, termRow, type Workspace } from './workspace.ts';

const personBefore = 160;
const personAfter = 60;
const predicateBefore = 90;
const predicateAfter = 40;
export const streetBefore = 12;
export const neighbourhood = 200;
const medium = 1;

/** True if a sentence ends between two places. A single capital or a title ends none: "M. X", "Mme. Y". */
export function isBroken({ bytes }: Workspace, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte === 0x21 || byte === 0x3f) return true;
    if (byte === 0x0a && (next === 0x0a || next === 0x0d)) return true;
    if (byte === 0x2e && next <= 0x20 && isFullStop(bytes, at)) return true;
  }
  return false;
}

const isCapital = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || byte === 0xc3;

/** True if a dot ends a sentence: behind a long word, or behind a short one or a number where a capital follows: "06…. Le". */
function isFullStop(bytes: Uint8Array, dot: number): boolean {
  let start = dot;
  while (start > 0 && dot - start < 4 && (bytes[start - 1] ?? 0) > 0x40) start--;
  if (dot - start === 4) return true;
  while (start > 0 && dot - start < 4 && isWordByte(bytes[start - 1] ?? 0)) start--;
  if (dot - start < 2 || isCapital(bytes[start] ?? 0)) return false;
  let next = dot + 1;
  while (next < dot + 4 && (bytes[next] ?? 0x21) <= 0x20) next++;
  return isCapital(bytes[next] ?? 0);
}

/** A title speaks of somebody only before a name: a capital, or an Arabic letter. */
export function isBeforeName({ bytes }: Workspace, end: number): boolean {
  let at = end;
  while (at < end + 3 && (bytes[at] === 0x20 || bytes[at] === 0x2e)) at++;
  const byte = bytes[at] ?? 0;
  return at > end && ((byte >= 0x41 && byte <= 0x5a) || byte === 0xc3 || (byte >= 0xd8 && byte <= 0xdb));
}

/** A given name: with a capital or in Arabic, and not that of a street or an institution. */
function isGiven(engine: Engine, work: Workspace, index: number, start: number): boolean {
  const byte = work.bytes[start] ?? 0;
  if (byte >= 0x61 && byte <= 0x7a) return false;
  const { data, columns } = work.terms;
  for (let before = index - 1; before >= 0; before--) {
    const offset = before * columns;
    if (start - (data[offset + termRow.end] ?? 0) > streetBefore) return true;
    if (((engine.vocabulary.terms[data[offset + termRow.term] ?? 0]?.general ?? 0) & general.street) !== 0) return false;
  }
  return true;
}

/** A term with its neighbours: what the walk over the list of terms needs to know. */
export interface Here {
  readonly index: number;
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly cell: number;
}

/** Looks at a term near a place; true ends the walk. */
type Visit = (term: number, start: number, end: number, index: number) => boolean;

/** Which terms a walk meets: those that speak of persons, or those that are predicates. In order of their end. */
type Walk = readonly number[];

/** Place in a walk of the first term at or after an index. */
function placeIn(walk: Walk, index: number): number {
  let low = 0;
  let high = walk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((walk[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Walks over the terms around a place, nearest first on either side, and lets `visit` look at each until it says so. */
export function visitNear(work: Workspace, here: Here, walk: Walk, visit: Visit): boolean {
  const { data, columns } = work.terms;
  const at = placeIn(walk, here.index);
  for (let step = at - 1; step >= 0; step--) {
    const index = walk[step] ?? 0;
    const offset = index * columns;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end < here.start - personBefore) break;
    if (visit(data[offset + termRow.term] ?? 0, data[offset + termRow.start] ?? 0, end, index)) return true;
  }
  for (let step = at; step < walk.length; step++) {
    const index = walk[step] ?? 0;
    if (index === here.index) continue;
    const offset = index * columns;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end > here.end + neighbourhood) break;
    if (visit(data[offset + termRow.term] ?? 0, data[offset + termRow.start] ?? 0, end, index)) return true;
  }
  return false;
}

export const rolesOf = (engine: Engine, term: number, detector: number): number =>
  engine.vocabulary.roles[term * engine.detectors.length + detector] ?? 0;

/** What the walks of one segment go over. */
export interface Around {
  readonly persons: readonly number[];
  readonly predicates: readonly number[];
  readonly topics: readonly number[];
  /** Offsets of the values found, in order. */
  readonly values: Int32Array;
}

/** Sorts out the terms of a segment: who speaks of persons, what is a predicate to somebody. */
export function surveyTerms(engine: Engine, work: Workspace): Around {
  const persons: number[] = [];
  const predicates: number[] = [];
  const topics: number[] = [];
  const { data, columns, count } = work.terms;
  for (let index = 0; index < count; index++) {
    const term = data[index * columns + termRow.term] ?? 0;
    const uses = engine.uses[term] ?? 0;
    if ((uses & use.person) !== 0) persons.push(index);
    if ((uses & use.topic) !== 0) topics.push(index);
    if ((uses & use.predicate) !== 0) predicates.push(index);
  }
  return { persons, predicates, topics, values: sortByPlace(work.matches) };
}

function isInReach(
  work: Workspace,
  here: Here,
  [start, end]: readonly [number, number],
  [before, after]: readonly [number, number],
): boolean {
  if (end <= here.start) return here.start - end <= before && !isBroken(work, end, here.start);
  return start >= here.end && start - here.end <= after && !isBroken(work, here.end, start);
}

/** What speaks of somebody in a sentence, and what does in a list of words of a program. */
const anyPerson = general.person | general.title | general.name;
const namedPerson = general.name;

/** True if the sentence speaks of somebody; in a list only a name, a number or an address does. */
export function hasPerson(engine: Engine, work: Workspace, around: Around, [here, isInList]: readonly [Here, boolean]): boolean {
  const kinds = isInList ? namedPerson : anyPerson;
  const isNamed = visitNear(work, here, around.persons, (term, start, end, index) => {
    const flags = (engine.vocabulary.terms[term]?.general ?? 0) & kinds;
    const speaks =
      (flags & general.person) !== 0 ||
      ((flags & general.title) !== 0 && isBeforeName(work, end)) ||
      ((flags & general.name) !== 0 && isGiven(engine, work, index, start));
    return speaks && isInReach(work, here, [start, end], [personBefore, personAfter]);
  });
  return isNamed || hasValueNearby(work, around.values, here);
}

/** True if a person's name or a word for a person stands right before a term: "محمد ماسوني", "mrati rifiya" need no verb. */
export function followsPerson(engine: Engine, work: Workspace, around: Around, here: Here): boolean {
  if (work.bytes[here.start - 1] !== 0x20) return false;
  const isNamed = visitNear(work, here, around.persons, (term, _, end) => {
    const flags = engine.vocabulary.terms[term]?.general ?? 0;
    return end === here.start - 1 && (flags & (general.person | general.name)) !== 0;
  });
  if (isNamed || here.cell >= 0) return isNamed;
  const { data } = work.matches;
  return around.values.some((offset) => data[offset + matchRow.end] === here.start - 1);
}

/** A number or address of a person in the same sentence stands for the person. */
function hasValueNearby(work: Workspace, values: Int32Array, here: Here): boolean {
  if (here.cell >= 0) return false;
  const { data } = work.matches;
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((data[(values[middle] ?? 0) + matchRow.start] ?? 0) < here.start - neighbourhood) low = middle + 1;
    else high = middle;
  }
  for (; low < values.length; low++) {
    const offset = values[low] ?? 0;
    const start = data[offset + matchRow.start] ?? 0;
    if (start > here.end + personAfter) return false;
    if ((data[offset + matchRow.confidence] ?? 0) < medium) continue;
    if (isInReach(work, here, [start, data[offset + matchRow.end] ?? 0], [personBefore, personAfter])) return true;
  }
  return false;
}

/** How near a predicate stands: not at all, somewhere in the sentence, or right before the term. */
export type Nearness = 0 | 1 | 2;

/** How far before a term a predicate may end that says it right of it: "souffre d'un …". */
const adjacent = 8;

/** Looks for a predicate of a detector around a term. */
export function nearestPredicate(
  engine: Engine,
  work: Workspace,
  around: Around,
  [here, detector]: readonly [Here, number],
): Nearness {
  let nearness: Nearness = isAfterCommon(engine, work, here, detector) ? 2 : 0;
  if (nearness === 2) return nearness;
  visitNear(work, here, around.predicates, (term, start, end) => {
    if ((rolesOf(engine, term, detector) & role.predicate) === 0) return false;
    const leadsIn = start <= here.start && end > here.start;
    if (!leadsIn && !isInReach(work, here, [start, end], [predicateBefore, predicateAfter])) return false;
    nearness = leadsIn || (end <= here.start && here.start - end <= adjacent) ? 2 : 1;
    return nearness === 2;
  });
  return raiseBehindColon(work, here.start, nearness);
}

/** Right behind a colon a predicate before it says the term: "Religion de M. X : …", whatever stands between. */
function raiseBehindColon({ bytes }: Workspace, start: number, nearness: Nearness): Nearness {
  let at = start - 1;
  while (at > start - 3 && (bytes[at] === 0x20 || bytes[at] === 0x09)) at--;
  return nearness === 1 && bytes[at] === 0x3a && at < start - 1 ? 2 : nearness;
}

/** Words between a predicate and its term that change nothing. */
const articles = foldedHashes(['a', 'an', 'the', 'un', 'une', 'le', 'la', 'l', 'd', 'de', 'en', 'wa7d', 'very']);

/** Bytes of the longest common word. */
const longestCommon = 6;

/** What no word hashes to. */
const noWord = -1;

/** The hash of the word that ends before a byte, if it is short enough to be a common one, and where it starts. */
function wordBefore(work: Workspace, before: number): { readonly word: number; readonly start: number } {
  const { bytes, window } = work;
  let end = before;
  while (end > window.low && before - end < 3 && !isLetterByte(bytes[end - 1] ?? 0)) end--;
  if (isBroken(work, end, before)) return { word: noWord, start: end };
  let start = end;
  while (start > window.low && end - start <= longestCommon && isLetterByte(bytes[start - 1] ?? 0)) start--;
  if (end - start > longestCommon) return { word: noWord, start };
  const hash = hashFolded(bytes, start, end);
  return { word: hash === unfolded ? foldedHash(textOf(bytes, start, end)) : hash, start };
}

const isLetterByte = (byte: number): boolean => isWordByte(byte) || byte >= 0xc3 || (byte >= 0x80 && byte < 0xc0);

/** True if the word just before the term is a common one that says it of somebody: "est", "is a", "rah", "هو". */
function isAfterCommon(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  const last = wordBefore(work, here.start);
  const word = articles.has(last.word) ? wordBefore(work, last.start).word : last.word;
  return engine.vocabulary.commonPredicates.get(word)?.includes(detector) === true;
}
