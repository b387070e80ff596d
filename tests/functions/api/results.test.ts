import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ApiUnderTest, startApi } from './harness.ts';
import { renderGap } from '../../../law/text.ts';
import { sampleAlert } from '../../channels/samples.ts';
import { at, sampleFinding, sampleStore, sampleVerdict } from './samples.ts';

let api: ApiUnderTest;
const staff = 's3://exports/staff & co';
const people = 'dynamodb://000000000000/us-east-1/people';

const { gap: gapOfStaff } = sampleAlert();

before(async () => {
  api = await startApi();
  const { results } = api.ledger;
  for (const uri of [staff, people]) await results.putStore(sampleStore(uri));
  await results.putFindings(staff, [sampleFinding(staff, 'one'), sampleFinding(staff, 'two', { state: 'closed', closedAt: at })]);
  await results.putFindings(people, [sampleFinding(people, 'three')]);
  await results.putVerdicts(staff, [sampleVerdict(staff, { gaps: [gapOfStaff] })], { by: 'kashf', at });
  const covered = sampleVerdict(people, { treatment: 'portal', state: 'covered', formality: 'declaration' });
  await results.putVerdicts(people, [covered, { ...covered, treatment: 'staff' }], { by: 'kashf', at });
});
after(() => api.stop());

const get = (path: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  api.call({ method: 'GET', path, query, headers, groups: '[lawyer]' });

test('GET /stores/{id} gives the store under the id that GET /stores lists it with', async () => {
  const { body } = await get('/stores');
  assert.deepEqual(body.items.map(({ uri }) => uri).toSorted(), [people, staff].toSorted());
  for (const { id, uri } of body.items) assert.equal((await get(`/stores/${id}`)).body.uri, uri);
});

for (const id of [Buffer.from('s3://nowhere').toString('base64url'), 'x']) {
  test(`GET /stores/${id} says that no scan has seen it`, async () => {
    const { status, body } = await get(`/stores/${id}`);
    assert.deepEqual([status, body.code], [404, 'not-found']);
  });
}

const findings: [query: Record<string, string>, ids: string[]][] = [
  [{}, ['one', 'three', 'two']],
  [{ state: 'open' }, ['one', 'three']],
  [{ store: staff }, ['one', 'two']],
  [{ store: staff, state: 'closed' }, ['two']],
  [{ detector: 'ma/cin' }, ['one', 'three', 'two']],
  [{ detector: 'global/email' }, []],
  [{ store: 's3://nowhere' }, []],
];
for (const [query, ids] of findings) {
  test(`GET /findings?${new URLSearchParams(query).toString()} gives ${ids.length}`, async () => {
    const { body } = await get('/findings', query);
    assert.deepEqual(body.items.map(({ finding }) => finding.id).toSorted(), ids);
  });
}

test('GET /findings pages with each finding once', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await get('/findings', { limit: '1', ...(cursor !== null && { cursor }) });
    seen.push(...body.items.map(({ finding }) => finding.id));
    cursor = body.next;
  } while (cursor !== null);
  assert.deepEqual(seen.toSorted(), ['one', 'three', 'two']);
});

const verdicts: [query: Record<string, string>, count: number][] = [
  [{}, 3],
  [{ state: 'gaps' }, 1],
  [{ treatment: 'portal' }, 1],
  [{ store: people }, 2],
  [{ store: people, treatment: 'staff' }, 1],
  [{ store: people, state: 'gaps' }, 0],
];
for (const [query, count] of verdicts) {
  test(`GET /verdicts?${new URLSearchParams(query).toString()} gives ${count}`, async () => {
    assert.equal((await get('/verdicts', query)).body.items.length, count);
  });
}

test('GET /verdicts of one store pages too', async () => {
  const first = await get('/verdicts', { store: people, limit: '1' });
  const second = await get('/verdicts', { store: people, limit: '1', cursor: first.body.next ?? '' });
  assert.deepEqual(
    [...first.body.items, ...second.body.items].map((verdict) => verdict['treatment']),
    ['portal', 'staff'],
  );
  assert.equal(second.body.next, null);
});

test('GET /verdicts writes the same codes with sentences in the language asked for', async () => {
  const texts = new Set<string>();
  for (const [header, language] of [
    ['fr-MA,fr;q=0.9,en;q=0.5', 'fr'],
    ['ar', 'ar'],
    ['de, en;q=0.3', 'en'],
    ['', 'en'],
    ['es', 'en'],
    ['en;q=0.2, ar;q=0.8', 'ar'],
    ['fr;q=0, ar;q=0.1', 'ar'],
  ] as const) {
    const { headers, body } = await get('/verdicts', { state: 'gaps' }, { 'accept-language': header });
    assert.equal(headers['content-language'], language, header);
    assert.equal(headers['vary'], 'accept-language');
    const [gap] = body.items[0]?.gaps ?? [];
    assert.equal(gap?.['kind'], 'undeclared-store');
    assert.ok(gap.text.length > 0);
    assert.equal(gap.text, renderGap(gapOfStaff, language));
    texts.add(gap.text);
  }
  assert.equal(texts.size, 3);
});

const badQueries: [path: string, query: Record<string, string>, pointer: string][] = [
  ['/findings', { state: 'lost' }, '/state'],
  ['/findings', { detector: 'us/ssn' }, '/detector'],
  ['/findings', { limit: '0' }, '/limit'],
  ['/findings', { limit: '201' }, '/limit'],
  ['/stores', { limit: 'many' }, '/limit'],
  ['/stores', { colour: 'red' }, '/colour'],
  ['/verdicts', { state: 'open' }, '/state'],
  ['/alerts', { severity: 'grave' }, '/severity'],
];
for (const [path, query, pointer] of badQueries) {
  test(`GET ${path}?${new URLSearchParams(query).toString()} is refused, and says which parameter is wrong`, async () => {
    const { status, body } = await get(path, query);
    assert.deepEqual([status, body.code, body.errors.map((error) => error.pointer)], [400, 'invalid-query', [pointer]]);
  });
}

for (const path of ['/treatments', '/stores', '/scans', '/findings', '/verdicts', '/alerts', '/audit']) {
  for (const cursor of ['x', Buffer.from('["1"]').toString('base64url'), 'null']) {
    test(`GET ${path} refuses the cursor ${cursor}`, async () => {
      const { status, body } = await get(path, { cursor });
      assert.deepEqual([status, body.code], [400, 'bad-cursor']);
    });
  }
}
