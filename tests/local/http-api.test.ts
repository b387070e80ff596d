import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveHttpApi, type ApiRoute, type HttpApi } from '../../local/http-api.ts';
import { makeIssuer } from '../../local/issuer.ts';
import type { Json } from '../../local/states.ts';

const issuer = makeIssuer();
const expected = { issuer: 'https://issuer.example', audience: ['kashf'] };
const now = Math.floor(Date.now() / 1000);
const claims = {
  iss: expected.issuer,
  aud: 'kashf',
  sub: 'ana',
  'cognito:groups': ['security', 'lawyer'],
  iat: now,
  exp: now + 60,
};
const token = issuer.sign(claims);

const route = (key: string, functionArn = key, extra: Partial<ApiRoute> = {}): ApiRoute => ({
  key,
  authorizer: expected,
  scopes: [],
  functionArn,
  ...extra,
});
const routes = [
  route('GET /things/{id}'),
  route('GET /things/last'),
  route('ANY /{proxy+}'),
  route('GET /scoped', 'scoped', { scopes: ['read'] }),
  route('GET /broken', 'broken'),
  route('GET /bare', 'bare'),
];

let api: HttpApi;
before(async () => {
  api = await serveHttpApi(routes, issuer, async (functionArn, event) => {
    if (functionArn === 'broken') throw new Error('inside');
    if (functionArn === 'bare') return [1];
    return { statusCode: 202, headers: { 'x-by': functionArn }, body: JSON.stringify(event) };
  });
});
after(() => api.stop());

const call = (
  path: string,
  init: { method?: string; body?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> => fetch(`${api.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

describe('serveHttpApi', () => {
  const parts = token.split('.');
  const tampered = Buffer.from(JSON.stringify({ ...claims, sub: 'eve' })).toString('base64url');
  for (const [why, authorization] of [
    ['no token', ''],
    ['another scheme', `Basic ${token}`],
    ['a changed body', `Bearer ${parts[0]}.${tampered}.${parts[2]}`],
    ['no signature', `Bearer ${parts[0]}.${parts[1]}.`],
    ['another key', `Bearer ${makeIssuer().sign(claims)}`],
    ['a token that has ended', `Bearer ${issuer.sign({ ...claims, exp: now - 1 })}`],
    ['another audience', `Bearer ${issuer.sign({ ...claims, aud: 'else' })}`],
    ['another issuer', `Bearer ${issuer.sign({ ...claims, iss: 'https://else.example' })}`],
    ['rubbish', 'Bearer x.y.z'],
  ] as const) {
    it(`answers 401 to ${why}`, async () => {
      const response = await call('/things/1', { headers: { authorization } });
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { message: 'Unauthorized' });
    });
  }

  it('asks for a scope where the route does', async () => {
    assert.equal((await call('/scoped')).status, 403);
    const scoped = issuer.sign({ ...claims, scope: 'write read' });
    assert.equal((await call('/scoped', { headers: { authorization: `Bearer ${scoped}` } })).status, 202);
  });

  for (const [method, path, by] of [
    ['GET', '/things/7', 'GET /things/{id}'],
    ['GET', '/things/last', 'GET /things/last'],
    ['PUT', '/things/last', 'ANY /{proxy+}'],
    ['GET', '/a/b', 'ANY /{proxy+}'],
  ] as const) {
    it(`routes ${method} ${path} to ${by}`, async () => {
      const response = await call(path, { method });
      assert.equal(response.headers.get('x-by'), by);
    });
  }

  it('answers 404 where no route fits', async () => {
    assert.equal((await call('/')).status, 404);
  });

  it('gives the event as API Gateway does', async () => {
    const response = await call('/things/a%2Fb?x=1&x=2&y=', { headers: { 'If-Match': '"3"' } });
    assert.equal(response.status, 202);
    const event = (await response.json()) as Record<string, Json> & { headers: Record<string, string>; requestContext: never };
    assert.equal(event['version'], '2.0');
    assert.deepEqual(event['pathParameters'], { id: 'a/b' });
    assert.deepEqual(event['queryStringParameters'], { x: '1,2', y: '' });
    assert.equal(event.headers['if-match'], '"3"');
    const { authorizer } = event.requestContext as { authorizer: { jwt: { claims: Record<string, string> } } };
    assert.equal(authorizer.jwt.claims['cognito:groups'], '[security lawyer]');
    assert.equal(authorizer.jwt.claims['exp'], String(claims.exp));
  });

  it('hands on a body, wraps a bare answer, hides a failure', async () => {
    const event = (await (await call('/a', { method: 'POST', body: 'été' })).json()) as { body: string };
    assert.equal(event.body, 'été');
    assert.deepEqual(await (await call('/bare')).json(), [1]);
    const broken = await call('/broken');
    assert.equal(broken.status, 500);
    assert.deepEqual(await broken.json(), { message: 'Internal Server Error' });
  });
});
