/** Verdicts and alerts with their sentences, in one language. */
import type { Alert, Gap, Language, Verdict } from '../../law/contract.ts';

export function writeVerdict(verdict: Verdict, language: Language) {
  return {
    ...verdict,
    steps: verdict.steps.map((step) => ({ ...step, text: `${step.code} ${language}` })),
    gaps: verdict.gaps.map((gap) => writeGap(gap, language)),
  };
}

export function writeAlert(alert: Alert, language: Language) {
  return { ...alert, gap: writeGap(alert.gap, language) };
}

function writeGap(gap: Gap, language: Language) {
  return { ...gap, text: `${gap.kind} ${language}` };
}
