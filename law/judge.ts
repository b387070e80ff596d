/** Holds what was found in a store against the register: one verdict per treatment that claims it. */
import type { Category } from '../detectors/catalogue.ts';
import { confidences, type Confidence } from '../detectors/contract.ts';
import type { Choices } from './choices.ts';
import { appliedChoices, touchedChoices } from './choices-taken.ts';
import {
  severities,
  type FieldSummary,
  type Gap,
  type Step,
  type StoreEvidence,
  type Verdict,
  type VerdictState,
} from './contract.ts';
import { caseOf, foldText, type Case } from './facts.ts';
import { makeFault, makeGap, type Fault, type Place } from './fault.ts';
import {
  entryFaults,
  interconnectionFaults,
  legalBasisFaults,
  retentionFaults,
  securityFaults,
  undeclaredCategories,
} from './faults-data.ts';
import { formalityFaults, isGoverned, missingFact, severityOfMissing } from './faults-formality.ts';
import { lawVersion } from './law-version.ts';
import { decideFormality, type OpenDecision } from './decide.ts';
import { otherLawsOf } from './other-laws.ts';
import { matchTreatments, type StoreMatch, type TreatmentMatch } from './patterns.ts';
import { stateOfRegion } from './regions.ts';
import type { Controller, Register, Treatment } from './register.ts';
import { makeStep } from './ruling.ts';
import type { EffectCode } from './text/effects.ts';
import { checkConsultation, checkHosting, checkTransfer, type TransferFault } from './transfers.ts';

/** Under which register, on which day and with which readings a verdict is drawn. */
export interface JudgeContext {
  /** Revision of the register. */
  readonly revision: number;
  /** Calendar date in Morocco. */
  readonly asOf: string;
  readonly choices?: Choices;
  /** Findings below it do not count. */
  readonly minConfidence: Confidence;
  readonly scannedAt?: string;
}

/** Stands for "no treatment": the rules then know the controller and the data only. */
const noTreatment: Treatment = { id: 'none', name: '-' };

/** A store with what every verdict on it shares. */
interface Hearing {
  readonly evidence: StoreEvidence;
  readonly controller: Controller;
  readonly context: JudgeContext;
  readonly counted: readonly FieldSummary[];
}

const hostingOf = ({ evidence: { store } }: Hearing) => store.hostingState ?? stateOfRegion(store.region);

const asFault = ({ kind, state, severity, articles, penalty, choices, reason }: TransferFault): Fault =>
  makeFault(kind, severity, { hostingState: state, articles, penalty, choices, params: { state, reason } });

function hostingFaults(hearing: Hearing, held: Case, declared: boolean): readonly Fault[] {
  const state = hostingOf(hearing);
  if (state === null) return [missingFact('store.hostingState', 'hosting-decides-transfer', ['43', '15(e)'], ['IC-35'])];
  return checkHosting(held, state, declared).map(asFault);
}

/** Declared transfers to States other than the one that hosts the store. */
function otherTransferFaults(hearing: Hearing, held: Case): readonly Fault[] {
  const hosting = hostingOf(hearing);
  return (held.treatment.transfers ?? [])
    .filter(({ state }) => state !== hosting)
    .flatMap((transfer) => checkTransfer(held, transfer) ?? [])
    .map(asFault);
}

const protectionOf = ({ evidence: { store } }: Hearing) => ({
  publicAccess: store.posture.publicAccess,
  encrypted: store.posture.encryption === null ? null : store.posture.encryption !== 'none',
  versioning: store.posture.versioning,
  logging: store.posture.logging,
});

/** Another treatment claims the same data just as closely, for other purposes. */
function conflictFaults({ treatment, rivals }: TreatmentMatch): readonly Fault[] {
  const own = new Set((treatment.purposes ?? []).map(foldText));
  const others = rivals.filter(({ purposes }) => (purposes ?? []).some((purpose) => !own.has(foldText(purpose))));
  if (others.length === 0) return [];
  const params = { treatments: others.map(({ id }) => id) };
  return [
    makeFault('purpose-conflict', 'medium', { articles: ['3(1)(b)', '12(1)(b)'], penalty: 'P54', choices: ['IC-14'], params }),
  ];
}

