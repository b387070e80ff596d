/** Which penalties a processing risks as the facts stand. */
import type { Gap } from './contract.ts';
import type { Duty } from './duties.ts';
import type { Case } from './facts.ts';
import { needsFiling } from './faults-formality.ts';
import type { Decision } from './formality.ts';
import { penaltyCodes, type PenaltyCode } from './penalties.ts';

/** Sensitive data whose authorisation is not yet grounded on a provable express consent or another ground (57, IC-30). */
function risksArticle57({ treatment }: Case, { steps, formality }: Decision): boolean {
  if (formality === 'forbidden' && steps.some(({ code }) => code === 'offence-outside-list' || code === 'offence-beyond-mission'))
    return true;
  if (
    steps.some(({ code }) => code === 'suspect-register' || code === 'crime-file-without-text' || code === 'press-and-offences')
  )
    return true;
  if (!steps.some(({ code }) => code === 'sensitive' || code === 'no-ground')) return false;
  const ground = treatment.sensitiveGround;
  return ground === undefined || ground.ground === 'none' || (ground.ground === 'express-consent' && ground.proof === undefined);
}

/** Prospecting without consent is punished through Art. 4 (IC-27). */
const prospectingCodes: ReadonlySet<string> = new Set(['prospecting-needs-consent', 'prospecting-without-consent']);

const isConsented = ({ treatment }: Case) => treatment.prospecting?.consent === true;

function byFormality(held: Case, decision: Decision, asOf: string): readonly PenaltyCode[] {
  const { formality, steps } = decision;
  const { treatment } = held;
  const withdrawnOn = treatment.formality?.withdrawnOn;
  const withdrawn = withdrawnOn !== undefined && withdrawnOn <= asOf;
  const obtained = treatment.formality?.reference !== undefined && !withdrawn;
  const open = formality === 'forbidden' || (needsFiling(formality) && !obtained);
  return [
    ...(open ? (['P52'] as const) : []),
    ...(withdrawn ? (['A51'] as const) : []),
    ...(risksArticle57(held, decision) ? (['P57'] as const) : []),
    ...(steps.some(({ code }) => code === 'offence-beyond-mission') ? (['P54'] as const) : []),
    ...(steps.some(({ code }) => prospectingCodes.has(code) || (code === 'prospecting-hidden' && !isConsented(held)))
      ? (['P56'] as const)
      : []),
  ];
}

const isCode = (code: string): code is PenaltyCode => (penaltyCodes as readonly string[]).includes(code);

/** Codes risked on a day (`YYYY-MM-DD`, Morocco) by the formality, the duties and the gaps, unsorted and with repetitions. */
export function penaltiesAtStake(
  held: Case,
  decision: Decision,
  { duties, gaps, asOf }: { readonly duties: readonly Duty[]; readonly gaps: readonly Gap[]; readonly asOf: string },
): readonly PenaltyCode[] {
  const filing = new Set(['formality-not-obtained', 'undeclared-category', 'interconnection']);
  return [
    ...byFormality(held, decision, asOf),
    ...duties.flatMap(({ penalties }) => penalties),
    ...gaps
      .filter(({ kind }) => !filing.has(kind))
      .flatMap(({ penalty }) => (penalty !== null && isCode(penalty.code) ? [penalty.code] : [])),
  ];
}
