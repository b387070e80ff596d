/** Verdicts and alerts with their sentences, in one language. */
import type { Alert, Gap, Language, Verdict } from '../../law/contract.ts';
import { renderGap, renderPenalty, renderStep } from '../../law/text.ts';

export function writeVerdict(verdict: Verdict, language: Language) {
  return {
    ...verdict,
    steps: verdict.steps.map((step) => ({ ...step, text: renderStep(step, language) })),
    gaps: verdict.gaps.map((gap) => writeGap(gap, language)),
  };
}

export function writeAlert(alert: Alert, language: Language) {
  return { ...alert, gap: writeGap(alert.gap, language) };
}

function writeGap(gap: Gap, language: Language) {
  const penalty = gap.penalty && { ...gap.penalty, text: renderPenalty(gap.penalty, language) };
  return { ...gap, penalty, text: renderGap(gap, language) };
}
