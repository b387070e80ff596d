/** One file made to break parsers, and what must become of it. */
import type { ReaderLimits } from '../../../readers/contract.ts';

export interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: () => Uint8Array | string | Promise<Uint8Array>;
  /** Reasons that may be given, each perhaps more than once, one at least; none = read without a word. */
  readonly reasons: readonly string[];
  /** Stand in what was read. */
  readonly reads: readonly string[];
  /** True where nothing need be said, but that the file is malformed may be: the values are what counts. */
  readonly isLenient?: boolean;
  readonly limits?: Partial<ReaderLimits>;
}

/** The value that most files plant. */
export const planted = 'fin@exemple.ma';

/** So many repetitions, made by number. */
export const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
