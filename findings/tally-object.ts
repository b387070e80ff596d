/** One pass over one object: blocks in, tallies out. Values live here only as long as it takes to hash and mask them. */
import type { Match } from '../detectors/contract.ts';
import { memberSeparator } from '../readers/contract.ts';
import type { Block, Extent, Place, ReadPart, SkipReason } from '../readers/contract.ts';
import { permitsAt } from './allow.ts';
import {
  addMatch,
  type Count,
  type CountedField,
  fieldNameField,
  finishCount,
  type Hashing,
  keyOf,
  makeCount,
  nameField,
  type NameOfField,
  shownField,
} from './count.ts';
import { locateMatches, valueOf, type LocatedMatch } from './locate.ts';
import { readName, type NameReading } from './names.ts';
import type { ObjectRef } from './store.ts';
import type { ObjectNote, ObjectTally } from './tally.ts';

/** Places kept for one detector in one field; the counts stay exact. */
export const maxPlaces = 15;
/** Fields told apart in one object; beyond them (a JSON object used as a map) matches are counted under `otherFields`. */
export const maxFields = 2_000;
export const otherFields = '#other';

export interface TallyOptions extends Hashing {
  /** URI of the store: paths of allow lists may begin with it. */
  readonly store?: string;
  /** Called for each place that is kept, while its value is still there: the command line's `--reveal`, and nothing else. */
  readonly onPlace?: (place: Place, located: LocatedMatch) => void;
}

/** Why an object was not wholly read. */
export interface ObjectSkip {
  readonly reason: SkipReason;
  readonly detail: string;
}

export interface ObjectReading {
  readonly tally: ObjectTally;
  readonly skips: readonly ObjectSkip[];
}

interface Counts {
  readonly options: TallyOptions;
  readonly object: ObjectRef;
  readonly name: NameReading;
  /** What it lies in; null for the object that was opened. */
  readonly container: Counts | null;
  readonly byKey: Map<string, Count>;
  readonly fields: Map<string, NameReading>;
  readonly filled: Map<string, number>;
  readonly skips: Map<string, ObjectSkip>;
  readonly notes: Map<string, ObjectNote>;
  /** Names of the latest block, and how many of them were read. */
  names: readonly string[];
  namesRead: number;
  extent: Extent | null;
}

function startCounts(object: ObjectRef, container: Counts | null, options: TallyOptions): Counts {
  const name = readName(options.scanner, options.key, object.name);
  const maps = { byKey: new Map(), fields: new Map(), filled: new Map(), skips: new Map(), notes: new Map() };
  const counts: Counts = { options, object, name, container, ...maps, names: [], namesRead: 0, extent: null };
  // The parts of an object share its name: it counts once.
  if ((object.part?.index ?? 0) === 0) countName(counts, nameField, name, object.name);
  return counts;
}

/**
 * Reads an object to its end and counts what it holds: one reading for the object, first, and one for each object inside it, which
 * is named `outer.zip!/inner.csv`. What cannot be read is in `skips`; what was read before stays counted.
 */
export async function tallyObject(
  object: ObjectRef,
  parts: AsyncIterable<ReadPart>,
  options: TallyOptions,
): Promise<readonly [ObjectReading, ...ObjectReading[]]> {
  const outermost = startCounts(object, null, options);
  const members: ObjectReading[] = [];
  let counts = outermost;
  await locateMatches(parts, options.scanner, {
    onMatch: (located) => countMatch(counts, located),
    onBlock: (block) => countCells(counts, block),
    onUnread: ({ reason, detail }) => noteSkip(counts, { reason, detail }),
    onNote: ({ code, detail }) => void counts.notes.set(`${code} ${detail}`, { code, detail }),
    onFailure: ({ detector }) => noteSkip(counts, { reason: 'DETECTOR_FAILED', detail: detector }),
    onMember: (path) => {
      const name = path === '' ? object.name : `${object.name}${memberSeparator}${path}`;
      while (counts.container !== null && !holds(counts.object.name, name)) {
        members.push(finish(counts));
        counts = counts.container;
      }
      if (counts.object.name !== name) counts = startCounts({ ...object, name, sizeBytes: null, part: null }, counts, options);
    },
    onExtent: (extent) => {
      counts.extent = extent;
    },
  });
  for (; counts.container !== null; counts = counts.container) members.push(finish(counts));
  return [finish(outermost), ...members];
}

const holds = (container: string, name: string) => name === container || name.startsWith(`${container}${memberSeparator}`);

