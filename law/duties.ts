/** Duties beside the formality: basis, information, rights, quality, security, processors, the CNDP. One function a duty. */
import type { ChoiceId } from './choices.ts';
import { addDays } from './calendar.ts';
import type { Parameters } from './contract.ts';
import { missingArt24 } from './entry.ts';
import { choiceOf, isPublicRegister, type Case } from './facts.ts';
import { isGoverned, needsFiling } from './faults-formality.ts';
import type { Decision } from './formality.ts';
import { penaltyCodes, type PenaltyCode } from './penalties.ts';
import { sensitiveOf } from './sensitive.ts';
import type { DutyCode } from './text/duties.ts';
import { lawfulTransferArticle } from './transfers.ts';

/** breached = the facts show it; met = they show the contrary; due = it applies; open = it may be breached, the facts do not say; lifted = the law frees from it. */
export type DutyState = 'breached' | 'met' | 'due' | 'open' | 'lifted';

export interface Duty {
  readonly code: DutyCode;
  readonly article: string;
  readonly state: DutyState;
  /** What is risked; empty where chapter VII has no penalty for it. */
  readonly penalties: readonly PenaltyCode[];
  readonly choice: ChoiceId | null;
  readonly params: Parameters;
}

type DutyRule = (held: Case, decision: Decision) => readonly Duty[];

function duty(
  code: DutyCode,
  article: string,
  state: DutyState,
  rest: Partial<Pick<Duty, 'penalties' | 'choice' | 'params'>> = {},
): readonly Duty[] {
  return [{ code, article, state, penalties: [], choice: null, params: {}, ...rest }];
}

const none: readonly Duty[] = [];

const engagement: DutyRule = ({ treatment }, { formality }) => {
  if (!needsFiling(formality)) return none;
  return duty('file-before-start', '13', treatment.formality === undefined ? 'due' : 'met');
};

/** Art. 4: consent, or one of the five cases of §3. */
const basisArticles = {
  consent: '4',
  'legal-obligation': '4(a)',
  contract: '4(b)',
  'vital-interest': '4(c)',
  'public-mission': '4(d)',
  'legitimate-interest': '4(e)',
} as const;

const legalBasis: DutyRule = ({ treatment }) => {
  const { ground, consentForm } = treatment.legalBasis ?? {};
  if (ground === undefined) return duty('legal-basis', '4', 'open');
  if (ground === 'none') return duty('legal-basis', '4', 'breached', { penalties: ['P56'] });
  if (ground === 'consent' && consentForm === 'implied')
    return duty('implied-consent', '4', 'breached', { penalties: ['P56'], choice: 'IC-22' });
  return duty('legal-basis', basisArticles[ground], 'met', { params: { ground } });
};

/** What the dates of a deposit set running: the receipt within a day (19), a move to authorisation within eight (20). */
const deposit: DutyRule = ({ treatment }, { formality: required }) => {
  const { formality, reclassifiedOn } = treatment;
  if (!needsFiling(required) || formality?.filedOn === undefined || formality.kind === 'authorisation') return none;
  const receipt =
    formality.receivedOn === undefined
      ? duty('await-receipt', '19', 'due', { params: { due: addDays(formality.filedOn, 1) }, choice: 'IC-31' })
      : none;
  return reclassifiedOn === undefined
    ? [...receipt, ...duty('reclassification', '20', 'open', { params: { due: addDays(formality.filedOn, 8) } })]
    : receipt;
};

/** Several purposes in one entry: one filing serves for linked ones only. */
const linkedPurposes: DutyRule = ({ treatment }, { formality }) => {
  if (!needsFiling(formality) || (treatment.purposes ?? []).length < 2 || treatment.linkedPurposes === undefined) return none;
  return treatment.linkedPurposes
    ? duty('one-declaration', '14', treatment.formality === undefined ? 'due' : 'met')
    : duty('separate-declarations', '14', 'due');
};

/** Transfers that a ground makes lawful; the others are gaps. */
const transfers: DutyRule = (held) =>
  (held.treatment.transfers ?? []).flatMap((transfer) => {
    const article = lawfulTransferArticle(held, transfer);
    return article === null ? none : duty('transfer', article, 'met', { params: { state: transfer.state } });
  });

/** A legitimate interest is no ground of Art. 21. */
const interestForSensitive: DutyRule = (held) =>
  held.treatment.legalBasis?.ground === 'legitimate-interest' &&
  sensitiveOf(held).length > 0 &&
  held.treatment.sensitiveGround === undefined
    ? duty('interest-for-sensitive', '21', 'breached', { penalties: ['P57'], choice: 'IC-24' })
    : none;

