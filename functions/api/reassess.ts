/** Which stores a change of the register touches, and the request to assess them anew. */
import { patternTouches } from '../../law/patterns.ts';
import type { Treatment } from '../../law/register.ts';
import type { ApiPorts } from './route.ts';

const storesAPage = 200;

/** Asks for the stores that the patterns of a treatment, before and after its change, match. Returns how many. */
export function reassessTouched(
  treatments: readonly (Treatment | null)[],
  revision: number,
  ports: Pick<ApiPorts, 'ledger' | 'reassessment'>,
): Promise<number> {
  const patterns = new Set(treatments.flatMap((treatment) => treatment?.stores ?? []));
  return reassess((uri) => [...patterns].some((pattern) => patternTouches(pattern, uri)), revision, ports);
}

/** Asks for all stores: what the law asks for depends on the controller too. */
export function reassessAll(revision: number, ports: Pick<ApiPorts, 'ledger' | 'reassessment'>): Promise<number> {
  return reassess(() => true, revision, ports);
}

async function reassess(
  touches: (uri: string) => boolean,
  revision: number,
  { ledger, reassessment }: Pick<ApiPorts, 'ledger' | 'reassessment'>,
): Promise<number> {
  const stores: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ledger.results.stores({ limit: storesAPage, cursor });
    stores.push(...page.items.map(({ store }) => store.uri).filter(touches));
    cursor = page.next;
  } while (cursor !== null);
  if (stores.length > 0) await reassessment.request(stores, { scan: null, revision });
  return stores.length;
}
