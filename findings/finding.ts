/** Findings and skips: what a scan says about a store. Counts, masks and keyed fingerprints; never a value. */
import type { Category, DetectorId } from '../detectors/catalogue.ts';
import type { Confidence, Evidence } from '../detectors/contract.ts';
import type { NoteCode, Place, SkipReason } from '../readers/contract.ts';

/** All matches of one detector in one field of one object, counted. */
export interface Finding {
  readonly v: 1;
  /** Keyed fingerprint of (store, object, field, detector): the same in every scan. */
  readonly id: string;
  readonly store: string;
  /** Name as shown: masked where the name itself matches a detector. '' for a whole table. */
  readonly object: string;
  /** Keyed fingerprint of the object's true name. */
  readonly objectId: string;
  /** Ids of the objects it lies in (an archive), outermost first; absent where it lies in none. */
  readonly containers?: readonly string[];
  /** Column name or JSON path as shown; null in running text; '#name' when the object's own name matched. */
  readonly field: string | null;
  readonly detector: DetectorId;
  readonly category: Category;
  /** Matches, exact; 0 where an allow list permits them all. */
  readonly count: number;
  /** Matches that an allow list permits, not in `count`; absent where there is none. */
  readonly allowed?: number;
  /** Different values; exact up to the sketch's size (`sketch.ts`), an estimate above. */
  readonly distinct: number;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** First places, at most `maxPlaces`; the count is exact all the same. */
  readonly places: readonly Place[];
  /** One example, masked; null where nothing may be shown. */
  readonly mask: string | null;
}

/** Something not, or not wholly, read. A scan with skips is never "clean". */
export interface Skip {
  readonly v: 1;
  readonly store: string;
  /** Name as shown; null when the whole store was skipped. */
  readonly object: string | null;
  readonly reason: SkipReason;
  readonly detail: string;
}

/** What is worth knowing of an object that was read all the same; nothing is missing for it. */
export interface ScanNote {
  readonly v: 1;
  readonly store: string;
  /** Name as shown. */
  readonly object: string;
  readonly code: NoteCode;
  readonly detail: string;
}
