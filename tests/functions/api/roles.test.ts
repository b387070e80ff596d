import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ApiUnderTest, startApi } from './harness.ts';

let api: ApiUnderTest;
before(async () => {
  api = await startApi();
});
after(() => api.stop());

const all = 'security lawyer administrator';
/** Written out, so that a change of who may do what is seen here and not only made there. */
const matrix: [operation: string, method: string, path: string, roles: string][] = [
  ['listTreatments', 'GET', '/treatments', all],
  ['getTreatment', 'GET', '/treatments/none', all],
  ['putTreatment', 'PUT', '/treatments/none', 'lawyer administrator'],
  ['deleteTreatment', 'DELETE', '/treatments/none', 'lawyer administrator'],
  ['getController', 'GET', '/controller', all],
  ['putController', 'PUT', '/controller', 'lawyer administrator'],
  ['getRegister', 'GET', '/register', all],
  ['listStores', 'GET', '/stores', all],
  ['getStore', 'GET', '/stores/none', all],
  ['startScan', 'POST', '/scans', 'security administrator'],
  ['listScans', 'GET', '/scans', all],
  ['getScan', 'GET', '/scans/none', all],
  ['listSkips', 'GET', '/scans/none/skips', all],
  ['listNotes', 'GET', '/scans/none/notes', all],
  ['listFindings', 'GET', '/findings', all],
  ['listVerdicts', 'GET', '/verdicts', all],
  ['listAlerts', 'GET', '/alerts', all],
  ['getAlert', 'GET', '/alerts/none', all],
  ['patchAlert', 'PATCH', '/alerts/none', 'security administrator'],
  ['listAudit', 'GET', '/audit', all],
  ['getMe', 'GET', '/me', all],
  ['getOpenApi', 'GET', '/openapi.json', all],
];

for (const [operation, method, path, allowed] of matrix) {
  test(`${operation} is for ${allowed} and nobody else`, async () => {
    for (const role of ['security', 'lawyer', 'administrator', 'visitor', '']) {
      // A body that nothing takes: a request that passes the gate fails behind it.
      const { status, body } = await api.call({
        method,
        path,
        groups: `[${role}]`,
        ...(method !== 'GET' && method !== 'DELETE' && { body: { nonsense: true } }),
      });
      const passed = allowed.split(' ').includes(role);
      assert.equal(status === 403, !passed, `${role || 'no role'}: ${status}`);
      if (!passed) assert.equal(body.code, 'forbidden');
    }
  });
}

test('the document and GET /me name the same roles as the matrix', async () => {
  const { body } = await api.call({ method: 'GET', path: '/openapi.json' });
  const operations = Object.values(body['paths'] as Record<string, Record<string, Record<string, unknown>>>).flatMap(
    Object.values,
  );
  const documented = operations.map((operation: Record<string, unknown>) => {
    const named = operation['x-kashf-roles'] as string[];
    return `${String(operation['operationId'])}: ${named.join(' ')}`;
  });
  assert.deepEqual(documented.toSorted(), matrix.map(([operation, , , roles]) => `${operation}: ${roles}`).toSorted());
  const me = await api.call({ method: 'GET', path: '/me', groups: '[security]', subject: 'guard' });
  assert.deepEqual([me.body['subject'], me.body['roles']], ['guard', ['security']]);
  assert.deepEqual(
    (me.body['operations'] as string[]).toSorted(),
    matrix.flatMap(([operation, , , roles]) => (roles.includes('security') ? [operation] : [])).toSorted(),
  );
});

const claims: [groups: string | string[] | null, status: number][] = [
  ['[security lawyer]', 200],
  ['security,lawyer', 200],
  ['lawyer', 200],
  [['lawyer'], 200],
  ['[visitors lawyer]', 200],
  ['[lawyers]', 403],
  ['[Lawyer]', 403],
  ['[]', 403],
  ['', 403],
  [null, 403],
];
for (const [groups, status] of claims) {
  test(`a token whose groups come as ${JSON.stringify(groups)} gets ${status}`, async () => {
    assert.equal((await api.call({ method: 'GET', path: '/me', groups })).status, status);
  });
}

test('a request that no authoriser has seen is not answered', async () => {
  const { status, body } = await api.call({ method: 'GET', path: '/me', subject: '' });
  assert.deepEqual([status, body.code], [401, 'unauthenticated']);
});
