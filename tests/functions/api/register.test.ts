import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type ApiUnderTest, startApi } from './harness.ts';
import { sampleStore, sampleTreatment } from './samples.ts';

let api: ApiUnderTest;
const stores = ['s3://exports/staff', 's3://exports/portal', 'postgresql://db/portal/public/people'];

before(async () => {
  api = await startApi();
  for (const uri of stores) await api.ledger.results.putStore(sampleStore(uri));
});
after(() => api.stop());
beforeEach(() => api.takeMessages());

const put = (id: string, body: unknown, headers: Record<string, string>) =>
  api.call({ method: 'PUT', path: `/treatments/${id}`, body, headers, groups: '[lawyer]' });

test('PUT /treatments/{id} declares a treatment, answers 202 with both revisions and asks for the stores it touches', async () => {
  const { status, body, headers } = await put('staff', sampleTreatment('staff'), { 'if-none-match': '*' });
  assert.equal(status, 202);
  assert.equal(headers['etag'], '"1"');
  assert.equal(body.stores, 1);
  assert.deepEqual(await api.takeMessages(), [{ v: 1, store: 's3://exports/staff', scan: null, revision: body.revision }]);
  const read = await api.call({ method: 'GET', path: '/treatments/staff', groups: '[security]' });
  assert.equal(read.headers['etag'], '"1"');
  assert.deepEqual(read.body['treatment'], sampleTreatment('staff'));
});

test('PUT /treatments/{id} asks for what the old patterns touched and what the new ones touch', async () => {
  const { status, body, headers } = await put('staff', sampleTreatment('staff', { stores: ['postgresql://db/portal/**'] }), {
    'if-match': '"1"',
  });
  assert.equal(status, 202);
  assert.equal(headers['etag'], '"2"');
  const asked = (await api.takeMessages()).map(({ store, revision }) => [store, revision]);
  assert.deepEqual(asked, [
    ['postgresql://db/portal/public/people', body.revision],
    ['s3://exports/staff', body.revision],
  ]);
});

test('PUT /treatments/{id} of what is there already changes nothing and asks again, so that a lost request can be made up for', async () => {
  const { revision } = await api.ledger.register.read();
  const trail = (await api.ledger.audit.audit({ limit: 100, cursor: null })).items.length;
  const { status, body, headers } = await put('staff', sampleTreatment('staff', { stores: ['postgresql://db/portal/**'] }), {
    'if-match': '"2"',
  });
  assert.deepEqual([status, headers['etag'], body.revision], [202, '"2"', revision]);
  assert.equal((await api.takeMessages()).length, 1);
  assert.equal((await api.ledger.audit.audit({ limit: 100, cursor: null })).items.length, trail);
});

const preconditions: [headers: Record<string, string>, status: number, code: string, current: number | null][] = [
  [{}, 428, 'precondition-required', null],
  [{ 'if-match': '"1"' }, 412, 'precondition-failed', 2],
  [{ 'if-match': '"9"' }, 412, 'precondition-failed', 2],
  [{ 'if-none-match': '*' }, 412, 'precondition-failed', 2],
  [{ 'if-match': '*' }, 400, 'bad-precondition', null],
  [{ 'if-match': '"1", "2"' }, 400, 'bad-precondition', null],
  [{ 'if-match': 'W/"2"' }, 400, 'bad-precondition', null],
  [{ 'if-none-match': '"2"' }, 400, 'bad-precondition', null],
  [{ 'if-match': '"2"', 'if-none-match': '*' }, 400, 'bad-precondition', null],
];
for (const [headers, status, code, current] of preconditions) {
  test(`PUT /treatments/{id} with ${JSON.stringify(headers)} is refused as ${code} and changes nothing`, async () => {
    const answer = await put('staff', sampleTreatment('staff', { name: 'Another name' }), headers);
    assert.deepEqual([answer.status, answer.body.code, answer.body.current], [status, code, current]);
    assert.equal((await api.ledger.register.treatment('staff'))?.revision, 2);
    assert.deepEqual(await api.takeMessages(), []);
  });
}

test('PUT /treatments/{id} with If-Match of a treatment that is not there is refused', async () => {
  const { status, body } = await put('new', sampleTreatment('new'), { 'if-match': '"1"' });
  assert.deepEqual([status, body.current], [412, 0]);
});

test('two writers with the same ETag: one wins, the other is told', async () => {
  await put('shared', sampleTreatment('shared', { stores: [] }), { 'if-none-match': '*' });
  const answers = await Promise.all(
    ['First', 'Second'].map((name) => put('shared', sampleTreatment('shared', { name, stores: [] }), { 'if-match': '"1"' })),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202, 412]));
});

