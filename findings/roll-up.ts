/** Parts to objects, and objects to findings. The order in which parts arrive changes nothing. */
import { categoryOf } from '../detectors/catalogue.ts';
import { confidences, type Confidence, type Scanner } from '../detectors/contract.ts';
import type { Place } from '../readers/contract.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { countDistinct, mergeSketches } from './sketch.ts';
import { fieldNameField } from './count.ts';
import { maxPlaces } from './tally-object.ts';
import type { MatchTally, ObjectNote, ObjectTally } from './tally.ts';

/**
 * Merges the parts of each object into one tally. An object whose parts are not all there is not complete. Lines and records of places
 * become those of the object; they are null where how much came before is not known.
 */
export function mergeParts(tallies: readonly ObjectTally[]): readonly ObjectTally[] {
  const objects = Map.groupBy(tallies, (tally) => tally.objectId);
  return [...objects.values()].map(mergeObject);
}

function mergeObject(parts: readonly ObjectTally[]): ObjectTally {
  const ordered = parts.toSorted((a, b) => (a.part?.index ?? 0) - (b.part?.index ?? 0));
  const first = ordered[0] as ObjectTally;
  const wanted = first.part?.of ?? 1;
  if (ordered.length === 1 && first.part === null) return first;
  const filled: Record<string, number> = {};
  for (const part of ordered)
    for (const [field, count] of Object.entries(part.filled)) filled[field] = (filled[field] ?? 0) + count;
  const fields = Map.groupBy(
    placeParts(ordered).flatMap((part) => part.tallies),
    (tally) => `${tally.detector} ${tally.field === fieldNameField ? fieldNameField : (tally.fieldId ?? tally.field ?? '')}`,
  );
  const whole = new Set(ordered.map((part) => part.part?.index ?? 0)).size === wanted;
  const notes = ordered.flatMap((part) => part.notes ?? []);
  const { extent: _, notes: __, ...head } = first;
  return {
    ...head,
    part: null,
    complete: whole && ordered.every((part) => part.complete),
    ...(notes.length > 0 ? { notes: notesOnce(notes) } : {}),
    tallies: [...fields.values()].map((tallies) => mergeTallies(namesOnce(tallies))),
    filled,
  };
}

const notesOnce = (notes: readonly ObjectNote[]): readonly ObjectNote[] => [
  ...new Map(notes.map((note) => [`${note.code} ${note.detail}`, note])).values(),
];

/** The parts with lines and records counted from the start of the object. */
function placeParts(ordered: readonly ObjectTally[]): readonly ObjectTally[] {
  if (ordered[0]?.part === null) return ordered;
  let before: PartExtent | null = { lines: 0, records: 0 };
  let next = 0;
  return ordered.map((part) => {
    const index = part.part?.index ?? 0;
    const known = index === next ? before : null;
    next = index + 1;
    before = known && part.extent ? addExtents(known, part.extent) : null;
    return {
      ...part,
      tallies: part.tallies.map((tally) => ({ ...tally, places: tally.places.map((place) => movePlace(place, known)) })),
    };
  });
}

type PartExtent = NonNullable<ObjectTally['extent']>;

const addExtents = (a: PartExtent, b: PartExtent): PartExtent => ({ lines: a.lines + b.lines, records: a.records + b.records });

const movePlace = (place: Place, before: PartExtent | null): Place => ({
  ...place,
  line: before && place.line !== null ? place.line + before.lines : null,
  record: before && place.record !== null ? place.record + before.records : null,
});

/** Of the names of fields, which several parts may have seen, the first sight of each. */
function namesOnce(tallies: readonly MatchTally[]): readonly MatchTally[] {
  if (tallies[0]?.field !== fieldNameField) return tallies;
  const seen = new Set<string>();
  return tallies.flatMap((tally) => {
    if (tally.fieldId === null) return [tally];
    if (seen.has(tally.fieldId)) return [];
    seen.add(tally.fieldId);
    return [{ ...tally, fieldId: null }];
  });
}

function mergeTallies(parts: readonly MatchTally[]): MatchTally {
  const first = parts[0] as MatchTally;
  if (parts.length === 1) return first;
  const evidence = Map.groupBy(
    parts.flatMap((part) => part.evidence),
    ({ kind, detail }) => `${kind} ${detail ?? ''}`,
  );
  return {
    ...first,
    matches: sumMatches(parts),
    evidence: [...evidence.values()].map((seen) => ({
      kind: seen[0]?.kind ?? 'pattern',
      detail: seen[0]?.detail ?? null,
      count: seen.reduce((sum, { count }) => sum + count, 0),
    })),
    sketch: mergeSketches(parts.map((part) => part.sketch)),
    places: parts
      .flatMap((part) => part.places)
      .toSorted(byPlace)
      .slice(0, maxPlaces),
    mask: parts.find((part) => part.mask !== null)?.mask ?? null,
    ...(parts.some((part) => part.allowed) ? { allowed: parts.reduce((sum, part) => sum + (part.allowed ?? 0), 0) } : {}),
  };
}

const sumMatches = (parts: readonly MatchTally[]) =>
  Object.fromEntries(confidences.map((level) => [level, parts.reduce((sum, part) => sum + part.matches[level], 0)])) as Record<
    Confidence,
    number
  >;

const byPlace = (a: Place, b: Place) => (a.byteStart ?? a.record ?? 0) - (b.byteStart ?? b.record ?? 0);

/** The findings of one object: one for each detector and field that matched, with the judgement per field. */
export function findingsOf(store: string, object: ObjectTally, scanner: Scanner, key: Uint8Array): readonly Finding[] {
  return object.tallies.map((tally) => {
    const distinct = countDistinct(tally.sketch);
    const count = confidences.reduce((sum, level) => sum + tally.matches[level], 0);
    const allowed = tally.allowed ?? 0;
    // What is allowed is out of the picture: the field is judged by the rest of its cells.
    const filled = tally.field === null ? 0 : Math.max(0, (object.filled[tally.field] ?? 0) - allowed);
    const { detector, field, matches } = tally;
    const { confidence, evidence } = scanner.judge({ detector, field, filled, matches, distinct, evidence: tally.evidence });
    return {
      v: 1,
      id: fingerprint(key, 'finding', store, object.objectId, tally.fieldId ?? tally.field ?? '', tally.detector),
      store,
      object: object.object,
      objectId: object.objectId,
      ...(object.containers ? { containers: object.containers } : {}),
      field: tally.field,
      detector: tally.detector,
      category: categoryOf(tally.detector, tally.evidence, tally.category),
      count,
      ...(allowed > 0 ? { allowed } : {}),
      distinct,
      confidence,
      evidence: count === 0 ? [] : evidence,
      places: tally.places,
      mask: tally.mask,
    };
  });
}
