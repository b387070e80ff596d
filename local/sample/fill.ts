/** Puts the sample organisation's data into the embedded servers. */
import { BatchWriteItemCommand, CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Client, escapeIdentifier } from 'pg';
import type { PostgresqlServer } from '../emulators/postgresql.ts';
import { writeBytes } from '../resources.ts';
import { makeFiles } from './files.ts';
import { bucketDescriptions, bucketOf, database, newsletterTable, type BucketStore } from './stores.ts';
import { makeNewsletter, makeTables, type SampleTable } from './tables.ts';

/** Makes the portal's database with its tables. */
export async function fillDatabase(server: PostgresqlServer, seed: number): Promise<void> {
  await withClient(server.url(), (client) => client.query(`CREATE DATABASE ${escapeIdentifier(database)}`));
  await withClient(server.url(database), async (client) => {
    for (const table of makeTables(seed)) await fillTable(client, table);
  });
}

async function withClient(connectionString: string, use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

async function fillTable(client: Client, { name, columns, rows }: SampleTable): Promise<void> {
  const table = escapeIdentifier(name);
  await client.query(
    `CREATE TABLE ${table} (${columns.map(([column, type]) => `${escapeIdentifier(column)} ${type}`).join(', ')})`,
  );
  const records = rows.map((row) => Object.fromEntries(columns.map(([column], index) => [column, row[index]])));
  await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(records)]);
}

/** Makes the newsletter list. */
export async function fillNewsletter(dynamodb: DynamoDBClient, seed: number): Promise<void> {
  await dynamodb.send(
    new CreateTableCommand({
      TableName: newsletterTable,
      AttributeDefinitions: [{ AttributeName: 'email', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const items = makeNewsletter(seed);
  for (let at = 0; at < items.length; at += 25) {
    const batch = items.slice(at, at + 25).map((item) => ({ PutRequest: { Item: marshall(item) } }));
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [newsletterTable]: batch } }));
  }
}

/** Makes the buckets with their files. */
export async function fillBuckets(s3: S3Client, seed: number): Promise<void> {
  for (const store of Object.keys(bucketDescriptions) as BucketStore[]) {
    const bucket = bucketOf(store);
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    for (const { key, body } of makeFiles(store, seed)) await writeBytes(s3, bucket, key, body);
  }
}
