/** `kashf detect`: every match, no law. */
import type { Command } from 'commander';
import { isCustom } from '../../detectors/catalogue.ts';
import { confidences, type Confidence, type Scanner } from '../../detectors/contract.ts';
import { registry } from '../../detectors/registry.ts';
import { reasonFor } from '../../findings/allow.ts';
import { type LocatedMatch, locateMatches, valueOf } from '../../findings/locate.ts';
import { blank, mask } from '../../findings/mask.ts';
import { readName } from '../../findings/names.ts';
import { blocksOf } from '../../functions/scan/scan-shard.ts';
import { memberSeparator, type SkipReason } from '../../readers/contract.ts';
import { csvLine } from '../formats/csv.ts';
import { cleanText, renderTable } from '../formats/table.ts';
import { detectorsOption, loadScanner } from '../custom-detectors.ts';
import { localKey } from '../local-key.ts';
import { confidenceOption, formatOption, isAtLeast, revealOption } from '../options.ts';
import type { Output } from '../output.ts';
import type { DetectLine } from '../report-schema.ts';
import { openFiles, type OpenFile } from '../targets.ts';

interface DetectOptions {
  readonly format?: 'table' | 'jsonl' | 'json' | 'csv' | 'count';
  readonly minConfidence?: Confidence;
  readonly reveal: boolean;
  readonly detectors?: string;
}

/** Adds the command to the program. */
export function addDetect(program: Command, output: Output): void {
  program
    .command('detect')
    .summary('print every match in files and folders, no law')
    .description(
      'Reads files and folders and prints every match with its place, at every level of confidence. Values are masked without --reveal.',
    )
    .argument('<path...>', 'files and folders')
    .addOption(formatOption('table', 'jsonl', 'json', 'csv', 'count'))
    .addOption(detectorsOption())
    .addOption(confidenceOption())
    .addOption(revealOption())
    .action((paths: readonly string[], options: DetectOptions) => detect(paths, options, output));
}

/** Prints every match of every file below the paths, in their order, as it is found. */
export async function detect(paths: readonly string[], options: DetectOptions, output: Output): Promise<void> {
  const scanner = loadScanner(options.detectors);
  const printer = printers[options.format ?? (output.terminal ? 'table' : 'jsonl')](output, scanner);
  for (const path of paths) {
    for await (const file of openFiles(path)) await detectFile(file, options, { printer, scanner });
  }
  printer.end();
}

interface Detecting {
  readonly printer: Printer;
  readonly scanner: Scanner;
}

async function detectFile(file: OpenFile, options: DetectOptions, { printer, scanner }: Detecting): Promise<void> {
  const show = (name: string) => (options.reveal ? name : readName(scanner, localKey(), name).shown);
  const isAllowed = allowancesOf(file, scanner);
  let path = show(file.path);
  let object = file.name;
  const skip = (reason: SkipReason, detail: string) => printer.add({ v: 1, path, skip: reason, detail });
  if ('reason' in file.content) return skip(file.content.reason, file.content.detail);
  await locateMatches(blocksOf(file.content), scanner, {
    onMatch: (located) => {
      const { detector, category, confidence, start, end } = located.match;
      if (!isAtLeast(confidence, options.minConfidence)) return;
      const { line, column, byteStart, byteEnd, page, cell } = located.block.place(start, end);
      const inSheet = cell === undefined ? {} : { cell };
      const field = located.field === null ? null : show(located.field);
      const value = options.reveal ? valueOf(located) : (mask(category, valueOf(located)) ?? blank);
      printer.add({
        v: 1,
        path,
        detector,
        category,
        confidence,
        line,
        column,
        byteStart,
        byteEnd,
        field,
        page,
        ...inSheet,
        value,
        ...(isAllowed(located, object) ? { allowed: true as const } : {}),
      });
    },
    onMember: (member) => {
      path = show(member === '' ? file.path : `${file.path}${memberSeparator}${member}`);
      object = member === '' ? file.name : `${file.name}${memberSeparator}${member}`;
    },
    onUnread: ({ reason, detail }) => skip(reason, detail),
    onFailure: ({ detector }) => skip('DETECTOR_FAILED', detector),
  });
}

/** Tells which matches of a file an allow list permits. */
function allowancesOf({ store }: OpenFile, scanner: Scanner): (located: LocatedMatch, object: string) => boolean {
  if (scanner.allow.length === 0) return () => false;
  const keyed = { scanner, key: localKey() };
  return (located, object) =>
    reasonFor(keyed, located.match.detector, { store, object, field: located.field }, valueOf(located)) !== null;
}

interface Printer {
  add(one: DetectLine): void;
  end(): void;
}

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

const printers = {
  jsonl: (output: Output): Printer => ({ add: (one) => output.out(`${JSON.stringify(one)}\n`), end: () => undefined }),
  json: (output: Output): Printer => {
    let lead = '[';
    return {
      add: (one) => {
        output.out(`${lead}\n${JSON.stringify(one)}`);
        lead = ',';
      },
      end: () => output.out(lead === '[' ? '[]\n' : '\n]\n'),
    };
  },
  csv: (output: Output): Printer => {
    output.out(csvLine([...columns, 'skip', 'detail', 'allowed']));
    return {
      add: (one) =>
        output.out(
          'skip' in one
            ? csvLine([one.path, ...columns.slice(1).map(() => null), one.skip, one.detail, null])
            : csvLine([...columns.map((column) => one[column]), null, null, one.allowed === true ? 'true' : null]),
        ),
      end: () => undefined,
    };
  },
  count: (output: Output, scanner: Scanner): Printer => {
    const own = scanner.detectors.filter(isCustom);
    const ids: readonly string[] = [...registry.map(({ id }) => id), ...own];
    const counts = new Map(ids.map((id) => [id, { low: 0, medium: 0, high: 0, certain: 0 }]));
    let allowed = 0;
    return {
      add: (one) => {
        const count = 'skip' in one ? undefined : counts.get(one.detector);
        if ('skip' in one) output.err(`skipped ${one.path}: ${one.skip} (${one.detail})\n`);
        else if (one.allowed === true) allowed += 1;
        else if (count) count[one.confidence] += 1;
      },
      end: () => {
        if (allowed > 0) output.err(`${allowed} matches are allowed and not counted\n`);
        for (const [id, count] of counts) output.out(`${[id, ...confidences.map((level) => count[level])].join('\t')}\n`);
      },
    };
  },
  table: (output: Output): Printer => {
    const rows: string[][] = [];
    return {
      add: (one) =>
        void rows.push('skip' in one ? ['skipped', '', cleanText(one.path), '', `${one.skip}: ${one.detail}`] : tableRow(one)),
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

const tableRow = (one: Extract<DetectLine, { detector: string }>) => [
  one.detector,
  one.allowed === true ? `${one.confidence}, allowed` : one.confidence,
  `${cleanText(one.path)}${one.line === null ? '' : `:${one.line}:${one.column ?? 1}`}`,
  cleanText(one.field ?? ''),
  cleanText(one.value),
];
