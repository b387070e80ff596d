/** Verdicts and alerts with their sentences, in one language. */
import type { Alert, Gap, Language, Verdict } from '../../law/contract.ts';
import { renderChoice, renderGap, renderOtherLaw, renderPenalty, renderStep } from '../../law/text.ts';

export function writeVerdict(verdict: Verdict, language: Language) {
  return {
    ...verdict,
    steps: verdict.steps.map((step) => ({ ...step, text: renderStep(step, language) })),
    gaps: verdict.gaps.map((gap) => writeGap(gap, language)),
    choices: verdict.choices.map((one) => ({ ...one, text: renderChoice(one.id, { [one.id]: one.setting }, language) })),
    otherLaws: verdict.otherLaws.map((one) => ({ ...one, text: renderOtherLaw(one, language) })),
  };
}

export function writeAlert(alert: Alert, language: Language) {
  return { ...alert, gap: writeGap(alert.gap, language) };
}

function writeGap(gap: Gap, language: Language) {
  const penalty = gap.penalty && { ...gap.penalty, text: renderPenalty(gap.penalty, language) };
  return { ...gap, penalty, text: renderGap(gap, language) };
}
