/** A paper in one language: headings, labels and sentences, ready to be set as HTML, DOCX or PDF. */
import type { Texts } from '../law/choice-entry.ts';
import { parsePeriod } from '../law/calendar.ts';
import type { GapKind, Language, Parameters, Severity, VerdictState } from '../law/contract.ts';
import {
  fillText,
  renderChoice,
  renderGap,
  renderGapKind,
  renderPenalty,
  renderSeverity,
  renderState,
  renderStep,
} from '../law/text.ts';
import { isolateNumbers, type Direction } from './direction.ts';
import type { Entry, EntryState, Paper, PaperValue, Section } from './paper.ts';
import { labels } from './text/labels.ts';
import { sentences } from './text/sentences.ts';
import { frames, sectionTitles, titles } from './text/titles.ts';

export interface TextRow {
  readonly label: string;
  /** `Art. 15(b)`; null where no article asks. */
  readonly article: string | null;
  readonly state: EntryState;
  /** What stands in the line; for one that is missing, none or blank, the words that say so. */
  readonly values: readonly string[];
  readonly hints: readonly string[];
}

export interface TextSection {
  readonly heading: string;
  readonly rows: readonly TextRow[];
}

export interface PaperText {
  readonly language: Language;
  readonly direction: Direction;
  /** Calendar date in Morocco on which it was drawn up. */
  readonly date: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly sections: readonly TextSection[];
  /** What the law asks for and nothing states, as a last section; null in a report that is about nothing else. */
  readonly missing: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly footer: string;
}

/** Names of parameters whose codes have words of their own, beside those that `fillText` knows. */
const wordings: Readonly<Record<string, (code: string, language: Language) => string>> = {
  kind: (code, language) => renderGapKind(code as GapKind, language),
  severity: (code, language) => renderSeverity(code as Severity, language),
  verdict: (code, language) => renderState(code as VerdictState, language),
  state: nameState,
  period: namePeriod,
};

/** The name of a State (ISO 3166-1 alpha-2) in a language, with its code. */
function nameState(state: string, language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(state);
  return name === undefined ? state : `${name} (${state})`;
}

/** `P1Y6M` as "1 year, 6 months"; what is no duration stays as it was written. */
function namePeriod(text: string, language: Language): string {
  const period = parsePeriod(text);
  if (period === null) return text;
  const units = [
    ['year', period.years],
    ['month', period.months],
    ['day', period.days],
  ] as const;
  return units
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count))
    .join(language === 'ar' ? '، ' : ', ');
}

/** Arabic as in Morocco: with the digits 0 to 9. */
const locales: Readonly<Record<Language, string>> = { en: 'en', fr: 'fr', ar: 'ar-MA' };

function fill(texts: Texts, params: Parameters, language: Language): string {
  const worded = Object.entries(params).map(([key, value]): [string, Parameters[string]] => {
    const wording = wordings[key];
    return [key, wording === undefined || typeof value !== 'string' ? value : wording(value, language)];
  });
  const filled = fillText(texts, Object.fromEntries(worded), language).replaceAll(/ {2,}/g, ' ').trim();
  return isolateNumbers(filled);
}

function renderValue(value: PaperValue, language: Language): string {
  if (value.type === 'words') return value.words;
  return value.type === 'sentence' ? fill(sentences[value.code], value.params, language) : isolateNumbers(quote(value, language));
}

/** Sentences that the law's own tables render. */
function quote(value: Exclude<PaperValue, { type: 'words' | 'sentence' }>, language: Language): string {
  if (value.type === 'step') return renderStep(value.step, language);
  if (value.type === 'gap') return renderGap(value.gap, language);
  if (value.type === 'penalty') return renderPenalty(value.penalty, language);
  return renderChoice(value.choice, { [value.choice]: value.setting }, language);
}

const renderAll = (values: readonly PaperValue[], language: Language) => values.map((value) => renderValue(value, language));

/** `Art. 15(b)`, or several with the comma of the language. */
const nameArticle = (article: string, language: Language) => fill(frames.article, { article: article.split(', ') }, language);

function renderEntry(entry: Entry, language: Language): TextRow {
  const { state, values, hints, label, labelParams = {}, article } = entry;
  return {
    label: fill(labels[label], labelParams, language),
    article: article === null ? null : nameArticle(article, language),
    state,
    values: state === 'stated' ? renderAll(values, language) : [fill(frames[state], {}, language)],
    hints: renderAll(hints, language),
  };
}

const renderSection = ({ code, params, entries }: Section, language: Language): TextSection => ({
  heading: fill(sectionTitles[code], params, language),
  rows: entries.map((entry) => renderEntry(entry, language)),
});

function renderMissing({ missing }: Paper, language: Language): readonly string[] {
  if (missing.length === 0) return [fill(frames['missing-none'], {}, language)];
  return missing.map(({ label, article, treatment }) => {
    const words = fill(labels[label], {}, language);
    const asked = article === null ? '' : ` – ${nameArticle(article, language)}`;
    return `${words}${asked}${treatment === null ? '' : ` – ${treatment}`}`;
  });
}

/** Renders a paper. */
export function renderPaper(paper: Paper, language: Language): PaperText {
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    date: paper.asOf,
    title: fill(titles[paper.title], paper.params, language),
    notes: renderAll(paper.notes, language),
    sections: paper.sections.map((section) => renderSection(section, language)),
    missing:
      paper.kind === 'gaps'
        ? null
        : { heading: fill(frames['missing-title'], {}, language), lines: renderMissing(paper, language) },
    footer: fill(frames.drawn, { date: paper.asOf, law: paper.lawVersion }, language),
  };
}
