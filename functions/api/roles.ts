/** Who may do what. A role is a group of the user pool; one without a role may do nothing. */
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { Problem } from './problem.ts';

export const roles = ['security', 'lawyer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Everybody with a role reads everything: a verdict makes no sense without the register, nor the other way round. */
export const readers: readonly Role[] = roles;
/** Those who keep the register. */
export const registrars: readonly Role[] = ['lawyer', 'administrator'];
/** Those who act on alerts and start scans. */
export const guards: readonly Role[] = ['security', 'administrator'];

/** Claim of the access token that names the groups. */
const groupsClaim = 'cognito:groups';

export interface Caller {
  /** The token's `sub`: an id that says nothing of the person. */
  readonly subject: string;
  readonly roles: readonly Role[];
}

/** Who the authoriser says is calling. Throws a `Problem` if it says nothing. */
export function readCaller(event: APIGatewayProxyEventV2WithJWTAuthorizer): Caller {
  // An event without authoriser is outside its type, yet it must not pass should a route ever be left open.
  const claims = (event.requestContext as Partial<typeof event.requestContext>).authorizer?.jwt?.claims;
  const subject = claims?.['sub'];
  if (typeof subject !== 'string' || subject === '')
    throw new Problem('unauthenticated', 'Send a bearer token of the user pool in `Authorization`');
  return { subject, roles: readGroups(claims?.[groupsClaim]).filter(isRole) };
}

/** Throws a `Problem` unless the caller has one of the roles. */
export function requireRole(caller: Caller, allowed: readonly Role[]): void {
  if (caller.roles.some((role) => allowed.includes(role))) return;
  const has = caller.roles.length === 0 ? 'this token carries none' : `this token carries: ${caller.roles.join(', ')}`;
  throw new Problem(
    'forbidden',
    `This needs one of the roles ${allowed.join(', ')}; ${has}. An administrator can add you to a group of the user pool`,
  );
}

/** API Gateway hands a claim that is a list on as `[one two]`; other authorisers as `one,two` or as an array. */
function readGroups(claim: unknown): readonly string[] {
  if (Array.isArray(claim)) return claim.map(String);
  if (typeof claim !== 'string') return [];
  return claim.replace(/^\[(.*)\]$/, '$1').split(/[\s,]+/);
}

function isRole(group: string): group is Role {
  return (roles as readonly string[]).includes(group);
}
