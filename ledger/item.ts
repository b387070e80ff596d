/** Items of the table, and the records inside them. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** One item: its keys, its version, the record (`body` or `zip`), and what conditions and filters need beside it. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly v: 1;
  readonly body?: string;
  readonly zip?: Uint8Array;
  readonly listKey?: string;
  readonly listSort?: string;
  readonly groupKey?: string;
  readonly groupSort?: string;
  /** Seconds since 1970. */
  readonly expiresAt?: number;
  readonly [attribute: string]: string | number | boolean | Uint8Array | undefined;
}

const zipAboveBytes = 4 * 1024;
/** Room is left for keys and attributes below DynamoDB's 400 KB. */
const maxBodyBytes = 390 * 1024;

/** The record as attributes of an item. Throws `RangeError` where even compressed it is more than an item can hold. */
export function packBody(record: unknown): { readonly body: string } | { readonly zip: Uint8Array } {
  const text = JSON.stringify(record);
  if (Buffer.byteLength(text) <= zipAboveBytes) return { body: text };
  const zip = gzipSync(text);
  if (zip.length > maxBodyBytes) {
    throw new RangeError(
      `Cannot keep a record of ${zip.length} bytes (compressed): the ledger takes ${maxBodyBytes}; make it shorter`,
    );
  }
  return { zip };
}

/** An item as DynamoDB answers it. Throws where it was written by a newer version: half understood is misunderstood. */
export function readItem(found: Record<string, AttributeValue>): Item {
  const item = unmarshall(found) as Item;
  if (item.v !== 1) {
    throw new Error(
      `Cannot read ledger item ${item.pk}: it has version ${String(item.v)}, this program knows 1; use a newer one`,
    );
  }
  return item;
}

/** The record of an item. */
export function readBody(item: Item): unknown {
  return JSON.parse(item.zip === undefined ? (item.body ?? 'null') : gunzipSync(item.zip).toString()) as unknown;
}

/** The record as it would come back from the table: keys without a value are gone. */
export function asStored<T>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}
