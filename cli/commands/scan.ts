/** `kashf scan`: findings held against a register. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Confidence } from '../../detectors/contract.ts';
import { valueOf } from '../../findings/locate.ts';
import { judgeEntriesHere, scanHere, type ScannedStore } from '../../functions/scan-here.ts';
import { checkRegister } from '../../law/check-register.ts';
import type { Language } from '../../law/contract.ts';
import type { Choices } from '../../law/choices.ts';
import { lawVersion } from '../../law/law-version.ts';
import type { Register } from '../../law/register.ts';
import type { Place } from '../../readers/contract.ts';
import { printReport, type ReportFormat } from '../formats/report.ts';
import { detectorsOption, loadScanner } from '../custom-detectors.ts';
import { localKey } from '../local-key.ts';
import {
  asOfOption,
  choiceOption,
  confidenceOption,
  formatOption,
  languageOption,
  ocrOption,
  revealOption,
  wholeNumber,
} from '../options.ts';
import { CommandError, type ExitCode, type Output } from '../output.ts';
import { makeReport } from '../report.ts';
import type { Report } from '../report-schema.ts';
import { configureTargets, openTargets } from '../targets.ts';

interface ScanOptions {
  readonly register?: string;
  readonly detectors?: string;
  readonly format?: ReportFormat;
  readonly lang: Language;
  readonly minConfidence: Confidence;
  readonly sampleRows?: number;
  readonly ocr: boolean;
  readonly seed: number;
  readonly state?: string;
  readonly choice: Choices;
  readonly reveal: boolean;
  readonly asOf?: string;
  readonly failOnGap: boolean;
  readonly failOnSkip: boolean;
}

/** Adds the command to the program. */
export function addScan(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('scan')
    .summary('scan stores and hold them against the register')
    .description(
      'Scans stores and holds what they hold against the register. Prints verdicts, gaps with articles and penalties, findings and skips.\n' +
        'Targets: a path, s3://bucket/prefix, dynamodb://[account/region/]table, postgresql://host/database[/schema[/table]].\n' +
        'Credentials come from the environment (AWS_…, PGUSER, PGPASSWORD) or a database URL; they are never printed.',
    )
    .argument('<target...>', 'stores to scan')
    .option('--register <file>', 'register.yaml: what was declared; without it everything is undeclared')
    .addOption(detectorsOption())
    .addOption(formatOption('table', 'json', 'jsonl', 'csv', 'html'))
    .addOption(languageOption())
    .addOption(confidenceOption('high'))
    .option('--sample-rows <n>', 'look at this many rows of a table, not at all of them', wholeNumber)
    .addOption(ocrOption())
    .option('--seed <n>', 'seed of every random choice', wholeNumber, 0)
    .option('--state <code>', 'State that hosts the stores (ISO code, MA for Morocco), where the region does not tell')
    .addOption(choiceOption())
    .addOption(asOfOption())
    .addOption(revealOption())
    .option('--fail-on-gap', 'exit with 3 if there is a gap', false)
    .option('--fail-on-skip', 'exit with 4 if something was not read', false)
    .action(async (targets: readonly string[], options: ScanOptions) => finish(await scan(targets, options, output)));
}

/** Scans, prints, and gives the exit code. */
export async function scan(targets: readonly string[], options: ScanOptions, output: Output): Promise<ExitCode> {
  const register = options.register === undefined ? emptyRegister : readRegister(options.register, options.lang);
  const report = await makeScan(targets, register, options, output);
  printReport(report, options.format ?? (output.terminal ? 'table' : 'json'), options.lang, output.out);
  if (options.failOnGap && report.verdicts.some(({ gaps }) => gaps.some(({ kind }) => kind !== 'declared-not-found'))) return 3;
  return options.failOnSkip && report.skips.length > 0 ? 4 : 0;
}

const emptyRegister: Register = { version: 1, controller: { name: 'not stated' }, treatments: [] };

/** Reads and checks a register; what is wrong with it is said with file and line. */
function readRegister(file: string, language: Language): Register {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(2, `Cannot read the register ${file}: no such file, or no right to read it`, { cause: error });
  }
  const { register, issues } = checkRegister(text);
  const first = issues.find((issue) => issue.severity === 'error');
  if (register === null || first)
    throw new CommandError(
      2,
      `${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${first?.text[language] ?? 'it is no register'}`,
    );
  return register;
}

async function makeScan(targets: readonly string[], register: Register, options: ScanOptions, output: Output): Promise<Report> {
  const startedAt = new Date().toISOString();
  const scanner = loadScanner(options.detectors);
  const values = new WeakMap<Place, string>();
  const opened = openTargets(targets);
  const scanned: ScannedStore[] = [];
  const configuration = configureTargets(opened, options);
  try {
    const ports = {
      scanner,
      key: localKey(),
      openSource: opened.openSource,
      clock: { now: () => new Date().toISOString() },
      onProgress: showProgress(output),
      ...(options.reveal
        ? { onPlace: (place: Place, located: Parameters<typeof valueOf>[0]) => void values.set(place, valueOf(located)) }
        : {}),
    };
    const here = { configuration, register, asOf: options.asOf ?? null, seed: options.seed };
    for await (const store of scanHere(here, ports)) scanned.push(store);
  } finally {
    await opened.close();
    if (output.progress) output.err('\r\u001B[K');
  }
  const head = {
    id: randomUUID(),
    startedAt,
    endedAt: new Date().toISOString(),
    lawVersion,
    detectorsVersion: scanner.version,
    seed: options.seed,
  };
  return makeReport(head, scanned, judgeEntriesHere(register, scanned), (place) => values.get(place) ?? null);
}

/** One line that renews itself on a terminal; elsewhere one line a store. */
function showProgress(output: Output): (store: string, objects: number) => void {
  let last = '';
  return (store, objects) => {
    if (output.progress) output.err(`\r\u001B[K${store}: ${objects} objects`);
    else if (store !== last) output.err(`scanning ${store}\n`);
    last = store;
  };
}
