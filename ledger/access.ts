/** The few things the ledger asks of DynamoDB. All reads of the table are consistent; reads of an index cannot be. */
import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBClient, WriteRequest } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Clock } from '../findings/clock.ts';
import { type Item, readItem } from './item.ts';

/** The table and what goes with it: all that a port of the ledger works with. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
  readonly clock: Clock;
  /** Days that transient items live. */
  readonly ttlDays: number;
}

/** A condition expression with its values; attribute names are written `#name`. */
export interface Condition {
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number | boolean>>;
}

/** The item under this key, or null. */
export async function getItem(table: Table, pk: string, sk: string): Promise<Item | null> {
  const { Item: found } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: marshall({ pk, sk }), ConsistentRead: true }),
  );
  return found === undefined ? null : readItem(found);
}

/** Writes an item. False = the condition did not hold, and nothing was written. */
export function putItem(table: Table, item: Item, condition?: Condition): Promise<boolean> {
  const Item = marshall(item, { removeUndefinedValues: true });
  return unlessRefused(() => table.client.send(new PutItemCommand({ TableName: table.name, Item, ...express(condition) })));
}

/** Deletes an item. False = the condition did not hold. */
export function deleteItem(table: Table, pk: string, sk: string, condition?: Condition): Promise<boolean> {
  const Key = marshall({ pk, sk });
  return unlessRefused(() => table.client.send(new DeleteItemCommand({ TableName: table.name, Key, ...express(condition) })));
}

/** Sets one attribute of an item. False = the condition did not hold. */
export function setAttribute(
  table: Table,
  key: { readonly pk: string; readonly sk: string },
  attribute: { readonly name: string; readonly value: number },
  condition: Condition,
): Promise<boolean> {
  const expressed = expressWhole({ text: condition.text, values: { ...condition.values, ':value': attribute.value } });
  return unlessRefused(() =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall({ pk: key.pk, sk: key.sk }),
        UpdateExpression: `SET #${attribute.name} = :value`,
        ...expressed,
        ExpressionAttributeNames: { ...expressed.ExpressionAttributeNames, [`#${attribute.name}`]: attribute.name },
      }),
    ),
  );
}

/** Writes many items, in no order. */
export function putItems(table: Table, items: readonly Item[]): Promise<void> {
  const last = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]));
  return writeBatches(
    table,
    [...last.values()].map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
  );
}

/** Deletes many items, in no order. */
export function deleteItems(table: Table, keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<void> {
  const unique = new Map(keys.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }]));
  return writeBatches(
    table,
    [...unique.values()].map((key) => ({ DeleteRequest: { Key: marshall(key) } })),
  );
}

const batchSize = 25;
const batchesAtOnce = 4;
const batchAttempts = 10;

async function writeBatches(table: Table, requests: readonly WriteRequest[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(requests.length / batchSize) }, (_, index) =>
    requests.slice(index * batchSize, (index + 1) * batchSize),
  );
  for (let start = 0; start < batches.length; start += batchesAtOnce) {
    await Promise.all(batches.slice(start, start + batchesAtOnce).map((batch) => writeBatch(table, batch)));
  }
}

/** DynamoDB may leave a part of a batch undone (throttling, 16 MB); that part is sent again, with growing pauses. */
async function writeBatch(table: Table, requests: WriteRequest[]): Promise<void> {
  let open = requests;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt === batchAttempts) {
      throw new Error(`Cannot write ${open.length} ledger items: table ${table.name} stays overloaded; try again later`);
    }
    if (attempt > 0) await wait(Math.min(25 * 2 ** attempt, 5_000));
    const { UnprocessedItems: undone } = await table.client.send(
      new BatchWriteItemCommand({ RequestItems: { [table.name]: open } }),
    );
    open = undone?.[table.name] ?? [];
  }
}

async function unlessRefused(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function express(condition: Condition | undefined) {
  return condition === undefined ? {} : expressWhole(condition);
}

function expressWhole(condition: Condition) {
  const names = condition.text.match(/#\w+/g) ?? [];
  return {
    ConditionExpression: condition.text,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])),
    ...(condition.values === undefined ? {} : { ExpressionAttributeValues: marshall(condition.values) }),
  };
}
