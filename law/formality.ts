/** Which formality the law asks for, decided in the order of the text: scope, prohibitions, 12(1), 22, 18, 20, 16–17, 12(2). */
import { triggerRules } from './authorisation.ts';
import type { Step } from './contract.ts';
import { choiceOf, isPublicRegister, type Case } from './facts.ts';
import { prohibitionRules } from './prohibitions.ts';
import type { Formality } from './register.ts';
import { note, settle, type Rule, type Ruling } from './ruling.ts';
import { scopeRules } from './scope.ts';
import { freedomOf, sensitiveOf } from './sensitive.ts';

/** A formality with the chain of steps that leads to it. */
export interface Decision {
  readonly formality: Formality;
  readonly steps: readonly Step[];
  /** Articles of the steps that settled it: the triggers, for an authorisation. */
  readonly grounds: readonly string[];
}

/** How heavy a formality is; an authorisation by the law itself weighs what one of the CNDP does, `undetermined` nothing (-1). */
export function weightOf(formality: Formality): number {
  return (
    [
      ['undetermined'],
      ['out-of-scope'],
      ['special-text'],
      ['exempt'],
      ['simplified-declaration'],
      ['declaration'],
      ['authorisation', 'authorised-by-law'],
      ['forbidden'],
    ].findIndex((group) => group.includes(formality)) - 1
  );
}

const isArticle22Only = (held: Case) =>
  held.categories.has('health') &&
  choiceOf(held, 'IC-9') === 'declaration-for-all' &&
  freedomOf(held, 'health')?.article === '22';

/** Under IC-9 set to `declaration-for-all`, Art. 22 prevails over the other triggers. */
const healthAboveAll: Rule = (held) =>
  isArticle22Only(held)
    ? settle('declaration', '22', 'health-above-all', { fact: 'treatment.solePurpose', choice: 'IC-9' })
    : null;

const registerAboveAll: Rule = (held) =>
  isPublicRegister(held.treatment) && choiceOf(held, 'IC-33') === 'register-first'
    ? settle('exempt', '18', 'public-register', { fact: 'treatment.publicRegister=true', choice: 'IC-33' })
    : null;

const publicRegister: Rule = ({ treatment }) =>
  isPublicRegister(treatment)
    ? settle('exempt', '18', 'public-register', { fact: 'treatment.publicRegister=true', choice: 'IC-33' })
    : null;

/** Sensitive data ordered by a cited law, with no trigger left: nothing is asked of the CNDP. */
const orderedByLaw: Rule = (held) => {
  const sensitive = sensitiveOf(held);
  const all = sensitive.length > 0 && sensitive.every((category) => freedomOf(held, category)?.code === 'ordered-by-law');
  return all ? settle('authorised-by-law', '21(1)', 'authorised-by-law', { fact: 'treatment.sensitiveGround=law' }) : null;
};

const associationFiles: Rule = (held) => {
  const sensitive = sensitiveOf(held);
  const all = sensitive.length > 0 && sensitive.every((category) => freedomOf(held, category)?.code === 'association');
  return all && choiceOf(held, 'IC-12') === 'nothing'
    ? settle('exempt', '12(1)(a)', 'association-files-nothing', { fact: 'controller.association', choice: 'IC-12' })
    : null;
};

const simplified: Rule = ({ treatment }) => {
  const { simplifiedList: list, means } = treatment;
  if (list === undefined) return null;
  const fact = `treatment.simplifiedList.article=${list.article}`;
  return list.article === '17' && means !== 'manual-file'
    ? note('17', 'list-is-for-manual-files', { fact })
    : settle('simplified-declaration', list.article, 'on-cndp-list', { fact, params: { decision: list.decision ?? '' } });
};

const manualFile: Rule = (held) => {
  if (held.treatment.means !== 'manual-file') return null;
  const words = { fact: 'treatment.means=manual-file', choice: 'IC-13' } as const;
  return choiceOf(held, 'IC-13') === 'nothing'
    ? settle('exempt', '14', 'manual-not-declared', words)
    : settle('declaration', '12(2)', 'manual-declared', words);
};

const sexualLife: Rule = ({ treatment }) =>
  (treatment.otherData ?? []).includes('sexual-life')
    ? note('20', 'sexual-life', { fact: 'treatment.otherData=sexual-life' })
    : null;

const biometric: Rule = ({ treatment }) =>
  (treatment.otherData ?? []).includes('biometric')
    ? note('20', 'biometric-practice', { fact: 'treatment.otherData=biometric', params: { deliberation: '478-2013' } })
    : null;

const otherCases: Rule = () => settle('declaration', '12(2)', 'other-cases', { fact: 'treatment' });

/** Tried in this order once no trigger is left; the first that settles wins. */
const remainingRules: readonly Rule[] = [
  orderedByLaw,
  publicRegister,
  associationFiles,
  simplified,
  sexualLife,
  biometric,
  manualFile,
  otherCases,
];

/** Lets rules speak one after the other until one settles. */
function speakUntilSettled(rules: readonly Rule[], held: Case): readonly Ruling[] {
  const rulings: Ruling[] = [];
  for (const rule of rules) {
    const ruling = rule(held);
    if (ruling === null) continue;
    rulings.push(ruling);
    if (ruling.formality !== null) break;
  }
  return rulings;
}

const speak = (rules: readonly Rule[], held: Case): readonly Ruling[] =>
  rules.map((rule) => rule(held)).filter((ruling) => ruling !== null);

/** The heaviest formality that rulings settle, with all their steps; null if none settles. */
function settledBy(rulings: readonly Ruling[]): Formality | null {
  const settled = rulings.map(({ formality }) => formality).filter((formality) => formality !== null);
  return settled.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? null;
}

/** The steps that settle come last, so that the chain ends with its conclusion. */
function conclude(formality: Formality, rulings: readonly Ruling[]): Decision {
  const settling = rulings.filter((ruling) => ruling.formality === formality).map(({ step }) => step);
  const others = rulings.filter((ruling) => ruling.formality !== formality).map(({ step }) => step);
  return { formality, steps: [...others, ...settling], grounds: [...new Set(settling.map(({ article }) => article))] };
}

/** Decides a case in which every fact that matters is known or may be presumed; `decide.ts` deals with the others. */
export function decideKnown(held: Case): Decision {
  const scope = speakUntilSettled(scopeRules, held);
  const outside = settledBy(scope);
  if (outside !== null) return conclude(outside, scope);
  const prohibitions = [...scope, ...speak(prohibitionRules, held)];
  const prohibited = settledBy(prohibitions);
  const triggers = triggerRules.flatMap((rule) => rule(held));
  if (prohibited !== null) return conclude(prohibited, [...prohibitions, ...triggers]);
  const above = speakUntilSettled([healthAboveAll, registerAboveAll], held);
  const aboveAll = settledBy(above);
  if (aboveAll !== null) return conclude(aboveAll, [...prohibitions, ...above]);
  const triggered = settledBy(triggers);
  if (triggered !== null) return conclude(triggered, [...prohibitions, ...triggers]);
  const rest = [...prohibitions, ...triggers, ...speakUntilSettled(remainingRules, held)];
  return conclude(settledBy(rest) ?? 'undetermined', rest);
}