function declaredFaults(hearing: Hearing, held: Case, decision: OpenDecision, match: TreatmentMatch): readonly Fault[] {
  const { evidence, context, counted } = hearing;
  const formality = formalityFaults(held, decision, context.asOf);
  if (!isGoverned(decision.formality)) return formality;
  const mine = counted.filter(({ field }) => match.fields.includes(field)).map(({ category }) => category);
  return [
    ...formality,
    ...undeclaredCategories(held, mine),
    ...legalBasisFaults(held),
    ...hostingFaults(hearing, held, true),
    ...otherTransferFaults(hearing, held),
    ...checkConsultation(held).map(asFault),
    ...retentionFaults(
      held,
      { oldestAt: evidence.oldestAt, expiresAfterDays: evidence.store.posture.expiresAfterDays },
      context.asOf,
    ),
    ...securityFaults(held, protectionOf(hearing)),
    ...entryFaults(held, decision.formality),
    ...interconnectionFaults(held),
    ...conflictFaults(match),
  ];
}

/** Missing facts that matter even where nothing was declared: between which formalities, or between authorisation and prohibition. */
const decisive: ReadonlySet<unknown> = new Set<EffectCode>(['decides-formality', 'ground-decides-authorisation']);

function undeclaredFaults(hearing: Hearing, held: Case, decision: OpenDecision): readonly Fault[] {
  const { formality, grounds } = decision;
  const undeclared = makeFault('undeclared-store', severityOfMissing(formality, held.categories), {
    articles: grounds.length === 0 ? ['12', '52'] : [...grounds, '52'],
    penalty: 'P52',
    params: { formality, categories: [...held.categories].toSorted(), articles: grounds },
  });
  const faults = formalityFaults(held, decision, hearing.context.asOf);
  return [
    undeclared,
    ...faults.filter(({ kind, params }) => kind === 'forbidden-data' || decisive.has(params['effect'])),
    ...hostingFaults(hearing, held, false),
    ...securityFaults(held, protectionOf(hearing)),
  ];
}

const byWeight = (a: Gap, b: Gap) =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.kind.localeCompare(b.kind);

const isIncomplete = ({ complete, skips }: StoreEvidence) => !complete || Object.values(skips).some((count) => count > 0);

function stateOf(hearing: Hearing, decision: OpenDecision, gaps: readonly Gap[]): VerdictState {
  if (gaps.some(({ kind }) => kind !== 'fact-missing')) return 'gaps';
  if (gaps.length > 0 || decision.formality === 'undetermined') return 'undetermined';
  return isIncomplete(hearing.evidence) ? 'incomplete' : 'covered';
}

/** What one verdict is about: the case, and the categories found that it counts. */
interface Matter {
  readonly place: Place;
  readonly held: Case;
  readonly found: readonly Category[];
}

function conclude(hearing: Hearing, { place, held, found }: Matter, decision: OpenDecision, faults: readonly Fault[]): Verdict {
  const hosting = hostingOf(hearing);
  const made = faults.map((fault) => makeGap(place, hearing.controller, fault)).toSorted(byWeight);
  const gaps = [...new Map(made.map((gap) => [gap.id, gap])).values()];
  return {
    v: 1,
    store: place.store,
    treatment: place.treatment,
    state: stateOf(hearing, decision, gaps),
    formality: decision.formality,
    steps: decision.steps,
    gaps,
    categories: [...new Set(found)].toSorted(),
    complete: !isIncomplete(hearing.evidence),
    choices: appliedChoices(
      [...touchedChoices(held, decision, hosting), ...gaps.flatMap((gap) => gap.choices)],
      hearing.context.choices ?? {},
    ),
    otherLaws: otherLawsOf(hearing.controller, held.treatment, hosting),
    revision: hearing.context.revision,
    lawVersion,
  };
}

