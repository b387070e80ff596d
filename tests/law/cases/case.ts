/** A case of the law with what it says of it: facts → formality, articles, penalty codes, register codes. */
import type { Formality } from '../../../law/register.ts';

export interface Row {
  /** Numbers of the cases it stands for, see `caseNumbers`; left out for a case of our own. */
  readonly cases?: readonly number[];
  /** What the case is. */
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly formality: Formality;
  /** Articles that must be cited by a step, a duty or a gap. */
  readonly articles: readonly string[];
  /** Exactly these penalty codes, unless null. */
  readonly penalties: readonly string[] | null;
  readonly register: readonly string[];
  readonly amounts?: Amounts;
  /** One fact changed, and what it changes the answer to. */
  readonly twin?: {
    readonly change: Readonly<Record<string, unknown>>;
    readonly formality?: Formality;
    readonly penalties?: readonly string[];
    readonly register?: readonly string[];
    /** Articles that are cited now. */
    readonly articles?: readonly string[];
    /** Articles that are cited no more. */
    readonly without?: readonly string[];
    /** Duty → its state. */
    readonly duties?: Readonly<Record<string, string>>;
    readonly amounts?: Amounts;
  };
}

/** What a penalty comes to: code → the fine in dirhams, prison in months, infringements. */
export type Amounts = Readonly<
  Record<
    string,
    { readonly fine: readonly [number, number]; readonly prison?: readonly [number, number]; readonly count?: number }
  >
>;

/** Cases that the table must hold, each with a changed fact. */
export const caseNumbers: readonly number[] = [
  1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 41, 43, 44, 46, 47, 49,
  50, 52, 53, 55, 56, 58, 59, 61, 62, 64, 65, 67, 68, 70, 71, 73, 74, 76, 77, 79, 80, 82, 83, 85, 86, 88, 89, 91, 92, 94, 95, 97,
  98, 100, 101, 103, 104, 106, 107, 109, 110, 112, 113, 115, 116, 118, 119, 121, 122, 124, 125, 127, 128, 130, 131, 133, 134, 136,
  137, 139, 140, 142, 143, 145, 146, 148, 149, 151, 152, 154, 155, 157, 158, 160,
];

export const company = { kind: 'company' };
export const contact = { categories: ['contact'] };
export const cin = { categories: ['national-id-number'] };
export const health = { categories: ['health'] };
export const offence = { categories: ['offence'] };

/** The eight measures of Art. 24(1), described. */
export const allMeasures = Object.fromEntries([...'abcdefgh'].map((letter) => [letter, 'described']));
export const filed = { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' };
