/** The six triggers of Art. 12(1), each with its exceptions; and Art. 20. */
import { choiceOf, foldText, type Case } from './facts.ts';
import { offenceStanding } from './prohibitions.ts';
import { note, settle, type Rule, type Ruling, type StepCode, type StepWords } from './ruling.ts';
import { freedomOf, sensitiveOf } from './sensitive.ts';
import { addDays } from './calendar.ts';

const authorise = (article: string, code: StepCode, words: StepWords) => settle('authorisation', article, code, words);

/** a and c: sensitive data, unless every one of them is freed. One ruling per category. */
function sensitiveRulings(held: Case): readonly Ruling[] {
  return sensitiveOf(held).flatMap((category) => {
    const fact = `found.categories=${category}`;
    const params = { category };
    const freedom = freedomOf(held, category);
    if (freedom !== null) {
      return [note(freedom.article, freedom.code, { fact: freedom.fact, choice: freedom.choice, params })];
    }
    const ruling = authorise(category === 'genetic' ? '12(1)(c)' : '12(1)(a)', 'sensitive', { fact, params });
    return category === 'genetic'
      ? [ruling, authorise('12(1)(a)', 'genetic-is-sensitive', { fact, choice: 'IC-10', params })]
      : [ruling];
  });
}

const groundSteps = {
  'express-consent': ['21(2)', 'ground-express-consent'],
  'statutory-function': ['21(2)', 'ground-statutory-function'],
  '21-3-a': ['21(3)(a)', 'ground-vital-interest'],
  '21-3-b': ['21(3)(b)', 'ground-made-public'],
  '21-3-c': ['21(3)(c)', 'ground-legal-claim'],
} as const satisfies Readonly<Record<string, readonly [string, StepCode]>>;

/** 21: on which ground the CNDP may authorise the sensitive data that no exception frees. */
const groundOfAuthorisation: Rule = (held) => {
  const ground = held.treatment.sensitiveGround?.ground;
  if (ground === 'none' || sensitiveOf(held).every((category) => freedomOf(held, category) !== null)) return null;
  if (ground === undefined || ground === 'law') return note('21(1)', 'ground-needed', { fact: 'treatment.sensitiveGround' });
  const [article, code] = groundSteps[ground];
  return note(article, code, { fact: `treatment.sensitiveGround=${ground}` });
};

/** 22: a stated purpose or secrecy that keeps health data out of it (IC-7). */
const outsideArticle22: Rule = (held) => {
  const { solePurpose } = held.treatment;
  if (!held.categories.has('health') || freedomOf(held, 'health') !== null) return null;
  if (solePurpose === undefined || held.treatment.sensitiveGround?.ground === 'none') return null;
  return note('22', 'outside-article-22', { fact: `treatment.solePurpose=${solePurpose}`, choice: 'IC-7' });
};

/** b: another purpose than at collection. */
const otherPurpose: Rule = (held) => {
  const { treatment } = held;
  const collected = new Set((treatment.collectedFor ?? []).map(foldText));
  const others = collected.size === 0 ? [] : (treatment.purposes ?? []).filter((purpose) => !collected.has(foldText(purpose)));
  if (others.length === 0 && treatment.furtherUse === undefined) return null;
  const fact = treatment.furtherUse === undefined ? 'treatment.collectedFor' : `treatment.furtherUse=${treatment.furtherUse}`;
  const words = { fact, choice: 'IC-14', params: { purposes: others } } as const;
  const free = treatment.furtherUse === 'compatible' && choiceOf(held, 'IC-14') === 'compatible-is-free';
  return free ? note('3(1)(b)', 'compatible-purpose', words) : authorise('12(1)(b)', 'other-purpose', words);
};

/** d: offences, unless by an auxiliary of justice. */
const offences: Rule = (held) => {
  if (!held.categories.has('offence') || held.treatment.solePurpose === 'journalism') return null;
  const fact = `controller.kind=${held.controller.kind ?? 'other'}`;
  return offenceStanding(held) === 'auxiliary'
    ? note('12(1)(d)', 'offence-auxiliary', { fact, choice: 'IC-11' })
    : authorise('12(1)(d)', 'offence', { fact });
};

