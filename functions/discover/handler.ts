import { createS3Client } from '../../channels/clients.ts';
import { s3Manifests } from '../../channels/manifests.ts';
import { resultDays } from '../../ledger/contract.ts';
import { readEnvironment } from '../environment.ts';
import { createLedger, createOpenSource } from '../runtime/compose.ts';
import { systemClock } from '../runtime/clock.ts';
import { handle } from '../runtime/handle.ts';
import { loadScanner } from '../runtime/scanner.ts';
import type { DiscoverInput } from '../workflow.ts';
import { declareItself, placeOf, type DeclarePorts } from './declare-itself.ts';
import { discover, type DiscoverPorts } from './discover.ts';

const environment = readEnvironment('discover', process.env);
const ports: DiscoverPorts & DeclarePorts = {
  ledger: createLedger(environment.KASHF_LEDGER_TABLE),
  manifests: s3Manifests({ client: createS3Client(), bucket: environment.KASHF_WORK_BUCKET }),
  openSource: createOpenSource(),
  clock: systemClock,
  detectorsVersion: (await loadScanner(environment)).version,
};

export const handler = handle(async (input: DiscoverInput, context) => {
  const { region, account } = placeOf(context.invokedFunctionArn);
  const table = `dynamodb://${account}/${region}/${environment.KASHF_LEDGER_TABLE}`;
  const stores = [table, `s3://${environment.KASHF_WORK_BUCKET}/**`];
  const targets = environment.KASHF_CONFIGURATION.targets.map(({ uri }) => uri);
  await declareItself({ region, targets, stores, resultDays }, ports);
  return discover(input, environment.KASHF_CONFIGURATION, ports);
});
