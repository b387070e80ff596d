/** The words every other folder uses for what detectors say. No type here can hold a value. */
import type { Category, DetectorId } from './catalogue.ts';
import type { ValueDetector } from './define.ts';

/** How sure we are; `certain` needs a checksum that random digits pass at most once in 50, plus context or field. */
export const confidences = ['low', 'medium', 'high', 'certain'] as const;
export type Confidence = (typeof confidences)[number];

export const evidenceKinds = [
  'checksum',
  'pattern',
  'prefix-known',
  'context-word',
  'field-name',
  'field-share',
  'distinctness',
  'person-nearby',
  'predicate',
  'counter-evidence',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One reason to believe (or doubt) a match. `detail` is a code or a lexicon term of ours, never text of the input. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly detail: string | null;
}

/** One hit. Offsets are byte offsets into the text given to the scanner, end exclusive. */
export interface Match {
  readonly detector: DetectorId;
  readonly category: Category;
  readonly start: number;
  readonly end: number;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/**
 * The bytes a scanner looks at. `bytes` is UTF-8. Only matches that start in `[from, to)` are reported; the bytes around
 * that range are there as context, so that results do not depend on where a stream was cut.
 */
export interface Text {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Cells in ascending order, or null for running text. A match never crosses a cell; context may not leave it either. */
  readonly cells: Cells | null;
}

/** Where the cells of a structured text lie, as parallel arrays, so that no object is made per cell. */
export interface Cells {
  readonly count: number;
  /** First byte of each cell. */
  readonly starts: Uint32Array;
  /** Byte after the last of each cell. */
  readonly ends: Uint32Array;
  /** Index into `fieldNames` of each cell. */
  readonly fields: Uint32Array;
  /** Record number of each cell, counted from 0 over the whole object; cells of one record are neighbours. */
  readonly records: Uint32Array;
  /** Column names or JSON paths, in order of first appearance; grows while an object is read. */
  readonly fieldNames: readonly string[];
}

/** What one field looks like after its object was read: the input of the judgement per field. */
export interface FieldTally {
  readonly detector: DetectorId;
  /** Column name or JSON path; null in running text. */
  readonly field: string | null;
  /** Cells of the field that are not empty; 0 in running text. */
  readonly filled: number;
  /** Matches by confidence, as the scanner gave them. */
  readonly matches: Readonly<Record<Confidence, number>>;
  /** Different values among the matches (an estimate above the sketch's size). */
  readonly distinct: number;
  /** Evidence kinds seen, with how many matches had each. */
  readonly evidence: readonly (Evidence & { readonly count: number })[];
}

/** Where a match stands, by true names. */
export interface AllowPlace {
  /** URI of the store; '' where it is not known. */
  readonly store: string;
  /** Object below the store; '' for a whole table. */
  readonly object: string;
  /** null in running text. */
  readonly field: string | null;
}

/** Matches that the user knows and permits: all that is said of them must hold. */
export interface AllowRule {
  readonly reason: string;
  /** null = of every detector. */
  readonly detectors: readonly DetectorId[] | null;
  /** Pattern that covers the whole value, as it was written; null = any value. */
  readonly pattern: string | null;
  readonly covers: ((value: string) => boolean) | null;
  /** Glob over object and field, as it was written; null = everywhere. */
  readonly path: string | null;
  readonly isAt: ((place: AllowPlace) => boolean) | null;
  /** Keyed fingerprints of values, each behind the mark of its key; null = any value. */
  readonly fingerprints: readonly string[] | null;
}

/** What the user adds to the detectors of the product. */
export interface Custom {
  readonly detectors: readonly ValueDetector[];
  readonly allow: readonly AllowRule[];
}

/** A detector that failed on a text: reported as a skip (`DETECTOR_FAILED`), never as silence. */
export interface DetectorFailure {
  readonly detector: DetectorId;
}

/** Finds every match of every detector in one pass. Stateless between calls; safe to share. */
export interface Scanner {
  /** Changes whenever a detector, lexicon, rule of confidence or allow list does. */
  readonly version: string;
  /** Ids of what it looks for. */
  readonly detectors: readonly DetectorId[];
  /** Matches to be counted as allowed and not as found; the scanner itself reports them as any other. */
  readonly allow: readonly AllowRule[];
  scan(text: Text, onMatch: (match: Match) => void, onFailure?: (failure: DetectorFailure) => void): void;
  /** The one judgement per field: from a tally to a confidence with its evidence. */
  judge(tally: FieldTally): { readonly confidence: Confidence; readonly evidence: readonly Evidence[] };
  /** The form under which two spellings of one value are equal (separators out, case and digits folded). */
  normalise(detector: DetectorId, value: string): string;
}
