import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as requestUpstream, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Posture } from '../../findings/store.ts';
import type { BucketDescription, ObjectFault } from '../../local/emulators/buckets.ts';
import { startGateway, type Gateway } from '../../local/emulators/gateway.ts';
import { UnreadableError } from '../../sources/contract.ts';
import { s3Source } from '../../sources/s3.ts';
import { collect, isUnreadable, linesOf, openContent, testSource } from './contract.ts';

Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIALOCALKEY', AWS_SECRET_ACCESS_KEY: 'verysecret' });

async function fillBucket(endpoint: string, bucket: string, objects: ReadonlyMap<string, string>): Promise<S3Client> {
  const client = new S3Client({ endpoint, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  await Promise.all(
    [...objects].map(([Key, Body]) => client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Buffer.from(Body) }))),
  );
  return client;
}

const faults: Readonly<Record<string, ObjectFault>> = {
  'in/cold.csv': { storageClass: 'GLACIER' },
  'in/denied.csv': { error: { code: 'AccessDenied', status: 403 } },
  'in/archive-tier.csv': { error: { code: 'InvalidObjectState', status: 403 } },
  'in/key-off.csv': { error: { code: 'KMS.DisabledException', status: 400 } },
  'in/key-denied.csv': {
    error: { code: 'AccessDenied', status: 403, message: 'User is not authorized to perform: kms:Decrypt' },
  },
  'in/own-key.csv': {
    error: { code: 'InvalidRequest', status: 400, message: 'The object was stored using a form of Server Side Encryption.' },
  },
};

testSource('an S3 folder', async () => {
  const gateway = await startGateway({ buckets: { data: { region: 'eu-west-3', objects: faults } } });
  const names = ['a b.csv', 'ملف #1.txt', 'x+y&z=1%.json', 'deep/er/é.txt', 'quote"<>.txt', 'large.log', 'empty'];
  const contents = new Map(names.map((name) => [name, name === 'empty' ? [] : [`in/${name}`, 'second line']]));
  contents.set('large.log', ['y'.repeat(70_000)]);
  for (let index = 0; index < 1100; index += 1) contents.set(`many/${index}`, [String(index)]);
  const objects = new Map([...contents].map(([name, lines]) => [`in/${name}`, lines.join('\n')]));
  for (const key of Object.keys(faults)) objects.set(key, 'hidden');
  objects.set('in/', '').set('in/marker/', '').set('index.txt', 'a sibling').set('in-other/a.csv', 'a sibling');
  const client = await fillBucket(gateway.endpoint, 'data', objects);
  return {
    source: s3Source({ endpoint: gateway.endpoint, pageSize: 400, headBytes: 1000 }),
    target: 's3://data/in/',
    uri: 's3://data/in',
    contents,
    unreadable: new Map([
      ['cold.csv', 'INVALID_OBJECT_STATE'],
      ['denied.csv', 'PERMISSION_DENIED'],
      ['archive-tier.csv', 'INVALID_OBJECT_STATE'],
      ['key-off.csv', 'INVALID_KMS_KEY'],
      ['key-denied.csv', 'INVALID_KMS_KEY'],
      ['own-key.csv', 'INVALID_ENCRYPTION'],
    ]),
    change: async (name) => void (await client.send(new PutObjectCommand({ Bucket: 'data', Key: `in/${name}`, Body: 'else' }))),
    remove: async (name) => void (await client.send(new DeleteObjectCommand({ Bucket: 'data', Key: `in/${name}` }))),
    missing: 's3://no-such-bucket/in',
    unreachable: {
      source: s3Source({ endpoint: 'http://127.0.0.1:9' }),
      target: 's3://data',
      secrets: ['AKIALOCALKEY', 'verysecret'],
    },
    stop: () => gateway.stop(),
  };
});

