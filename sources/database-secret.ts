import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientConfig } from './aws-clients.ts';
import { SourceError } from './contract.ts';
import type { Credentials } from './options.ts';
import { failureOf } from './s3-errors.ts';

export interface DatabaseSecret extends Credentials {
  readonly port: number | null;
}

/** Reads a secret of the form that RDS uses: JSON with `username`, `password` and perhaps `port`. Throws `SourceError` without its content. */
export async function readDatabaseSecret(id: string): Promise<DatabaseSecret> {
  const client = new SecretsManagerClient(clientConfig({}));
  const answer = await client.send(new GetSecretValueCommand({ SecretId: id })).catch((error: unknown) => {
    throw new SourceError('unavailable', `Cannot read the secret ${id}: AWS answered ${failureOf(error).name}`);
  });
  client.destroy();
  const { username, password, port } = parseObject(answer.SecretString ?? '');
  if (typeof username !== 'string' || typeof password !== 'string') {
    throw new SourceError('unavailable', `The secret ${id} is not JSON with username and password`);
  }
  return { user: username, password, port: Number(port) || null };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
