/** Which interpretive choices touched an answer, each with the setting in force. */
import { adequacyOf } from './adequacy.ts';
import { choices as table, settingOf, type ChoiceId, type Choices } from './choices.ts';
import type { AppliedChoice } from './contract.ts';
import type { Case } from './facts.ts';
import type { Decision } from './formality.ts';

/** Choices that touch a case beside those its steps and gaps name; `hosting` = State that hosts the data, or null. */
export function touchedChoices(held: Case, { formality, steps }: Decision, hosting: string | null): readonly ChoiceId[] {
  const adequacy = hosting === null ? 'home' : adequacyOf(hosting);
  return [
    ...steps.flatMap(({ choice }) => (choice === null ? [] : [choice as ChoiceId])),
    ...(formality === 'authorisation' ? (['IC-2'] as const) : []),
    ...(held.categories.has('civil-identity') ? (['IC-6'] as const) : []),
    ...(adequacy === 'home' ? [] : (['IC-19'] as const)),
    ...(adequacy === 'named' ? (['IC-21'] as const) : []),
  ];
}

/** The choices taken in order of their numbers: those that touched the answer, and every one configured. */
export function appliedChoices(touched: Iterable<string>, configured: Choices): readonly AppliedChoice[] {
  const taken = new Set(touched);
  return (Object.keys(table) as ChoiceId[])
    .filter((id) => taken.has(id) || configured[id] !== undefined)
    .map((id) => ({ id, setting: settingOf(configured, id) }));
}
