/** What an alert looks like outside: codes, counts and articles; neither the reason somebody wrote nor who wrote it. */
import type { Alert, AlertState } from '../law/contract.ts';

export const eventSource = 'kashf';

/** One EventBridge detail-type per event of an alert's life. */
export const detailTypes = {
  open: 'Kashf Alert Opened',
  acknowledged: 'Kashf Alert Acknowledged',
  suppressed: 'Kashf Alert Suppressed',
  resolved: 'Kashf Alert Resolved',
  reopened: 'Kashf Alert Reopened',
} as const satisfies Record<AlertState, string>;

/** `detail` of the event. (id, revision) names it: a receiver that knows the pair has seen it before. */
export interface AlertEvent {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly revision: number;
  readonly state: AlertState;
  readonly store: string;
  readonly kind: string;
  readonly severity: string;
  readonly category: string | null;
  readonly treatment: string | null;
  readonly hostingState: string | null;
  readonly articles: readonly string[];
  /** Code of the penalty the articles point to; null = none. */
  readonly penalty: string | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly suppressedUntil: string | null;
}

export function describeAlert(alert: Alert): AlertEvent {
  const { gap } = alert;
  return {
    schemaVersion: 1,
    id: alert.id,
    revision: alert.revision,
    state: alert.state,
    store: alert.store,
    kind: gap.kind,
    severity: gap.severity,
    category: gap.category,
    treatment: gap.treatment,
    hostingState: gap.hostingState,
    articles: gap.articles,
    penalty: gap.penalty?.code ?? null,
    openedAt: alert.openedAt,
    updatedAt: alert.updatedAt,
    suppressedUntil: alert.suppressedUntil,
  };
}
