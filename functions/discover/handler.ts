import { createS3Client } from '../../channels/clients.ts';
import { s3Manifests } from '../../channels/manifests.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { readEnvironment } from '../environment.ts';
import { createLedger, createOpenSource } from '../runtime/compose.ts';
import { systemClock } from '../runtime/clock.ts';
import { handle } from '../runtime/handle.ts';
import type { DiscoverInput } from '../workflow.ts';
import { discover, type DiscoverPorts } from './discover.ts';

const environment = readEnvironment('discover', process.env);
const ports: DiscoverPorts = {
  ledger: createLedger(environment.KASHF_LEDGER_TABLE),
  manifests: s3Manifests({ client: createS3Client(), bucket: environment.KASHF_WORK_BUCKET }),
  openSource: createOpenSource(),
  clock: systemClock,
  detectorsVersion: createScanner().version,
};

export const handler = handle((input: DiscoverInput) => discover(input, environment.KASHF_CONFIGURATION, ports));
