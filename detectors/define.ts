/**
 * What a detector is: data, and at most three small functions that look at a candidate. The engine compiles the data of
 * all detectors into one automaton and calls the functions on what it finds; it knows no detector by name.
 */
import type { Category, DetectorId } from './catalogue.ts';

/** Words or phrases between commas. Case, accents and Arabic letter variants do not matter; punctuation counts as a space. */
export type Words = string;

/** Words by language. */
export interface Terms {
  readonly fr?: Words;
  readonly ar?: Words;
  /** Moroccan Arabic in Latin letters. */
  readonly darija?: Words;
  readonly en?: Words;
}

/** The single words and phrases of a list. */
export const splitWords = (words: Words | undefined): readonly string[] =>
  (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The single words and phrases of all languages. */
export const listTerms = (terms: Terms | undefined): readonly string[] =>
  [terms?.fr, terms?.ar, terms?.darija, terms?.en].flatMap(splitWords);

/**
 * Names of columns and JSON keys: `num cin` stands for `num_cin`, `numCin` and `NUM-CIN`. One behind a `=` counts only if it
 * is the whole name: `=nom` is a name of a person, `nom_produit` is not.
 */
export interface FieldNames {
  /** Names that say the field holds this. */
  readonly says: Words;
  /** Names that say it holds something that only looks like it. */
  readonly denies?: Words;
  /** Whole names that say so in the record of a person, and elsewhere only of a value that says so itself. */
  readonly beside?: Words;
}

/** Digits read from a text, in parallel arrays. */
export interface Digits {
  count: number;
  readonly values: Uint8Array;
  /** First byte of each digit. */
  readonly starts: Int32Array;
  /** Number of separators before each digit since the first. */
  readonly groups: Uint8Array;
  /** Byte after the last digit. */
  end: number;
}

/** The bytes a candidate stands in. Reused from call to call: never kept. */
export interface Window {
  readonly bytes: Uint8Array;
  /** First byte, and byte after the last, of the cell or text; nothing outside may be read. */
  readonly low: number;
  readonly high: number;
  /** Byte after the anchor or label that led here; first byte of the cell for `readCell`. */
  readonly at: number;
  /** Index of the anchor in `anchors`. */
  readonly anchor: number;
  /** Room to read digits into. */
  readonly digits: Digits;
}

/** Where a detector writes what it found: a range of bytes, and flags of `trait`. */
export interface Found {
  start: number;
  end: number;
  traits: number;
}

/** Looks at a window for a value; true if it wrote one to `found`. Called without its detector. */
export type Look = (window: Window, found: Found) => boolean;

/** What a match has going for it or against it; `confidence.ts` weighs these. Flags of one integer. */
export const trait = {
  /** A checksum that random digits pass at most once in 50 holds. */
  proof: 1,
  /** Begins with a code known to be given out (bank, office, numbering plan). */
  knownPrefix: 2,
  /** Its form alone says what it is, as an e-mail address does. */
  telling: 4,
  /** Means nothing without a context word or a field name. */
  needsContext: 8,
  contextWord: 16,
  fieldName: 32,
  counterEvidence: 64,
  /** A term that rarely means anything else. */
  strongTerm: 128,
  personNearby: 256,
  predicate: 512,
  /** The other kind of thing its form can be: see `variant`. */
  variant: 1024,
  /** Speaks for an organisation, whatever stands beside it. */
  organisation: 2048,
  /** A kind that organisations have as well as persons; not kept with a match. */
  institutional: 4096,
} as const;

/**
 * Reads a cell that is nothing but a value in its usual form; false for any other, which is looked at in full. What is written must
 * be what that would make of the cell, whatever other detectors there are: it fills the cell, and nothing in it is proven.
 */
export interface Usual {
  readonly read: Look;
  /** True where the form has words: a cell with one that may begin a term of a lexicon is looked at in full. */
  readonly hasWords: boolean;
}

interface Common {
  readonly id: DetectorId;
  /** Only for a detector of the user's own; the others have theirs in the catalogue. */
  readonly category?: Category;
  readonly title: string;
  /** One sentence for the catalogue: what is found. */
  readonly finds: string;
  /** Where each rule comes from; at least one. */
  readonly references: readonly [string, ...string[]];
  /** A synthetic text in which it is found. */
  readonly example: string;
  readonly fields: FieldNames;
}

/** A detector of values that have a form: numbers, addresses, dates. */
export interface ValueDetector extends Common {
  readonly kind: 'value';
  /** Bounded patterns whose end calls `check`; see `engine/anchors.ts` for the syntax. */
  readonly anchors: readonly string[];
  /** Words before a value that say what it is. */
  readonly context: Terms;
  /** Words just before a value that say it is something else. */
  readonly counter?: Terms;
  /** Bytes before a value within which a context word speaks for it; 80 where it is not said. */
  readonly reach?: number;
  /** What the user wrote, for a detector of the user's own; here so that the version changes with it. */
  readonly definition?: unknown;
  /** A match stands for a person: what nothing else speaks for may count beside it. */
  readonly identifies?: true;
  /** Where a person has to stand for a value that no word speaks for: right beside it, or in the same sentence of a line. */
  readonly company?: 'beside' | 'line';
  /** Code for the checksum, shown in evidence. */
  readonly checksum?: string;
  /** Code for what a match with `trait.variant` is, shown in evidence; the category may depend on it. */
  readonly variant?: string;
  readonly check: Look;
  /**
   * Looks for a value just after a context word, in forms too loose to be looked for everywhere. A value that begins before
   * `window.at` has the word as a part of it, so that the word says nothing more about it.
   */
  readonly readLabelled?: Look;
  /** Reads a whole cell of a field whose name says what it holds. */
  readonly readCell?: Look;
  /** Tells at a glance cells of a field whose name says what it holds. */
  readonly usual?: Usual;
  /** What the records of organisations hold as well: every value, or those with `trait.institutional`. */
  readonly inOrganisations?: 'every' | 'some';
  /** True for a cell that tells by itself what it is, where the field's name leaves it open. */
  readonly isSureAlone?: Look;
  /** The form under which two spellings of one value are equal. */
  normalise(value: string): string;
}

/** A detector of words that may reveal something about a person; a word alone is only a candidate. */
export interface LexiconDetector extends Common {
  readonly kind: 'lexicon';
  /** Terms that rarely mean anything else. */
  readonly strong: Terms;
  /** Terms that mean something only beside a person and a predicate. */
  readonly weak?: Terms;
  /** Terms that are first names as well: nothing where another name follows. */
  readonly firstNames?: Terms;
  /** Words that tie a term to a person: "suffers from", "member of". */
  readonly predicates: Terms;
  /** Phrases in which a term means something else: a term inside one is not a match. */
  readonly falseFriends?: Terms;
  /** Field names under which every value but "no" tells something: dues, yes or no, blood groups. */
  readonly marks?: Words;
}

export type Detector = ValueDetector | LexiconDetector;
