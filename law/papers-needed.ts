/** Forms of the CNDP that a processing calls for. Practice, not law: each with how far it is confirmed. */
import type { Case } from './facts.ts';
import type { Sourced } from './law-version.ts';
import type { Formality } from './register.ts';

export interface Paper {
  readonly form: 'F211' | 'F214' | 'F112' | 'F118';
  readonly confidence: Sourced['confidence'];
}

const formOf: Partial<Readonly<Record<Formality, Paper>>> = {
  declaration: { form: 'F211', confidence: 'verified' },
  'simplified-declaration': { form: 'F214', confidence: 'single' },
  authorisation: { form: 'F112', confidence: 'verified' },
};

/** Forms to file: one for the formality, and F118 where data go abroad. */
export function papersFor(formality: Formality, held: Case, hosting: string | null): readonly Paper[] {
  const paper = formOf[formality];
  if (paper === undefined) return [];
  const abroad = (hosting !== null && hosting !== 'MA') || (held.treatment.transfers ?? []).some(({ state }) => state !== 'MA');
  return abroad ? [paper, { form: 'F118', confidence: 'verified' }] : [paper];
}
