/** How a bucket is protected, from its configuration. What it does not answer stays unknown. */
import {
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  type LifecycleRule,
  type PublicAccessBlockConfiguration,
  type S3Client,
  type ServerSideEncryptionByDefault,
} from '@aws-sdk/client-s3';
import type { Posture } from '../findings/store.ts';
import { failureOf } from './s3-errors.ts';
import type { S3Place } from './s3-uri.ts';

/** Asks for the posture of a bucket; the lifecycle is that of the prefix. */
export async function readPosture(client: S3Client, { bucket, prefix }: S3Place): Promise<Posture> {
  const Bucket = bucket;
  const [encryption, publicAccess, versioning, logging, rules] = await Promise.all([
    ask(
      async () => {
        const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand({ Bucket }));
        return encryptionOf(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault);
      },
      { ServerSideEncryptionConfigurationNotFoundError: 'none' as const },
    ),
    readPublicAccess(client, Bucket),
    ask(async () => (await client.send(new GetBucketVersioningCommand({ Bucket }))).Status === 'Enabled'),
    ask(async () => (await client.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled !== undefined),
    ask(async () => (await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules ?? []),
  ]);
  return { encryption, publicAccess, versioning, logging, expiresAfterDays: rules && expiryOf(rules, prefix) };
}

/** Region of a bucket by its location; null where that is not answered. The oldest region has no name there. */
export function readRegion(client: S3Client, bucket: string): Promise<string | null> {
  return ask(async () => {
    const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: bucket }));
    const name: string = LocationConstraint ?? '';
    return name === '' ? 'us-east-1' : name === 'EU' ? 'eu-west-1' : name;
  });
}

/** The answer to one question; null where it is refused or not understood. `meanings` = errors that are answers. */
async function ask<T>(question: () => Promise<T>, meanings: Readonly<Record<string, T>> = {}): Promise<T | null> {
  try {
    return await question();
  } catch (error) {
    return meanings[failureOf(error).name] ?? null;
  }
}

/** A KMS key counts as the customer's own unless it is the one that AWS keeps for S3. */
function encryptionOf(rule: ServerSideEncryptionByDefault | undefined): Posture['encryption'] {
  if (!rule?.SSEAlgorithm) return null;
  const key = rule.KMSMasterKeyID ?? 'alias/aws/s3';
  return rule.SSEAlgorithm.startsWith('aws:kms') && !key.endsWith('alias/aws/s3') ? 'customer-key' : 'service-key';
}

/**
 * Whether strangers get in: by policy or by ACL, unless the bucket's public access block takes the right away again.
 * The block of the whole account is not seen from here.
 */
async function readPublicAccess(client: S3Client, bucket: string): Promise<boolean | null> {
  const Bucket = bucket;
  const none: PublicAccessBlockConfiguration = {};
  const block = await ask(
    async () => (await client.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration ?? none,
    { NoSuchPublicAccessBlockConfiguration: none },
  );
  const [byPolicy, byAcl] = await Promise.all([
    block?.RestrictPublicBuckets
      ? false
      : ask(async () => (await client.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic ?? false, {
          NoSuchBucketPolicy: false,
        }),
    block?.IgnorePublicAcls
      ? false
      : ask(async () =>
          ((await client.send(new GetBucketAclCommand({ Bucket }))).Grants ?? []).some(({ Grantee }) => isEveryone(Grantee?.URI)),
        ),
  ]);
  if (byPolicy === true || byAcl === true) return block === null ? null : true;
  return byPolicy === false && byAcl === false ? false : null;
}

function isEveryone(group: string | undefined): boolean {
  return group?.endsWith('/global/AllUsers') === true || group?.endsWith('/global/AuthenticatedUsers') === true;
}

/** The fewest days after which a rule removes every object below the prefix; null = no rule does. */
function expiryOf(rules: readonly LifecycleRule[], prefix: string): number | null {
  const days = rules
    .filter((rule) => rule.Status === 'Enabled' && coversAll(rule, prefix))
    .flatMap(({ Expiration }) => Expiration?.Days ?? []);
  return days.length === 0 ? null : Math.min(...days);
}

/** A rule that also asks for tags or sizes does not cover everything. */
function coversAll({ Filter, Prefix }: LifecycleRule, prefix: string): boolean {
  const isPicky = Filter?.Tag ?? Filter?.And ?? Filter?.ObjectSizeGreaterThan ?? Filter?.ObjectSizeLessThan;
  return isPicky === undefined && (prefix === '' ? '' : `${prefix}/`).startsWith(Filter?.Prefix ?? Prefix ?? '');
}
