/** The closed table from a category of data to what it sets off in Art. 12(1). */
import type { Category } from '../detectors/catalogue.ts';

/** Letters of Art. 12(1) that a category alone can set off; b and f turn on purposes and interconnections. */
export type CategoryTrigger = 'a' | 'c' | 'd' | 'e';

/** null = no authorisation follows from the category. `health` is a unless Art. 22 lifts it; the other numbers: IC-1. */
export const triggerOf: Readonly<Record<Category, CategoryTrigger | null>> = {
  'national-id-number': 'e',
  'official-id-number': null,
  'civil-identity': null,
  contact: null,
  financial: null,
  vehicle: null,
  'enterprise-id': null,
  connection: null,
  location: null,
  health: 'a',
  genetic: 'c',
  'ethnic-origin': 'a',
  'political-opinion': 'a',
  religion: 'a',
  'philosophical-belief': 'a',
  'union-membership': 'a',
  offence: 'd',
};

/** Sensitive data of Art. 1(3); offences are not among them. Not the notion of Law 05-20, which is about security. */
export const sensitiveCategories = [
  'health',
  'genetic',
  'ethnic-origin',
  'political-opinion',
  'religion',
  'philosophical-belief',
  'union-membership',
] as const satisfies readonly Category[];

/** Is it sensitive under Art. 1(3)? */
export function isSensitive(category: Category): boolean {
  return (sensitiveCategories as readonly Category[]).includes(category);
}
