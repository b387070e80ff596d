/** Terms of the lexicons: which are candidates, and who and what stands around them. */
import { trait } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { addMatch, fieldFlags, openWindow } from './candidates.ts';
import type { Engine } from './compile.ts';
import { fieldMarks, fieldSays } from './field-names.ts';
import { sortByPlace } from './overlaps.ts';
import { foldWords } from './symbols.ts';
import { general, role } from './vocabulary.ts';
import { matchRow, termRow, type Workspace } from './workspace.ts';

const personBefore = 160;
const personAfter = 60;
const predicateBefore = 90;
const predicateAfter = 40;
const streetBefore = 12;
const neighbourhood = 200;
const medium = 1;

/** True if a sentence ends between two places. A single capital or a title ends none: "M. X", "Mme. Y". */
function isBroken({ bytes }: Workspace, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte === 0x21 || byte === 0x3f) return true;
    if (byte === 0x0a && (next === 0x0a || next === 0x0d)) return true;
    if (
      byte === 0x2e &&
      next <= 0x20 &&
      (bytes[at - 4] ?? 0) > 0x40 &&
      (bytes[at - 3] ?? 0) > 0x40 &&
      (bytes[at - 2] ?? 0) > 0x40 &&
      (bytes[at - 1] ?? 0) > 0x40
    )
      return true;
  }
  return false;
}

/** A title speaks of somebody only before a name: a capital, or an Arabic letter. */
function isBeforeName({ bytes }: Workspace, end: number): boolean {
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
interface Here {
  readonly index: number;
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly cell: number;
}

/** Looks at a term near a place; true ends the walk. */
type Visit = (term: number, start: number, end: number, index: number) => boolean;

/** Walks over the terms near a place and lets `visit` look at each; stops when it says so. */
function visitNear(work: Workspace, here: Here, visit: Visit): boolean {
  const { data, columns, count } = work.terms;
  const look = (index: number): boolean | null => {
    const offset = index * columns;
    const start = data[offset + termRow.start] ?? 0;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end < here.start - neighbourhood || end > here.end + neighbourhood)
      return null;
    return visit(data[offset + termRow.term] ?? 0, start, end, index);
  };
  for (let index = here.index - 1; index >= 0; index--) {
    const seen = look(index);
    if (seen === null) break;
    if (seen) return true;
  }
  for (let index = here.index + 1; index < count; index++) {
    const seen = look(index);
    if (seen === null) break;
    if (seen) return true;
  }
  return false;
}

const rolesOf = (engine: Engine, term: number, detector: number): number =>
  engine.vocabulary.roles[term * engine.detectors.length + detector] ?? 0;

/** Of two terms that overlap the longer one stays, else the earlier. */
function isPreferred(here: Here, term: number, start: number, end: number): boolean {
  const longer = end - start - (here.end - here.start);
  if (longer !== 0) return longer > 0;
  return start === here.start ? term < here.term : start < here.start;
}

