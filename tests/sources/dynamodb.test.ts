import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { startDynalite } from '../../local/emulators/dynalite.ts';
import type { Emulator } from '../../local/emulators/emulator.ts';
import { type Source, UnreadableError } from '../../sources/contract.ts';
import { dynamodbSource } from '../../sources/dynamodb.ts';
import { segmentCount } from '../../sources/dynamodb-scan.ts';
import { itemFields } from '../../sources/dynamodb-item.ts';
import { collect, isUnreadable, linesOf, openContent, testSource } from './contract.ts';

Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIALOCALKEY', AWS_SECRET_ACCESS_KEY: 'verysecret' });

async function fillTable(endpoint: string, table: string, count: number): Promise<DynamoDBClient> {
  const client = new DynamoDBClient({ endpoint });
  await client.send(
    new CreateTableCommand({
      TableName: table,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const state = new DescribeTableCommand({ TableName: table });
  while ((await client.send(state)).Table?.TableStatus !== 'ACTIVE') await setTimeout(5);
  for (let first = 0; first < count; first += 25) {
    const ids = Array.from({ length: Math.min(25, count - first) }, (_, index) => String(first + index));
    const requests = ids.map((id) => ({ PutRequest: { Item: { id: { S: id }, note: { S: `note ${id}` } } } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
  return client;
}

testSource('a DynamoDB table', async () => {
  const dynalite = await startDynalite();
  const client = await fillTable(dynalite.endpoint, 'people', 1000);
  const remove = () => client.send(new DeleteTableCommand({ TableName: 'people' }));
  return {
    source: dynamodbSource({ endpoint: dynalite.endpoint, pageSize: 50 }),
    target: 'dynamodb://people',
    uri: 'dynamodb://000000000000/us-east-1/people',
    contents: new Map([['', Array.from({ length: 1000 }, (_, id) => `$.id=${id}\t$.note=note ${id}`)]]),
    remove: async () => void (await remove()),
    missing: 'dynamodb://nobody',
    unreachable: {
      source: dynamodbSource({ endpoint: 'http://127.0.0.1:9' }),
      target: 'dynamodb://people',
      secrets: ['AKIALOCALKEY', 'verysecret'],
    },
    stop: () => dynalite.stop(),
  };
});

describe('a DynamoDB table', () => {
  let dynalite: Emulator;
  let source: Source;
  before(async () => {
    dynalite = await startDynalite();
    source = dynamodbSource({ endpoint: dynalite.endpoint, pageSize: 7 });
    await fillTable(dynalite.endpoint, 'many', 400);
    await fillTable(dynalite.endpoint, 'few', 3);
  });
  after(async () => {
    await source.close();
    await dynalite.stop();
  });

  const storeOf = async (target: string) => {
    const [store] = await collect(source.stores(target));
    assert.ok(store);
    return store;
  };

  test('an account and region expand to all tables', async () => {
    const uris = (await collect(source.stores('dynamodb://000000000000/us-east-1'))).map((store) => store.uri);
    assert.deepEqual(uris, ['dynamodb://000000000000/us-east-1/few', 'dynamodb://000000000000/us-east-1/many']);
  });

  test('another account than that of the credentials is refused', async () => {
    await assert.rejects(collect(source.stores('dynamodb://123456789012/us-east-1/few')), {
      name: 'SourceError',
      kind: 'unavailable',
    });
  });

  test('the posture says what DynamoDB tells, and no more', async () => {
    assert.deepEqual((await storeOf('dynamodb://few')).posture, {
      encryption: 'service-key',
      publicAccess: false,
      versioning: null,
      logging: null,
      expiresAfterDays: null,
    });
  });

  test('segments cover every item exactly once', async () => {
    const store = await storeOf('dynamodb://many');
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const segment = { name: '', version: null, sizeBytes: null, modifiedAt: null, part: { index, of: 7 } };
      const lines = await linesOf(await openContent(source, store, segment));
      assert.ok(lines.length > 0 && lines.length < 400);
      ids.push(...lines);
    }
    assert.equal(ids.length, 400);
    assert.equal(new Set(ids).size, 400);
  });

  test('a sample is as large as asked, the same for the same seed, and says so', async () => {
    const store = await storeOf('dynamodb://many');
    const whole = { name: '', version: null, sizeBytes: null, modifiedAt: null, part: null };
    const sampleOf = async (rows: number, seed: number) => {
      const content = await source.open(store, whole, { rows, seed });
      assert.ok(!isUnreadable(content) && content.kind === 'records');
      return { lines: await linesOf(content), sampled: content.sampled };
    };
    const first = await sampleOf(50, 7);
    assert.equal(first.lines.length, 50);
    assert.match(first.sampled ?? '', /^50 items .* seed 7$/);
    assert.deepEqual(await sampleOf(50, 7), first);
    assert.notDeepEqual((await sampleOf(50, 8)).lines, first.lines);
    const all = await sampleOf(400, 7);
    assert.equal(all.lines.length, 400);
    assert.equal(all.sampled, null, 'nothing was left out');
  });

  test('binary values that are no text are told after the last record', async () => {
    const client = new DynamoDBClient({ endpoint: dynalite.endpoint });
    await client.send(
      new PutItemCommand({ TableName: 'few', Item: { id: { S: 'b' }, scan: { B: new Uint8Array([0xff, 0xd8, 0]) } } }),
    );
    const store = await storeOf('dynamodb://few');
    const [object] = await collect(source.objects(store));
    assert.ok(object && !isUnreadable(object));
    const content = await openContent(source, store, object);
    assert.ok(content.kind === 'records');
    let count = 0;
    await assert.rejects(
      async () => {
        for await (const _ of content.records) count += 1;
      },
      (error) =>
        error instanceof UnreadableError && error.reason === 'UNSUPPORTED_FILE_TYPE_EXCEPTION' && error.message.startsWith('1 '),
    );
    assert.equal(count, 4);
  });
});

test('a table is read in one segment for each so many bytes, at least one and not too many', () => {
  const counts = [0, 1, 100, 101, 1_000, 10 ** 12].map((bytes) => segmentCount(bytes, 100));
  assert.deepEqual(counts, [1, 1, 1, 2, 10, 1_000]);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const items: readonly [string, Record<string, AttributeValue>, readonly (readonly [string, string])[], number][] = [
  [
    'texts, numbers, booleans',
    { t: { S: 'a' }, n: { N: '12345678901234567890123.5' }, b: { BOOL: false } },
    [
      ['$.b', 'false'],
      ['$.n', '12345678901234567890123.5'],
      ['$.t', 'a'],
    ],
    0,
  ],
  [
    'maps and lists',
    { m: { M: { 'a b': { L: [{ S: 'x' }, { M: { c: { S: 'y' } } }] } } } },
    [
      ["$.m['a b'][*]", 'x'],
      ["$.m['a b'][*].c", 'y'],
    ],
    0,
  ],
  [
    'sets',
    { s: { SS: ['a', 'b'] }, n: { NS: ['1'] } },
    [
      ['$.n[*]', '1'],
      ['$.s[*]', 'a'],
      ['$.s[*]', 'b'],
    ],
    0,
  ],
  [
    'names of empty values',
    { m: { M: { AB1: { NULL: true }, AB2: { M: {} }, AB3: { S: '' } } } },
    [
      ['$.m.AB1', ''],
      ['$.m.AB2', ''],
      ['$.m.AB3', ''],
    ],
    0,
  ],
  [
    'binary that is text',
    { b: { B: bytes('énoncé') }, s: { BS: [bytes('x')] } },
    [
      ['$.b', 'énoncé'],
      ['$.s[*]', 'x'],
    ],
    0,
  ],
  ['binary that is not', { a: { S: 'x' }, b: { B: new Uint8Array([0]) }, s: { BS: [new Uint8Array([255])] } }, [['$.a', 'x']], 2],
  [
    'names of other scripts and with quotes',
    { الاسم: { S: 'x' }, "l'âge": { N: '1' } },
    [
      ["$['l\\'âge']", '1'],
      ['$.الاسم', 'x'],
    ],
    0,
  ],
];
for (const [name, item, fields, binaries] of items) {
  test(`an item as fields: ${name}`, () => assert.deepEqual(itemFields(item), { fields, binaries }));
}
