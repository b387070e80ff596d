/** Faults of the formality: not obtained, wrong, late, withdrawn, past its term, conditions not kept, forbidden, facts missing. */
import type { Category } from '../detectors/catalogue.ts';
import type { Severity } from './contract.ts';
import { isPublicRegister, type Case } from './facts.ts';
import { makeFault, type Fault } from './fault.ts';
import { weightOf } from './formality.ts';
import type { OpenDecision } from './decide.ts';
import { forbiddenCategories, prohibitionArticle } from './prohibitions.ts';
import type { Formality, Treatment } from './register.ts';
import type { EffectCode } from './text/effects.ts';
import { isSensitive } from './triggers.ts';

const filed: ReadonlySet<Formality> = new Set(['declaration', 'simplified-declaration', 'authorisation']);

/** Must something be filed with the CNDP? */
export function needsFiling(formality: Formality): boolean {
  return filed.has(formality);
}

/** Does Law 09-08 govern the processing at all? */
export function isGoverned(formality: Formality): boolean {
  return formality !== 'out-of-scope' && formality !== 'special-text';
}

const isGrave = (category: Category) => isSensitive(category) || category === 'offence';

/** Nothing filed weighs more for an authorisation than for a declaration, and most for sensitive data and offences. */
export function severityOfMissing(formality: Formality, categories: Iterable<Category>): Severity {
  if ([...categories].some(isGrave)) return 'critical';
  return formality === 'authorisation' || formality === 'undetermined' || formality === 'forbidden' ? 'high' : 'medium';
}

/** The day from which the formality lets one start: the receipt of a declaration (19), the grant of an authorisation. */
function clearedOn(formality: NonNullable<Treatment['formality']>): string | undefined {
  return formality.kind === 'authorisation' ? formality.grantedOn : (formality.receivedOn ?? formality.grantedOn);
}

/** Is what was filed at least what the law asks? A full declaration serves for a simplified one, never the other way. */
function isEnough(kind: Formality, required: Formality): boolean {
  return weightOf(kind) >= weightOf(required);
}

function wrongKind(held: Case, decision: OpenDecision, kind: string): Fault {
  const { formality, grounds } = decision;
  return makeFault('wrong-formality', formality === 'authorisation' ? severityOfMissing(formality, held.categories) : 'medium', {
    articles: [...grounds, ...(kind === 'declaration' && !grounds.includes('20') ? ['20'] : []), '52'],
    penalty: 'P52',
    params: { filed: kind, formality, articles: grounds },
  });
}

function lifeFaults(
  formality: NonNullable<Treatment['formality']>,
  startedOn: string | undefined,
  asOf: string,
): readonly Fault[] {
  const faults: Fault[] = [];
  const cleared = clearedOn(formality);
  if (cleared !== undefined && startedOn !== undefined && cleared > startedOn) {
    faults.push(
      makeFault('started-before-receipt', 'high', {
        articles: formality.kind === 'authorisation' ? ['12(1)', '52'] : ['19', '52'],
        penalty: 'P52',
        choices: ['IC-31'],
        params: { startedOn, clearedOn: cleared },
      }),
    );
  }
  if (formality.term !== undefined && formality.term < asOf) {
    faults.push(
      makeFault('formality-term-passed', 'high', { articles: ['12', '52'], penalty: 'P52', params: { term: formality.term } }),
    );
  }
  if ((formality.unmetConditions ?? []).length > 0) {
    const params = { reason: 'conditions', conditions: formality.unmetConditions ?? [] };
    faults.push(makeFault('conditions-not-met', 'high', { articles: ['12(1)', '21', '46'], penalty: 'P54', params }));
  }
  return faults;
}

function filingFaults(held: Case, decision: OpenDecision, asOf: string): readonly Fault[] {
  const { treatment } = held;
  const { formality: required, grounds } = decision;
  const { formality } = treatment;
  const notObtained = (reason: string) =>
    makeFault('formality-not-obtained', severityOfMissing(required, held.categories), {
      articles: [...grounds, '52'],
      penalty: 'P52',
      params: { formality: required, reason, articles: grounds },
    });
  if (formality === undefined) return [notObtained('nothing-filed')];
  if (formality.withdrawnOn !== undefined && formality.withdrawnOn <= asOf) {
    const params = { withdrawnOn: formality.withdrawnOn };
    return [makeFault('formality-withdrawn', 'critical', { articles: ['51', '52'], penalty: 'P52', params })];
  }
  if (!isEnough(formality.kind, required)) return [wrongKind(held, decision, formality.kind)];
  const cleared = clearedOn(formality);
  if (formality.reference === undefined) return [notObtained('no-reference')];
  if (cleared === undefined) return [notObtained(formality.kind === 'authorisation' ? 'no-grant-date' : 'no-receipt-date')];
  if (cleared > asOf) return [notObtained('not-yet')];
  return lifeFaults(formality, treatment.startedOn, asOf);
}

function forbiddenFaults(held: Case, decision: OpenDecision): readonly Fault[] {
  const categories = forbiddenCategories(held);
  const struck = categories.map((category) => {
    const article = prohibitionArticle(category);
    const choices = category === 'offence' ? ['IC-11', 'IC-29'] : ['IC-24'];
    return makeFault('forbidden-data', 'critical', {
      category,
      articles: [article, '57'],
      penalty: 'P57',
      choices,
      params: { category },
    });
  });
  if (struck.length > 0) return struck;
  // A hidden sender breaks Art. 10 even with consent; chapter VII then has no penalty of its own.
  const consented = held.treatment.prospecting?.consent === true;
  if (consented && decision.grounds.every((article) => article === '10')) {
    return [makeFault('forbidden-data', 'critical', { articles: decision.grounds, params: {} })];
  }
  const penalty = decision.grounds.includes('10') ? 'P56' : decision.grounds.includes('50') ? 'P57' : 'P54';
  return [makeFault('forbidden-data', 'critical', { articles: decision.grounds, penalty, params: {} })];
}

/** A fact that somebody must find out before the verdict can stand. */
export function missingFact(
  fact: string,
  effect: EffectCode,
  articles: readonly string[],
  choices: readonly string[] = [],
): Fault {
  return makeFault('fact-missing', 'info', { articles, choices, params: { fact, effect } });
}

const reported: ReadonlySet<EffectCode> = new Set([
  'decides-formality',
  'ground-decides-authorisation',
  'text-must-be-cited',
  'prospecting-without-consent-forbidden',
  'data-decide',
  'press-and-offences',
]);

/** Everything wrong with the formality of a treatment on a day (`YYYY-MM-DD`, Morocco). */
export function formalityFaults(held: Case, decision: OpenDecision, asOf: string): readonly Fault[] {
  const { formality } = decision;
  const faults: Fault[] = decision.missing
    .filter(({ effect }) => reported.has(effect))
    .map(({ fact, effect, article }) => missingFact(fact, effect, [article]));
  if (formality === 'forbidden') faults.push(...forbiddenFaults(held, decision));
  if (needsFiling(formality)) {
    faults.push(...filingFaults(held, decision, asOf));
    if (held.treatment.startedOn === undefined && held.treatment.formality !== undefined) {
      faults.push(missingFact('treatment.startedOn', 'start-decides-lateness', ['19'], ['IC-31']));
    }
  }
  if (formality === 'exempt' && isPublicRegister(held.treatment) && held.treatment.registerResponsible === undefined) {
    const params = { reason: 'register-responsible' };
    faults.push(makeFault('conditions-not-met', 'medium', { articles: ['18'], choices: ['IC-32'], params }));
  }
  return faults;
}
