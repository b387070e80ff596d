import { createSecretsClient, createSqsClient } from '../../channels/clients.ts';
import { secretKeys } from '../../channels/keys.ts';
import { sqsReassessment } from '../../channels/reassessment.ts';
import { readEnvironment } from '../environment.ts';
import { createLedger, createOpenSource } from '../runtime/compose.ts';
import { handle } from '../runtime/handle.ts';
import { eachRecord, isQueueEvent, type QueueAnswer, type QueueEvent } from '../runtime/queue.ts';
import { loadScanner, warnOfStray } from '../runtime/scanner.ts';
import type { ScanBatch } from '../workflow.ts';
import { parseChange } from './object-event.ts';
import { scanBatch, scanChange, type ScanProgress } from './scan.ts';

const environment = readEnvironment('scan', process.env);
const keys = secretKeys({ client: createSecretsClient(), secret: environment.KASHF_KEY_SECRET });
const ports = {
  ledger: createLedger(environment.KASHF_LEDGER_TABLE),
  openSource: createOpenSource(),
  scanner: await loadScanner(environment),
  reassessment: sqsReassessment({ client: createSqsClient(), queue: environment.KASHF_REASSESS_QUEUE }),
};

/** Takes batches of shards from the workflow, and object events from their queue. */
export const handler = handle(async (input: ScanBatch | QueueEvent, context): Promise<ScanProgress | QueueAnswer> => {
  const keyed = { ...ports, key: await keys.fingerprintKey() };
  warnOfStray(ports.scanner, keyed.key);
  const configuration = environment.KASHF_CONFIGURATION;
  if (!isQueueEvent(input)) return scanBatch(input, configuration, keyed);
  return eachRecord(input, context, async (body) => {
    await scanChange(parseChange(body), configuration, keyed);
  });
});
