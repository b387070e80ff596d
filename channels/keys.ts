import { hkdfSync } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ChannelError, type Keys } from './contract.ts';

/** Fewer characters than this cannot carry the strength of a 256-bit key. */
const minSecretLength = 32;

/**
 * The fingerprint key, drawn with HKDF-SHA256 (RFC 5869) from a secret string in Secrets Manager, asked for once per process.
 * Throws if the secret is missing or too short; a failed answer is not remembered.
 */
export function secretKeys(options: { readonly client: SecretsManagerClient; readonly secret: string }): Keys {
  let key: Promise<Uint8Array> | undefined;
  return {
    fingerprintKey() {
      key ??= readKey(options).catch((error: unknown) => {
        key = undefined;
        throw error;
      });
      return key;
    },
  };
}

async function readKey({
  client,
  secret,
}: {
  readonly client: SecretsManagerClient;
  readonly secret: string;
}): Promise<Uint8Array> {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: secret }));
  const text = answer.SecretString ?? '';
  if (text.length < minSecretLength) {
    throw new ChannelError(`Cannot use the secret ${secret} as fingerprint key: it needs at least ${minSecretLength} characters`);
  }
  return new Uint8Array(hkdfSync('sha256', text, '', 'kashf fingerprint key 1', 32));
}
