/** `kashf detect`: every match, no law. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { confidences, type Confidence, type Scanner } from '../../detectors/contract.ts';
import { cutObjects } from '../../functions/plan/plan-shards.ts';
import { detectorsOption, loadScanner } from '../custom-detectors.ts';
import {
  countedIds,
  type DetectAnswer,
  type DetectCounts,
  type DetectJob,
  type DetectSettings,
  makeDetectRun,
  type ThreadData,
} from '../detect-job.ts';
import { csvLine } from '../formats/csv.ts';
import { cleanText, renderTable } from '../formats/table.ts';
import { localKey } from '../local-key.ts';
import { confidenceOption, formatOption, ocrOption, revealOption, workersOption } from '../options.ts';
import { answerInOrder } from '../ordered-pool.ts';
import type { Output } from '../output.ts';
import type { DetectLine } from '../report-schema.ts';
import { findFiles } from '../files.ts';

interface DetectOptions {
  readonly format?: 'table' | 'jsonl' | 'json' | 'csv' | 'count';
  readonly minConfidence?: Confidence;
  readonly ocr: boolean;
  readonly reveal: boolean;
  readonly workers?: number;
  readonly detectors?: string;
}

/** Adds the command to the program. */
export function addDetect(program: Command, output: Output): void {
  program
    .command('detect')
    .summary('print every match in files and folders, no law')
    .description(
      'Reads files and folders and prints every match with its place, at every level of confidence. Values are masked without --reveal.\n' +
        '`-` reads standard input. What is printed is the same for any number of workers.',
    )
    .argument('<path...>', 'files and folders')
    .addOption(formatOption('table', 'jsonl', 'json', 'csv', 'count'))
    .addOption(detectorsOption())
    .addOption(confidenceOption())
    .addOption(workersOption())
    .addOption(ocrOption())
    .addOption(revealOption())
    .action((paths: readonly string[], options: DetectOptions) => detect(paths, options, output));
}

/** Prints every match of every file below the paths, in their order, as it is found. */
export async function detect(paths: readonly string[], options: DetectOptions, output: Output): Promise<void> {
  const format = options.format ?? (output.terminal ? 'table' : 'jsonl');
  const scanner = loadScanner(options.detectors);
  const printer = printers[format](output, scanner);
  const settings = {
    minConfidence: options.minConfidence,
    reveal: options.reveal,
    ocr: options.ocr,
    isCounted: format === 'count',
  };
  let linesBefore = 0;
  const told = new Set<string>();
  for await (const answer of answerAll(paths, options, { scanner, settings })) {
    if (answer.kind === 'file') {
      linesBefore = 0;
      told.clear();
    } else if (answer.kind === 'extent') linesBefore += answer.lines;
    else if (answer.kind === 'note') tellOnce(told, describeNote(answer), output);
    else if (answer.kind === 'counts') printer.count(answer);
    else printer.add(linesBefore === 0 ? answer.lines : answer.lines.map((one) => moveDown(one, linesBefore)));
  }
  printer.end();
}

const describeNote = ({ path, note }: Extract<DetectAnswer, { kind: 'note' }>): string =>
  `noted ${cleanText(path)}: ${note.code} (${note.detail})\n`;

/** The parts of a file may all have the same to say. */
function tellOnce(told: Set<string>, line: string, output: Output): void {
  if (!told.has(line)) output.err(line);
  told.add(line);
}

/** The line a match has in its file, from the one it has in a part of it. */
const moveDown = (one: DetectLine, lines: number): DetectLine =>
  'skip' in one || one.line === null ? one : { ...one, line: one.line + lines };

/** A file larger than this is read in parts of about as much, where threads share the work. */
const partBytes = 8 * 1024 * 1024;
/** Less than this is read sooner than threads have started. */
const threadWorthBytes = 16 * 1024 * 1024;

async function* listJobs(paths: readonly string[], cutBytes: number): AsyncGenerator<DetectJob> {
  for (const path of paths) {
    if (path === '-') {
      yield null;
      continue;
    }
    for await (const file of findFiles(path)) {
      if ('reason' in file.found) yield file;
      else for (const found of cutObjects([file.found], cutBytes)) yield { ...file, found };
    }
  }
}

const sizeOf = (job: DetectJob): number =>
  job === null || 'reason' in job.found ? 0 : (job.found.sizeBytes ?? 0) / (job.found.part?.of ?? 1);

/** Takes jobs until there is enough to do for threads. */
async function takeSome(
  jobs: AsyncIterator<DetectJob>,
): Promise<{ readonly first: readonly DetectJob[]; readonly bytes: number }> {
  const first: DetectJob[] = [];
  let bytes = 0;
  while (bytes < threadWorthBytes) {
    const next = await jobs.next();
    if (next.done === true) break;
    first.push(next.value);
    bytes += sizeOf(next.value);
  }
  return { first, bytes };
}

