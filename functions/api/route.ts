/** A route is a value: what it takes, who may use it, what it answers. Enforcement and the OpenAPI document both read it. */
import type { Context } from 'aws-lambda';
import type { z } from 'zod';
import type { Reassessment, Workflow } from '../../channels/contract.ts';
import type { Clock } from '../../findings/clock.ts';
import type { Language } from '../../law/contract.ts';
import type { Ledger } from '../../ledger/contract.ts';
import type { Configuration } from '../configuration.ts';
import type { Once } from './once.ts';
import { listComplaints, Problem, type ProblemCode } from './problem.ts';
import type { Caller, Role } from './roles.ts';

/** What the use cases of the API need from outside. */
export interface ApiPorts {
  readonly ledger: Ledger;
  readonly workflow: Workflow;
  readonly reassessment: Reassessment;
  readonly once: Once;
  readonly clock: Clock;
  readonly configuration: Configuration;
  /** A new id, never given before: letters, digits, hyphens. */
  readonly makeId: () => string;
}

export type HeaderName = 'if-match' | 'if-none-match' | 'idempotency-key' | 'accept-language';

/** A request as it came in; strings only. */
export interface RawRequest {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly header: (name: HeaderName) => string | null;
  readonly caller: Caller;
  readonly language: Language;
  readonly context: Context;
}

interface Parsed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Omit<
  RawRequest,
  'path' | 'query' | 'body'
> {
  readonly path: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
}

export interface Answer<Body> {
  readonly body: Body;
  /** Revision for the ETag. */
  readonly revision?: number;
  readonly location?: string;
}

interface Shape<P, Q, B, A> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** Template, as in `/treatments/{id}`. */
  readonly path: `/${string}`;
  /** `operationId` of the OpenAPI document. */
  readonly operation: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly parameters: P;
  readonly query: Q;
  /** null = takes none. */
  readonly body: B;
  /** Request headers it reads. */
  readonly headers: readonly HeaderName[];
  /** Response headers it sets, beside those every route does. */
  readonly sends: readonly ('etag' | 'location')[];
  readonly status: 200 | 202;
  readonly answers: A;
  /** Problems of its own, beside those every route has. */
  readonly problems: readonly ProblemCode[];
}

export interface Route extends Shape<z.ZodObject | null, z.ZodObject | null, z.ZodType | null, z.ZodType> {
  readonly run: (request: RawRequest, ports: ApiPorts) => Promise<Answer<unknown>>;
}

type Given<S extends z.ZodType | null> = S extends z.ZodType ? S : z.ZodUndefined;

/** Makes a route: what it takes is parsed before `answer` sees it; what it answers is typed by its schema. Omitted = takes none. */
export function defineRoute<
  A extends z.ZodType,
  P extends z.ZodObject | null = null,
  Q extends z.ZodObject | null = null,
  B extends z.ZodType | null = null,
>(
  definition: Pick<Shape<P, Q, B, A>, 'method' | 'path' | 'operation' | 'summary' | 'roles' | 'answers'> &
    Partial<Shape<P, Q, B, A>> & {
      readonly answer: (request: Parsed<Given<P>, Given<Q>, Given<B>>, ports: ApiPorts) => Promise<Answer<z.input<A>>>;
    },
): Route {
  const { parameters = null, query = null, body = null, answer } = definition;
  return {
    headers: [],
    sends: [],
    status: 200,
    problems: [],
    ...definition,
    parameters,
    query,
    body,
    run: (request, ports) =>
      answer(
        {
          ...request,
          path: parse(parameters, request.path, 'invalid-path'),
          query: parse(query, request.query, 'invalid-query'),
          body: parse(body, request.body, 'invalid-body'),
        } as Parsed<Given<P>, Given<Q>, Given<B>>,
        ports,
      ),
  };
}

const advice = {
  'invalid-path': 'Correct the parts of the path named in `errors`',
  'invalid-query': 'Correct the query parameters named in `errors`; `/openapi.json` lists those the route takes',
  'invalid-body': 'Correct the places named in `errors`; `/openapi.json` has the schema',
} as const;

function parse(schema: z.ZodType | null, value: unknown, code: keyof typeof advice): unknown {
  if (schema === null) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem(code, advice[code], { complaints: listComplaints(result.error) });
}
