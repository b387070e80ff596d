/** The register as it was: the audit trail, walked backwards from what the register is now. */
import { isDeepStrictEqual } from 'node:util';
import type { Controller, Treatment } from '../law/register.ts';
import type { AuditEntry } from './contract.ts';

/** Controller and treatments by id. */
export interface RegisterState {
  readonly controller: Controller | null;
  readonly treatments: readonly Treatment[];
}

export interface PastRegister extends RegisterState {
  /** Entries whose trail does not fit what they are or became: a change was not written down, so their past is not certain. */
  readonly uncertain: readonly string[];
}

/** Target of the audit entries of the controller. */
const controllerTarget = 'controller';

const isTreatmentChange = ({ action }: AuditEntry) => action === 'treatment.put' || action === 'treatment.delete';

/** Numbers and order of keys as JSON has them: what was stored and what was audited went different ways. */
const isSame = (a: unknown, b: unknown) =>
  isDeepStrictEqual(a === undefined || a === null ? null : (JSON.parse(JSON.stringify(a)) as unknown), b ?? null);

/**
 * Takes back every change after an instant (UTC ISO 8601). `entries` = the audit trail, newest first, at least as far back as the
 * instant. Treatments come in the order of their ids, as the ledger gives them.
 */
export function registerAsOf(entries: Iterable<AuditEntry>, current: RegisterState, instant: string): PastRegister {
  const treatments = new Map(current.treatments.map((treatment) => [treatment.id, treatment]));
  let controller = current.controller;
  const uncertain = new Set<string>();
  const limit = Date.parse(instant);
  for (const entry of entries) {
    if (Date.parse(entry.at) <= limit) continue;
    const { before = null, after = null } = entry.detail;
    if (entry.action === 'controller.put') {
      if (!isSame(controller, after)) uncertain.add(controllerTarget);
      controller = before as Controller | null;
    } else if (isTreatmentChange(entry)) {
      if (!isSame(treatments.get(entry.target), after)) uncertain.add(entry.target);
      if (before === null) treatments.delete(entry.target);
      else treatments.set(entry.target, before as Treatment);
    }
  }
  const byId = [...treatments.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { controller, treatments: byId, uncertain: [...uncertain].toSorted() };
}