/** The reading of an object that could not be opened: its name is content all the same. */
export function tallyUnopened(object: ObjectRef, skip: ObjectSkip, options: TallyOptions): ObjectReading {
  const counts = startCounts(object, null, options);
  noteSkip(counts, skip);
  return finish(counts);
}

function countMatch(counts: Counts, located: LocatedMatch): void {
  const field = located.field === null ? null : fieldReading(counts, located.field);
  const value = valueOf(located);
  const count = countOf(counts, located.match, field, located.field);
  if (addMatch(counts.options, count, located.match, value) && count.places.length < maxPlaces) {
    const place = { ...located.block.place(located.match.start, located.match.end), field: shownField(field) };
    count.places.push(place);
    counts.options.onPlace?.(place, located);
  }
}

/** Counts what a name holds. In a part, names of fields are kept apart: other parts have them too. */
function countName(counts: Counts, field: string | NameOfField, reading: NameReading, name: string): void {
  const bytes = Buffer.from(name, 'utf8');
  for (const match of reading.matches) {
    const count = countOf(counts, match, field, typeof field === 'string' ? field : fieldNameField);
    addMatch(counts.options, count, match, bytes.toString('utf8', match.start, match.end));
  }
}

function countCells(counts: Counts, block: Block): void {
  const cells = block.cells;
  if (cells === null) return;
  const filled = new Uint32Array(cells.fieldNames.length);
  for (let index = 0; index < cells.count; index += 1) {
    const field = cells.fields[index] ?? 0;
    if ((cells.ends[index] ?? 0) > (cells.starts[index] ?? 0)) filled[field] = (filled[field] ?? 0) + 1;
  }
  if (counts.names !== cells.fieldNames) counts.namesRead = 0;
  counts.names = cells.fieldNames;
  for (const [index, name] of cells.fieldNames.entries()) {
    if (index >= counts.namesRead) readFieldName(counts, name);
    const shown = shownField(fieldReading(counts, name));
    const more = filled[index] ?? 0;
    if (shown !== null && more > 0) counts.filled.set(shown, (counts.filled.get(shown) ?? 0) + more);
  }
  counts.namesRead = cells.fieldNames.length;
}

/** Reads a field's name once an object, as content. */
function fieldReading(counts: Counts, name: string): NameReading | string {
  const known = counts.fields.get(name);
  if (known) return known;
  if (counts.fields.size >= maxFields) return otherFields;
  const reading = readName(counts.options.scanner, counts.options.key, name);
  counts.fields.set(name, reading);
  countName(counts, counts.object.part === null ? fieldNameField : { nameOf: reading.id }, reading, name);
  return reading;
}

/** Reads a name that is new. Beyond the fields told apart nothing is kept of it but what it counts. */
function readFieldName(counts: Counts, name: string): void {
  if (fieldReading(counts, name) !== otherFields) return;
  countName(counts, fieldNameField, readName(counts.options.scanner, counts.options.key, name), name);
}

function countOf(
  counts: Counts,
  { detector, category }: Pick<Match, 'detector' | 'category'>,
  field: CountedField,
  name: string | null,
): Count {
  const key = `${detector} ${keyOf(field)}`;
  const known = counts.byKey.get(key);
  if (known) return known;
  const at = { store: counts.options.store ?? '', object: counts.object.name, field: name };
  const count = makeCount({ detector, category, field, permits: permitsAt(counts.options, detector, at) });
  counts.byKey.set(key, count);
  return count;
}

function noteSkip(counts: Counts, skip: ObjectSkip): void {
  const { part } = counts.object;
  const detail = part === null ? skip.detail : `part ${part.index + 1} of ${part.of}: ${skip.detail}`;
  counts.skips.set(`${skip.reason} ${detail}`, { reason: skip.reason, detail });
}

function finish(counts: Counts): ObjectReading {
  const { object, name, extent } = counts;
  const skips = [...counts.skips.values()];
  const notes = [...counts.notes.values()];
  const containers: string[] = [];
  for (let outer = counts.container; outer !== null; outer = outer.container) containers.unshift(outer.name.id);
  return {
    tally: {
      object: name.shown,
      objectId: name.id,
      ...(containers.length > 0 ? { containers } : {}),
      version: object.version,
      modifiedAt: object.modifiedAt,
      part: object.part,
      ...(object.part !== null && extent !== null ? { extent: { lines: extent.lines, records: extent.records } } : {}),
      complete: skips.length === 0,
      ...(notes.length > 0 ? { notes } : {}),
      tallies: [...counts.byKey.values()].map(finishCount),
      filled: Object.fromEntries(counts.filled),
    },
    skips,
  };
}
