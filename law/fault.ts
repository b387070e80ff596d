/** A difference between facts and law before it is tied to a store; and the gap made of it. */
import { createHash } from 'node:crypto';
import type { Category } from '../detectors/catalogue.ts';
import type { Gap, GapKind, Parameters, Severity } from './contract.ts';
import { penaltyFor, type PenaltyCode } from './penalties.ts';
import type { Controller } from './register.ts';

export interface Fault {
  readonly kind: GapKind;
  readonly category: Category | null;
  readonly hostingState: string | null;
  readonly severity: Severity;
  readonly articles: readonly string[];
  readonly penalty: PenaltyCode | null;
  readonly choices: readonly string[];
  readonly params: Parameters;
}

/** A fault with the usual fields left empty. */
export function makeFault(kind: GapKind, severity: Severity, rest: Partial<Omit<Fault, 'kind' | 'severity'>>): Fault {
  return { kind, severity, category: null, hostingState: null, articles: [], penalty: null, choices: [], params: {}, ...rest };
}

/** Where a fault was seen: a store (or `''` for the register itself) and the treatment that claims it. */
export interface Place {
  readonly store: string;
  readonly treatment: string | null;
}

/** Same place and subject, same id: 24 hexadecimal digits. A missing fact and an unmet condition are their own subject. */
function gapId(place: Place, { kind, category, hostingState, params }: Fault): string {
  const subject = category ?? hostingState ?? place.treatment ?? '';
  const detail = params[kind === 'fact-missing' ? 'fact' : kind === 'conditions-not-met' ? 'reason' : ''] ?? '';
  // The treatment is part of the subject only where nothing finer is: a category stays the same gap when the treatment is renamed.
  const parts = [place.store, kind, subject, detail];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** Ties a fault to its place and gives it the penalty that the controller risks. */
export function makeGap(place: Place, controller: Controller, fault: Fault): Gap {
  const penalty = fault.penalty === null ? null : penaltyFor(fault.penalty, controller);
  const open = penalty?.note === 'IC-34' && !fault.choices.includes('IC-34') ? ['IC-34'] : [];
  return {
    id: gapId(place, fault),
    kind: fault.kind,
    category: fault.category,
    treatment: place.treatment,
    hostingState: fault.hostingState,
    severity: fault.severity,
    articles: fault.articles,
    penalty,
    choices: [...fault.choices, ...open],
    params: fault.params,
  };
}
