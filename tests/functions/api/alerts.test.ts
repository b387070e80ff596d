import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleAlert } from '../../channels/samples.ts';
import { type ApiUnderTest, startApi } from './harness.ts';
import { at } from './samples.ts';

let api: ApiUnderTest;
const future = '2099-01-01T00:00:00Z';

before(async () => {
  api = await startApi();
  const raise = (id: string, store: string, severity: 'high' | 'low') => {
    const alert = sampleAlert({ id, store });
    return api.ledger.alerts.putAlert({ ...alert, gap: { ...alert.gap, id, severity } }, { by: 'kashf', at });
  };
  await raise('a1', 's3://exports/staff', 'high');
  await raise('a2', 's3://exports/staff', 'low');
  await raise('a3', 's3://exports/other', 'high');
  const resolved = sampleAlert({ id: 'gone', store: 's3://exports/gone' });
  await api.ledger.alerts.putAlert(resolved, { by: 'kashf', at });
  await api.ledger.alerts.putAlert({ ...resolved, state: 'resolved', revision: 2 }, { by: 'kashf', at });
});
after(() => api.stop());

const patch = (id: string, body: unknown, ifMatch?: string) =>
  api.call({
    method: 'PATCH',
    path: `/alerts/${id}`,
    body,
    groups: '[security]',
    subject: 'guard',
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

const lists: [query: Record<string, string>, ids: string[]][] = [
  [{}, ['a1', 'a2', 'a3', 'gone']],
  [{ state: 'open' }, ['a1', 'a2', 'a3']],
  [{ state: 'resolved' }, ['gone']],
  [{ severity: 'low' }, ['a2']],
  [{ store: 's3://exports/staff' }, ['a1', 'a2']],
  [{ store: 's3://exports/staff', severity: 'high' }, ['a1']],
];
for (const [query, ids] of lists) {
  test(`GET /alerts?${new URLSearchParams(query).toString()} gives ${ids.join(', ')}`, async () => {
    const { body } = await api.call({ method: 'GET', path: '/alerts', query });
    assert.deepEqual(body.items.map(({ id }) => id).toSorted(), ids);
  });
}

test('PATCH /alerts/{id} acknowledges, once, in the name of the caller', async () => {
  const read = await api.call({ method: 'GET', path: '/alerts/a1' });
  assert.equal(read.headers['etag'], '"1"');
  const { status, body, headers } = await patch('a1', { state: 'acknowledged' }, '"1"');
  assert.deepEqual([status, body.state, body['updatedBy'], headers['etag']], [200, 'acknowledged', 'guard', '"2"']);
  const again = await patch('a1', { state: 'acknowledged' }, '"2"');
  assert.deepEqual([again.status, again.headers['etag']], [200, '"2"']);
  const stale = await patch('a1', { state: 'acknowledged' }, '"1"');
  assert.deepEqual([stale.status, stale.body.current], [412, 2]);
  const untold: string[] = [];
  for await (const alert of api.ledger.alerts.untold()) untold.push(alert.id);
  assert.ok(untold.includes('a1'), 'the change is told by the next run');
});

test('PATCH /alerts/{id} suppresses with a reason and an end', async () => {
  const { status, body } = await patch('a2', { state: 'suppressed', reason: 'Test data only', until: future }, '"1"');
  assert.deepEqual(
    [status, body.state, body['reason'], body['suppressedUntil']],
    [200, 'suppressed', 'Test data only', '2099-01-01T00:00:00.000Z'],
  );
  const trail = await api.call({ method: 'GET', path: '/audit', query: { limit: '1' } });
  const [entry] = trail.body.items;
  assert.deepEqual([entry?.['action'], entry?.['target'], entry?.['by']], ['alert.suppress', 'a2', 'guard']);
  assert.doesNotMatch(JSON.stringify(entry), /Test data only/);
});

const refused: [name: string, id: string, body: unknown, ifMatch: string | undefined, status: number, code: string][] = [
  ['no If-Match', 'a3', { state: 'acknowledged' }, undefined, 428, 'precondition-required'],
  ['an If-Match of another revision', 'a3', { state: 'acknowledged' }, '"7"', 412, 'precondition-failed'],
  ['no reason', 'a3', { state: 'suppressed', until: future }, '"1"', 422, 'invalid-body'],
  ['a blank reason', 'a3', { state: 'suppressed', reason: '  ', until: future }, '"1"', 422, 'invalid-body'],
  ['no end', 'a3', { state: 'suppressed', reason: 'Because' }, '"1"', 422, 'invalid-body'],
  ['an end in the past', 'a3', { state: 'suppressed', reason: 'Because', until: at }, '"1"', 422, 'invalid-body'],
  ['an end that is no time', 'a3', { state: 'suppressed', reason: 'Because', until: 'soon' }, '"1"', 422, 'invalid-body'],
  ['a reason for acknowledging', 'a3', { state: 'acknowledged', reason: 'Because' }, '"1"', 422, 'invalid-body'],
  ['a state nobody may set', 'a3', { state: 'resolved' }, '"1"', 422, 'invalid-body'],
  ['a resolved alert', 'gone', { state: 'acknowledged' }, '"2"', 409, 'conflict'],
  ['an alert that is not there', 'none', { state: 'acknowledged' }, '"1"', 404, 'not-found'],
];
for (const [name, id, body, ifMatch, status, code] of refused) {
  test(`PATCH /alerts/{id} with ${name} is refused as ${code}`, async () => {
    const answer = await patch(id, body, ifMatch);
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
    assert.equal((await api.ledger.alerts.alert('a3'))?.revision, 1);
  });
}
