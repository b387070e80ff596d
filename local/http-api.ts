/** Serves the template's HTTP API on this machine: its routes, its JWT authoriser, events and answers as API Gateway has them. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Claims, Issuer } from './issuer.ts';
import type { Json } from './states.ts';

/** One route of the template, with its authoriser and function. */
export interface ApiRoute {
  /** `GET /things/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  /** null = open; the template is not meant to have such a route. */
  readonly authorizer: { readonly issuer: string; readonly audience: readonly string[] } | null;
  readonly scopes: readonly string[];
  readonly functionArn: string;
}

export interface HttpApi {
  readonly url: string;
  stop(): Promise<void>;
}

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Starts the API on 127.0.0.1; port 0 takes any that is free. */
export async function serveHttpApi(
  routes: readonly ApiRoute[],
  issuer: Issuer,
  invoke: (functionArn: string, event: Json) => Promise<Json>,
  port = 0,
): Promise<HttpApi> {
  const server = createServer((request, response) => {
    answer(request, routes, issuer, invoke)
      // As API Gateway: whatever the function threw stays inside.
      .catch((): APIGatewayProxyStructuredResultV2 => plain(500, 'Internal Server Error'))
      .then((result) => send(response, result))
      .catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  routes: readonly ApiRoute[],
  issuer: Issuer,
  invoke: (functionArn: string, event: Json) => Promise<Json>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const url = new URL(request.url ?? '/', 'http://local');
  const matched = matchRoute(routes, request.method ?? 'GET', url.pathname);
  if (!matched) return plain(404, 'Not Found');
  const { route, parameters } = matched;
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const claims = route.authorizer ? token && issuer.verify(token, route.authorizer) : {};
  if (!claims) return plain(401, 'Unauthorized');
  const granted = typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [];
  if (route.scopes.length > 0 && !route.scopes.some((scope) => granted.includes(scope))) return plain(403, 'Forbidden');
  const event = makeEvent(request, url, { route, parameters, claims, body: await readBody(request) });
  const result = await invoke(route.functionArn, event as unknown as Json);
  // A function may answer with a bare value: it becomes the body.
  if (typeof result === 'object' && result !== null && 'statusCode' in result) return result;
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
}

interface MatchedRoute {
  readonly route: ApiRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The most specific route: literal parts before variables before a rest, a named method before `ANY`, `$default` last. */
function matchRoute(routes: readonly ApiRoute[], method: string, path: string): MatchedRoute | null {
  const parts = path.split('/').filter(Boolean);
  const found = routes.flatMap((route) => {
    if (route.key === '$default') return [{ route, parameters: {}, rank: 'z' }];
    const [verb = '', pattern = ''] = route.key.split(' ');
    if (verb !== 'ANY' && verb !== method) return [];
    const parameters = matchPath(pattern.split('/').filter(Boolean), parts);
    const rank = pattern.replaceAll(/\{\w+\+\}/g, '~').replaceAll(/\{\w+\}/g, '}') + (verb === 'ANY' ? ' 1' : ' 0');
    return parameters ? [{ route, parameters, rank }] : [];
  });
  return found.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))[0] ?? null;
}

function matchPath(pattern: readonly string[], parts: readonly string[]): Readonly<Record<string, string>> | null {
  const parameters: Record<string, string> = {};
  for (const [index, piece] of pattern.entries()) {
    const [, name, rest] = /^\{(\w+)(\+?)\}$/.exec(piece) ?? [];
    if (name && rest === '+' && parts.length > index) {
      return { ...parameters, [name]: parts.slice(index).map(decodeURIComponent).join('/') };
    }
    const part = parts[index];
    if (part === undefined || (name === undefined && piece !== part)) return null;
    if (name !== undefined) parameters[name] = decodeURIComponent(part);
  }
  return pattern.length === parts.length ? parameters : null;
}

interface RequestParts extends MatchedRoute {
  readonly claims: Claims;
  readonly body: Buffer;
}

/** API Gateway hands on every claim as text, a list as `[a b]`. */
const asText = (claim: unknown): string => (Array.isArray(claim) ? `[${claim.join(' ')}]` : String(claim));

function makeEvent(request: IncomingMessage, url: URL, { route, parameters, claims, body }: RequestParts): Event {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]));
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')] as const);
  const now = new Date();
  const texts = Object.fromEntries(Object.entries(claims).map(([name, claim]) => [name, asText(claim)]));
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: texts, scopes: [] } },
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('utf8') }),
    isBase64Encoded: false,
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function plain(statusCode: number, message: string): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}

function send(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(result.statusCode ?? 200, Object.fromEntries(headers) as Record<string, string>).end(body);
}
