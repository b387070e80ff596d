/** Sentences in English, French and Arabic, rendered from codes and parameters. */
import { categories, type Category } from '../detectors/catalogue.ts';
import type { Texts } from './choice-entry.ts';
import { choices, isChoiceId, settingOf, type Choices } from './choices.ts';
import {
  languages,
  type Gap,
  type GapKind,
  type Language,
  type OtherLawNote,
  type Parameters,
  type Penalty,
  type PenaltyRange,
  type Severity,
  type Step,
  type VerdictState,
} from './contract.ts';
import { penaltyArticle, penaltyCodes, type PenaltyCode } from './penalties.ts';
import { formalities, type Formality } from './register.ts';
import { dutySentences } from './text/duties.ts';
import { effectSentences } from './text/effects.ts';
import { gapSentences } from './text/gaps.ts';
import { otherLawSentences } from './text/other-laws.ts';
import { penaltyNames, penaltyNotes, penaltyWords } from './text/penalties.ts';
import { remedies } from './text/remedies.ts';
import { formalitySteps } from './text/steps-formality.ts';
import { scopeSteps } from './text/steps-scope.ts';
import { categoryNames, formalityNames, gapNames, severityNames, stateNames } from './text/words.ts';

/** One text in each language. */
export type Rendered = Readonly<Record<Language, string>>;

/** Renders in every language. */
export function inAllLanguages(render: (language: Language) => string): Rendered {
  return { en: render('en'), fr: render('fr'), ar: render('ar') };
}

const pick = (texts: Texts, language: Language): string => texts[languages.indexOf(language)] ?? texts[0];

const separator: Readonly<Record<Language, string>> = { en: ', ', fr: ', ', ar: '، ' };
const nothing: Readonly<Record<Language, string>> = { en: 'none', fr: 'néant', ar: 'لا شيء' };

const isCategory = (code: string): code is Category => (categories as readonly string[]).includes(code);
const isFormality = (code: string): code is Formality => (formalities as readonly string[]).includes(code);

/** A parameter in words: categories, formalities and effects have names of their own, everything else stands as it is. */
function renderValue(key: string, value: Parameters[string], language: Language): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') {
    return value.length === 0 ? nothing[language] : value.map((one) => renderValue(key, one, language)).join(separator[language]);
  }
  if ((key === 'category' || key === 'categories') && isCategory(value)) return renderCategory(value, language);
  if ((key === 'formality' || key === 'filed') && isFormality(value)) return renderFormality(value, language);
  return key === 'effect' ? renderEffect(value, language) : value;
}

/** Puts parameters into `{key}`; a parameter that is not there leaves nothing. */
export function fillText(texts: Texts, params: Parameters, language: Language): string {
  return pick(texts, language)
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => (params[key] === undefined ? '' : renderValue(key, params[key], language)))
    .replaceAll(/ +\./g, '.');
}

const stepSentences: Readonly<Record<string, Texts>> = { ...scopeSteps, ...formalitySteps };
const gapTable: Readonly<Record<string, Texts>> = gapSentences;
const effectTable: Readonly<Record<string, Texts>> = effectSentences;
const dutyTable: Readonly<Record<string, Texts>> = dutySentences;

const articleWord: Texts = ['Art.', 'Art.', 'المادة'];

/** One step as a sentence that names its article: `Art. 12(1)(e): …`. */
export function renderStep(step: Pick<Step, 'article' | 'code' | 'params'>, language: Language): string {
  const texts = stepSentences[step.code];
  const sentence = texts === undefined ? step.code : fillText(texts, step.params, language);
  return `${pick(articleWord, language)} ${step.article}: ${sentence}`;
}

/** What is wrong and what to do, in two sentences. */
export function renderGap(gap: Pick<Gap, 'kind' | 'params'>, language: Language): string {
  const reason =
    gap.params['reason'] ?? (gap.kind === 'forbidden-data' && gap.params['category'] !== undefined ? 'category' : '');
  const texts = gapTable[`${gap.kind}/${String(reason)}`] ?? gapSentences[gap.kind];
  return `${fillText(texts, gap.params, language)} ${pick(remedies[gap.kind], language)}`;
}

/** The short name of a gap kind. */
export function renderGapKind(kind: GapKind, language: Language): string {
  return pick(gapNames[kind], language);
}

/** What a duty asks. */
export function renderDuty(duty: { readonly code: string; readonly params: Parameters }, language: Language): string {
  const texts = dutyTable[duty.code];
  return texts === undefined ? duty.code : fillText(texts, duty.params, language);
}

/** What another law asks. */
export function renderOtherLaw(note: Pick<OtherLawNote, 'code' | 'params'>, language: Language): string {
  return fillText(otherLawSentences[note.code], note.params, language);
}

/** What hangs on a missing fact. */
export function renderEffect(code: string, language: Language): string {
  const texts = effectTable[code];
  return texts === undefined ? code : pick(texts, language);
}

/** The name of a formality. */
export function renderFormality(formality: Formality, language: Language): string {
  return pick(formalityNames[formality], language);
}

/** The name of a verdict's state. */
export function renderState(state: VerdictState, language: Language): string {
  return pick(stateNames[state], language);
}

/** The name of a severity. */
export function renderSeverity(severity: Severity, language: Language): string {
  return pick(severityNames[severity], language);
}

/** The legal name of a category. */
export function renderCategory(category: Category, language: Language): string {
  return pick(categoryNames[category], language);
}

/** The setting of an interpretive choice in one sentence; the id itself where there is no such choice. */
export function renderChoice(id: string, configured: Choices, language: Language): string {
  if (!isChoiceId(id)) return id;
  const settings: Readonly<Record<string, Texts>> = choices[id].settings;
  const texts = settings[settingOf(configured, id)];
  return texts === undefined ? id : pick(texts, language);
}

const group = (amount: number) => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '\u00A0');

function renderRange(range: PenaltyRange, language: Language): string {
  const span = (texts: Texts, min: number | null, max: number | null) =>
    min === null || max === null ? [] : [fillText(texts, { min: group(min), max: group(max) }, language)];
  const parts = [
    ...span(penaltyWords.prison, range.prisonMonthsMin, range.prisonMonthsMax),
    ...span(penaltyWords.fine, range.fineMin, range.fineMax),
  ];
  return parts.join(` ${pick(penaltyWords.either, language)} `);
}

const isPenaltyCode = (code: string): code is PenaltyCode => (penaltyCodes as readonly string[]).includes(code);

/** Article, offence, range and remark of a penalty in one line. */
export function renderPenalty(penalty: Penalty, language: Language): string {
  const { code, natural, legal, note } = penalty;
  if (!isPenaltyCode(code)) return code;
  const ranges = [
    ...(natural === null ? [] : [renderRange(natural, language)]),
    ...(legal === null ? [] : [`${pick(penaltyWords.legal, language)}: ${renderRange(legal, language)}`]),
  ];
  const remark = note === null ? undefined : penaltyNotes[note];
  return [
    `${pick(articleWord, language)} ${penaltyArticle(code)} (${pick(penaltyNames[code], language)})`,
    ...ranges,
    ...(remark === undefined ? [] : [pick(remark, language)]),
  ].join(language === 'ar' ? '؛ ' : '; ');
}
