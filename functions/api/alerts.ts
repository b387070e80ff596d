/** Alerts: read by all, acted on by those who guard the stores. */
import { z } from 'zod';
import { acknowledge, suppress } from '../../law/alerts.ts';
import { type Alert, alertStates, severities } from '../../law/contract.ts';
import { Conflict } from '../../ledger/contract.ts';
import { component } from './components.ts';
import { alertSchema } from './law-schemas.ts';
import { pageOf, pageParameters, readPage, writePage } from './pages.ts';
import { readExpected, refuseStale } from './precondition.ts';
import { Problem } from './problem.ts';
import { guards, readers } from './roles.ts';
import { defineRoute } from './route.ts';
import { time } from './schema-parts.ts';
import { writeAlert } from './texts.ts';

const parameters = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,128}$/)
    .describe('Id of the alert.'),
});

const decisionSchema = component(
  'AlertDecision',
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('acknowledged') }),
    z.strictObject({
      state: z.literal('suppressed'),
      reason: z.string().trim().min(1).max(500).describe('Why nobody needs to act; it is kept, so name no persons.'),
      until: time.describe('End of the suppression, UTC; must lie in the future.'),
    }),
  ]),
);
type Decision = z.output<typeof decisionSchema>;

const listAlerts = defineRoute({
  method: 'GET',
  path: '/alerts',
  operation: 'listAlerts',
  summary: 'The alerts.',
  roles: readers,
  headers: ['accept-language'],
  query: z.strictObject({
    state: z.enum(alertStates).optional(),
    severity: z.enum(severities).optional(),
    store: z.string().min(1).optional().describe('URI of the store.'),
    ...pageParameters,
  }),
  answers: component('AlertPage', pageOf(alertSchema)),
  problems: ['bad-cursor'],
  async answer({ query, language }, { ledger }) {
    const { state, severity, store } = query;
    const filter = { ...(state && { state }), ...(severity && { severity }), ...(store && { store }) };
    return { body: writePage(await ledger.alerts.alerts(filter, readPage(query)), (alert) => writeAlert(alert, language)) };
  },
});

const getAlert = defineRoute({
  method: 'GET',
  path: '/alerts/{id}',
  operation: 'getAlert',
  summary: 'One alert, with its revision as ETag.',
  sends: ['etag'],
  roles: readers,
  headers: ['accept-language'],
  parameters,
  answers: alertSchema,
  problems: ['not-found'],
  async answer({ path, language }, { ledger }) {
    const alert = await ledger.alerts.alert(path.id);
    if (alert === null) throw notRaised(path.id);
    return { body: writeAlert(alert, language), revision: alert.revision };
  },
});

const patchAlert = defineRoute({
  method: 'PATCH',
  path: '/alerts/{id}',
  operation: 'patchAlert',
  summary: 'Acknowledges an alert, or suppresses it with a reason and an end.',
  sends: ['etag'],
  roles: guards,
  headers: ['if-match', 'accept-language'],
  parameters,
  body: decisionSchema,
  answers: alertSchema,
  problems: ['not-found', 'conflict', 'precondition-required', 'precondition-failed', 'bad-precondition'],
  async answer({ path, body, header, caller, language }, { ledger, clock }) {
    const expected = readExpected(header);
    const alert = await ledger.alerts.alert(path.id);
    if (alert === null) throw notRaised(path.id);
    if (alert.revision !== expected) throw refuseStale(expected, alert.revision);
    const change = { by: caller.subject, at: clock.now() };
    const decided = decide(alert, body, change);
    if (decided.revision !== alert.revision) {
      await ledger.alerts.putAlert(decided, change).catch((error: unknown) => {
        throw error instanceof Conflict ? refuseStale(expected, error.current) : error;
      });
      const action = body.state === 'acknowledged' ? 'alert.acknowledge' : 'alert.suppress';
      const detail = { revision: decided.revision, until: decided.suppressedUntil };
      await ledger.audit.append({ v: 1, ...change, action, target: alert.id, detail });
    }
    return { body: writeAlert(decided, language), revision: decided.revision };
  },
});

export const alertRoutes = [listAlerts, getAlert, patchAlert];

function decide(alert: Alert, decision: Decision, { by, at }: { readonly by: string; readonly at: string }): Alert {
  if (alert.state === 'resolved') {
    throw new Problem(
      'conflict',
      'The gap behind this alert is closed, so there is nothing to decide; the alert reopens if the gap comes back',
    );
  }
  if (decision.state === 'acknowledged') return acknowledge(alert, by, at);
  const until = new Date(decision.until).toISOString();
  if (until <= at) {
    throw new Problem('invalid-body', 'A suppression needs an end in the future', {
      complaints: [{ pointer: '/until', detail: 'Is not in the future' }],
    });
  }
  return suppress(alert, { by, now: at, reason: decision.reason, until });
}

function notRaised(id: string): Problem {
  return new Problem('not-found', `There is no alert ${id}; GET /alerts lists the alerts`);
}
