/** `kashf assess`: what the law asks of a described processing, with every step, duty, gap and penalty. */
import { choices as choiceTable, settingOf, type ChoiceId, type Choices } from './choices.ts';
import { appliedChoices, touchedChoices } from './choices-taken.ts';
import type { Gap, OtherLawNote, Penalty, Step } from './contract.ts';
import { decideFormality, type MissingFact, type OpenDecision } from './decide.ts';
import { dutiesOf, sortPenalties, type Duty } from './duties.ts';
import { caseOf, type Case, type Facts } from './facts.ts';
import { makeFault, makeGap, type Fault } from './fault.ts';
import {
  entryFaults,
  interconnectionFaults,
  legalBasisFaults,
  retentionFaults,
  securityFaults,
  undeclaredCategories,
  type Age,
} from './faults-data.ts';
import { formalityFaults, isGoverned } from './faults-formality.ts';
import { lawVersion } from './law-version.ts';
import { otherLawsOf } from './other-laws.ts';
import { papersFor, type Paper } from './papers-needed.ts';
import { penaltyFor, recidivismOf, type PenaltyCode } from './penalties.ts';
import { penaltiesAtStake } from './penalties-at-stake.ts';
import { stateOfRegion } from './regions.ts';
import type { Formality } from './register.ts';
import { registerCodes, type RegisterCode } from './register-codes.ts';
import {
  inAllLanguages,
  renderChoice,
  renderDuty,
  renderEffect,
  renderGap,
  renderOtherLaw,
  renderPenalty,
  renderStep,
  type Rendered,
} from './text.ts';
import { checkConsultation, checkHosting, checkTransfer, type TransferFault } from './transfers.ts';

interface WithText {
  readonly text: Rendered;
}

/** A penalty with what recidivism makes of it, and how many infringements the facts show. */
export interface AssessedPenalty extends Penalty, WithText {
  readonly recidivism: Pick<Penalty, 'natural' | 'legal'> | null;
  readonly count: number;
}

/** An interpretive choice that touched the answer. */
export interface TakenChoice extends WithText {
  readonly id: ChoiceId;
  readonly setting: string;
  readonly isDefault: boolean;
}

/** The answer of `kashf assess`; schemaVersion 1. */
export interface Assessment {
  readonly schemaVersion: 1;
  readonly formality: Formality;
  readonly steps: readonly (Step & WithText)[];
  readonly gaps: readonly (Gap & WithText)[];
  readonly duties: readonly (Duty & WithText)[];
  readonly penalties: readonly AssessedPenalty[];
  readonly register: readonly RegisterCode[];
  readonly papers: readonly Paper[];
  readonly missing: readonly (MissingFact & WithText)[];
  readonly choices: readonly TakenChoice[];
  readonly otherLaws: readonly (OtherLawNote & WithText)[];
  readonly lawVersion: string;
}

const asFault = ({ kind, state, severity, articles, penalty, choices, reason }: TransferFault): Fault =>
  makeFault(kind, severity, { hostingState: state, articles, penalty, choices, params: { state, reason } });

/** State that hosts the data, stated or read from the region; null = unknown. */
function hostingOf({ found }: Facts): string | null {
  return found.hostingState ?? stateOfRegion(found.region ?? null);
}

function transferFaults(held: Case, facts: Facts): readonly Fault[] {
  const hosting = hostingOf(facts);
  const hosted = hosting === null ? [] : checkHosting(held, hosting, true);
  const declared = (held.treatment.transfers ?? [])
    .filter(({ state }) => state !== hosting)
    .flatMap((transfer) => checkTransfer(held, transfer) ?? []);
  return [...hosted, ...declared, ...checkConsultation(held)].map(asFault);
}

/** Later than any date in a file: without a day to judge by, nothing is in the future. */
const lastDay = '9999-12-31';

/** Ages can be judged only as of a day. */
function ageOf({ found }: Facts, asOf: string | null): Age {
  if (asOf === null) return { oldestAt: null, expiresAfterDays: null };
  const { oldestOn, expiresAfterDays } = found;
  return { oldestAt: oldestOn === undefined ? null : `${oldestOn}T12:00:00Z`, expiresAfterDays: expiresAfterDays ?? null };
}

