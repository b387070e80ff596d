import { createSecretsClient } from '../../channels/clients.ts';
import { secretKeys } from '../../channels/keys.ts';
import { readEnvironment } from '../environment.ts';
import { createLedger } from '../runtime/compose.ts';
import { systemClock } from '../runtime/clock.ts';
import { handle } from '../runtime/handle.ts';
import { eachRecord, isQueueEvent, type QueueAnswer, type QueueEvent } from '../runtime/queue.ts';
import { loadScanner } from '../runtime/scanner.ts';
import type { AssessBatch } from '../workflow.ts';
import { assessBatch, reassess } from './assess.ts';
import { parseReassessMessage } from './reassess-message.ts';

const environment = readEnvironment('assess', process.env);
const keys = secretKeys({ client: createSecretsClient(), secret: environment.KASHF_KEY_SECRET });
const ports = {
  ledger: createLedger(environment.KASHF_LEDGER_TABLE),
  scanner: await loadScanner(environment),
  clock: systemClock,
};

/** Takes batches of stores from the workflow, and stores to assess anew from their queue. */
export const handler = handle(
  async (input: AssessBatch | QueueEvent, context): Promise<{ readonly stores: number } | QueueAnswer> => {
    const keyed = { ...ports, key: await keys.fingerprintKey() };
    const configuration = environment.KASHF_CONFIGURATION;
    if (!isQueueEvent(input)) return assessBatch(input, configuration, keyed);
    return eachRecord(input, context, (body) => reassess(parseReassessMessage(body), configuration, keyed));
  },
);
