/** What the law asks of one treatment, with what a scan saw of it: the assessment that papers quote. */
import { assess, type Assessment } from '../law/assess.ts';
import type { Choices } from '../law/choices.ts';
import { factsSchema } from '../law/facts.ts';
import { needsFiling } from '../law/faults-formality.ts';
import type { Formality, Treatment } from '../law/register.ts';
import type { EntrySource } from './article-15.ts';
import { listEntry, sentence, textEntry, words, type Entry, type PaperValue } from './paper.ts';

/** On which day, and with which readings, papers are drawn. */
export interface PaperContext {
  /** Calendar date in Morocco. */
  readonly asOf: string;
  readonly choices: Choices;
}

/** Assesses a treatment with what the scan saw of it. The State of the stores counts where it is one. */
export function assessEntry({ controller, treatment, seen }: EntrySource, { choices, asOf }: PaperContext): Assessment {
  const state = seen?.states.length === 1 ? { hostingState: seen.states[0] } : {};
  const facts = { v: 1, controller, treatment, found: { categories: [...(seen?.counts.keys() ?? [])], ...state } };
  return assess(factsSchema.parse(facts), choices, asOf);
}

/** The formality, the whole chain that leads to it, and the facts still to be found out. */
export function lawEntries(assessment: Assessment): readonly Entry[] {
  const { formality, steps, missing, register } = assessment;
  const facts = missing.map(({ fact, article }) => sentence('missing-fact', { fact, article }));
  return [
    listEntry({ label: 'formality' }, [sentence('formality', { formality })]),
    listEntry(
      { label: 'why' },
      steps.map((step): PaperValue => ({ type: 'step', step: { article: step.article, code: step.code, params: step.params } })),
    ),
    ...(facts.length === 0 ? [] : [listEntry({ label: 'missing-facts' }, facts)]),
    ...(register.length === 0 ? [] : [listEntry({ label: 'register-codes' }, [sentence('codes', { codes: register })])]),
  ];
}

/** Ground of Art. 4 as stated; a consent by silence is named for what it is. */
export function basisEntry({ legalBasis }: Treatment): Entry {
  const line = { label: 'legal-basis', article: '4' } as const;
  if (legalBasis === undefined) return textEntry(line, undefined);
  const { ground, proof, consentForm } = legalBasis;
  const hints = consentForm === 'implied' ? [sentence('basis-implied')] : [];
  return { ...listEntry(line, [sentence(`basis-${ground}`, proof === undefined ? {} : { proof })]), hints };
}

/** What was filed, line by line. Where the law asks for a filing, what is not stated is missing. */
export function filedEntries({ formality, startedOn }: Treatment, asked: Formality): readonly Entry[] {
  if (!needsFiling(asked) && formality === undefined) return [];
  const cleared = formality?.kind === 'authorisation' ? formality.grantedOn : (formality?.receivedOn ?? formality?.grantedOn);
  const article = (formality?.kind ?? asked) === 'authorisation' ? '12(1)' : '19';
  const optional = (label: 'filed-on' | 'filed-term', text: string | undefined) =>
    text === undefined ? [] : [textEntry({ label }, text)];
  return [
    listEntry(
      { label: 'filed-kind', article: '12' },
      formality === undefined ? undefined : [sentence('formality', { formality: formality.kind })],
    ),
    textEntry({ label: 'filed-reference', article }, formality?.reference),
    ...optional('filed-on', formality?.filedOn),
    textEntry({ label: 'cleared-on', article }, cleared),
    ...optional('filed-term', formality?.term),
    ...((formality?.conditions ?? []).length === 0
      ? []
      : [listEntry({ label: 'filed-conditions' }, formality?.conditions?.map(words))]),
    textEntry({ label: 'started-on' }, startedOn),
  ];
}
