/** The life of an alert: open, acknowledged, suppressed (with an end), resolved, reopened. */
import { isDeepStrictEqual } from 'node:util';
import type { Alert, Gap, Verdict } from './contract.ts';

/** Name under which the product itself changes alerts. */
const kashf = 'kashf';

type Change = Partial<Pick<Alert, 'gap' | 'state' | 'reason' | 'suppressedUntil'>>;

function revise(alert: Alert, now: string, by: string, change: Change): Alert {
  return { ...alert, ...change, updatedAt: now, updatedBy: by, revision: alert.revision + 1 };
}

function openAlert(gap: Gap, store: string, now: string): Alert {
  return {
    v: 1,
    id: gap.id,
    store,
    gap,
    state: 'open',
    openedAt: now,
    updatedAt: now,
    updatedBy: kashf,
    reason: null,
    suppressedUntil: null,
    revision: 1,
    toldRevision: 0,
  };
}

/** A suppression holds until its end, whether or not the gap is there in the meantime. */
function isSuppressed(alert: Alert, now: string): boolean {
  return alert.state === 'suppressed' && (alert.suppressedUntil === null || alert.suppressedUntil > now);
}

function reconcilePresent(alert: Alert, gap: Gap, now: string): Alert | null {
  if (isSuppressed(alert, now)) return null;
  if (alert.state === 'resolved' || alert.state === 'suppressed') {
    return revise(alert, now, kashf, { gap, state: 'reopened', reason: null, suppressedUntil: null });
  }
  return isDeepStrictEqual(alert.gap, gap) ? null : revise(alert, now, kashf, { gap });
}

function reconcileAbsent(alert: Alert, now: string): Alert | null {
  if (alert.state === 'resolved' || isSuppressed(alert, now)) return null;
  return revise(alert, now, kashf, { state: 'resolved', reason: null, suppressedUntil: null });
}

/**
 * Holds the alerts of a store against its new verdicts and returns those that are new or changed, each with its revision
 * raised by one. Gaps of severity `info` open no alert. `now` is UTC ISO 8601.
 */
export function reconcileAlerts(
  previous: readonly Alert[],
  verdicts: readonly Verdict[],
  store: string,
  now: string,
): readonly Alert[] {
  const gaps = new Map<string, Gap>();
  for (const verdict of verdicts) {
    if (verdict.store !== store) continue;
    for (const gap of verdict.gaps) if (gap.severity !== 'info') gaps.set(gap.id, gap);
  }
  const known = new Map(previous.filter((alert) => alert.store === store).map((alert) => [alert.id, alert]));
  const changed: Alert[] = [];
  for (const gap of gaps.values()) {
    const alert = known.get(gap.id);
    const next = alert === undefined ? openAlert(gap, store, now) : reconcilePresent(alert, gap, now);
    if (next !== null) changed.push(next);
  }
  for (const alert of known.values()) {
    const next = gaps.has(alert.id) ? null : reconcileAbsent(alert, now);
    if (next !== null) changed.push(next);
  }
  return changed;
}

/** Somebody has seen the alert and answers for it. A resolved alert is returned as it is. */
export function acknowledge(alert: Alert, by: string, now: string): Alert {
  if (alert.state === 'resolved' || alert.state === 'acknowledged') return alert;
  return revise(alert, now, by, { state: 'acknowledged', reason: null, suppressedUntil: null });
}

export interface Suppression {
  readonly by: string;
  readonly now: string;
  readonly reason: string;
  /** End of the suppression, UTC ISO 8601, after `now`. */
  readonly until: string;
}

/** Somebody decides, with a reason and an end, that the alert is not to be acted on. Throws RangeError if the end is not in the future or the reason is empty. */
export function suppress(alert: Alert, { by, now, reason, until }: Suppression): Alert {
  if (reason.trim() === '') throw new RangeError('A suppression needs a reason.');
  if (!(until > now)) throw new RangeError('A suppression needs an end after now.');
  if (alert.state === 'resolved') return alert;
  return revise(alert, now, by, { state: 'suppressed', reason, suppressedUntil: until });
}
