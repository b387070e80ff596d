/** What a case of the ledger's suite gets to work with. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Ledger, Page, PageRequest } from '../../ledger/contract.ts';

/** A ledger on a table of its own, and clients of it that a test may break. */
export interface Bench {
  readonly ledger: Ledger;
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Another ledger on the same table, through a client that `prepare` has prepared. */
  readonly through: (prepare: (client: DynamoDBClient) => void) => Ledger;
  /** The same ledger, later. */
  readonly later: (days: number) => Ledger;
}

export type OpenBench = () => Promise<Bench>;

/** Every record of a list, page by page; each page but the last must be full. */
export async function readPages<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  limit: number,
): Promise<readonly (readonly T[])[]> {
  const pages: (readonly T[])[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list({ limit, cursor });
    pages.push(page.items);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

/** Everything an iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The first page with all there is. */
export const whole: PageRequest = { limit: 1_000, cursor: null };
