/** The OpenAPI 3.1 document, written from the routes and the very schemas that requests are parsed with. */
import { z } from 'zod';
import { components } from './components.ts';
import { problemCodes, problemSchema, type ProblemCode, statusOf, titleOf } from './problem.ts';
import type { HeaderName, Route } from './route.ts';

type Json = Record<string, unknown>;

/** Problems that every route may answer with. */
const commonProblems: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'unavailable', 'fault'];

const headerTexts: Record<HeaderName, string> = {
  'if-match': 'ETag of the thing as it was last read.',
  'if-none-match': '`*`: only if the thing does not exist yet.',
  'idempotency-key': 'Any text of the caller; the same request under the same key is done once.',
  'accept-language': '`en`, `fr` or `ar`, for sentences; codes are the same in all.',
};

export function describeApi(routes: readonly Route[]): Json & { openapi: string } {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kashf',
      version: '1',
      summary: 'Personal data found, held against what was declared under Moroccan Law 09-08.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the user pool; its groups are the roles.',
        },
      },
      schemas: describeComponents(),
    },
  };
}

function describeRoute(route: Route): Json {
  return {
    operationId: route.operation,
    summary: route.summary,
    'x-kashf-roles': route.roles,
    parameters: [
      ...describeParameters(route.parameters, 'path'),
      ...describeParameters(route.query, 'query'),
      ...route.headers.map((name) => ({
        name,
        in: 'header',
        required: false,
        description: headerTexts[name],
        schema: { type: 'string' },
      })),
    ],
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: referTo(route.body) } } } }),
    responses: {
      [route.status]: {
        description: route.summary,
        headers: describeAnswerHeaders(route),
        content: { 'application/json': { schema: referTo(route.answers) } },
      },
      ...describeProblems(route),
    },
  };
}

const sentHeaders = {
  etag: ['ETag', 'The revision, for `If-Match`.'],
  location: ['Location', 'Where it is.'],
} as const;

function describeAnswerHeaders(route: Route): Json {
  const sent: (readonly [string, string])[] = route.sends.map((name) => sentHeaders[name]);
  if (route.headers.includes('accept-language')) sent.push(['Content-Language', 'Language of the sentences.']);
  return Object.fromEntries(sent.map(([name, description]) => [name, { description, schema: { type: 'string' } }]));
}

function describeParameters(schema: z.ZodObject | null, place: 'path' | 'query'): readonly Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description = '', ...described } = toJsonSchema(field as z.ZodType, 'output');
    return { name, in: place, required: place === 'path', description, schema: described };
  });
}

function describeProblems(route: Route): Json {
  const own: ProblemCode[] = [
    ...(route.parameters === null ? [] : (['invalid-path'] as const)),
    ...(route.query === null ? [] : (['invalid-query'] as const)),
    ...(route.body === null ? [] : (['invalid-json', 'invalid-body', 'unsupported-media-type'] as const)),
    ...route.problems,
  ];
  const codes = new Set([...own, ...commonProblems]);
  const byStatus = Map.groupBy(
    problemCodes.filter((code) => codes.has(code)),
    statusOf,
  );
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `${titleOf(code)} (\`${code}\`).`).join(' '),
        content: { 'application/problem+json': { schema: referTo(problemSchema) } },
      },
    ]),
  );
}

function referTo(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  return id === undefined ? toJsonSchema(schema, 'input') : { $ref: reference(id) };
}

function describeComponents(): Json {
  const { schemas } = z.toJSONSchema(components, { uri: reference, io: 'input', override: adaptNode });
  const ids = Object.keys(schemas).toSorted((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(ids.map((id) => [id, withoutHead(schemas[id] as Json)]));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  return withoutHead(z.toJSONSchema(schema, { io, override: adaptNode }));
}

/** The document itself says which JSON Schema it speaks, and names its components by where they are. */
function withoutHead(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

/** Zod marks lists that our code does not change as `readOnly`; to OpenAPI that word means something else. */
function adaptNode({ jsonSchema }: { jsonSchema: { readOnly?: boolean } }): void {
  delete jsonSchema.readOnly;
}

function reference(id: string): string {
  return `#/components/schemas/${id}`;
}
