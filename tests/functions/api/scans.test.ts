import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type ApiUnderTest, configuredTargets, startApi } from './harness.ts';
import { at, sampleScan } from './samples.ts';

let api: ApiUnderTest;
before(async () => {
  api = await startApi();
});
after(() => api.stop());
beforeEach(() => {
  api.started.length = 0;
});

const post = (body: unknown, headers: Record<string, string> = {}, subject?: string) =>
  api.call({ method: 'POST', path: '/scans', body, headers, groups: '[security]', ...(subject && { subject }) });

test('POST /scans starts a workflow under the id of the scan and says where to look', async () => {
  const { status, body, headers } = await post({ targets: ['s3://exports'], seed: 7 });
  assert.equal(status, 202);
  assert.equal(headers['location'], `/scans/${body.id}`);
  assert.equal(body.state, 'planned');
  assert.deepEqual(api.started, [{ v: 1, scan: body.id, trigger: 'api', targets: ['s3://exports'], seed: 7 }]);
  const read = await api.call({ method: 'GET', path: headers['location'] ?? '' });
  assert.deepEqual([read.status, read.body.id, read.body['progress']], [200, body.id, null]);
  const trail = await api.call({ method: 'GET', path: '/audit', query: { limit: '1' } });
  assert.deepEqual([trail.body.items[0]?.['action'], trail.body.items[0]?.['target']], ['scan.start', body.id]);
});

test('POST /scans without an idempotency key is another scan each time, of all targets', async () => {
  const [first, second] = [await post({}), await post({ targets: null })];
  assert.notEqual(first.body.id, second.body.id);
  assert.deepEqual(
    api.started.map(({ targets }) => targets),
    [null, null],
  );
});

test('POST /scans twice under one Idempotency-Key starts one scan and answers the same', async () => {
  const headers = { 'idempotency-key': 'monday' };
  const first = await post({ seed: 3 }, headers);
  const second = await post({ seed: 3 }, headers);
  assert.deepEqual([second.status, second.body, second.headers['location']], [202, first.body, first.headers['location']]);
  assert.equal(api.started.length, 1);
});

test('an Idempotency-Key belongs to who sent it, and to what was sent', async () => {
  const mine = await post({ seed: 4 }, { 'idempotency-key': 'tuesday' });
  const theirs = await post({ seed: 4 }, { 'idempotency-key': 'tuesday' }, 'somebody-else');
  assert.notEqual(mine.body.id, theirs.body.id);
  const other = await post({ seed: 5 }, { 'idempotency-key': 'tuesday' });
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency-mismatch']);
  assert.equal(api.started.length, 2);
});

test('a start that failed leaves a failed scan, and the same key starts it after all', async () => {
  api.refuseStart();
  const failed = await post({}, { 'idempotency-key': 'wednesday' });
  assert.ok(failed.status >= 500);
  assert.equal(api.started.length, 0);
  const listed = await api.call({ method: 'GET', path: '/scans', query: { limit: '1' } });
  assert.equal(listed.body.items[0]?.state, 'failed');
  const again = await post({}, { 'idempotency-key': 'wednesday' });
  assert.equal(again.status, 202);
  assert.equal(again.body.id, listed.body.items[0]?.id);
  assert.deepEqual(
    api.started.map(({ scan }) => scan),
    [again.body.id],
  );
});

const targets: [target: string, accepted: boolean][] = [
  [configuredTargets[0], true],
  [`${configuredTargets[0]}/staff`, false],
  [configuredTargets[1], true],
  ['s3://exports-of-others', false],
  ['s3://other', false],
  ['file:///etc', false],
];
for (const [target, accepted] of targets) {
  test(`POST /scans ${accepted ? 'takes' : 'refuses'} the target ${target}`, async () => {
    const { status, body } = await post({ targets: [configuredTargets[0], target] });
    assert.equal(status, accepted ? 202 : 422);
    assert.equal(api.started.length, accepted ? 1 : 0);
    if (!accepted) assert.deepEqual([body.code, body.errors[0]?.pointer], ['target-not-configured', '/targets/1']);
  });
}

