/** Interpretive choices: points the law leaves open, how we read them by default, and what else can be chosen. */

import type { ChoiceEntry } from './choice-entry.ts';
import { choicesFirst } from './choices-1-18.ts';
import { choicesLast } from './choices-19-35.ts';

export const choices = { ...choicesFirst, ...choicesLast };
export type ChoiceId = keyof typeof choices;

/** Settings as configured; what is not named stands at its default. */
export type Choices = Readonly<Record<string, string>>;

/** True if the name is one of IC-1 … IC-35. */
export function isChoiceId(id: string): id is ChoiceId {
  return Object.hasOwn(choices, id);
}

/** The setting in force: the configured one if allowed, else the default. */
export function settingOf(configured: Choices, id: ChoiceId): string {
  const entry: ChoiceEntry = choices[id];
  const wanted = configured[id];
  return wanted !== undefined && Object.hasOwn(entry.settings, wanted) ? wanted : entry.default;
}

/** One sentence for each configured choice that does not exist or has no such setting. */
export function checkChoices(configured: Choices): readonly string[] {
  return Object.entries(configured).flatMap(([id, setting]) => {
    if (!isChoiceId(id)) return [`${id} is not an interpretive choice; they are IC-1 to IC-35.`];
    const settings = Object.keys(choices[id].settings);
    return settings.includes(setting) ? [] : [`${id} cannot be set to "${setting}"; it takes ${settings.join(' or ')}.`];
  });
}
