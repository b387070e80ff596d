import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { type ApiUnderTest, startApi } from './harness.ts';
import { sampleTreatment } from './samples.ts';

let api: ApiUnderTest;
before(async () => {
  api = await startApi();
});
after(() => api.stop());

const put = (id: string, body: unknown, headers: Record<string, string>) =>
  api.call({ method: 'PUT', path: `/treatments/${id}`, body, headers, groups: '[lawyer]' });
const registerAt = async (asOf?: string) => {
  const query = asOf === undefined ? {} : { query: { asOf } };
  const { status, body } = await api.call({ method: 'GET', path: '/register', ...query, groups: '[lawyer]' });
  assert.equal(status, 200);
  return body;
};
/** An instant with every change on one side of it. */
const between = async () => {
  await wait(5);
  const instant = new Date().toISOString();
  await wait(5);
  return instant;
};

test('GET /register answers with the register as it is, and as it stood at an instant', async () => {
  const empty = await between();
  await put('staff', sampleTreatment('staff'), { 'if-none-match': '*' });
  const declared = await between();
  const changed = sampleTreatment('staff', { name: 'Changed' });
  await put('staff', changed, { 'if-match': '"1"' });
  const later = await between();
  await api.call({ method: 'DELETE', path: '/treatments/staff', headers: { 'if-match': '"2"' }, groups: '[lawyer]' });
  const cases: readonly [string | undefined, readonly unknown[]][] = [
    [empty, []],
    [declared, [sampleTreatment('staff')]],
    [later, [changed]],
    [undefined, []],
  ];
  for (const [asOf, treatments] of cases) {
    const body = await registerAt(asOf);
    assert.deepEqual(body['treatments'], treatments, asOf ?? 'now');
    assert.deepEqual(body['uncertain'], []);
    if (asOf !== undefined) assert.equal(body['asOf'], asOf);
  }
});

test('a change that left no trace in the trail is told', async () => {
  const past = await between();
  await api.ledger.register.putTreatment(sampleTreatment('unwritten'), 0, { by: 'nobody', at: new Date().toISOString() });
  await put('unwritten', sampleTreatment('unwritten', { name: 'Changed' }), { 'if-match': '"1"' });
  assert.deepEqual((await registerAt(past))['uncertain'], []);
  await api.ledger.register.putTreatment(sampleTreatment('unwritten', { name: 'Again' }), 2, {
    by: 'nobody',
    at: new Date().toISOString(),
  });
  assert.deepEqual((await registerAt(past))['uncertain'], ['unwritten']);
});