function faultsOf(held: Case, facts: Facts, decision: OpenDecision, asOf: string | null): readonly Fault[] {
  const formality = formalityFaults(held, decision, asOf ?? lastDay).filter(
    ({ kind }) => kind !== 'fact-missing' && (asOf !== null || kind !== 'formality-term-passed'),
  );
  if (!isGoverned(decision.formality)) return formality;
  const { publicAccess, encrypted, versioning, logging } = facts.found;
  return [
    ...formality,
    ...undeclaredCategories(held, held.treatment.dataCategories === undefined ? [] : facts.found.categories),
    ...legalBasisFaults(held),
    ...transferFaults(held, facts),
    ...retentionFaults(held, ageOf(facts, asOf), asOf ?? lastDay),
    ...securityFaults(held, {
      publicAccess: publicAccess ?? null,
      encrypted: encrypted ?? null,
      versioning: versioning ?? null,
      logging: logging ?? null,
    }),
    ...entryFaults(held, decision.formality),
    ...interconnectionFaults(held),
  ];
}

function describePenalty(code: PenaltyCode, held: Case, duties: readonly Duty[]): AssessedPenalty {
  const penalty = penaltyFor(code, held.controller);
  const shown = duties.filter(({ state, penalties }) => state === 'breached' && penalties.includes(code)).length;
  return {
    ...penalty,
    recidivism: held.controller.recidivist === true ? recidivismOf(penalty, settingOf(held.choices, 'IC-25')) : null,
    count: Math.max(1, code === 'P53' ? shown : 1),
    text: inAllLanguages((language) => renderPenalty(penalty, language)),
  };
}

function takenChoices(touched: Iterable<string>, configured: Choices): readonly TakenChoice[] {
  return appliedChoices(touched, configured).map(({ id, setting }) => ({
    id: id as ChoiceId,
    setting,
    isDefault: setting === choiceTable[id as ChoiceId].default,
    text: inAllLanguages((language) => renderChoice(id, configured, language)),
  }));
}

/** The law does not name the ground; whoever assesses must state it (Art. 4). */
function openBasis(held: Case, decision: OpenDecision): readonly MissingFact[] {
  if (!isGoverned(decision.formality) || decision.formality === 'undetermined' || held.treatment.legalBasis !== undefined)
    return [];
  return [{ fact: 'treatment.legalBasis', effect: 'legal-basis-decides-lawfulness', article: '4', outcomes: {} }];
}

/** Assesses facts under the interpretive choices. `asOf` (calendar date, Morocco) is needed to judge terms and future dates. */
export function assess(facts: Facts, choices: Choices = {}, asOf: string | null = null): Assessment {
  const held = caseOf(facts.controller, facts.treatment, facts.found.categories, choices);
  const decision = decideFormality(held, facts.unknown);
  const duties = dutiesOf(held, decision);
  const gaps = faultsOf(held, facts, decision, asOf).map((fault) =>
    makeGap({ store: '', treatment: facts.treatment.id }, facts.controller, fault),
  );
  const penalties = sortPenalties(penaltiesAtStake(held, decision, { duties, gaps, asOf: asOf ?? lastDay }));
  const missing = [...decision.missing, ...openBasis(held, decision)];
  const touched = [
    ...touchedChoices(held, decision, hostingOf(facts)),
    ...gaps.flatMap((gap) => gap.choices),
    ...duties.flatMap(({ choice }) => choice ?? []),
    ...(facts.controller.recidivist === true ? ['IC-25'] : []),
  ];
  return {
    schemaVersion: 1,
    formality: decision.formality,
    steps: decision.steps.map((step) =>
      Object.assign({}, step, { text: inAllLanguages((language) => renderStep(step, language)) }),
    ),
    gaps: gaps.map((gap) => Object.assign({}, gap, { text: inAllLanguages((language) => renderGap(gap, language)) })),
    duties: duties.map((duty) => Object.assign({}, duty, { text: inAllLanguages((language) => renderDuty(duty, language)) })),
    penalties: penalties.map((code) => describePenalty(code, held, duties)),
    register: registerCodes(held, decision, hostingOf(facts)),
    papers: papersFor(decision.formality, held, hostingOf(facts)),
    missing: missing.map((one) =>
      Object.assign({}, one, { text: inAllLanguages((language) => renderEffect(one.effect, language)) }),
    ),
    choices: takenChoices(touched, choices),
    otherLaws: otherLawsOf(facts.controller, facts.treatment, hostingOf(facts)).map((one) =>
      Object.assign({}, one, { text: inAllLanguages((language) => renderOtherLaw(one, language)) }),
    ),
    lawVersion,
  };
}
