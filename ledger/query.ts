/** Reads runs of items: one sort-key range over several partitions, merged into one order, a page or all of it. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Table } from './access.ts';
import { BadCursor, type Page, type PageRequest } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Item, readItem } from './item.ts';
import { indexes, type IndexName, tableKey } from './table.ts';

/** Which items: those of these partitions whose sort key starts with `prefix`. */
export interface Range {
  readonly index?: IndexName;
  readonly partitions: readonly string[];
  readonly prefix?: string;
  readonly descending?: boolean;
}

/** Where to begin within a range, and how many items to ask for at first. */
interface Start {
  /** Sort key of the last item already seen. */
  readonly after?: string | null;
  readonly batch?: number;
}

/** All items of the range in the order of their sort keys; partitions are read side by side, no further than asked for. */
export async function* readSorted(table: Table, range: Range, start: Start = {}): AsyncGenerator<Item> {
  const sort = sortAttribute(range);
  const runs = range.partitions.map((partition) => readPartition(table, range, partition, start));
  const heads = await Promise.all(runs.map(readNext));
  for (;;) {
    let first = -1;
    for (const [index, head] of heads.entries()) {
      const best = heads[first];
      if (head !== null && (best === undefined || best === null || precedes(head, best))) first = index;
    }
    const item = heads[first];
    const run = runs[first];
    if (item === undefined || item === null || run === undefined) return;
    yield item;
    heads[first] = await readNext(run);
  }

  function precedes(a: Item, b: Item): boolean {
    // Bytes, as DynamoDB compares: JavaScript's own order of strings differs beyond the basic plane.
    const order = Buffer.compare(Buffer.from(String(a[sort])), Buffer.from(String(b[sort])));
    return range.descending === true ? order > 0 : order < 0;
  }
}

/** All items of the range at once, where they are known to be few. */
export async function readAll(table: Table, range: Range): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of readSorted(table, range)) items.push(item);
  return items;
}

/** How many items a page looks at before it is cut short, so that a rare filter cannot hold up an answer. */
export const maxLookedAt = 5_000;

/** One page of the range: the records that `read` makes of its items; null passes over an item. */
export async function readPage<T>(
  table: Table,
  range: Range,
  page: PageRequest,
  read: (item: Item) => T | null | Promise<T | null>,
): Promise<Page<T>> {
  const sort = sortAttribute(range);
  const after = page.cursor === null ? null : (readCursor(page.cursor)[0] ?? null);
  const batch = Math.max(5, Math.ceil((2 * (page.limit + 1)) / range.partitions.length));
  const items: T[] = [];
  let last = after;
  let lookedAt = 0;
  for await (const item of readSorted(table, range, { after, batch })) {
    if (lookedAt === maxLookedAt && last !== null) return { items, next: writeCursor([last]) };
    lookedAt += 1;
    const record = await read(item);
    if (record !== null) {
      if (items.length === page.limit && last !== null) return { items, next: writeCursor([last]) };
      items.push(record);
    }
    if (record !== null || items.length < page.limit) last = String(item[sort]);
  }
  return { items, next: null };
}

async function* readPartition(table: Table, range: Range, partition: string, start: Start): AsyncGenerator<Item> {
  const key = range.index === undefined ? tableKey : indexes[range.index];
  const sort = sortAttribute(range);
  const bounds = boundSort(range, start.after ?? null);
  let batch = start.batch;
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...(range.index === undefined ? { ConsistentRead: true } : { IndexName: range.index }),
        KeyConditionExpression:
          bounds === null ? '#partition = :partition' : '#partition = :partition AND #sort BETWEEN :low AND :high',
        ExpressionAttributeNames: { '#partition': key.partition, ...(bounds === null ? {} : { '#sort': key.sort }) },
        ExpressionAttributeValues: marshall({ ':partition': partition, ...bounds }),
        ScanIndexForward: range.descending !== true,
        ...(batch === undefined ? {} : { Limit: batch }),
        ExclusiveStartKey: from,
      }),
    );
    for (const found of answer.Items ?? []) {
      const item = readItem(found);
      if (item[sort] !== start.after) yield item;
    }
    from = answer.LastEvaluatedKey;
    // Whoever comes back for more passes over much: a filter without a key of its own.
    if (batch !== undefined) batch = Math.min(2 * batch, 500);
  } while (from !== undefined);
}

/** A key condition can name one range only: prefix and start become one, which includes the item already seen. */
function boundSort(range: Range, after: string | null): { ':low': string; ':high': string } | null {
  const prefix = range.prefix ?? '';
  if (after !== null && !after.startsWith(prefix)) throw new BadCursor('Cannot use the cursor: it is of another list');
  if (prefix === '' && after === null) return null;
  // Nothing sorts above the last code point; a blank sorts below everything that keys are made of.
  const low = prefix === '' ? ' ' : prefix;
  const high = `${prefix}\u{10FFFF}`;
  if (after === null) return { ':low': low, ':high': high };
  return range.descending === true ? { ':low': low, ':high': after } : { ':low': after, ':high': high };
}

function sortAttribute(range: Range): string {
  return range.index === undefined ? tableKey.sort : indexes[range.index].sort;
}

async function readNext(run: AsyncGenerator<Item>): Promise<Item | null> {
  const next = await run.next();
  return next.done === true ? null : next.value;
}
