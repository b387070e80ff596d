import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes } from '../../../functions/api/routes.ts';
import { type ApiUnderTest, startApi } from './harness.ts';
import type { OpenApiDocument } from './open-api-check.ts';

let api: ApiUnderTest;
let document: OpenApiDocument;
before(async () => {
  api = await startApi();
  document = (await api.call({ method: 'GET', path: '/openapi.json' })).body as unknown as OpenApiDocument;
});
after(() => api.stop());

test('every route is in the document, and every operation of the document is a route', () => {
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
  );
  assert.deepEqual(
    documented.toSorted(),
    routes.map(({ method, path, operation }) => `${method} ${path} ${operation}`).toSorted(),
  );
  assert.equal(new Set(routes.map(({ operation }) => operation)).size, routes.length);
});

test('every reference of the document leads somewhere, and every named schema is used', () => {
  const text = JSON.stringify(document);
  const used = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
  assert.deepEqual(used, new Set(Object.keys(document.components.schemas)));
  assert.doesNotMatch(text, /"\$ref":"(?!#\/components\/schemas\/\w+")/);
});

test('the parameters of every path are described', () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const operation of Object.values(operations)) {
      const described = (operation as unknown as { parameters: { name: string; in: string; required: boolean }[] }).parameters
        .filter((parameter) => parameter.in === 'path' && parameter.required)
        .map(({ name }) => name);
      assert.deepEqual(
        described,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        path,
      );
    }
  }
});

const strays: [method: string, path: string, status: number, allow: string | undefined][] = [
  ['GET', '/', 404, undefined],
  ['GET', '/nothing', 404, undefined],
  ['GET', '/treatments/a/b', 404, undefined],
  ['POST', '/treatments', 405, 'GET'],
  ['PATCH', '/treatments/x', 405, 'GET, PUT, DELETE'],
  ['DELETE', '/scans/x', 405, 'GET'],
];
for (const [method, path, status, allow] of strays) {
  test(`${method} ${path} is answered with ${status}`, async () => {
    const answer = await api.call({ method, path });
    assert.equal(answer.status, status);
    assert.equal(answer.headers['allow'], allow);
  });
}
