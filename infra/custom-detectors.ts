/** The file of custom detectors of a deployment: tried here, so that what is deployed is known to hold. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCustom } from '../detectors/custom/check.ts';

/** What is wrong with the file: the reader's to mend, so it needs no stack. */
export class DetectorsError extends Error {
  override readonly name = 'DetectorsError';
}

/** Reads and tries the file; returns its full path. Throws `DetectorsError` with every issue by file, line and column. */
export function tryDetectors(file: string): string {
  const { issues } = checkCustom(readText(file));
  if (issues.length === 0) return resolve(file);
  throw new DetectorsError(issues.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`).join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DetectorsError(`Cannot read the file of detectors ${file}: no such file, or no right to read it`, { cause: error });
  }
}
