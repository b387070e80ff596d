/** An assessment for a terminal, in the language asked for. */
import type { Assessment } from '../../law/assess.ts';
import type { Language } from '../../law/contract.ts';
import type { DutyState } from '../../law/duties.ts';
import { renderFormality, renderSeverity } from '../../law/text.ts';
import { cleanText } from './table.ts';

interface Words {
  readonly why: string;
  readonly missing: string;
  readonly leads: string;
  readonly gaps: string;
  readonly duties: string;
  readonly penalties: string;
  readonly papers: string;
  readonly readings: string;
  readonly otherLaws: string;
  readonly states: Readonly<Record<DutyState, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    why: 'Why',
    missing: 'Missing facts',
    leads: 'leads to',
    gaps: 'Gaps',
    duties: 'Duties',
    penalties: 'Penalties',
    papers: 'Papers',
    readings: 'Readings taken',
    otherLaws: 'Other laws',
    states: { breached: 'breached', met: 'met', due: 'due', open: 'open', lifted: 'lifted' },
  },
  fr: {
    why: 'Pourquoi',
    missing: 'Faits à établir',
    leads: 'conduit à',
    gaps: 'Écarts',
    duties: 'Obligations',
    penalties: 'Sanctions encourues',
    papers: 'Formulaires',
    readings: 'Lectures retenues',
    otherLaws: 'Autres lois',
    states: { breached: 'violée', met: 'remplie', due: 'à remplir', open: 'à vérifier', lifted: 'levée' },
  },
  ar: {
    why: 'التعليل',
    missing: 'وقائع يجب التحقق منها',
    leads: 'يؤدي إلى',
    gaps: 'الثغرات',
    duties: 'الالتزامات',
    penalties: 'العقوبات المحتملة',
    papers: 'المطبوعات',
    readings: 'القراءات المعتمدة',
    otherLaws: 'قوانين أخرى',
    states: { breached: 'مخالف', met: 'مستوفى', due: 'واجب', open: 'للتحقق', lifted: 'مرفوع' },
  },
};

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${cleanText(line)}\n`).join('')}`;
}

/** Formality first; then why, what is not known, what is wrong, what is due. `explain` prints every step and every duty. */
export function renderAssessment(
  found: Assessment,
  { lang, explain }: { readonly lang: Language; readonly explain: boolean },
): string {
  const names = words[lang];
  const steps = explain ? found.steps : found.steps.slice(-1);
  const duties = found.duties.filter((duty) => explain || duty.state !== 'met');
  const missing = found.missing.flatMap((one) => [
    `${one.fact} (${one.article}): ${one.text[lang]}`,
    ...Object.entries(one.outcomes).map(
      ([value, formalities]) =>
        `  ${value} ${names.leads} ${formalities.map((formality) => renderFormality(formality, lang)).join(' / ')}`,
    ),
  ]);
  const fact = (step: Assessment['steps'][number]) => (explain ? ` (${step.fact})` : '');
  return [
    `${renderFormality(found.formality, lang)}  (${found.register.join(' + ')})\n`,
    part(
      names.why,
      steps.map((step) => `${step.text[lang]}${fact(step)}${step.choice === null ? '' : ` [${step.choice}]`}`),
    ),
    part(names.missing, missing),
    part(
      names.gaps,
      found.gaps.map((gap) => `${renderSeverity(gap.severity, lang)}: ${gap.text[lang]} (${gap.articles.join(', ')})`),
    ),
    part(
      names.duties,
      duties.map((duty) => `${duty.article} ${names.states[duty.state]}: ${duty.text[lang]}`),
    ),
    part(
      names.penalties,
      found.penalties.map(({ text, count }) => `${text[lang]}${count > 1 ? ` × ${count}` : ''}`),
    ),
    part(
      names.papers,
      found.papers.map(({ form, confidence }) => `${form} (${confidence})`),
    ),
    part(
      names.readings,
      found.choices.map((choice) => `${choice.id} = ${choice.setting}: ${choice.text[lang]}`),
    ),
    part(
      names.otherLaws,
      found.otherLaws.map(
        ({ law, source, state, text }) =>
          `${law}${source === null ? '' : ` (${source.replace('decree ', '')})`} ${names.states[state]}: ${text[lang]}`,
      ),
    ),
    `\n${found.lawVersion}\n`,
  ].join('');
}