const wrongBodies: [name: string, body: unknown, status: number, code: string, pointers: string[]][] = [
  ['an id that is not the one of the path', sampleTreatment('other'), 422, 'invalid-body', ['/id']],
  ['a missing name', { id: 'staff' }, 422, 'invalid-body', ['/name']],
  [
    'an unknown category',
    { id: 'staff', name: 'n', dataCategories: [{ category: 'cheese' }] },
    422,
    'invalid-body',
    ['/dataCategories/0/category'],
  ],
  ['an unknown key', { id: 'staff', name: 'n', 'a/b': 1 }, 422, 'invalid-body', ['/a~1b']],
  ['no JSON', '{ "id": AB123456 ', 400, 'invalid-json', []],
  ['a key that would change a prototype', '{"__proto__": {"id": "staff"}}', 400, 'invalid-json', []],
];
for (const [name, body, status, code, pointers] of wrongBodies) {
  test(`PUT /treatments/{id} with ${name} is refused, and says where`, async () => {
    const answer = await put('staff', body, { 'if-match': '"2"' });
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.errors.map(({ pointer }) => pointer)],
      [status, code, pointers],
    );
    assert.doesNotMatch(JSON.stringify(answer.body), /AB123456|cheese/);
  });
}

test('PUT /treatments/{id} takes JSON only', async () => {
  const answer = await put('staff', 'id: staff', { 'if-match': '"2"', 'content-type': 'application/yaml' });
  assert.deepEqual([answer.status, answer.body.code], [415, 'unsupported-media-type']);
});

test('GET /treatments pages by id, each treatment once', async () => {
  for (const id of ['b1', 'a1', 'c1']) await put(id, sampleTreatment(id, { stores: [] }), { 'if-none-match': '*' });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await api.call({
      method: 'GET',
      path: '/treatments',
      query: { limit: '2', ...(cursor !== null && { cursor }) },
    });
    assert.ok(body.items.length <= 2);
    seen.push(...body.items.map((entry) => (entry['treatment'] as { id: string }).id));
    cursor = body.next;
  } while (cursor !== null);
  assert.deepEqual(seen, ['a1', 'b1', 'c1', 'shared', 'staff']);
});

test('DELETE /treatments/{id} takes it out, asks for the stores it claimed, and is refused without the right revision', async () => {
  const remove = (headers: Record<string, string>) =>
    api.call({ method: 'DELETE', path: '/treatments/staff', headers, groups: '[lawyer]' });
  assert.equal((await remove({})).status, 428);
  assert.equal((await remove({ 'if-match': '"1"' })).status, 412);
  const { status, body } = await remove({ 'if-match': '"2"' });
  assert.deepEqual([status, body.stores, body['entry']], [202, 1, null]);
  assert.deepEqual(
    (await api.takeMessages()).map(({ store }) => store),
    ['postgresql://db/portal/public/people'],
  );
  assert.equal((await remove({ 'if-match': '"2"' })).status, 404);
  assert.equal((await api.call({ method: 'GET', path: '/treatments/staff' })).status, 404);
});

test('PUT /controller needs the revision of the register and has all stores assessed anew', async () => {
  const read = await api.call({ method: 'GET', path: '/controller' });
  assert.equal(read.body['controller'], null);
  const controller = { name: 'Ministry of samples', kind: 'public-authority', country: 'MA' };
  const write = (headers: Record<string, string>) =>
    api.call({ method: 'PUT', path: '/controller', body: controller, headers, groups: '[lawyer]' });
  assert.equal((await write({})).status, 428);
  assert.equal((await write({ 'if-match': '"0"' })).status, 412);
  const { status, body } = await write({ 'if-match': read.headers['etag'] ?? '' });
  assert.deepEqual([status, body.stores, body['controller']], [202, 3, controller]);
  assert.deepEqual((await api.takeMessages()).map(({ store }) => store).toSorted(), stores.toSorted());
  assert.deepEqual((await api.call({ method: 'GET', path: '/controller' })).body['controller'], controller);
});

test('GET /audit tells who changed the register, with the entry before and after', async () => {
  const { body } = await api.call({ method: 'GET', path: '/audit', query: { limit: '200' } });
  const actions = body.items.map((entry) => `${String(entry['action'])} ${String(entry['target'])}`);
  assert.equal(actions[0], 'controller.put controller');
  assert.equal(actions.filter((action) => action === 'treatment.put staff').length, 2);
  const deletion = body.items.find((entry) => entry['action'] === 'treatment.delete');
  assert.equal(deletion?.['by'], '1f0e7c2a-subject');
  assert.deepEqual(deletion['detail'], {
    before: sampleTreatment('staff', { stores: ['postgresql://db/portal/**'] }),
    after: null,
  });
});
