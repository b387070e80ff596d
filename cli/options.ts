/** Options that several commands share, parsed and checked once. */
import { InvalidArgumentError, Option } from 'commander';
import { confidences, type Confidence } from '../detectors/contract.ts';
import { checkChoices, type Choices } from '../law/choices.ts';
import { languages, type Language } from '../law/contract.ts';

export const formatOption = (...formats: readonly string[]) =>
  new Option('--format <format>', 'how to print (default: table on a terminal)').choices(formats);

export const confidenceOption = (standard?: Confidence) =>
  new Option('--min-confidence <level>', 'leave out what is less sure').choices(confidences).default(standard);

export const languageOption = () =>
  new Option('--lang <language>', 'language of sentences').choices(languages).default('en' satisfies Language);

export const revealOption = () =>
  new Option('--reveal', 'print the values found (they are personal data: mind where this goes)').default(false);

export const ocrOption = () =>
  new Option('--ocr', 'also read the text in pictures, French and Arabic (some seconds each)').default(false);

/** The day the law is held against. */
export const asOfOption = () =>
  new Option('--as-of <date>', 'the day to judge by, as 2026-01-31 (default: today)').argParser((text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('Write a date as 2026-01-31.');
    return text;
  });

/** A whole number from 0 up. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}

/** Threads that share the work. */
export const workersOption = () =>
  new Option('--workers <n>', 'threads that share the work (default: one a core)').argParser((text) => {
    const workers = wholeNumber(text);
    if (workers < 1 || workers > 256) throw new InvalidArgumentError('It takes a number from 1 to 256.');
    return workers;
  });

/** True if a confidence is at least the one asked for. */
export const isAtLeast = (confidence: Confidence, least: Confidence | undefined) =>
  least === undefined || confidences.indexOf(confidence) >= confidences.indexOf(least);

/** Another reading of an open question of the law, as `IC-9=setting`; may be given more than once. */
export const choiceOption = () =>
  new Option('--choice <IC-n=setting>', 'take another reading of an open question (may be repeated)')
    .argParser(addChoice)
    .default({}, 'the defaults of docs/law.md');

function addChoice(text: string, before: Choices): Choices {
  const [id = '', setting = ''] = text.split('=');
  const after = { ...before, [id]: setting };
  const [problem] = checkChoices({ [id]: setting });
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return after;
}
