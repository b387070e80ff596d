/** The items of one segment, page by page. */
import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FieldTexts } from '../readers/contract.ts';
import { unavailable } from './aws-clients.ts';
import { type Content, type Sampling, UnreadableError } from './contract.ts';
import { itemFields } from './dynamodb-item.ts';
import { failureOf } from './s3-errors.ts';
import { shuffledIndexes } from './shuffle.ts';

export interface Segment {
  readonly table: string;
  readonly index: number;
  readonly of: number;
  readonly pageSize: number | undefined;
}

/** Most segments a table is cut into; DynamoDB itself allows a million. */
const maxSegments = 1_000;

/** How many segments a table of that size is read in. */
export function segmentCount(tableBytes: number, segmentBytes: number): number {
  return Math.min(maxSegments, Math.max(1, Math.ceil(tableBytes / segmentBytes)));
}

/** A sampled segment is cut in so many pieces, which are read in the order of the seed until there are enough items. */
const pieces = 16;

/** Records of a segment, whole or as many as its share of the sample. Binary values that are no text end the records with `UnreadableError`. */
export function scanSegment(client: DynamoDBClient, segment: Segment, { rows, seed }: Sampling): Content {
  if (rows === null) return { kind: 'records', records: records(readPieces(client, segment, [segment])), sampled: null };
  const limit = Math.ceil(rows / segment.of);
  const order = shuffledIndexes(pieces, seed).map((piece) => ({
    index: segment.index * pieces + piece,
    of: segment.of * pieces,
  }));
  const taken = { items: 0, more: false };
  const sample = `${limit} items of part ${segment.index + 1} of ${segment.of}, from pieces in random order, seed ${seed}`;
  return {
    kind: 'records',
    records: records(take(readPieces(client, segment, order), limit, taken)),
    get sampled() {
      return taken.more ? sample : null;
    },
  };
}

type Item = Readonly<Record<string, AttributeValue>>;

async function* readPieces(
  client: DynamoDBClient,
  { table, pageSize }: Segment,
  parts: readonly { readonly index: number; readonly of: number }[],
): AsyncIterable<Item> {
  for (const { index, of } of parts) {
    let start: Item | undefined;
    do {
      const page = await client
        .send(
          new ScanCommand({
            TableName: table,
            ConsistentRead: true,
            Segment: index,
            TotalSegments: of,
            ExclusiveStartKey: start,
            Limit: pageSize,
          }),
        )
        .catch((error: unknown) => failScan(table, error));
      yield* page.Items ?? [];
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
}

function failScan(table: string, error: unknown): never {
  const { name } = failureOf(error);
  if (name === 'ResourceNotFoundException') {
    throw new UnreadableError('SOURCE_OBJECT_NO_LONGER_AVAILABLE', 'the table went while it was read', { cause: error });
  }
  if (name === 'AccessDeniedException')
    throw new UnreadableError('PERMISSION_DENIED', 'the role may not read it; grant dynamodb:Scan', { cause: error });
  throw unavailable(`table ${table}`, error);
}

/** The first `limit` items; whether there were more is noted. */
async function* take(items: AsyncIterable<Item>, limit: number, taken: { items: number; more: boolean }): AsyncIterable<Item> {
  taken.items = 0;
  taken.more = false;
  for await (const item of items) {
    if (taken.items === limit) {
      taken.more = true;
      return;
    }
    taken.items += 1;
    yield item;
  }
}

async function* records(items: AsyncIterable<Item>): AsyncIterable<FieldTexts> {
  let binaries = 0;
  for await (const item of items) {
    const found = itemFields(item);
    binaries += found.binaries;
    yield found.fields;
  }
  if (binaries > 0) throw new UnreadableError('UNSUPPORTED_FILE_TYPE_EXCEPTION', `${binaries} binary values that hold no text`);
}
