/** Terms of the lexicons: which are candidates, and what they are worth where they stand. */
import { trait } from '../define.ts';
import {
  type Around,
  followsPerson,
  hasPerson,
  type Here,
  isBeforeName,
  isBroken,
  nearestPredicate,
  neighbourhood,
  rolesOf,
  streetBefore,
  surveyTerms,
} from './around.ts';
import { addMatch, fieldFlags, openWindow } from './candidates.ts';
import { type Engine, use } from './compile.ts';
import { fieldDenies, fieldMarks, fieldSays } from './field-names.ts';
import { isSubject } from './topics.ts';
import { general, role } from './vocabulary.ts';
import { termRow, type Workspace } from './workspace.ts';
import { isFirstName, isListed } from './written.ts';

/** Of two terms that overlap the longer one stays, else the earlier. */
function isPreferred(here: Here, term: number, start: number, end: number): boolean {
  const longer = end - start - (here.end - here.start);
  if (longer !== 0) return longer > 0;
  return start === here.start ? term < here.term : start < here.start;
}

/** True if a term that overlaps another takes its place: a phrase in which it means something else, or a longer one. */
function takesPlace(
  engine: Engine,
  here: Here,
  detector: number,
  [term, start, end]: readonly [number, number, number],
): boolean {
  const roles = rolesOf(engine, term, detector);
  if ((roles & role.falseFriend) !== 0) return true;
  return (roles & (role.strong | role.weak)) !== 0 && isPreferred(here, term, start, end);
}

/** True if a term just before another is the word for a street, and the other its name. */
function namesStreet(engine: Engine, work: Workspace, here: Here, [term, end]: readonly [number, number]): boolean {
  const isStreet = ((engine.vocabulary.terms[term]?.general ?? 0) & general.street) !== 0;
  return isStreet && here.start - end <= streetBefore && !isBroken(work, end, here.start) && isBeforeName(work, end);
}

/** True inside a phrase in which the term means something else, inside a longer term, or in the name of a street. */
function isDisplaced(engine: Engine, work: Workspace, here: Here, detector: number): boolean {
  const { data, columns, count } = work.terms;
  for (let index = here.index - 1; index >= 0; index--) {
    const offset = index * columns;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end < here.start - streetBefore) break;
    const term = data[offset + termRow.term] ?? 0;
    const start = data[offset + termRow.start] ?? 0;
    if (
      end <= here.start
        ? namesStreet(engine, work, here, [term, end])
        : start < here.end && takesPlace(engine, here, detector, [term, start, end])
    )
      return true;
  }
  for (let index = here.index + 1; index < count; index++) {
    const offset = index * columns;
    const start = data[offset + termRow.start] ?? 0;
    const end = data[offset + termRow.end] ?? 0;
    if (data[offset + termRow.cell] !== here.cell || end > here.end + neighbourhood) break;
    if (start < here.end && takesPlace(engine, here, detector, [data[offset + termRow.term] ?? 0, start, end])) return true;
  }
  return false;
}

const underscore = 0x5f;

/** True for a term that is a part of a longer name with underscores: `maladie_chronique`, `is_disabled`. */
function isIdentifier({ bytes }: Workspace, { start, end }: Here): boolean {
  for (let at = Math.max(0, start - 1); at <= end && at < bytes.length; at++) if (bytes[at] === underscore) return true;
  return false;
}

/** Weighs one term for one detector. */
function weighTerm(engine: Engine, work: Workspace, around: Around, [here, detector]: readonly [Here, number]): void {
  const roles = rolesOf(engine, here.term, detector);
  const { found } = work;
  found.start = here.start;
  found.end = here.end;
  found.traits = (roles & role.strong) === 0 ? 0 : trait.strongTerm;
  // The name of a variable or a column says what may be told, and tells it of nobody; so does an entry of a list of terms.
  if (isIdentifier(work, here) || (fieldFlags(work, here.cell, detector) & fieldDenies) !== 0) {
    addMatch(engine, work, detector, here.term);
    return;
  }
  const isInList = isListed(work, here);
  const isOfPerson = hasPerson(engine, work, around, [here, isInList]);
  if (isOfPerson) found.traits |= trait.personNearby;
  if ((isInList && !isOfPerson) || isSubject(work, around, here)) {
    addMatch(engine, work, detector, here.term);
    return;
  }
  const tiesItself = (roles & role.predicate) !== 0 && (roles & role.strong) !== 0;
  let nearness = tiesItself ? 2 : nearestPredicate(engine, work, around, [here, detector]);
  if (nearness === 0 && (roles & role.strong) !== 0 && followsPerson(engine, work, around, here)) nearness = 1;
  if (nearness > 0) found.traits |= trait.predicate;
  // Said right before it, even a word of many meanings means this one.
  if (nearness === 2) found.traits |= trait.strongTerm;
  addMatch(engine, work, detector, here.term);
}

/** Weighs every term of a lexicon that was met. Values have been found before: they count as persons. */
export function checkWords(engine: Engine, work: Workspace): void {
  const { terms } = work;
  let around: Around | null = null;
  for (let index = 0; index < terms.count; index++) {
    const offset = index * terms.columns;
    const term = terms.data[offset + termRow.term] ?? 0;
    if (((engine.uses[term] ?? 0) & use.candidate) === 0) continue;
    const here: Here = {
      index,
      term,
      start: terms.data[offset + termRow.start] ?? 0,
      end: terms.data[offset + termRow.end] ?? 0,
      cell: terms.data[offset + termRow.cell] ?? -1,
    };
    openWindow(work, here.cell, here.end);
    const detectors = engine.weighed[term] ?? [];
    for (let at = 0; at < detectors.length; at++) {
      const detector = detectors[at] ?? 0;
      if ((rolesOf(engine, term, detector) & role.firstName) !== 0 && isFirstName(work, here)) continue;
      if ((fieldFlags(work, here.cell, detector) & (fieldSays | fieldMarks)) !== 0 || isDisplaced(engine, work, here, detector))
        continue;
      around ??= surveyTerms(engine, work);
      weighTerm(engine, work, around, [here, detector]);
    }
  }
}