/** True inside a phrase in which the term means something else, inside a longer term, or in the name of a street. */
function isDisplaced(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  return visitNear(work, here, (term, start, end) => {
    const roles = rolesOf(engine, term, detector);
    const overlaps = start < here.end && end > here.start;
    if (overlaps && (roles & role.falseFriend) !== 0) return true;
    if (overlaps && (roles & (role.strong | role.weak)) !== 0 && isPreferred(here, term, start, end)) return true;
    const isStreet = ((engine.vocabulary.terms[term]?.general ?? 0) & general.street) !== 0;
    return (
      isStreet &&
      end <= here.start &&
      here.start - end <= streetBefore &&
      !isBroken(work, end, here.start) &&
      isBeforeName(work, end)
    );
  });
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

function hasPerson(engine: Engine, work: Workspace, values: Int32Array, here: Here): boolean {
  const isNamed = visitNear(work, here, (term, start, end, index) => {
    const flags = engine.vocabulary.terms[term]?.general ?? 0;
    const speaks =
      (flags & general.person) !== 0 ||
      ((flags & general.title) !== 0 && isBeforeName(work, end)) ||
      ((flags & general.name) !== 0 && isGiven(engine, work, index, start));
    return speaks && isInReach(work, here, [start, end], [personBefore, personAfter]);
  });
  return isNamed || hasValueNearby(work, values, here);
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
type Nearness = 0 | 1 | 2;

/** How far before a term a predicate may end that says it right of it: "souffre d'un …". */
const adjacent = 8;

function nearestPredicate(engine: Engine, work: Workspace, here: Here, detector: number): Nearness {
  let nearness: Nearness = isAfterCommon(engine, work, here, detector) ? 2 : 0;
  if (nearness === 2) return nearness;
  visitNear(work, here, (term, start, end) => {
    if ((rolesOf(engine, term, detector) & role.predicate) === 0) return false;
    const leadsIn = start <= here.start && end > here.start;
    if (!leadsIn && !isInReach(work, here, [start, end], [predicateBefore, predicateAfter])) return false;
    nearness = leadsIn || (end <= here.start && here.start - end <= adjacent) ? 2 : 1;
    return nearness === 2;
  });
  return nearness;
}

const decoder = new TextDecoder();

/** Words between a predicate and its term that change nothing. */
const articles = new Set(['a', 'an', 'the', 'un', 'une', 'le', 'la', 'l', 'd', 'de', 'en', 'wa7d', 'very']);

/** The word that ends before a byte, folded, and where it starts. */
function wordBefore({ bytes, window }: Workspace, before: number): { readonly word: string; readonly start: number } {
  let end = before;
  while (end > window.low && before - end < 3 && !isLetterByte(bytes[end - 1] ?? 0)) end--;
  let start = end;
  while (start > window.low && end - start < 12 && isLetterByte(bytes[start - 1] ?? 0)) start--;
  return { word: foldWords(decoder.decode(bytes.subarray(start, end))), start };
}

const isLetterByte = (byte: number): boolean => isWordByte(byte) || byte >= 0xc3 || (byte >= 0x80 && byte < 0xc0);

/** True if the word just before the term is a common one that says it of somebody: "est", "is a", "rah", "هو". */
function isAfterCommon(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  const last = wordBefore(work, here.start);
  const word = articles.has(last.word) ? wordBefore(work, last.start).word : last.word;
  return engine.vocabulary.commonPredicates.get(word)?.includes(detector) === true;
}

/** Weighs every term of a lexicon that was met. Values have been found before: they count as persons. */
export function checkWords(engine: Engine, work: Workspace): void {
  const { terms, found } = work;
  const values = sortByPlace(work.matches);
  const candidate = role.strong | role.weak;
  for (let index = 0; index < terms.count; index++) {
    const offset = index * terms.columns;
    const term = terms.data[offset + termRow.term] ?? 0;
    if (((engine.vocabulary.anyRole[term] ?? 0) & candidate) === 0) continue;
    const here: Here = {
      index,
      term,
      start: terms.data[offset + termRow.start] ?? 0,
      end: terms.data[offset + termRow.end] ?? 0,
      cell: terms.data[offset + termRow.cell] ?? -1,
    };
    openWindow(work, here.cell, here.end);
    for (let detector = 0; detector < engine.detectors.length; detector++) {
      const roles = rolesOf(engine, term, detector);
      if ((roles & candidate) === 0 || (fieldFlags(work, here.cell, detector) & (fieldSays | fieldMarks)) !== 0) continue;
      if (isDisplaced(engine, work, here, detector)) continue;
      found.start = here.start;
      found.end = here.end;
      found.traits = (roles & role.strong) === 0 ? 0 : trait.strongTerm;
      if (hasPerson(engine, work, values, here)) found.traits |= trait.personNearby;
      const nearness =
        (roles & role.predicate) === 0 || (roles & role.strong) === 0 ? nearestPredicate(engine, work, here, detector) : 2;
      if (nearness > 0) found.traits |= trait.predicate;
      // Said right before it, even a word of many meanings means this one.
      if (nearness === 2) found.traits |= trait.strongTerm;
      addMatch(engine, work, detector, term);
    }
  }
}
