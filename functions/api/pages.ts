/** Lists come page by page: `limit` and `cursor` in, `items` and `next` out. */
import { z } from 'zod';
import type { Page, PageRequest } from '../../ledger/contract.ts';
import { Problem } from './problem.ts';
import { versioned, versionField } from './schema-parts.ts';

const defaultLimit = 50;
const maxLimit = 200;

/** Query parameters of every list. */
export const pageParameters = {
  limit: z.coerce.number().int().min(1).max(maxLimit).default(defaultLimit).describe('Items on a page.'),
  cursor: z.string().min(1).max(4096).optional().describe('`next` of the page before.'),
} as const;

export const pageQuery = z.strictObject(pageParameters);

export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({
    ...versionField,
    items: z.array(item).readonly(),
    next: z.string().nullable().describe('`cursor` of the next page; null on the last.'),
  });
}

export function readPage(query: { readonly limit: number; readonly cursor?: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}

/** The answer's body for a page of the ledger, item by item. */
export function writePage<T, U>(page: Page<T>, write: (item: T) => U) {
  return { ...versioned, items: page.items.map(write), next: page.next };
}

/** A page of a short list that the ledger gives as a whole; `idOf` gives what the list is sorted by. */
export function cutPage<T>(items: readonly T[], page: PageRequest, idOf: (item: T) => string): Page<T> {
  const after = page.cursor === null ? null : readPosition(page.cursor);
  const rest = after === null ? items : items.filter((item) => idOf(item) > after);
  const cut = rest.slice(0, page.limit);
  const last = cut.at(-1);
  return {
    items: cut,
    next: rest.length > cut.length && last !== undefined ? Buffer.from(`1:${idOf(last)}`).toString('base64url') : null,
  };
}

function readPosition(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('1:') || Buffer.from(text).toString('base64url') !== cursor) {
    throw new Problem('bad-cursor', 'Pass `next` of the page before as `cursor`, unchanged, or leave it out to begin anew');
  }
  return text.slice(2);
}
