/** DynamoDB tables. A table is one object, read in segments. */
import { DescribeTableCommand, DynamoDBClient, ListTablesCommand, type TableDescription } from '@aws-sdk/client-dynamodb';
import type { ObjectRef, Store } from '../findings/store.ts';
import { clientConfig, unavailable, type AwsOptions } from './aws-clients.ts';
import { type Content, type Sampling, type Source, SourceError, type Unreadable } from './contract.ts';
import { readTablePosture } from './dynamodb-posture.ts';
import { scanSegment, segmentCount, type Segment } from './dynamodb-scan.ts';
import { dynamodbUri, parseDynamodbUri } from './dynamodb-uri.ts';
import { failureOf } from './s3-errors.ts';

export interface DynamodbOptions extends AwsOptions {
  /** Bytes of a table that one segment is to hold. */
  readonly segmentBytes?: number;
  /** Items of one request, for tests; absent = what fits in 1 MB. */
  readonly pageSize?: number;
}

/** Opens `dynamodb://table`, `dynamodb://account/region/table`, and `dynamodb://account/region` with all its tables. */
export function dynamodbSource(options: DynamodbOptions = {}): Source {
  const clients = new Map<string, DynamoDBClient>();
  const clientOf = (region: string | null) => {
    const known = clients.get(region ?? '');
    if (known) return known;
    const client = new DynamoDBClient(clientConfig(region === null ? options : { ...options, region }));
    clients.set(region ?? '', client);
    return client;
  };
  return {
    scheme: 'dynamodb',
    stores: (target) => stores(target, clientOf),
    objects: (store) => objects(clientOf(store.region), store, options.segmentBytes ?? 64 * 1024 * 1024),
    open: (store, object, sampling) => open(clientOf(store.region), { store, object, sampling }, options.pageSize),
    async close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}

async function* stores(target: string, clientOf: (region: string | null) => DynamoDBClient): AsyncIterable<Store> {
  const { account, region, table } = parseDynamodbUri(target);
  const client = clientOf(region);
  for await (const name of table === null ? listTables(client) : [table]) {
    const description = await describe(client, name);
    const [, , , , owner = '', own] = description.TableArn?.split(':') ?? [];
    const asked = await client.config.region().catch((error: unknown) => failTable(name, error));
    if (account !== null && account !== owner) {
      throw new SourceError(
        'unavailable',
        `Table ${own?.replace('table/', '') ?? name} belongs to account ${owner}, but the target names ${account}; use credentials of that account`,
      );
    }
    const posture = await readTablePosture(client, description);
    yield {
      uri: dynamodbUri({ account: owner, region: asked, table: name }),
      account: owner,
      region: asked,
      hostingState: null,
      posture,
    };
  }
}

async function* listTables(client: DynamoDBClient): AsyncIterable<string> {
  let last: string | undefined;
  do {
    const page = await client.send(new ListTablesCommand({ ExclusiveStartTableName: last })).catch((error: unknown) => {
      throw unavailable('the list of DynamoDB tables', error);
    });
    yield* page.TableNames ?? [];
    last = page.LastEvaluatedTableName;
  } while (last !== undefined);
}

async function describe(client: DynamoDBClient, table: string): Promise<TableDescription> {
  const answer = await client
    .send(new DescribeTableCommand({ TableName: table }))
    .catch((error: unknown) => failTable(table, error));
  return answer.Table ?? failTable(table, { name: 'ResourceNotFoundException' });
}

function failTable(table: string, error: unknown): never {
  const { name, message } = failureOf(error);
  if (name === 'ResourceNotFoundException')
    throw new SourceError('usage', `There is no DynamoDB table ${table} in this account and region`);
  if (message === 'Region is missing')
    throw new SourceError('usage', `In which region is table ${table}? Set AWS_REGION, or write dynamodb://account/region/table`);
  throw unavailable(`table ${table}`, error);
}

async function* objects(client: DynamoDBClient, store: Store, segmentBytes: number): AsyncIterable<ObjectRef> {
  const { TableSizeBytes = 0 } = await describe(client, tableOf(store));
  const of = segmentCount(TableSizeBytes, segmentBytes);
  for (let index = 0; index < of; index += 1) {
    const part = of === 1 ? null : { index, of };
    yield { name: '', version: null, sizeBytes: Math.ceil(TableSizeBytes / of), modifiedAt: null, part };
  }
}

interface Opening {
  readonly store: Store;
  readonly object: ObjectRef;
  readonly sampling: Sampling;
}

async function open(
  client: DynamoDBClient,
  { store, object, sampling }: Opening,
  pageSize?: number,
): Promise<Content | Unreadable> {
  const table = tableOf(store);
  const segment: Segment = { table, ...(object.part ?? { index: 0, of: 1 }), pageSize };
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    return Table?.TableStatus === 'DELETING' ? gone(object) : scanSegment(client, segment, sampling);
  } catch (error) {
    const { name } = failureOf(error);
    if (name === 'ResourceNotFoundException') return gone(object);
    if (name === 'AccessDeniedException') {
      return {
        object,
        reason: 'PERMISSION_DENIED',
        detail: 'the role may not read it; grant dynamodb:DescribeTable and dynamodb:Scan',
      };
    }
    throw unavailable(`table ${table}`, error);
  }
}

function gone(object: ObjectRef): Unreadable {
  return { object, reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'the table is no longer there' };
}

function tableOf(store: Store): string {
  return parseDynamodbUri(store.uri).table ?? '';
}