const communication: DutyRule = (held) => {
  const { cessions, consentToCommunication, legalBasis: basis } = held.treatment;
  if ((cessions ?? []).length === 0 && consentToCommunication === undefined) return none;
  if (consentToCommunication === true) return duty('communication', '4', 'met');
  const excepted = basis !== undefined && basis.ground !== 'consent' && basis.ground !== 'none';
  if (excepted && choiceOf(held, 'IC-23') === 'exceptions-cover-communication')
    return duty('communication', '4', 'lifted', { choice: 'IC-23' });
  return duty('communication', '4', consentToCommunication === false ? 'breached' : 'open', { penalties: ['P56'] });
};

const otherPurpose: DutyRule = ({ treatment }, { steps }) => {
  if (!steps.some(({ code }) => code === 'other-purpose' || code === 'incompatible-purpose')) return none;
  const penalties: PenaltyCode[] =
    treatment.legalBasis?.ground === 'consent' && treatment.legalBasis.consentForm !== 'implied' ? ['P54'] : ['P54', 'P56'];
  return duty('keep-to-purpose', '3(1)(b)', treatment.furtherUse === 'incompatible' ? 'breached' : 'due', {
    penalties,
    choice: 'IC-14',
  });
};

const information: DutyRule = ({ treatment }) => {
  if (treatment.solePurpose === 'journalism') return duty('information', '6(d)', 'lifted');
  const { lacks, impossibleBecause, cndpTold, openNetwork, openNetworkWarning } = treatment.information ?? {};
  const network =
    openNetwork === true ? duty('open-network-warning', '5(4)', openNetworkWarning === true ? 'met' : 'breached') : none;
  if (impossibleBecause !== undefined)
    return [...duty('information-impossible', '6(b)', cndpTold === true ? 'met' : 'due'), ...network];
  if (lacks !== undefined && lacks.length > 0)
    return [...duty('information-lacking', '5(1)', 'breached', { params: { lacks } }), ...network];
  return [...duty('information', '5(1)', lacks === undefined ? 'due' : 'met'), ...network];
};

/** Last day to answer a request for rectification (IC-26). */
export function rectificationDue(held: Case, receivedOn: string): string {
  return addDays(receivedOn, choiceOf(held, 'IC-26') === 'ten-days' ? 10 : 11);
}

type Request = NonNullable<Case['treatment']['requests']>[number];

function rectification(held: Case, { receivedOn, answeredOn, refused }: Request): readonly Duty[] {
  if (receivedOn === undefined)
    return duty('rectification-undated', '8', refused === true ? 'breached' : 'due', { penalties: ['P53'], choice: 'IC-26' });
  const due = rectificationDue(held, receivedOn);
  const late = answeredOn !== undefined && answeredOn > due;
  const state = refused === true || late ? 'breached' : answeredOn === undefined ? 'due' : 'met';
  return duty('rectification', '8', state, { penalties: state === 'met' ? [] : ['P53'], choice: 'IC-26', params: { due } });
}

/** The other rights: article, and what a refusal risks. */
const rights = {
  access: ['7', ['P53']],
  opposition: ['9', ['P53']],
  'opposition-prospecting': ['9', ['P59']],
  'public-register-information': ['18', []],
} as const satisfies Record<string, readonly [string, readonly PenaltyCode[]]>;

function answerTo(held: Case, request: Request): readonly Duty[] {
  const { right, refused, answeredOn } = request;
  if (right === 'rectification') return rectification(held, request);
  const [article, penalties] = rights[right];
  if (refused === true) return duty(right, article, 'breached', { penalties });
  return duty(right, article, answeredOn === undefined ? 'due' : 'met');
}

const requests: DutyRule = (held) => (held.treatment.requests ?? []).flatMap((request) => answerTo(held, request));

const automatedDecision: DutyRule = ({ treatment }) => {
  const facts = treatment.automatedDecision;
  if (facts === undefined) return none;
  const allowed = (facts.contract === true && facts.heard === true) || facts.grantsRequest === true;
  const breached = facts.judicial === true || (facts.sole === true && !allowed);
  return duty('automated-decision', '11', breached ? 'breached' : 'met');
};

const quality: DutyRule = ({ treatment }) => [
  ...(treatment.unfairCollection === true ? duty('fair-collection', '3(1)(a)', 'breached', { penalties: ['P54'] }) : none),
  ...(treatment.excessiveData === true ? duty('no-excess', '3(1)(c)', 'breached', { penalties: ['P54'] }) : none),
  ...(treatment.uncorrectedErrors === true ? duty('accuracy', '3(1)(d)', 'breached') : none),
  ...(treatment.nationalId?.incidental === true ? duty('purge-incidental', '3(1)(c)', 'due', { choice: 'IC-5' }) : none),
  ...((treatment.otherData ?? []).includes('sexual-life') ? duty('show-need', '3(1)(c)', 'due') : none),
];

