/** The file of custom detectors and allow lists, as a command is given it. */
import { Option } from 'commander';
import type { Scanner } from '../detectors/contract.ts';
import { checkCustom, type CustomCheck } from '../detectors/custom/check.ts';
import { createScanner } from '../detectors/scanner.ts';
import { strayFingerprints } from '../findings/allow.ts';
import { localKey } from './local-key.ts';
import { CommandError } from './output.ts';
import { readInput } from './read-input.ts';

export const detectorsOption = () =>
  new Option('--detectors <file>', 'detectors and allow lists of your own (docs/custom-detectors.md)');

/** Issues that are printed before the rest is only counted. */
const shownIssues = 20;

/** `tries: false` for a file whose examples were tried before. */
interface CustomOptions {
  readonly tries?: boolean;
}

/** Reads a file and, unless told otherwise, tries its examples. Throws `CommandError` with every issue by file, line and column. */
export function readCustom(file: string, options: CustomOptions = {}): CustomCheck & { readonly scanner: Scanner } {
  const check = checkCustom(readInput(file, 'file of detectors'), options);
  const { scanner, issues } = check;
  if (scanner !== null) return { ...check, scanner };
  const shown = issues.slice(0, shownIssues).map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  const rest = issues.length > shownIssues ? [`and ${issues.length - shownIssues} more`] : [];
  throw new CommandError(2, [...shown, ...rest].join('\n'));
}

/** The scanner of a command. Fingerprints of an allow list are of use only under the key that they were made with. */
export function loadScanner(file: string | undefined, options: CustomOptions = {}): Scanner {
  if (file === undefined) return createScanner();
  const { scanner } = readCustom(file, options);
  const stray = scanner.allow.some(({ fingerprints }) => fingerprints !== null)
    ? strayFingerprints({ scanner, key: localKey() })
    : 0;
  if (stray === 0) return scanner;
  throw new CommandError(
    2,
    `${file}: ${stray} fingerprints were made under another key and permit nothing here; set KASHF_KEY to that key, or make them anew with kashf fingerprint`,
  );
}
