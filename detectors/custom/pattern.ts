/** A pattern once it is read, and what follows from it alone. */
import type { Points } from './points.ts';

export type Pattern =
  | { readonly kind: 'set'; readonly points: Points }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

/** What is wrong with a pattern, as a sentence that says where (in characters from 1) and what to do. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** Least and most characters that a pattern covers. */
export function lengthsOf(pattern: Pattern): readonly [least: number, most: number] {
  if (pattern.kind === 'set') return [1, 1];
  if (pattern.kind === 'repeat') {
    const [least, most] = lengthsOf(pattern.part);
    return [least * pattern.least, most === 0 ? 0 : most * pattern.most];
  }
  const lengths = pattern.parts.map(lengthsOf);
  const lists = [lengths.map(([least]) => least), lengths.map(([, most]) => most)] as const;
  if (pattern.kind === 'choice') return [Math.min(...lists[0]), Math.max(...lists[1])];
  return [lists[0].reduce((sum, one) => sum + one, 0), lists[1].reduce((sum, one) => sum + one, 0)];
}

/** Characters that every value of a pattern has in the same form: a single letter or sign, in either case. */
export function fixedCharacters(pattern: Pattern): number {
  if (pattern.kind === 'set') return pattern.points.reduce((sum, [first, last]) => sum + last - first + 1, 0) <= 2 ? 1 : 0;
  if (pattern.kind === 'repeat') return pattern.least * fixedCharacters(pattern.part);
  const fixed = pattern.parts.map(fixedCharacters);
  return pattern.kind === 'choice' ? Math.min(...fixed) : fixed.reduce((sum, one) => sum + one, 0);
}
