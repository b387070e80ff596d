/** States whose protection the CNDP holds sufficient (Art. 43 §3): deliberation 465-2013 as amended by 236-2015. */
import type { Sourced } from './law-version.ts';

export type Adequacy = 'home' | 'named' | 'probable' | 'not-listed';

/** Several independent sources name these States. */
export const namedSource: Sourced = {
  source: 'CNDP deliberations 465-2013 (2013-09-06) and 236-2015 (2015-12-18), as named by several sources',
  validFrom: '2015-12-18',
  validTo: null,
  confidence: 'verified',
};

/** Believed to be on the list, never confirmed: to be asked of the CNDP before relying on it. */
export const probableSource: Sourced = {
  source: 'own knowledge; the published list was not seen',
  validFrom: '2015-12-18',
  validTo: null,
  confidence: 'own',
};

// oxfmt-ignore
export const namedStates = [
  'AT', 'BG', 'CA', 'CH', 'CY', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR',
  'GB', 'GR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LV', 'NL', 'NO',
] as const;

export const probableStates = ['BE', 'CZ', 'LT', 'LU', 'MT', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'] as const;

const named: ReadonlySet<string> = new Set(namedStates);
const probable: ReadonlySet<string> = new Set(probableStates);

/** What the list says of a State (ISO 3166-1 alpha-2). `probable` never reads as adequate; Morocco itself is `home`. */
export function adequacyOf(state: string): Adequacy {
  if (state === 'MA') return 'home';
  if (named.has(state)) return 'named';
  return probable.has(state) ? 'probable' : 'not-listed';
}
