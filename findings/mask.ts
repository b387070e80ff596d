/** Masks: what may be shown of a value where the value may not. */
import type { Category } from '../detectors/catalogue.ts';

const dot = '•';
const shown = 2;
/** Shorter values show nothing: two characters would be too large a share of them. */
const shortest = 6;

/** The most letters a national card number begins with; further letters (a machine-readable zone has names) stay hidden. */
const prefixLetters = 2;

const unseen: ReadonlySet<Category> = new Set([
  'health',
  'genetic',
  'ethnic-origin',
  'political-opinion',
  'religion',
  'philosophical-belief',
  'union-membership',
  'offence',
  'civil-identity',
  'location',
]);

/**
 * At most the letters and the last 2 digits of a national card number, the last 2 characters of other identifiers, and nothing of
 * sensitive text, names, dates and positions (null).
 */
export function mask(category: Category, value: string): string | null {
  if (unseen.has(category)) return null;
  const characters = [...value];
  const last = characters.length < shortest ? characters.length : characters.length - shown;
  const isPrefix = (character: string, index: number) =>
    category === 'national-id-number' && index < prefixLetters && /\p{L}/u.test(character);
  return characters.map((character, index) => (index >= last || isPrefix(character, index) ? character : dot)).join('');
}

/** Stands where a mask shows nothing. */
export const blank = dot.repeat(3);
