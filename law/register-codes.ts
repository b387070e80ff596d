/** What kind of entry the product's register holds for a processing. */
import { isPublicRegister, type Case } from './facts.ts';
import type { Decision } from './formality.ts';
import type { Formality } from './register.ts';

/** R1 declaration, R2 simplified, R3 authorisation, R4 public register, R5 outside the law, RX forbidden; RT transfer, RS processor. */
export const registerCodeList = ['R1', 'R2', 'R3', 'R4', 'R5', 'RX', 'RT', 'RS'] as const;
export type RegisterCode = (typeof registerCodeList)[number];

const codeOf: Readonly<Record<Formality, RegisterCode | null>> = {
  'out-of-scope': 'R5',
  'special-text': 'R5',
  'authorised-by-law': 'R3',
  exempt: 'R4',
  declaration: 'R1',
  'simplified-declaration': 'R2',
  authorisation: 'R3',
  forbidden: 'RX',
  undetermined: null,
};

/** Nothing lawful can be entered while the text that must create a crime file, or any basis of Art. 4, is missing. */
function cannotBeEntered({ treatment }: Case, { steps }: Decision): boolean {
  return treatment.legalBasis?.ground === 'none' || steps.some(({ code }) => code === 'crime-file-without-text');
}

/** Register codes of a processing; `hosting` = State that hosts the data, or null. */
export function registerCodes(held: Case, decision: Decision, hosting: string | null): readonly RegisterCode[] {
  const code = decision.formality === 'exempt' && !isPublicRegister(held.treatment) ? null : codeOf[decision.formality];
  if (code === 'R5') return ['R5'];
  const base = cannotBeEntered(held, decision) ? 'RX' : code;
  const abroad = (hosting !== null && hosting !== 'MA') || (held.treatment.transfers ?? []).some(({ state }) => state !== 'MA');
  return [
    ...(base === null ? [] : [base]),
    ...(abroad ? (['RT'] as const) : []),
    ...((held.treatment.processors ?? []).length > 0 ? (['RS'] as const) : []),
  ];
}
