/** Fills one template into a draft. The marks of a template are told in `templates/kinds.ts`. */
import type { DetectorId } from '../../detectors/catalogue.ts';
import type { Random } from '../../local/sample/random.ts';
import type { Draft } from './draft.ts';
import { fillings, lookAlikes } from './look-alikes.ts';
import { type Language, type SensitiveKind, type Slot, slotDetectors } from './templates/kinds.ts';
import { makeValue } from './values.ts';

export interface Filling {
  readonly random: Random;
  readonly language: Language;
  /** What a statement in brackets reveals. */
  readonly reveals: SensitiveKind | null;
}

const choice = /<([^<>{}]*\|[^<>]*)>/g;
const mark = /\{([~\w]+)(?:=([^}]*))?\}|[[\]]/g;

export const isSlot = (name: string): name is Slot => name in slotDetectors;

/** Writes a labelled value. */
export function writeValue(draft: Draft, detector: DetectorId, text: string): void {
  const start = draft.length();
  draft.write(text);
  draft.label({ detector, start, end: draft.length() });
}

function writeMark(draft: Draft, name: string, literal: string | undefined, { random, language }: Filling): void {
  if (isSlot(name)) return writeValue(draft, slotDetectors[name], literal ?? makeValue(name, random, language, false));
  const make = name.startsWith('~') ? lookAlikes[name.slice(1)] : fillings[name];
  if (make === undefined)
    throw new Error(`A template names {${name}}, which nothing fills: add it to bench/accuracy/look-alikes.ts`);
  draft.write(make(random, language));
}

/** Writes a template with its choices made, its slots filled and its labels set. A sentence with a statement in it is the statement's label. */
export function writeTemplate(draft: Draft, template: string, filling: Filling): void {
  const chosen = template.replaceAll(choice, (_, options: string) => filling.random.pick(options.split('|')));
  const start = draft.length();
  let at = 0;
  for (const match of chosen.matchAll(mark)) {
    draft.write(chosen.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[1] !== undefined) writeMark(draft, match[1], match[2], filling);
  }
  draft.write(chosen.slice(at));
  if (filling.reveals !== null) draft.label({ detector: `sensitive/${filling.reveals}`, start, end: draft.length() });
}

/** Slots a template fills with labelled values. */
export const slotsOf = (template: string): readonly Slot[] =>
  [...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).filter(isSlot);

/** Every text a template can become, its slots cut out: what two templates may have in common is looked for in these. */
export function expandTemplate(template: string): readonly string[] {
  const found = /<([^<>{}]*\|[^<>]*)>/.exec(template);
  if (found === null) return [template.replaceAll(/[[\]]/g, '')];
  const [whole, options = ''] = found;
  return options
    .split('|')
    .flatMap((option) => expandTemplate(template.slice(0, found.index) + option + template.slice(found.index + whole.length)));
}
