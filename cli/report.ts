/** The report of one scan, as `kashf scan --format json` prints it (shape: `report-schema.ts`). */
import type { Finding } from '../findings/finding.ts';
import type { ScannedStore } from '../functions/scan-here.ts';
import { languages, type Language, type Verdict, type VerdictState } from '../law/contract.ts';
import type { Formality } from '../law/register.ts';
import { renderChoice, renderGap, renderOtherLaw, renderStep } from '../law/text.ts';
import type { Place } from '../readers/contract.ts';
import type { Report, ReportFinding, ReportGap, ReportVerdict } from './report-schema.ts';

type Texts = ReportGap['text'];

/** Puts the stores of a scan, and verdicts on entries of the register, into the report. `valueAt` gives the value at a place where it may be revealed, else null. */
export function makeReport(
  scan: Omit<Report['scan'], 'complete'>,
  scanned: readonly ScannedStore[],
  entries: readonly Verdict[],
  valueAt: (place: Place) => string | null,
): Report {
  return {
    schemaVersion: 1,
    scan: { ...scan, complete: scanned.every((store) => store.complete) },
    stores: scanned.map(({ store, verdicts }) => ({ ...store, ...worstOf(verdicts) })),
    verdicts: [...scanned.flatMap(({ verdicts }) => verdicts), ...entries].map(reportVerdict),
    findings: scanned.flatMap(({ findings }) => findings.map((finding) => reportFinding(finding, valueAt))),
    skips: scanned.flatMap(({ skips }) => skips.map(({ store, object, reason, detail }) => ({ store, object, reason, detail }))),
    notes: scanned.flatMap(({ notes }) => notes),
  };
}

const stateOrder: readonly VerdictState[] = ['gaps', 'undetermined', 'incomplete', 'covered', 'no-personal-data'];
const formalityOrder: readonly Formality[] = [
  'forbidden',
  'authorisation',
  'undetermined',
  'declaration',
  'simplified-declaration',
  'authorised-by-law',
  'exempt',
  'special-text',
  'out-of-scope',
];

/** A store under several treatments shows the gravest state and the heaviest formality among them. */
export function worstOf(verdicts: readonly Verdict[]): { readonly state: VerdictState; readonly formality: Formality } {
  return {
    state: stateOrder.find((state) => verdicts.some((verdict) => verdict.state === state)) ?? 'undetermined',
    formality: formalityOrder.find((formality) => verdicts.some((verdict) => verdict.formality === formality)) ?? 'undetermined',
  };
}

const reportVerdict = ({ store, treatment, state, formality, steps, gaps, choices, otherLaws }: Verdict): ReportVerdict => ({
  store,
  treatment,
  state,
  formality,
  steps: steps.map((step) => ({ ...step, text: inAllLanguages((language) => renderStep(step, language)) })),
  gaps: gaps.map((gap) => ({ ...gap, text: inAllLanguages((language) => renderGap(gap, language)) })),
  choices: choices.map((one) => ({
    ...one,
    text: inAllLanguages((language) => renderChoice(one.id, { [one.id]: one.setting }, language)),
  })),
  otherLaws: otherLaws.map((one) => ({ ...one, text: inAllLanguages((language) => renderOtherLaw(one, language)) })),
});

const inAllLanguages = (render: (language: Language) => string) =>
  Object.fromEntries(languages.map((language) => [language, render(language)])) as unknown as Texts;

function reportFinding(finding: Finding, valueAt: (place: Place) => string | null): ReportFinding {
  const { id, store, object, field, detector, category, count, allowed = 0, distinct, confidence, evidence, mask } = finding;
  const places = finding.places.map((place) => {
    const value = valueAt(place);
    return value === null ? place : { ...place, value };
  });
  return { id, store, object, field, detector, category, count, allowed, distinct, confidence, evidence, places, mask };
}