interface Detecting {
  readonly scanner: Scanner;
  readonly settings: DetectSettings;
}

/** Runs all jobs, in threads where that is worth it. */
async function* answerAll(
  paths: readonly string[],
  { workers = availableParallelism(), detectors }: DetectOptions,
  { scanner, settings }: Detecting,
): AsyncGenerator<DetectAnswer> {
  const key = localKey();
  // Standard input belongs to this thread, and is read once.
  const isShared = workers > 1 && ![...paths, detectors].includes('-');
  const jobs = listJobs(paths, isShared ? partBytes : Infinity);
  const { first, bytes } = isShared ? await takeSome(jobs) : { first: [], bytes: 0 };
  const all = chain(first, jobs);
  if (isShared && bytes >= threadWorthBytes) {
    const data: ThreadData = { key, detectors, settings };
    yield* answerInOrder<DetectJob, DetectAnswer>(all, { workers, file: 'detect-thread', data });
    return;
  }
  const run = makeDetectRun(scanner, key, settings);
  for await (const job of all) yield* run(job);
}

async function* chain<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

interface Printer {
  add(lines: readonly DetectLine[]): void;
  /** Told instead of lines where only numbers are wanted. */
  count(counts: DetectCounts): void;
  end(): void;
}

const noCount = (): void => undefined;

const columns = [
  'path',
  'detector',
  'category',
  'confidence',
  'line',
  'column',
  'byteStart',
  'byteEnd',
  'field',
  'page',
  'value',
] as const;

const csvCells = (one: DetectLine) =>
  'skip' in one
    ? [one.path, ...columns.slice(1).map(() => null), one.skip, one.detail, null]
    : [...columns.map((column) => one[column]), null, null, one.allowed === true ? 'true' : null];

const printers = {
  jsonl: (output: Output): Printer => ({
    add: (lines) => output.out(lines.map((one) => `${JSON.stringify(one)}\n`).join('')),
    count: noCount,
    end: () => undefined,
  }),
  json: (output: Output): Printer => {
    let lead = '[';
    return {
      add: (lines) => {
        for (const one of lines) {
          output.out(`${lead}\n${JSON.stringify(one)}`);
          lead = ',';
        }
      },
      count: noCount,
      end: () => output.out(lead === '[' ? '[]\n' : '\n]\n'),
    };
  },
  csv: (output: Output): Printer => {
    output.out(csvLine([...columns, 'skip', 'detail', 'allowed']));
    return {
      add: (lines) => output.out(lines.map((one) => csvLine(csvCells(one))).join('')),
      count: noCount,
      end: () => undefined,
    };
  },
  count: (output: Output, scanner: Scanner): Printer => {
    const ids = countedIds(scanner);
    const sums = ids.map(() => confidences.map(() => 0));
    let permitted = 0;
    return {
      add: (lines) => {
        for (const one of lines) if ('skip' in one) output.err(`skipped ${one.path}: ${one.skip} (${one.detail})\n`);
      },
      count: ({ byDetector, allowed }) => {
        permitted += allowed;
        byDetector.forEach((row, detector) =>
          row.forEach((count, level) => {
            const sum = sums[detector] ?? [];
            sum[level] = (sum[level] ?? 0) + count;
          }),
        );
      },
      end: () => {
        if (permitted > 0) output.err(`${permitted} matches are allowed and not counted\n`);
        ids.forEach((id, detector) => output.out(`${[id, ...(sums[detector] ?? [])].join('\t')}\n`));
      },
    };
  },
  table: (output: Output): Printer => {
    const rows: string[][] = [];
    return {
      add: (lines) => {
        for (const one of lines) rows.push('skip' in one ? skipRow(one) : tableRow(one));
      },
      count: noCount,
      end: () => {
        output.out(
          rows.length === 0
            ? 'No match, and nothing was skipped.\n'
            : renderTable(['detector', 'confidence', 'place', 'field', 'value'], rows),
        );
      },
    };
  },
} as const;

const skipRow = (one: Extract<DetectLine, { skip: unknown }>) => [
  'skipped',
  '',
  cleanText(one.path),
  '',
  `${one.skip}: ${one.detail}`,
];

const tableRow = (one: Extract<DetectLine, { detector: string }>) => [
  one.detector,
  one.allowed === true ? `${one.confidence}, allowed` : one.confidence,
  `${cleanText(one.path)}${one.line === null ? '' : `:${one.line}:${one.column ?? 1}`}`,
  cleanText(one.field ?? ''),
  cleanText(one.value),
];
