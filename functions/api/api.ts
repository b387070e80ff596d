/** Answers one request of the HTTP API (payload format 2.0): route, role, parse, use case, answer; every error becomes a problem. */
import wrap from '@middy/core';
import jsonBody from '@middy/http-json-body-parser';
import router from '@middy/http-router';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { BadCursor } from '../../ledger/contract.ts';
import { isTransient } from '../runtime/failure.ts';
import { chooseLanguage } from './language.ts';
import { writeTag } from './precondition.ts';
import { describeProblem, Problem, type ProblemCode, statusOf } from './problem.ts';
import { readCaller, requireRole } from './roles.ts';
import type { ApiPorts, HeaderName, RawRequest, Route } from './route.ts';
import { routes } from './routes.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Result = APIGatewayProxyStructuredResultV2;

/** Told of every error that is ours and not the caller's. */
export type ReportFault = (error: unknown) => void;

const safeHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** Routes run to their end; the gateway's own limit is shorter than the function's. */
const noAbort = { signal: new AbortController().signal };

export function createApi(ports: ApiPorts, report: ReportFault): (event: Event, context: Context) => Promise<Result> {
  const answer = router<Event, Result>({
    routes: routes.map((route) => ({ method: route.method, path: route.path, handler: answerRoute(route, ports) })),
    notFoundResponse: refuseRoute,
  });
  return async (event, context) => {
    try {
      // The router writes path parameters into the event it is given.
      return (await answer({ ...event }, context, noAbort)) as Result;
    } catch (error) {
      const problem = toProblem(error);
      if (statusOf(problem.code) >= 500) report(error);
      return writeProblem(problem, event.requestContext.requestId);
    }
  };
}

function answerRoute(route: Route, ports: ApiPorts) {
  const answer = async (event: Event, context: Context): Promise<Result> => {
    const request = readRequest(event, context);
    const { body, revision, location } = await route.run(request, ports);
    return {
      statusCode: route.status,
      headers: {
        ...safeHeaders,
        'content-type': 'application/json; charset=utf-8',
        ...(revision !== undefined && { etag: writeTag(revision) }),
        ...(location !== undefined && { location }),
        ...(route.headers.includes('accept-language') && { 'content-language': request.language, vary: 'accept-language' }),
      },
      body: JSON.stringify(body),
    };
  };
  // Before the body is looked at: who may not use the route learns nothing of it.
  const admitted = wrap<Event, Result>().before(({ event }) => requireRole(readCaller(event), route.roles));
  return (route.body === null ? admitted : admitted.use(jsonBody())).handler(answer);
}

function readRequest(event: Event, context: Context): RawRequest {
  const header = (name: HeaderName) => event.headers[name] ?? null;
  // A catch-all route of the gateway leaves what it caught among the parameters.
  const { proxy: _, ...path } = event.pathParameters ?? {};
  return {
    path,
    query: event.queryStringParameters ?? {},
    body: event.body,
    header,
    caller: readCaller(event),
    language: chooseLanguage(header('accept-language')),
    context,
  };
}

/** No such route, or not with this method. Said to anybody with a token: the document with all routes is open to every role. */
function refuseRoute({ method, path }: { method: string; path: string }): never {
  const allowed = routes.filter((route) => fits(route.path, path)).map((route) => route.method);
  if (allowed.length === 0) throw new Problem('route-not-found', 'GET /openapi.json lists the routes');
  throw new Problem('method-not-allowed', `This route takes ${allowed.join(', ')}, not ${method}`, {
    headers: { allow: allowed.join(', ') },
  });
}

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.replace(/(?<=.)\/$/, '').split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith('{') || part === given[index]);
}

/** Status codes of the body parser, and what they mean here. */
const parserProblems: Readonly<Record<number, readonly [ProblemCode, string]>> = {
  415: ['unsupported-media-type', 'Send the body as JSON, with `Content-Type: application/json`'],
  422: ['invalid-json', 'Send a body that is JSON: a parser cannot read this one'],
};

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof BadCursor) {
    return new Problem('bad-cursor', 'Pass `next` of the page before as `cursor`, unchanged, or leave it out to begin anew');
  }
  const { statusCode } = error as { statusCode?: number };
  const parserProblem = parserProblems[statusCode ?? 0];
  if (parserProblem) return new Problem(...parserProblem);
  return isTransient(error)
    ? new Problem('unavailable', 'A service behind this API is overloaded or out of reach; try again in a minute', {
        headers: { 'retry-after': '60' },
      })
    : new Problem(
        'fault',
        'Try again; if it stays, give the id in `instance` to whoever runs Kashf: the log has a line under it',
      );
}

function writeProblem(problem: Problem, requestId: string): Result {
  return {
    statusCode: statusOf(problem.code),
    headers: { ...safeHeaders, 'content-type': 'application/problem+json', ...problem.details.headers },
    body: JSON.stringify(describeProblem(problem, requestId)),
  };
}
