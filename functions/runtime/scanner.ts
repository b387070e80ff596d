/** The scanner of a function: the product's detectors, and those of the file that was bundled with it, if one was. */
import { readFile } from 'node:fs/promises';
import type { Scanner } from '../../detectors/contract.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { strayFingerprints } from '../../findings/allow.ts';
import { bundledDetectors, type Environment } from '../environment.ts';
import { logger } from './logger.ts';

/**
 * Makes the scanner. The file was tried when the stack was synthesized and lies beside the bundle, so no call and no permission is needed;
 * one that should be there and is not, or is not what was tried, ends the start.
 */
export async function loadScanner({ KASHF_DETECTORS }: Pick<Environment<'scan'>, 'KASHF_DETECTORS'>): Promise<Scanner> {
  if (KASHF_DETECTORS === 'none') return createScanner();
  const { checkCustom } = await import('../../detectors/custom/check.ts');
  const { scanner, issues } = checkCustom(await readFile(new URL(bundledDetectors, import.meta.url), 'utf8'), { tries: false });
  if (scanner === null)
    throw new Error(`Cannot use ${bundledDetectors}: line ${issues[0]?.line ?? 1}: ${issues[0]?.text ?? 'it does not hold'}`);
  return scanner;
}

const warned = new WeakSet<Scanner>();

/** Logs once that fingerprints of an allow list were made under another key: they permit nothing, which is safe and not what was meant. */
export function warnOfStray(scanner: Scanner, key: Uint8Array): void {
  if (scanner.allow.length === 0 || warned.has(scanner)) return;
  warned.add(scanner);
  const fingerprints = strayFingerprints({ scanner, key });
  if (fingerprints > 0)
    logger.warn('Fingerprints of the allow list were made under another key and permit nothing', { fingerprints });
}
