/** `kashf fingerprint`: values as an allow list may name them, without naming them. */
import type { Command } from 'commander';
import type { DetectorId } from '../../detectors/catalogue.ts';
import { detectorIdSchema } from '../../detectors/id-schema.ts';
import { createSecretsClient } from '../../channels/clients.ts';
import { secretKeys } from '../../channels/keys.ts';
import { valueFingerprint } from '../../findings/allow.ts';
import { detectorsOption, loadScanner } from '../custom-detectors.ts';
import { localKey } from '../local-key.ts';
import { CommandError, type Output } from '../output.ts';
import { readInput } from '../read-input.ts';

interface FingerprintOptions {
  readonly detectors?: string;
  readonly keySecret?: string;
}

/** Adds the command to the program. */
export function addFingerprint(program: Command, output: Output): void {
  program
    .command('fingerprint')
    .summary('make the fingerprints of values for an allow list')
    .description(
      'Reads values from standard input, one a line, and prints the keyed fingerprint of each, for `fingerprints` of an allow list.\n' +
        'Values are not taken as arguments: those stay in the history of the shell. A fingerprint says nothing without the key, but\n' +
        'the fingerprint of a person’s number is still that person’s data.',
    )
    .argument('<detector>', 'the detector that finds them, as global/email')
    .addOption(detectorsOption())
    .option('--key-secret <arn>', 'take the key of a deployment from Secrets Manager (default: the key of this machine)')
    .action((detector: string, options: FingerprintOptions) => printFingerprints(detector, options, output));
}

/** Prints one fingerprint a line, in the order of the values. */
export async function printFingerprints(detector: string, options: FingerprintOptions, output: Output): Promise<void> {
  const scanner = loadScanner(options.detectors);
  const id: DetectorId | undefined = detectorIdSchema.safeParse(detector).data;
  if (id === undefined || !scanner.detectors.includes(id)) {
    throw new CommandError(2, `${detector} is no detector; kashf detectors lists them, those of a file with --detectors`);
  }
  const key = await readKey(options.keySecret);
  const values = readInput('-', 'values')
    .split('\n')
    .map((line) => line.trim());
  for (const value of values.filter((one) => one !== '')) output.out(`${valueFingerprint({ scanner, key }, id, value)}\n`);
}

async function readKey(secret: string | undefined): Promise<Uint8Array> {
  if (secret === undefined) return localKey();
  const client = createSecretsClient();
  try {
    return await secretKeys({ client, secret }).fingerprintKey();
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown error';
    throw new CommandError(
      1,
      `Cannot read the secret of the key: ${kind}; your credentials must allow secretsmanager:GetSecretValue`,
      {
        cause: error,
      },
    );
  } finally {
    client.destroy();
  }
}
