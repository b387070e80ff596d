/** What one rule says of a case. */
import type { ChoiceId } from './choices.ts';
import type { Parameters, Step } from './contract.ts';
import type { Case } from './facts.ts';
import type { Formality } from './register.ts';
import type { formalitySteps } from './text/steps-formality.ts';
import type { scopeSteps } from './text/steps-scope.ts';

/** Every code a step may have; each has its sentence in three languages. */
export type StepCode = keyof typeof scopeSteps | keyof typeof formalitySteps;

/** A step, and the formality it settles; `formality` null = the step is on the way, the next rule goes on. */
export interface Ruling {
  readonly step: Step;
  readonly formality: Formality | null;
}

/** One rule: null = it has nothing to say. */
export type Rule = (held: Case) => Ruling | null;

export interface StepWords {
  readonly fact: string;
  readonly choice?: ChoiceId | null;
  readonly params?: Parameters;
}

/** Makes a step. */
export function makeStep(article: string, code: StepCode, { fact, choice, params }: StepWords): Step {
  return { article, code, fact, choice: choice ?? null, params: params ?? {} };
}

/** A step that settles nothing by itself. */
export function note(article: string, code: StepCode, words: StepWords): Ruling {
  return { step: makeStep(article, code, words), formality: null };
}

/** A step that settles the formality. */
export function settle(formality: Formality, article: string, code: StepCode, words: StepWords): Ruling {
  return { step: makeStep(article, code, words), formality };
}
