/** What several handlers are composed of, made once in a process. */
import { createDynamoClient } from '../../channels/clients.ts';
import type { Ledger } from '../../ledger/contract.ts';
import { dynamoLedger } from '../../ledger/dynamo.ts';
import type { Source } from '../../sources/contract.ts';
import { sourceFor } from '../../sources/open-source.ts';
import type { OpenSource } from '../ports.ts';
import { systemClock } from './clock.ts';

/** The ledger behind a table's name. */
export const createLedger = (table: string): Ledger => dynamoLedger({ client: createDynamoClient(), table, clock: systemClock });

/** Opens the source of each target once, by its role where it has one; databases take user and password from the target's secret. */
export function createOpenSource(): OpenSource {
  const sources = new Map<string, Source>();
  return ({ uri, secret, port, role }) => {
    const known = sources.get(uri) ?? sourceFor(uri, { secret, port, role });
    sources.set(uri, known);
    return known;
  };
}
