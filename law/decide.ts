/** Decides a case although facts are missing: under each value they may have, comparing the answers. */
import type { Case } from './facts.ts';
import { decideKnown, type Decision } from './formality.ts';
import { canonicalFact, isFactKey, openFacts, type OpenFact } from './open-facts.ts';
import type { Formality } from './register.ts';
import { makeStep } from './ruling.ts';
import type { EffectCode } from './text/effects.ts';

/** A fact that is not known, and which formality each of its values leads to. */
export interface MissingFact {
  readonly fact: string;
  /** Code of what depends on it. */
  readonly effect: EffectCode;
  readonly article: string;
  /** Value → formalities it may lead to; empty where it does not change the formality. */
  readonly outcomes: Readonly<Record<string, readonly Formality[]>>;
}

/** A decision, with what stands in its way. */
export interface OpenDecision extends Decision {
  readonly missing: readonly MissingFact[];
}

/** More open facts than these are not combined: the answer is then undetermined at once. */
const maxCombined = 5;

interface World {
  readonly held: Case;
  readonly values: Readonly<Record<string, string>>;
}

interface Answer {
  readonly world: World;
  readonly decision: Decision;
}

function worldsOf(held: Case, open: readonly OpenFact[]): readonly World[] {
  return open.reduce<readonly World[]>(
    (worlds, { fact, values }) =>
      worlds.flatMap((world) =>
        Object.entries(values).map(([value, change]) => ({
          held: change(world.held),
          values: { ...world.values, [fact]: value },
        })),
      ),
    [{ held, values: {} }],
  );
}

function outcomesOf(open: OpenFact, answers: readonly Answer[]) {
  return Object.fromEntries(
    Object.keys(open.values).map((value) => {
      const formalities = answers
        .filter(({ world }) => world.values[open.fact] === value)
        .map(({ decision }) => decision.formality);
      return [value, [...new Set(formalities)].toSorted()];
    }),
  );
}

const fact = (name: string, effect: EffectCode, article: string): MissingFact => ({ fact: name, effect, article, outcomes: {} });

/** Facts presumed although nobody stated them, with what would follow from the other value. */
function presumedFacts(held: Case, decision: Decision): readonly MissingFact[] {
  const { treatment } = held;
  const bySensitive = decision.steps.some(({ code }) => code === 'sensitive');
  return [
    ...(bySensitive && treatment.sensitiveGround === undefined
      ? [fact('treatment.sensitiveGround', 'ground-decides-authorisation', '21')]
      : []),
    ...(bySensitive && treatment.sensitiveGround?.ground === 'law' && treatment.sensitiveGround.proof === undefined
      ? [fact('treatment.sensitiveGround.proof', 'text-must-be-cited', '21(1)')]
      : []),
    ...(bySensitive && held.categories.has('health') && treatment.solePurpose === undefined
      ? [fact('treatment.solePurpose', 'article-22-would-lighten', '22')]
      : []),
    ...(decision.steps.some(({ code }) => code === 'prospecting-needs-consent')
      ? [fact('treatment.prospecting.consent', 'prospecting-without-consent-forbidden', '10')]
      : []),
    ...(decision.steps.some(({ code }) => code === 'data-not-stated') ? [fact('found.categories', 'data-decide', '1(1)')] : []),
    ...(decision.steps.some(({ code }) => code === 'press-and-offences')
      ? [fact('human-review', 'press-and-offences', '49')]
      : []),
  ];
}

/**
 * Decides a case. Facts named in `unknown`, and decisive ones that nobody stated, take every value they may have; if the
 * answers differ the formality is `undetermined` and `missing` says which value leads where.
 */
export function decideFormality(held: Case, unknown: readonly string[] = []): OpenDecision {
  const marked = new Set(unknown.map(canonicalFact));
  const open = openFacts.filter((one) => marked.has(one.fact) || one.decisive(held));
  const idle = [...marked]
    .filter((name) => !open.some((one) => one.fact === name))
    .map((name) => fact(name, isFactKey(name) ? 'does-not-decide' : 'not-a-fact', '12'));
  if (open.length === 0) {
    const decision = decideKnown(held);
    return { ...decision, missing: [...presumedFacts(held, decision), ...idle] };
  }
  const answers = worldsOf(held, open.slice(0, maxCombined)).map((world): Answer => ({
    world,
    decision: decideKnown(world.held),
  }));
  const [first] = answers;
  const agree = open.length <= maxCombined && answers.every(({ decision }) => decision.formality === first?.decision.formality);
  if (first !== undefined && agree) {
    const settled = open.map((one) => fact(one.fact, 'does-not-decide', one.article));
    return { ...first.decision, missing: [...presumedFacts(first.world.held, first.decision), ...settled, ...idle] };
  }
  const shared = (first?.decision.steps ?? []).filter((step) =>
    answers.every(({ decision }) => decision.steps.some((other) => other.code === step.code && other.fact === step.fact)),
  );
  const facts = open.map((one) => one.fact);
  const missing = open.map((one): MissingFact => ({
    fact: one.fact,
    effect: 'decides-formality',
    article: one.article,
    outcomes: outcomesOf(one, answers),
  }));
  const step = makeStep(open[0]?.article ?? '12', 'facts-missing', { fact: facts.join(', '), params: { facts } });
  return { formality: 'undetermined', steps: [...shared, step], grounds: [], missing: [...missing, ...idle] };
}