/** Is what is kept of the card number still the number (IC-3, IC-4, IC-5)? */
function cardNumber(held: Case): Ruling {
  const { form, digitsKept, incidental } = held.treatment.nationalId ?? {};
  const fact = `treatment.nationalId.form=${form ?? 'number'}`;
  if (form === 'random-token') return note('12(1)(e)', 'card-token', { fact, choice: 'IC-4' });
  if (form === 'scan' && choiceOf(held, 'IC-3') === 'text-only')
    return note('12(1)(e)', 'card-image-only', { fact, choice: 'IC-3' });
  const partial = form === 'truncated' || form === 'hash' || form === 'keyed-hash';
  if (partial && choiceOf(held, 'IC-4') === 'whole-number-only') return note('12(1)(e)', 'card-part', { fact, choice: 'IC-4' });
  if (form === 'truncated' && digitsKept !== undefined && digitsKept <= 3) {
    return note('12(1)(e)', 'card-few-digits', { fact: `treatment.nationalId.digitsKept=${digitsKept}`, choice: 'IC-4' });
  }
  if (incidental === true) {
    const words = { fact: 'treatment.nationalId.incidental=true', choice: 'IC-5' } as const;
    return choiceOf(held, 'IC-5') === 'tolerate-incidental'
      ? note('3(1)(c)', 'card-incidental-tolerated', words)
      : authorise('12(1)(e)', 'card-incidental', words);
  }
  if (form === 'scan') return authorise('12(1)(e)', 'card-image', { fact, choice: 'IC-3' });
  return partial
    ? authorise('12(1)(e)', 'card-derived', { fact, choice: 'IC-4' })
    : authorise('12(1)(e)', 'card-number', { fact: 'found.categories=national-id-number' });
}

/** e: the number of the national identity card. */
const nationalCard: Rule = (held) => (held.categories.has('national-id-number') ? cardNumber(held) : null);

/** Passport, residence, CNSS and the like: not the letter of e (IC-1). */
const officialNumber: Rule = (held) => {
  if (!held.categories.has('official-id-number')) return null;
  const words = { fact: 'found.categories=official-id-number', choice: 'IC-1' } as const;
  return choiceOf(held, 'IC-1') === 'all-official-numbers'
    ? authorise('12(1)(e)', 'official-number', words)
    : note('12(1)(e)', 'official-number-free', words);
};

export type Interconnection = NonNullable<Case['treatment']['interconnections']>[number];

/** Are the main purposes of the two files different? undefined = not stated. */
export function purposesDiffer(held: Case, other: Interconnection): boolean | undefined {
  if (other.differentPurposes !== undefined) return other.differentPurposes;
  if (other.purpose === undefined || (held.treatment.purposes ?? []).length === 0) return undefined;
  const theirs = foldText(other.purpose);
  return !(held.treatment.purposes ?? []).some((purpose) => foldText(purpose) === theirs);
}

/** f: interconnection of files of legal persons with different purposes. */
function interconnectionRulings(held: Case): readonly Ruling[] {
  if (held.controller.kind === 'natural-person') return [];
  return (held.treatment.interconnections ?? []).map((other) => {
    const params = { with: other.with };
    if (purposesDiffer(held, other) !== true) {
      return note('12(1)(f)', 'interconnection-same-purpose', { fact: 'treatment.interconnections', params });
    }
    const own = other.sameController === true && offenceStanding(held) !== 'public';
    const words = { fact: 'treatment.interconnections', choice: own ? 'IC-15' : null, params } as const;
    return own && choiceOf(held, 'IC-15') === 'several-bodies-only'
      ? note('12(1)(f)', 'interconnection-own-files', words)
      : authorise('12(1)(f)', 'interconnection', words);
  });
}

/** Art. 20: the CNDP may ask for an authorisation within eight days of the deposit. */
const reclassified: Rule = ({ treatment }) => {
  const { reclassifiedOn } = treatment;
  if (reclassifiedOn === undefined) return null;
  const filedOn = treatment.formality?.filedOn;
  const params = { notifiedOn: reclassifiedOn };
  return filedOn !== undefined && reclassifiedOn > addDays(filedOn, 8)
    ? note('20', 'reclassified-late', { fact: `treatment.reclassifiedOn=${reclassifiedOn}`, params })
    : authorise('20', 'reclassified', { fact: `treatment.reclassifiedOn=${reclassifiedOn}`, params });
};

const one =
  (rule: Rule) =>
  (held: Case): readonly Ruling[] => {
    const ruling = rule(held);
    return ruling === null ? [] : [ruling];
  };

/** Every trigger of Art. 12(1) in the order of its letters, then Art. 20; all of them speak. */
export const triggerRules: readonly ((held: Case) => readonly Ruling[])[] = [
  one(outsideArticle22),
  sensitiveRulings,
  one(groundOfAuthorisation),
  one(otherPurpose),
  one(offences),
  one(nationalCard),
  one(officialNumber),
  interconnectionRulings,
  one(reclassified),
];
