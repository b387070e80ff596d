/** What the law says of each store. */
import { z } from 'zod';
import { verdictStates } from '../../law/contract.ts';
import { treatmentSchema } from '../../law/register.ts';
import { component } from './components.ts';
import { verdictSchema } from './law-schemas.ts';
import { cutPage, pageOf, pageParameters, readPage, writePage } from './pages.ts';
import { readers } from './roles.ts';
import { defineRoute } from './route.ts';
import { writeVerdict } from './texts.ts';

const listVerdicts = defineRoute({
  method: 'GET',
  path: '/verdicts',
  operation: 'listVerdicts',
  summary: 'The verdicts, one for each store and treatment that claims it.',
  roles: readers,
  headers: ['accept-language'],
  query: z.strictObject({
    store: z.string().min(1).optional().describe('URI of the store.'),
    state: z.enum(verdictStates).optional(),
    treatment: treatmentSchema.shape.id.optional(),
    ...pageParameters,
  }),
  answers: component('VerdictPage', pageOf(verdictSchema)),
  problems: ['bad-cursor'],
  async answer({ query, language }, { ledger }) {
    const { store, state, treatment } = query;
    const page = readPage(query);
    if (store === undefined) {
      const found = await ledger.results.verdicts({ ...(state && { state }), ...(treatment && { treatment }) }, page);
      return { body: writePage(found, (verdict) => writeVerdict(verdict, language)) };
    }
    const verdicts = (await ledger.results.verdictsOf(store))
      .filter((verdict) => (state ?? verdict.state) === verdict.state && (treatment ?? verdict.treatment) === verdict.treatment)
      .toSorted((a, b) => ((a.treatment ?? '') < (b.treatment ?? '') ? -1 : 1));
    const cut = cutPage(verdicts, page, (verdict) => verdict.treatment ?? '');
    return { body: writePage(cut, (verdict) => writeVerdict(verdict, language)) };
  },
});

export const verdictRoutes = [listVerdicts];
