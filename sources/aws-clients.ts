/** How AWS clients are made here: the environment decides region, endpoint and credentials; each part can be set for a test. */
import { SourceError } from './contract.ts';
import { failureOf } from './s3-errors.ts';

export interface AwsOptions {
  readonly region?: string;
  /** Base URL of an emulator; absent = AWS_ENDPOINT_URL, else AWS itself. */
  readonly endpoint?: string;
}

/** Settings of every client. A connection that takes longer than 5 s is not coming. */
export function clientConfig({ region, endpoint }: AwsOptions) {
  return {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  };
}

/** Whether requests go to an emulator, which wants the bucket in the path. */
export function hasOwnEndpoint({ endpoint }: AwsOptions): boolean {
  return Boolean(endpoint ?? process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']);
}

/** The `SourceError` for a request that could not be answered at all. `place` is a bucket or table, in words. */
export function unavailable(place: string, error: unknown): SourceError {
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
