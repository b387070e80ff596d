import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { acknowledge, reconcileAlerts, suppress } from '../../law/alerts.ts';
import type { Alert, AlertState, Gap, Severity, Verdict } from '../../law/contract.ts';

const store = 's3://exports/2026';
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`;

const gapOf = (id: string, severity: Severity = 'high'): Gap => ({
  id,
  kind: 'undeclared-store',
  category: null,
  treatment: null,
  hostingState: null,
  severity,
  articles: ['12'],
  penalty: null,
  choices: [],
  params: {},
});

const verdictOf = (gaps: readonly Gap[], uri = store): Verdict => ({
  v: 1,
  store: uri,
  treatment: null,
  state: gaps.length > 0 ? 'gaps' : 'covered',
  formality: 'declaration',
  steps: [],
  gaps,
  revision: 1,
  lawVersion: 'x',
  categories: [],
  complete: true,
  choices: [],
  otherLaws: [],
});

const present = [verdictOf([gapOf('a')])];
const absent = [verdictOf([])];

function firstAlert(): Alert {
  const [alert] = reconcileAlerts([], present, store, day(1));
  assert.ok(alert);
  return alert;
}

const until = { by: 'officer', now: day(2), reason: 'being moved', until: day(10) };
const lives: Readonly<Record<string, (alert: Alert) => Alert>> = {
  open: (alert) => alert,
  acknowledged: (alert) => acknowledge(alert, 'officer', day(2)),
  suppressed: (alert) => suppress(alert, until),
  resolved: (alert) => reconcileAlerts([alert], absent, store, day(2))[0] as Alert,
  reopened: (alert) => {
    const resolved = reconcileAlerts([alert], absent, store, day(2))[0] as Alert;
    return reconcileAlerts([resolved], present, store, day(3))[0] as Alert;
  },
};

const table: readonly (readonly [from: string, gap: 'present' | 'absent', on: number, to: AlertState])[] = [
  ['open', 'present', 5, 'open'],
  ['open', 'absent', 5, 'resolved'],
  ['acknowledged', 'present', 5, 'acknowledged'],
  ['acknowledged', 'absent', 5, 'resolved'],
  ['suppressed', 'present', 5, 'suppressed'],
  ['suppressed', 'absent', 5, 'suppressed'],
  ['suppressed', 'present', 10, 'reopened'],
  ['suppressed', 'absent', 10, 'resolved'],
  ['resolved', 'present', 5, 'reopened'],
  ['resolved', 'absent', 5, 'resolved'],
  ['reopened', 'present', 5, 'reopened'],
  ['reopened', 'absent', 5, 'resolved'],
];

test('the life of an alert', () => {
  for (const [from, gap, on, to] of table) {
    const before = lives[from]?.(firstAlert()) as Alert;
    assert.equal(before.state, from);
    const [after] = reconcileAlerts([before], gap === 'present' ? present : absent, store, day(on));
    const name = `${from}, gap ${gap} on day ${on}`;
    if (from === to) assert.equal(after, undefined, `${name}: nothing to write`);
    else {
      assert.equal(after?.state, to, name);
      assert.equal(after?.revision, before.revision + 1, name);
      assert.equal(after?.updatedAt, day(on), name);
      assert.equal(after?.reason, null, name);
      assert.equal(after?.toldRevision, before.toldRevision, `${name}: still to be told`);
    }
  }
});

test('a new alert is open, at revision 1, told to nobody yet', () => {
  const alert = firstAlert();
  assert.deepEqual([alert.id, alert.state, alert.revision, alert.toldRevision, alert.updatedBy], ['a', 'open', 1, 0, 'kashf']);
});

test('information opens no alert, and a gap that sinks to information resolves its alert', () => {
  const info = [verdictOf([gapOf('a', 'info')])];
  assert.deepEqual(reconcileAlerts([], info, store, day(1)), []);
  assert.equal(reconcileAlerts([firstAlert()], info, store, day(2))[0]?.state, 'resolved');
});

test('a gap that changes revises its alert and leaves its state', () => {
  const seen = acknowledge(firstAlert(), 'officer', day(2));
  const [changed] = reconcileAlerts([seen], [verdictOf([gapOf('a', 'critical')])], store, day(3));
  assert.deepEqual([changed?.state, changed?.gap.severity, changed?.revision], ['acknowledged', 'critical', 3]);
});

test('alerts and verdicts of other stores are left alone', () => {
  const other = { ...firstAlert(), store: 's3://other' };
  assert.deepEqual(reconcileAlerts([other], absent, store, day(2)), []);
  assert.deepEqual(reconcileAlerts([], [verdictOf([gapOf('b')], 's3://other')], store, day(2)), []);
});

test('one gap in two verdicts of a store is one alert', () => {
  assert.equal(reconcileAlerts([], [...present, ...present], store, day(1)).length, 1);
});

test('a suppression needs a reason and an end to come; what is resolved is left as it is', () => {
  assert.throws(() => suppress(firstAlert(), { ...until, reason: ' ' }), RangeError);
  assert.throws(() => suppress(firstAlert(), { ...until, until: until.now }), RangeError);
  const resolved = lives['resolved']?.(firstAlert()) as Alert;
  assert.equal(suppress(resolved, until), resolved);
  assert.equal(acknowledge(resolved, 'officer', day(3)), resolved);
});

test('reconciling twice writes nothing the second time', () => {
  const states = fc.constantFrom(...Object.keys(lives));
  fc.assert(
    fc.property(states, fc.subarray(['a', 'b', 'c']), (from, ids) => {
      const before = lives[from]?.(firstAlert()) as Alert;
      const verdicts = [verdictOf(ids.map((id) => gapOf(id)))];
      const changed = reconcileAlerts([before], verdicts, store, day(5));
      const after = [...changed, ...(changed.some(({ id }) => id === before.id) ? [] : [before])];
      assert.deepEqual(reconcileAlerts(after, verdicts, store, day(5)), []);
    }),
  );
});
