/** Buckets and folders of buckets. The name of an object is its key below the store's prefix. */
import { GetObjectCommand, HeadBucketCommand, ListObjectsV2Command, S3Client, type _Object } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { ObjectRef, Store } from '../findings/store.ts';
import { clientConfig, hasOwnEndpoint, unavailable, type AwsOptions } from './aws-clients.ts';
import { type Content, type Source, SourceError, type Unreadable } from './contract.ts';
import { unescapeText } from './escape.ts';
import { readBytes, type S3Object } from './s3-bytes.ts';
import { failureOf, refusalOf } from './s3-errors.ts';
import { readPosture, readRegion } from './s3-posture.ts';
import { parseS3Uri, s3Uri, type S3Place } from './s3-uri.ts';

export interface S3Options extends AwsOptions {
  /** Keys of one page of a listing; at most 1000, which is also the default. */
  readonly pageSize?: number;
  /** Bytes of the request that opens an object; an object up to this size takes one request. */
  readonly headBytes?: number;
}

/** Opens `s3://bucket/prefix`. The prefix is a folder: it holds the keys below it, and the key that equals it. */
export function s3Source(options: S3Options = {}): Source {
  const { region } = new STSClient(clientConfig(options)).config;
  // Any region will do to ask where a bucket is: S3 names the right one, and the client goes there.
  const config = { ...clientConfig(options), region: () => region().catch(() => 'us-east-1') };
  const sts = new STSClient(config);
  const client = new S3Client({ ...config, forcePathStyle: hasOwnEndpoint(options), followRegionRedirects: true });
  return {
    scheme: 's3',
    stores: (target) => stores(client, sts, target),
    objects: (store) => objects(client, parseS3Uri(store.uri), options.pageSize ?? 1000),
    open: (store, object) => open(client, parseS3Uri(store.uri), object, options.headBytes ?? 1024 * 1024),
    async close() {
      client.destroy();
      sts.destroy();
    },
  };
}

async function* stores(client: S3Client, sts: STSClient, target: string): AsyncIterable<Store> {
  const place = parseS3Uri(target);
  const head = await client
    .send(new HeadBucketCommand({ Bucket: place.bucket }))
    .catch((error: unknown) => failBucket(place, error));
  const [account, region, posture] = await Promise.all([
    findAccount(client, sts, place.bucket),
    head.BucketRegion ?? readRegion(client, place.bucket),
    readPosture(client, place),
  ]);
  yield { uri: s3Uri(place), account, region, hostingState: null, posture };
}

function failBucket({ bucket }: S3Place, error: unknown): never {
  const { name, status } = failureOf(error);
  if (status === 404 || name === 'NoSuchBucket') throw new SourceError('usage', `There is no bucket ${bucket}`);
  if (status === 403) throw unavailable(`bucket ${bucket}`, { name: 'AccessDenied' });
  throw unavailable(`bucket ${bucket}`, error);
}

/** The caller's account where it owns the bucket; null where it does not, or cannot be told. */
async function findAccount(client: S3Client, sts: STSClient, bucket: string): Promise<string | null> {
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand());
    await client.send(new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: Account }));
    return Account ?? null;
  } catch {
    return null;
  }
}

async function* objects(client: S3Client, place: S3Place, pageSize: number): AsyncIterable<ObjectRef | Unreadable> {
  if (place.prefix === '') {
    yield* list(client, place, '', pageSize);
    return;
  }
  // In a listing by prefix the key that equals the prefix comes first.
  const first = await listPage(client, place, { Prefix: place.prefix, MaxKeys: 1 });
  const [own] = first.Contents ?? [];
  if (own && keyOf(own, first.EncodingType) === place.prefix) yield refOf(own, baseName(place.prefix));
  yield* list(client, place, `${place.prefix}/`, pageSize);
}

async function* list(client: S3Client, place: S3Place, prefix: string, pageSize: number): AsyncIterable<ObjectRef | Unreadable> {
  let token: string | undefined;
  do {
    const page = await listPage(client, place, { Prefix: prefix, MaxKeys: pageSize, ContinuationToken: token });
    for (const entry of page.Contents ?? []) {
      const key = keyOf(entry, page.EncodingType);
      const isMarker = key.endsWith('/') && (entry.Size ?? 0) === 0;
      if (!isMarker) yield refOf(entry, key.slice(prefix.length));
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

interface PageOf {
  readonly Prefix: string;
  readonly MaxKeys: number;
  readonly ContinuationToken?: string | undefined;
}

async function listPage(client: S3Client, { bucket }: S3Place, page: PageOf) {
  const command = new ListObjectsV2Command({
    Bucket: bucket,
    // Keys may hold characters that XML has no way to write.
    EncodingType: 'url',
    OptionalObjectAttributes: ['RestoreStatus'],
    ...page,
  });
  return client.send(command).catch((error: unknown) => {
    throw unavailable(`the list of bucket ${bucket}`, error);
  });
}

/** S3 encodes keys as forms do; one that does not say so has not encoded. */
function keyOf(entry: _Object, encoding: string | undefined): string {
  const key = entry.Key ?? '';
  return encoding === 'url' ? unescapeText(key.replaceAll('+', ' ')) : key;
}

function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function refOf(entry: _Object, name: string): ObjectRef | Unreadable {
  const object: ObjectRef = {
    name,
    version: entry.ETag?.replaceAll('"', '') ?? null,
    sizeBytes: entry.Size ?? null,
    modifiedAt: entry.LastModified?.toISOString() ?? null,
    part: null,
  };
  const isArchived = entry.StorageClass === 'GLACIER' || entry.StorageClass === 'DEEP_ARCHIVE';
  if (!isArchived || entry.RestoreStatus?.RestoreExpiryDate) return object;
  return { object, reason: 'INVALID_OBJECT_STATE', detail: `archived (${entry.StorageClass}); restore it to have it read` };
}

async function open(client: S3Client, place: S3Place, object: ObjectRef, headBytes: number): Promise<Content | Unreadable> {
  const { bucket, prefix } = place;
  const below: S3Object = { bucket, key: prefix === '' ? object.name : `${prefix}/${object.name}`, object };
  const opened = await openKey(client, below, headBytes);
  const isOwn = prefix !== '' && object.name === baseName(prefix);
  if ('reason' in opened && opened.reason === 'SOURCE_OBJECT_NO_LONGER_AVAILABLE' && isOwn) {
    return openKey(client, { ...below, key: prefix }, headBytes);
  }
  return opened;
}

async function openKey(client: S3Client, at: S3Object, headBytes: number): Promise<Content | Unreadable> {
  const isEmpty = at.object.sizeBytes === 0;
  const command = new GetObjectCommand({
    Bucket: at.bucket,
    Key: at.key,
    ...(isEmpty ? {} : { Range: `bytes=0-${headBytes - 1}` }),
    ...(at.object.version === null ? {} : { IfMatch: `"${at.object.version}"` }),
  });
  try {
    const answer = await client.send(command);
    const head = (await answer.Body?.transformToByteArray()) ?? new Uint8Array(0);
    return { kind: 'bytes', source: readBytes(client, at, { head, size: sizeOf(answer, head), etag: answer.ETag ?? null }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { object: at.object, ...refusal };
    throw unavailable(`an object of bucket ${at.bucket}`, error);
  }
}

/** Length of the whole object, which the answer to a ranged request names last. */
function sizeOf(answer: { readonly ContentRange?: string | undefined }, head: Uint8Array): number {
  return Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? head.length);
}
