/** What the functions may do to the stores that are scanned: read them, and nothing else. */
import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Target } from '../functions/configuration.ts';
import { parseDynamodbUri } from '../sources/dynamodb-uri.ts';
import { parseS3Uri } from '../sources/s3-uri.ts';
import { allow, viaServices, type KeyUser } from './allow.ts';

/** Functions that open stores: `discover` sees how they are protected, `plan` lists them, `scan` reads them. */
export type StoreReader = 'discover' | 'plan' | 'scan';

export interface StorePermissions {
  readonly statements: readonly PolicyStatement[];
  /** Resources with an unavoidable `*`: the objects below a configured prefix. */
  readonly objects: readonly string[];
}

const posture = [
  'BucketPublicAccessBlock',
  'BucketPolicyStatus',
  'BucketAcl',
  'BucketVersioning',
  'BucketLogging',
  'BucketLocation',
];
const postureActions = [
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
  ...posture.map((part) => `s3:Get${part}`),
];
const tableActions: Record<StoreReader, readonly string[]> = {
  discover: ['DescribeContinuousBackups', 'DescribeTable'],
  plan: ['DescribeTable'],
  scan: ['DescribeTable', 'Scan'],
};

/** Permissions of one function on all targets. A target in another account is reached through its role alone. */
export function permitStores(
  scope: Construct,
  reader: StoreReader,
  targets: readonly Target[],
  keys: readonly string[],
): StorePermissions {
  const own = targets.filter(({ role }) => !role);
  const roles = targets.flatMap(({ role }) => (role ? [role] : []));
  const secrets = targets.flatMap(({ secret }) => (secret === undefined ? [] : [secret]));
  const buckets = own.flatMap(({ uri }) => (uri.startsWith('s3://') ? [bucketOf(scope, uri)] : []));
  const tables = own.flatMap(({ uri }) => (uri.startsWith('dynamodb://') ? [tableArn(scope, uri)] : []));
  const statements = [
    ...buckets.flatMap((bucket) => permitBucket(reader, bucket)),
    ...tables.map((table) =>
      allow(
        tableActions[reader].map((action) => `dynamodb:${action}`),
        [table],
      ),
    ),
    ...(secrets.length > 0 ? [allow(['secretsmanager:GetSecretValue'], secrets)] : []),
    ...roles.map(({ arn, externalId }) => allow(['sts:AssumeRole'], [arn], { StringEquals: { 'sts:ExternalId': externalId } })),
    ...permitKeys(scope, keys, keyUsers(reader, buckets.length > 0, tables.length > 0, secrets.length > 0)),
  ];
  return {
    statements,
    objects: reader === 'scan' ? buckets.flatMap(({ objects }) => objects).filter((one) => one.includes('*')) : [],
  };
}

interface BucketPart {
  readonly arn: string;
  /** The objects below the prefix, and the one whose key is the prefix. */
  readonly objects: readonly string[];
  /** Prefixes that may be listed; none = every one, for a target that is the whole bucket. */
  readonly listed: readonly string[];
}

function bucketOf(scope: Construct, uri: string): BucketPart {
  const { bucket, prefix } = parseS3Uri(uri);
  const arn = `arn:${Stack.of(scope).partition}:s3:::${bucket}`;
  if (prefix === '') return { arn, objects: [`${arn}/*`], listed: [] };
  // In a policy these three characters mean something else.
  const literal = prefix.replaceAll(/[*?$]/g, (sign) => `\${${sign}}`);
  return { arn, objects: [`${arn}/${literal}`, `${arn}/${literal}/*`], listed: [literal, `${literal}/*`] };
}

/** Listing is held to the prefix. The rest of a bucket's configuration cannot be: it belongs to the bucket as a whole. */
function permitBucket(reader: StoreReader, { arn, objects, listed }: BucketPart): readonly PolicyStatement[] {
  // Asking whether a bucket is there counts as listing it, and names no prefix.
  const operator = reader === 'discover' ? 'StringLikeIfExists' : 'StringLike';
  const list = allow(['s3:ListBucket'], [arn], listed.length === 0 ? {} : { [operator]: { 's3:prefix': listed } });
  if (reader === 'discover') return [allow(postureActions, [arn]), list];
  return reader === 'scan' ? [list, allow(['s3:GetObject'], objects)] : [list];
}

function tableArn(scope: Construct, uri: string): string {
  const { account, region, table } = parseDynamodbUri(uri);
  if (table === null) throw new Error(`Cannot deploy ${uri}: it would open every table of the account; name each table`);
  const place = { ...(account !== null && { account }), ...(region !== null && { region }) };
  return Arn.format({ service: 'dynamodb', resource: 'table', resourceName: table, ...place }, Stack.of(scope));
}

function keyUsers(reader: StoreReader, buckets: boolean, tables: boolean, secrets: boolean): readonly KeyUser[] {
  const reads = reader === 'scan';
  return [
    ...(reads && tables ? (['dynamodb'] as const) : []),
    ...(reads && buckets ? (['s3'] as const) : []),
    ...(secrets ? (['secretsmanager'] as const) : []),
  ];
}

/** A key is used in its own region, through the services that hold the scanned data. */
function permitKeys(scope: Construct, keys: readonly string[], services: readonly KeyUser[]): readonly PolicyStatement[] {
  if (services.length === 0) return [];
  return keys.map((key) => {
    const region = Stack.of(scope).splitArn(key, ArnFormat.SLASH_RESOURCE_NAME).region ?? Stack.of(scope).region;
    return allow(['kms:Decrypt'], [key], viaServices(region, services));
  });
}
