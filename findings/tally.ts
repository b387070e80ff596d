/** Tallies: what one pass over (a part of) an object counted, in a form that parts can be merged from. */
import type { Category, DetectorId } from '../detectors/catalogue.ts';
import type { Confidence, EvidenceKind } from '../detectors/contract.ts';
import type { NoteCode, Place } from '../readers/contract.ts';

/** Matches of one detector in one field. */
export interface MatchTally {
  readonly detector: DetectorId;
  /**
   * Field as shown (masked where its name matched); null in running text; '#name' for the object's own name, '#field' for those of its
   * fields. In a part there is one of these for each name, with its `fieldId`: parts that see the same name count it once.
   */
  readonly field: string | null;
  /** Keyed fingerprint of the field's true name where that name was masked; else null. */
  readonly fieldId: string | null;
  readonly matches: Readonly<Record<Confidence, number>>;
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly detail: string | null; readonly count: number }[];
  /** Smallest keyed hashes of normalised values, ascending (`sketch.ts`). */
  readonly sketch: readonly string[];
  readonly places: readonly Place[];
  readonly mask: string | null;
  /** Matches that an allow list permits; they are in nothing else of this. Absent where there is none. */
  readonly allowed?: number;
  /** Only for a detector of the user's own: the others have theirs in the catalogue. */
  readonly category?: Category;
}

/** What a reader says of an object beside what it holds; nothing is missing for it. */
export interface ObjectNote {
  readonly code: NoteCode;
  readonly detail: string;
}

/** One object, or one part of it, as a shard read it. */
export interface ObjectTally {
  /** Name as shown. */
  readonly object: string;
  /** Keyed fingerprint of the true name. */
  readonly objectId: string;
  /** Ids of the objects it lies in, outermost first; absent where it lies in none. */
  readonly containers?: readonly string[];
  readonly version: string | null;
  readonly modifiedAt: string | null;
  readonly part: { readonly index: number; readonly of: number } | null;
  /** Lines and records that the part held; absent where that is not known. Places of later parts count from it. */
  readonly extent?: { readonly lines: number; readonly records: number };
  /** True if every byte or row of it was read. */
  readonly complete: boolean;
  /** Each once; absent where there is none. */
  readonly notes?: readonly ObjectNote[];
  readonly tallies: readonly MatchTally[];
  /** Filled cells per field as shown, for the judgement per field. */
  readonly filled: Readonly<Record<string, number>>;
}
