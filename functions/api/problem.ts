/** What goes wrong in a request, as `application/problem+json` (RFC 9457): a sentence that helps, never a stack, never a value. */
import { z } from 'zod';
import { component } from './components.ts';

const definitions = {
  unauthenticated: [401, 'Who are you?'],
  forbidden: [403, 'Not allowed for your role'],
  'not-found': [404, 'No such thing'],
  'route-not-found': [404, 'No such route'],
  'method-not-allowed': [405, 'The route does not take this method'],
  'invalid-path': [400, 'The path is wrong'],
  'invalid-query': [400, 'The query is wrong'],
  'invalid-json': [400, 'The body is not JSON'],
  'invalid-body': [422, 'The body does not fit the schema'],
  'unsupported-media-type': [415, 'The body must be JSON'],
  'bad-cursor': [400, 'The cursor is not one of ours'],
  'bad-precondition': [400, 'The precondition cannot be read'],
  'precondition-required': [428, 'A precondition is needed'],
  'precondition-failed': [412, 'Changed in the meantime'],
  conflict: [409, 'Not possible in this state'],
  'target-not-configured': [422, 'Not a configured target'],
  'idempotency-mismatch': [422, 'The idempotency key was used for another request'],
  'in-progress': [409, 'The same request is being answered'],
  unavailable: [503, 'Not available for the moment'],
  fault: [500, 'A fault of ours'],
} as const satisfies Record<string, readonly [status: number, title: string]>;
export type ProblemCode = keyof typeof definitions;
export const problemCodes = Object.keys(definitions) as readonly ProblemCode[];

export function statusOf(code: ProblemCode): number {
  return definitions[code][0];
}

export function titleOf(code: ProblemCode): string {
  return definitions[code][1];
}

/** One thing wrong in a body, query or path; `pointer` is a JSON Pointer (RFC 6901) into it. */
export interface Complaint {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  readonly complaints?: readonly Complaint[];
  /** The revision the thing has now (412). */
  readonly current?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, detail: string, details: ProblemDetails = {}) {
    super(detail);
    this.code = code;
    this.details = details;
  }
}

export const problemSchema = component(
  'Problem',
  z.strictObject({
    type: z.string().regex(/^urn:kashf:problem:/),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Names the request; the log has a line under the same id. */
    instance: z.string(),
    code: z.enum(problemCodes),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).readonly(),
    /** The revision the thing has now, where it is not the expected one. */
    current: z.int().nullable(),
  }),
);

/** The body of the answer. */
export function describeProblem(problem: Problem, requestId: string): z.input<typeof problemSchema> {
  return {
    type: `urn:kashf:problem:${problem.code}`,
    title: titleOf(problem.code),
    status: statusOf(problem.code),
    detail: problem.message,
    instance: `urn:kashf:request:${requestId}`,
    code: problem.code,
    errors: problem.details.complaints ?? [],
    current: problem.details.current ?? null,
  };
}

/** What zod complains of. Its sentences name what it expected and the type it got, never what was sent. */
export function listComplaints(error: z.ZodError): readonly Complaint[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointTo([...issue.path, key]), detail: 'This key is not known here' }))
      : [{ pointer: pointTo(issue.path), detail: issue.message }],
  );
}

function pointTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
