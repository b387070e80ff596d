/** An issuer of tokens for this machine: keys made at start, RS256, nothing written down. */
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

export interface Issuer {
  /** A signed token with these claims. */
  sign(claims: Claims): string;
  /** The claims of a token that this issuer signed, that is in time and meant for the audience; else null. */
  verify(token: string, expected: { readonly issuer: string; readonly audience: readonly string[] }): Claims | null;
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

export function makeIssuer(): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    sign(claims) {
      const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'local' })}.${encode(claims)}`;
      return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
    },
    verify(token, expected) {
      const [header = '', body = '', signature = ''] = token.split('.');
      const claims = decode(body);
      if (!claims || decode(header)?.['alg'] !== 'RS256') return null;
      if (!createVerify('RSA-SHA256').update(`${header}.${body}`).verify(publicKey, signature, 'base64url')) return null;
      const now = Date.now() / 1000;
      const isInTime = Number(claims['exp']) > now && Number(claims['nbf'] ?? claims['iat'] ?? 0) <= now + 1;
      // API Gateway takes `client_id` where a token has no `aud`, as Cognito's access tokens do.
      const audience = [claims['aud'] ?? claims['client_id']].flat();
      const isMeant = audience.some((name) => typeof name === 'string' && expected.audience.includes(name));
      return isInTime && isMeant && claims['iss'] === expected.issuer ? claims : null;
    },
  };
}

function decode(part: string): Claims | null {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  } catch {
    return null;
  }
}
