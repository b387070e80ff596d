/** The stores that scans have seen. */
import { z } from 'zod';
import type { StoreEntry } from '../../ledger/contract.ts';
import { component } from './components.ts';
import { pageOf, pageQuery, readPage, writePage } from './pages.ts';
import { Problem } from './problem.ts';
import { storeSchema } from './result-schemas.ts';
import { readers } from './roles.ts';
import { defineRoute } from './route.ts';

const writeStore = ({ store, ...entry }: StoreEntry) => ({
  id: Buffer.from(store.uri).toString('base64url'),
  ...entry,
  ...store,
});

const listStores = defineRoute({
  method: 'GET',
  path: '/stores',
  operation: 'listStores',
  summary: 'The stores, with their protection as it was last seen.',
  roles: readers,
  query: pageQuery,
  answers: component('StorePage', pageOf(storeSchema)),
  problems: ['bad-cursor'],
  async answer({ query }, { ledger }) {
    return { body: writePage(await ledger.results.stores(readPage(query)), writeStore) };
  },
});

const getStore = defineRoute({
  method: 'GET',
  path: '/stores/{id}',
  operation: 'getStore',
  summary: 'One store.',
  roles: readers,
  parameters: z.strictObject({
    id: z
      .string()
      .regex(/^[\w-]+$/)
      .describe('`id` of the store: its URI in base64url.'),
  }),
  answers: storeSchema,
  problems: ['not-found'],
  async answer({ path }, { ledger }) {
    const entry = await ledger.results.store(Buffer.from(path.id, 'base64url').toString());
    if (entry === null)
      throw new Problem('not-found', 'No scan has seen a store with this id; GET /stores lists those seen, with their ids');
    return { body: writeStore(entry) };
  },
});

export const storeRoutes = [listStores, getStore];
