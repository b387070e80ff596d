/** What one detector found in one field of one object: counted as it comes, without a value. */
import { isCustom, type Category, type DetectorId } from '../detectors/catalogue.ts';
import { confidences, type Confidence, type Evidence, type Match, type Scanner } from '../detectors/contract.ts';
import type { Place } from '../readers/contract.ts';
import type { Permits } from './allow.ts';
import { mask } from './mask.ts';
import type { NameReading } from './names.ts';
import { addToSketch, emptySketch, sketchHash, sketchTexts, type Sketch } from './sketch.ts';
import type { MatchTally } from './tally.ts';

/** Field of a match in the object's own name, and in the name of one of its fields. */
export const nameField = '#name';
export const fieldNameField = '#field';

/** Lists of evidence kept for one detector in one field before they are added up. */
const maxLists = 64;

/** Name of a field as a place of its own, in a part; `nameOf` is the id of the name. */
export interface NameOfField {
  readonly nameOf: string;
}
/** Where a match lies: a field as its name was read, the name of a field, a place of our own naming, or no field. */
export type CountedField = NameReading | NameOfField | string | null;

export interface Count {
  readonly detector: DetectorId;
  readonly field: CountedField;
  readonly matches: Record<Confidence, number>;
  readonly evidence: Map<string, Evidence & { count: number }>;
  /** Matches by their list of evidence, which the scanner shares among them; added to `evidence` now and then. */
  readonly lists: Map<readonly Evidence[], number>;
  readonly sketch: Sketch;
  readonly places: Place[];
  mask: string | null;
  /** Why allow lists permit a value here; null where none speaks of this place. */
  readonly permits: Permits | null;
  allowed: number;
  readonly category: Category;
}

/** What counting a value takes. */
export interface Hashing {
  readonly scanner: Scanner;
  /** Fingerprint key. */
  readonly key: Uint8Array;
}

/** A count of nothing yet. */
export const makeCount = (about: Pick<Count, 'detector' | 'category' | 'field' | 'permits'>): Count => ({
  ...about,
  matches: { low: 0, medium: 0, high: 0, certain: 0 },
  evidence: new Map(),
  lists: new Map(),
  sketch: emptySketch(),
  places: [],
  mask: null,
  allowed: 0,
});

/** Counts a match; false where an allow list permits it, so that nothing more is kept of it. */
export function addMatch({ scanner, key }: Hashing, count: Count, match: Match, value: string): boolean {
  if (count.permits !== null && count.permits(value) !== null) {
    count.allowed += 1;
    return false;
  }
  count.matches[match.confidence] += 1;
  count.lists.set(match.evidence, (count.lists.get(match.evidence) ?? 0) + 1);
  if (count.lists.size >= maxLists) addEvidence(count);
  addToSketch(count.sketch, sketchHash(key, match.detector, scanner.normalise(match.detector, value)));
  count.mask ??= mask(match.category, value);
  return true;
}

function addEvidence(count: Count): void {
  for (const [list, times] of count.lists) {
    for (const { kind, detail } of list) {
      const id = `${kind} ${detail ?? ''}`;
      const seen = count.evidence.get(id);
      if (seen) seen.count += times;
      else count.evidence.set(id, { kind, detail, count: times });
    }
  }
  count.lists.clear();
}

/** Tells the fields of an object apart. */
export function keyOf(field: CountedField): string {
  if (field === null || typeof field === 'string') return field ?? '';
  return 'nameOf' in field ? `${fieldNameField} ${field.nameOf}` : field.id;
}

/** A field as it may be shown. */
export function shownField(field: CountedField): string | null {
  if (field === null || typeof field === 'string') return field;
  return 'nameOf' in field ? fieldNameField : field.shown;
}

/** Id by which parts know a field that is not to be known by its name. */
function fieldIdOf(field: CountedField): string | null {
  if (field === null || typeof field === 'string') return null;
  if ('nameOf' in field) return field.nameOf;
  return field.matches.length > 0 ? field.id : null;
}

/** The count as it leaves the object. */
export function finishCount(count: Count): MatchTally {
  const field = count.field;
  addEvidence(count);
  return {
    detector: count.detector,
    field: shownField(field),
    fieldId: fieldIdOf(field),
    matches: Object.fromEntries(confidences.map((level) => [level, count.matches[level]])) as Record<Confidence, number>,
    evidence: [...count.evidence.values()],
    sketch: sketchTexts(count.sketch),
    places: count.places,
    mask: count.mask,
    ...(count.allowed > 0 ? { allowed: count.allowed } : {}),
    ...(isCustom(count.detector) ? { category: count.category } : {}),
  };
}
