/** What was found where: counts and places, never values. */
import { z } from 'zod';
import { detectorIdSchema } from '../../detectors/id-schema.ts';
import { component } from './components.ts';
import { pageOf, pageParameters, readPage, writePage } from './pages.ts';
import { findingSchema } from './result-schemas.ts';
import { readers } from './roles.ts';
import { defineRoute } from './route.ts';

const listFindings = defineRoute({
  method: 'GET',
  path: '/findings',
  operation: 'listFindings',
  summary: 'The findings; open and closed unless `state` says which.',
  roles: readers,
  query: z.strictObject({
    store: z.string().min(1).optional().describe('URI of the store.'),
    detector: detectorIdSchema.optional(),
    state: z.enum(['open', 'closed']).optional(),
    ...pageParameters,
  }),
  answers: component('FindingPage', pageOf(findingSchema)),
  problems: ['bad-cursor'],
  async answer({ query }, { ledger }) {
    const { store, detector, state } = query;
    const filter = { ...(store && { store }), ...(detector && { detector }), ...(state && { state }) };
    return { body: writePage(await ledger.results.findings(filter, readPage(query)), (entry) => entry) };
  },
});

export const findingRoutes = [listFindings];
