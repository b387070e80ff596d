import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type ApiUnderTest, startApi } from './harness.ts';

let api: ApiUnderTest;
before(async () => {
  api = await startApi();
});

test('a fault of ours is a 500 that says nothing of what went wrong inside', async () => {
  await api.dropLedger();
  const { status, body } = await api.call({ method: 'GET', path: '/stores' });
  assert.deepEqual([status, body.code], [500, 'fault']);
  assert.doesNotMatch(JSON.stringify(body), /ResourceNotFound|ledger/);
});

test('a ledger that is out of reach is a 503 that says when to try again', async () => {
  await api.stop();
  const { status, body, headers } = await api.call({ method: 'GET', path: '/stores' });
  assert.deepEqual([status, body.code, headers['retry-after']], [503, 'unavailable', '60']);
  assert.doesNotMatch(JSON.stringify(body), /127\.0\.0\.1|ECONN/);
});
