import { createS3Client, createSecretsClient } from '../../channels/clients.ts';
import { secretKeys } from '../../channels/keys.ts';
import { s3Manifests } from '../../channels/manifests.ts';
import { readEnvironment } from '../environment.ts';
import { createLedger, createOpenSource } from '../runtime/compose.ts';
import { handle } from '../runtime/handle.ts';
import { loadScanner } from '../runtime/scanner.ts';
import type { Discovered } from '../workflow.ts';
import { plan } from './plan.ts';

const environment = readEnvironment('plan', process.env);
const keys = secretKeys({ client: createSecretsClient(), secret: environment.KASHF_KEY_SECRET });
const ports = {
  ledger: createLedger(environment.KASHF_LEDGER_TABLE),
  manifests: s3Manifests({ client: createS3Client(), bucket: environment.KASHF_WORK_BUCKET }),
  openSource: createOpenSource(),
  scanner: await loadScanner(environment),
};

export const handler = handle(async (input: Discovered) =>
  plan(input, environment.KASHF_CONFIGURATION, { ...ports, key: await keys.fingerprintKey() }),
);