function judgeClaimed(hearing: Hearing, match: TreatmentMatch): Verdict {
  const { treatment } = match;
  const found = categoriesOf(hearing, match.fields);
  const held = caseOf(hearing.controller, treatment, found, hearing.context.choices ?? {});
  const decision = decideFormality(held);
  const place = { store: hearing.evidence.store.uri, treatment: treatment.id };
  return conclude(hearing, { place, held, found }, decision, declaredFaults(hearing, held, decision, match));
}

function judgeUnclaimed(hearing: Hearing, fields: readonly (string | null)[]): Verdict {
  const found = categoriesOf(hearing, fields);
  const held = caseOf(hearing.controller, noTreatment, found, hearing.context.choices ?? {});
  const decision = decideFormality(held);
  const place = { store: hearing.evidence.store.uri, treatment: null };
  return isGoverned(decision.formality)
    ? conclude(hearing, { place, held, found }, decision, undeclaredFaults(hearing, held, decision))
    : emptyVerdict(hearing, null, decision.steps);
}

const categoriesOf = ({ counted }: Hearing, fields: readonly (string | null)[]): readonly Category[] =>
  counted.filter(({ field }) => fields.includes(field)).map(({ category }) => category);

/** Nothing personal was found: certain only if everything was read. */
function emptyVerdict(hearing: Hearing, treatment: string | null, steps: readonly Step[]): Verdict {
  const { evidence, context } = hearing;
  const weaker = evidence.fields.length - hearing.counted.length;
  const nothing = makeStep('1(1)', 'nothing-found', { fact: 'found.categories' });
  const doubtful = makeStep('1(1)', 'weaker-findings', { fact: 'found.categories', params: { fields: weaker } });
  return {
    v: 1,
    store: evidence.store.uri,
    treatment,
    state: isIncomplete(evidence) ? 'incomplete' : 'no-personal-data',
    formality: 'out-of-scope',
    steps: [...(steps.length > 0 ? steps : [nothing]), ...(weaker > 0 ? [doubtful] : [])],
    gaps: [],
    categories: [],
    complete: !isIncomplete(evidence),
    choices: appliedChoices([], context.choices ?? {}),
    otherLaws: [],
    revision: context.revision,
    lawVersion,
  };
}

const personalIn = (fields: readonly FieldSummary[], treatment: Treatment) =>
  fields.some(({ category }) => category !== 'enterprise-id' || treatment.soleTraders === true);

function hasShare({ fields }: TreatmentMatch, counted: readonly FieldSummary[], treatment: Treatment): boolean {
  return personalIn(
    counted.filter(({ field }) => fields.includes(field)),
    treatment,
  );
}

function judgeMatched(hearing: Hearing, match: StoreMatch): readonly Verdict[] {
  const { counted } = hearing;
  const claimed = match.treatments.filter((one) => hasShare(one, counted, one.treatment));
  const loose = counted.filter(({ field }) => match.unclaimed.includes(field));
  const verdicts = claimed.map((one) => judgeClaimed(hearing, one));
  if (personalIn(loose, noTreatment)) verdicts.push(judgeUnclaimed(hearing, match.unclaimed));
  if (verdicts.length > 0) return verdicts;
  const whole = match.treatments.find((one) => one.whole) ?? match.treatments[0];
  return [emptyVerdict(hearing, whole?.treatment.id ?? null, [])];
}

/**
 * Draws the verdicts on a store: one for each treatment whose pattern claims data found in it, one with treatment null for
 * data that none claims, and a single one where nothing personal was found.
 */
export function judgeStore(evidence: StoreEvidence, register: Register, context: JudgeContext): readonly Verdict[] {
  const least = confidences.indexOf(context.minConfidence);
  const counted = evidence.fields.filter(({ confidence, count }) => count > 0 && confidences.indexOf(confidence) >= least);
  const hearing: Hearing = { evidence, controller: register.controller, context, counted };
  const fields = [...new Set(counted.map(({ field }) => field))];
  return judgeMatched(hearing, matchTreatments(register, evidence.store.uri, fields));
}