const retention: DutyRule = ({ treatment }) => {
  const { keptBeyondPeriod, historicalKeeping } = treatment;
  if (historicalKeeping?.leave !== undefined) {
    return duty('keep-for-history', '3(2)', historicalKeeping.otherUse === true ? 'breached' : 'met', {
      penalties: historicalKeeping.otherUse === true ? ['P55'] : [],
    });
  }
  return keptBeyondPeriod === true ? duty('retention', '3(1)(e)', 'breached', { penalties: ['P55'] }) : none;
};

const art24: DutyRule = (held) => {
  if (sensitiveOf(held).length === 0) return none;
  const missing = missingArt24(held.treatment);
  const stated = held.treatment.security?.art24 !== undefined;
  const state = missing.length === 0 ? 'met' : stated && missing.length === 8 ? 'breached' : 'due';
  if (state === 'met') return duty('art24-measures', '24(1)', state);
  return duty('art24-measures-lacking', '24(1)', state, { penalties: state === 'breached' ? ['P58'] : [], params: { missing } });
};

const processors: DutyRule = ({ treatment }) =>
  (treatment.processors ?? []).flatMap(({ name, contract, ownUse }) => [
    ...duty('processor-contract', '23(3)', contract === undefined ? 'open' : 'met', {
      penalties: contract === undefined ? ['P58'] : [],
      params: { name },
    }),
    ...(ownUse === true
      ? duty('processor-own-use', '25', 'breached', { penalties: ['P54', 'P56', 'P61'], params: { name } })
      : none),
  ]);

const disclosure: DutyRule = ({ treatment }) =>
  treatment.unauthorisedDisclosure === true ? duty('no-disclosure', '61', 'breached', { penalties: ['P61'] }) : none;

const notices: DutyRule = ({ treatment }) => [
  ...(treatment.changedWithoutNotice === true ? duty('tell-changes', '15', 'breached') : none),
  ...(treatment.acquiredFile === true
    ? duty('declare-acquired-file', '15', 'due', {
        penalties: treatment.consentToCommunication === true ? ['P52'] : ['P52', 'P56'],
      })
    : none),
];

/** The law came into the Official Bulletin on this day; older files had two years from the setting up of the CNDP. */
const published = '2009-03-05';

const transition: DutyRule = ({ treatment }) =>
  treatment.startedOn !== undefined && treatment.startedOn < published && treatment.formality === undefined
    ? duty('regularise-old-file', '67', 'breached', { penalties: ['P52'] })
    : none;

const representative: DutyRule = ({ controller }, { steps }) =>
  steps.some(({ code }) => code === 'means-in-morocco')
    ? duty('representative', '2(3)', controller.representative === undefined ? 'open' : 'met')
    : none;

const publicRegister: DutyRule = ({ treatment }, { formality }) =>
  formality === 'exempt' && isPublicRegister(treatment)
    ? duty('public-register-person', '18', treatment.registerResponsible === undefined ? 'open' : 'met', { choice: 'IC-32' })
    : none;

const commission: DutyRule = ({ controller }) => [
  ...(controller.obstructedCndp === true ? duty('let-cndp-work', '30(1)', 'breached', { penalties: ['P62'] }) : none),
  ...(controller.ignoredCndpDecision === true ? duty('obey-cndp', '63', 'breached', { penalties: ['P63'] }) : none),
];

const breach: DutyRule = ({ treatment }) =>
  treatment.dataBreach === true ? duty('no-duty-to-notify-breach', '23(1)', 'lifted') : none;

const rules: readonly DutyRule[] = [
  engagement,
  deposit,
  linkedPurposes,
  legalBasis,
  interestForSensitive,
  communication,
  otherPurpose,
  information,
  requests,
  automatedDecision,
  quality,
  retention,
  art24,
  processors,
  disclosure,
  notices,
  transition,
  representative,
  publicRegister,
  transfers,
  commission,
  breach,
];

/** Every duty that the facts call up, in the order of the law's chapters; none where the law does not govern the processing. */
export function dutiesOf(held: Case, decision: Decision): readonly Duty[] {
  return isGoverned(decision.formality) ? rules.flatMap((rule) => rule(held, decision)) : [];
}

/** Codes in the order of chapter VII, each once. */
export function sortPenalties(codes: Iterable<PenaltyCode>): readonly PenaltyCode[] {
  const wanted = new Set(codes);
  return penaltyCodes.filter((code) => wanted.has(code));
}