describe('an S3 bucket', () => {
  let gateway: Gateway;
  before(async () => {
    gateway = await startGateway();
  });
  after(() => gateway.stop());

  test('a target that is one key is a store with that object', async () => {
    await fillBucket(
      gateway.endpoint,
      'single',
      new Map([
        ['a/list.csv', 'one'],
        ['a/list.csv.bak', 'two'],
      ]),
    );
    const source = s3Source({ endpoint: gateway.endpoint });
    const [store] = await collect(source.stores('s3://single/a/list.csv'));
    assert.ok(store);
    const listed = await collect(source.objects(store));
    assert.deepEqual(
      listed.map((one) => !isUnreadable(one) && one.name),
      ['list.csv'],
    );
    assert.ok(listed[0] && !isUnreadable(listed[0]));
    assert.deepEqual(await linesOf(await openContent(source, store, listed[0])), ['one']);
    await source.close();
  });

  const unknown: Posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };
  const postures: readonly [string, BucketDescription, Partial<Posture> & { region?: string | null }][] = [
    ['nothing answered', {}, { region: null }],
    ['the oldest region', { region: 'us-east-1' }, { region: 'us-east-1' }],
    ['another region', { region: 'af-south-1' }, { region: 'af-south-1' }],
    ['no encryption', { encryption: 'none' }, { encryption: 'none' }],
    ['the key of the service', { encryption: 'service-key' }, { encryption: 'service-key' }],
    ["a key of one's own", { encryption: 'customer-key' }, { encryption: 'customer-key' }],
    ['public access blocked', { access: 'blocked' }, { publicAccess: false }],
    ['not blocked, nobody let in', { access: 'private' }, { publicAccess: false }],
    ['open by policy', { access: 'public-policy' }, { publicAccess: true }],
    ['open by ACL', { access: 'public-acl' }, { publicAccess: true }],
    ['the policy is not told', { access: 'private', denied: ['policyStatus'] }, { publicAccess: null }],
    ['the block is not told', { access: 'public-acl', denied: ['publicAccessBlock'] }, { publicAccess: null }],
    ['versioned and logged', { versioning: true, logging: true }, { versioning: true, logging: true }],
    ['neither versioned nor logged', { versioning: false, logging: false }, { versioning: false, logging: false }],
    ['versioning denied', { versioning: true, denied: ['versioning'] }, { versioning: null }],
    ['removed after 30 days', { expiresAfterDays: 30 }, { expiresAfterDays: 30 }],
    ['never removed', { expiresAfterDays: null }, { expiresAfterDays: null }],
  ];
  for (const [index, [name, description, expected]] of postures.entries()) {
    test(`posture: ${name}`, async () => {
      const bucket = `posture-${index}`;
      gateway.describe(bucket, description);
      await fillBucket(gateway.endpoint, bucket, new Map());
      const source = s3Source({ endpoint: gateway.endpoint });
      const [store] = await collect(source.stores(`s3://${bucket}`));
      const { region, ...posture } = { ...unknown, region: null, ...expected };
      assert.deepEqual(store, { uri: `s3://${bucket}`, account: '000000000000', region, hostingState: null, posture });
      await source.close();
    });
  }

  /** A door to the gateway that closes once, after so many bytes of an answer. */
  async function startBreaking(afterBytes: number, times: number) {
    let left = times;
    const server = createServer((request, response) => {
      const onward = requestUpstream(gateway.endpoint, { method: request.method, path: request.url, headers: request.headers });
      request.pipe(onward);
      onward.on('response', (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        let sent = 0;
        answer.on('data', (chunk: Buffer) => {
          sent += chunk.length;
          if (sent > afterBytes && left > 0 && request.headers.range && !request.headers.range.startsWith('bytes=0-')) {
            left -= 1;
            response.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => response.destroy());
          } else response.write(chunk);
        });
        answer.on('end', () => response.end());
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
  }

  test('a connection that breaks is taken up where it broke', async () => {
    const text = Array.from({ length: 200_000 }, (_, index) => String(index)).join('\n');
    await fillBucket(gateway.endpoint, 'long', new Map([['log', text]]));
    const door = await startBreaking(100_000, 4);
    const source = s3Source({ endpoint: door.endpoint, headBytes: 1000 });
    const [store] = await collect(source.stores('s3://long'));
    assert.ok(store);
    const [object] = await collect(source.objects(store));
    assert.ok(object && !isUnreadable(object));
    assert.equal((await linesOf(await openContent(source, store, object))).join('\n'), text);
    await source.close();
    door.stop();
  });

  test('an object changed while it is read ends with the reason', async () => {
    const client = await fillBucket(gateway.endpoint, 'moving', new Map([['log', 'x'.repeat(5000)]]));
    const source = s3Source({ endpoint: gateway.endpoint, headBytes: 1000 });
    const [store] = await collect(source.stores('s3://moving'));
    assert.ok(store);
    const [object] = await collect(source.objects(store));
    assert.ok(object && !isUnreadable(object));
    const content = await openContent(source, store, object);
    await client.send(new PutObjectCommand({ Bucket: 'moving', Key: 'log', Body: 'y'.repeat(5000) }));
    await assert.rejects(
      linesOf(content),
      (error) => error instanceof UnreadableError && error.reason === 'OBJECT_VERSION_MISMATCH',
    );
    await source.close();
  });
});