for (const body of [{ targets: [] }, { seed: -1 }, { seed: 1.5 }, { seed: '1' }, { everything: true }, [], 1]) {
  test(`POST /scans refuses the body ${JSON.stringify(body)}`, async () => {
    const answer = await post(body);
    assert.deepEqual([answer.status, answer.body.code], [422, 'invalid-body']);
    assert.equal(api.started.length, 0);
  });
}

test('GET /scans/{id} counts the shards that are done', async () => {
  await api.ledger.scans.putScan(sampleScan('counted'));
  const put = (shard: string, failed: boolean) =>
    api.ledger.scans.putShardResult({ v: 1, scan: 'counted', shard, store: 's3://exports', tallies: [], skips: [], failed });
  await put('a', false);
  await put('b', true);
  await put('b', true);
  const { body } = await api.call({ method: 'GET', path: '/scans/counted' });
  assert.deepEqual([body['shardsDone'], body['shardsFailed'], body['progress']], [2, 1, 0.5]);
});

test('GET /scans lists the newest first, page by page', async () => {
  for (const day of ['01', '02', '03']) {
    await api.ledger.scans.putScan(
      sampleScan(`old-${day}`, { startedAt: `2020-01-${day}T00:00:00.000Z`, endedAt: at, state: 'completed' }),
    );
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await api.call({ method: 'GET', path: '/scans', query: { limit: '3', ...(cursor !== null && { cursor }) } });
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.next;
  } while (cursor !== null);
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(seen.slice(-3), ['old-03', 'old-02', 'old-01']);
});

test('GET /scans/{id}/skips pages what was not read, with the reason', async () => {
  await api.ledger.scans.putScan(sampleScan('skipping'));
  const skips = ['o1', 'o2', 'o3'].map(
    (object) => ({ v: 1, store: 's3://exports', object, reason: 'PERMISSION_DENIED', detail: 'denied' }) as const,
  );
  await api.ledger.scans.putShardResult({
    v: 1,
    scan: 'skipping',
    shard: 'a',
    store: 's3://exports',
    tallies: [],
    skips,
    failed: false,
  });
  const first = await api.call({ method: 'GET', path: '/scans/skipping/skips', query: { limit: '2' } });
  const second = await api.call({
    method: 'GET',
    path: '/scans/skipping/skips',
    query: { limit: '2', cursor: first.body.next ?? '' },
  });
  assert.deepEqual([...first.body.items, ...second.body.items].map((item) => String(item['object'])).toSorted(), [
    'o1',
    'o2',
    'o3',
  ]);
  assert.equal(second.body.next, null);
});

test('GET /scans/{id}/notes pages what was read all the same, once however often a result is delivered', async () => {
  await api.ledger.scans.putScan(sampleScan('noting'));
  const notes = [{ code: 'ENCODING_REPAIRED', detail: 'twice encoded' }] as const;
  const tally = { objectId: 'i', version: null, modifiedAt: null, part: null, complete: true, tallies: [], filled: {} } as const;
  const tallies = ['o1', 'o2', 'o3'].map((object) => ({ ...tally, object, notes }));
  const result = { v: 1, scan: 'noting', shard: 'a', store: 's3://exports', tallies, skips: [], failed: false } as const;
  await api.ledger.scans.putShardResult(result);
  await api.ledger.scans.putShardResult(result);
  await api.ledger.scans.putShardResult({ ...result, shard: 'b', tallies: [{ ...tally, object: 'o4' }] });
  const path = '/scans/noting/notes';
  const first = await api.call({ method: 'GET', path, query: { limit: '2' } });
  const second = await api.call({ method: 'GET', path, query: { limit: '2', cursor: first.body.next ?? '' } });
  assert.deepEqual(
    [...first.body.items, ...second.body.items],
    ['o1', 'o2', 'o3'].map((object) => ({ v: 1, store: 's3://exports', object, ...notes[0] })),
  );
  assert.equal(second.body.next, null);
});

for (const path of ['/scans/none', '/scans/none/skips', '/scans/none/notes']) {
  test(`GET ${path} says that there is no such scan`, async () => {
    const { status, body } = await api.call({ method: 'GET', path });
    assert.deepEqual([status, body.code], [404, 'not-found']);
  });
}
