/** Terms of the lexicons: which are candidates, and who and what stands around them. */
import { trait } from '../define.ts';
import { addMatch, fieldFlags } from './candidates.ts';
import type { Engine } from './compile.ts';
import { fieldMarks, fieldSays } from './field-names.ts';
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

/** A term with its neighbours: what the walk over the list of terms needs to know. */
interface Here {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly cell: number;
}

/** Walks over the terms near a place and lets `visit` look at each; stops when it says so. */
function visitNear(work: Workspace, here: Here, visit: (term: number, start: number, end: number) => boolean): boolean {
  const { data, columns, count } = work.terms;
  const look = (index: number): boolean | null => {
    const offset = index * columns;
    const start = data[offset + termRow.start] ?? 0;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end < here.start - neighbourhood || end > here.end + neighbourhood)
      return null;
    return visit(data[offset + termRow.term] ?? 0, start, end);
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

/** True inside a phrase in which the term means something else, inside a longer term, or in the name of a street. */
function isDisplaced(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  return visitNear(work, here, (term, start, end) => {
    const roles = rolesOf(engine, term, detector);
    const overlaps = start < here.end && end > here.start;
    if (overlaps && (roles & role.falseFriend) !== 0) return true;
    const isLonger = end - start > here.end - here.start && start <= here.start && end >= here.end;
    if (isLonger && (roles & (role.strong | role.weak)) !== 0) return true;
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

function hasPerson(engine: Engine, work: Workspace, here: Here): boolean {
  const isNamed = visitNear(work, here, (term, start, end) => {
    const flags = engine.vocabulary.terms[term]?.general ?? 0;
    const speaks = (flags & general.person) !== 0 || ((flags & general.title) !== 0 && isBeforeName(work, end));
    return speaks && isInReach(work, here, [start, end], [personBefore, personAfter]);
  });
  return isNamed || hasValueNearby(engine, work, here);
}

/** A number or address of a person in the same sentence stands for the person. */
function hasValueNearby(engine: Engine, work: Workspace, here: Here): boolean {
  const { data, columns, count } = work.matches;
  for (let index = count - 1; index >= 0; index--) {
    const offset = index * columns;
    const start = data[offset + matchRow.start] ?? 0;
    const end = data[offset + matchRow.end] ?? 0;
    if (
      engine.detectors[data[offset + matchRow.detector] ?? 0]?.kind !== 'value' ||
      (data[offset + matchRow.confidence] ?? 0) < medium
    )
      continue;
    if (isInReach(work, here, [start, end], [personBefore, personAfter]) && here.cell < 0) return true;
  }
  return false;
}

function hasPredicate(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  return visitNear(work, here, (term, start, end) => {
    if ((rolesOf(engine, term, detector) & role.predicate) === 0) return false;
    return isInReach(work, here, [start, end], [predicateBefore, predicateAfter]);
  });
}

/** Weighs every term of a lexicon that was met. Values have been found before: they count as persons. */
export function checkWords(engine: Engine, work: Workspace): void {
  const { terms, found } = work;
  const candidate = role.strong | role.weak;
  for (let index = 0; index < terms.count; index++) {
    const offset = index * terms.columns;
    const term = terms.data[offset + termRow.term] ?? 0;
    if (((engine.vocabulary.anyRole[term] ?? 0) & candidate) === 0) continue;
    const here: Here = {
      index,
      start: terms.data[offset + termRow.start] ?? 0,
      end: terms.data[offset + termRow.end] ?? 0,
      cell: terms.data[offset + termRow.cell] ?? -1,
    };
    for (let detector = 0; detector < engine.detectors.length; detector++) {
      const roles = rolesOf(engine, term, detector);
      if ((roles & candidate) === 0 || (fieldFlags(work, here.cell, detector) & (fieldSays | fieldMarks)) !== 0) continue;
      if (isDisplaced(engine, work, here, detector)) continue;
      found.start = here.start;
      found.end = here.end;
      found.traits = (roles & role.strong) === 0 ? 0 : trait.strongTerm;
      if (hasPerson(engine, work, here)) found.traits |= trait.personNearby;
      if ((roles & role.predicate) !== 0 || hasPredicate(engine, work, here, detector)) found.traits |= trait.predicate;
      addMatch(engine, work, detector, term);
    }
  }
}
