/** How AWS clients are made here: the environment decides region, endpoint and credentials; each part can be set for a test. */
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { SourceError } from './contract.ts';
import type { Role } from './options.ts';
import { failureOf } from './s3-errors.ts';

export interface AwsOptions {
  readonly region?: string;
  /** Base URL of an emulator; absent = AWS_ENDPOINT_URL, else AWS itself. */
  readonly endpoint?: string;
  /** Role to assume for every request; null or absent = none. */
  readonly role?: Role | null | undefined;
}

/** Settings of every client. A connection that takes longer than 5 s is not coming. */
export function clientConfig({ region, endpoint, role }: AwsOptions) {
  const config = {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  };
  return role ? { ...config, credentials: () => assumeRole(role, config) } : config;
}

/** Credentials of a role for an hour; the client asks again before they end. */
async function assumeRole({ arn, externalId }: Role, config: { readonly endpoint?: string; readonly region?: string }) {
  const sts = new STSClient(config);
  const command = new AssumeRoleCommand({ RoleArn: arn, ExternalId: externalId, RoleSessionName: 'kashf' });
  const { Credentials } = await sts.send(command).catch((error: unknown) => {
    throw new SourceError(
      'unavailable',
      `Cannot assume the role ${arn}: AWS answered ${failureOf(error).name}; check its trust policy and the external id`,
    );
  });
  sts.destroy();
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    ...(Credentials?.SessionToken === undefined ? {} : { sessionToken: Credentials.SessionToken }),
    ...(Credentials?.Expiration === undefined ? {} : { expiration: Credentials.Expiration }),
  };
}

/** Whether requests go to an emulator, which wants the bucket in the path. */
export function hasOwnEndpoint({ endpoint }: AwsOptions): boolean {
  return Boolean(endpoint ?? process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']);
}

/** The `SourceError` for a request that could not be answered at all. `place` is a bucket or table, in words. */
export function unavailable(place: string, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const { name } = failureOf(error);
  return new SourceError('unavailable', `Cannot read ${place}: ${causes[name] ?? `AWS answered ${name}`}`, { cause: error });
}

const denied = 'access denied; grant this role the right to read it';
const unreached = 'the endpoint cannot be reached; check the network, the region and AWS_ENDPOINT_URL';
const expired = 'the AWS credentials have expired; sign in again';
const wrongCredentials = 'AWS does not know these credentials';
const causes: Readonly<Record<string, string>> = {
  AccessDenied: denied,
  AccessDeniedException: denied,
  Forbidden: denied,
  '403': denied,
  ECONNREFUSED: unreached,
  ECONNRESET: unreached,
  ENOTFOUND: unreached,
  EHOSTUNREACH: unreached,
  EAI_AGAIN: unreached,
  ETIMEDOUT: unreached,
  TimeoutError: unreached,
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  CredentialsProviderError: 'there are no AWS credentials; set AWS_PROFILE or sign in',
  InvalidAccessKeyId: wrongCredentials,
  SignatureDoesNotMatch: wrongCredentials,
  UnrecognizedClientException: wrongCredentials,
};
