/** What a fixture of `tests/readers/fixtures/` is: a small file as its own programs write it, and beside it what is to be found where. */

/** A planted value and its exact place. What a place does not name, it must not have. */
export interface Planted {
  readonly value: string;
  readonly detector: string;
  readonly member?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
  readonly record?: number;
  readonly page?: number;
  readonly cell?: string;
}

export interface Expectation {
  /** The program that wrote the file. */
  readonly by: string;
  /** Encoding of its text, where it has one: a name of `encodings`. */
  readonly encoding?: Encoding;
  /** True where the text in pictures is to be read. */
  readonly ocr?: boolean;
  readonly found: readonly Planted[];
  /** What is said not to be read; none where it is left out. */
  readonly skips?: readonly { readonly member?: string; readonly reason: string }[];
}

/** Every encoding that is read; each has a fixture. */
export const encodings = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le',
  'utf-16le with mark',
  'utf-16be',
  'utf-16be with mark',
  'windows-1252',
  'windows-1256',
  'iso-8859-6',
  'iso-8859-15',
  'MacArabic',
  'DOS French',
  'DOS Arabic',
  'UTF-8 taken for windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];

/** The file of the expectation for a fixture. */
export const expectationOf = (fixture: string): string => `${fixture}.expected.json`;
