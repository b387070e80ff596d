/** `kashf detect`: every match, no law. */
import type { Command } from 'commander';
import { confidences, type Confidence } from '../../detectors/contract.ts';
import { registry } from '../../detectors/registry.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { locateMatches, valueOf } from '../../findings/locate.ts';
import { blank, mask } from '../../findings/mask.ts';
import { readName } from '../../findings/names.ts';
import { blocksOf } from '../../functions/scan/scan-shard.ts';
import { memberSeparator, type SkipReason } from '../../readers/contract.ts';
import { csvLine } from '../formats/csv.ts';
import { cleanText, renderTable } from '../formats/table.ts';
import { localKey } from '../local-key.ts';
import { confidenceOption, formatOption, isAtLeast, revealOption } from '../options.ts';
import type { Output } from '../output.ts';
import type { DetectLine } from '../report-schema.ts';
import { openFiles, type OpenFile } from '../targets.ts';

interface DetectOptions {
  readonly format?: 'table' | 'jsonl' | 'json' | 'csv' | 'count';
  readonly minConfidence?: Confidence;
  readonly reveal: boolean;
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
    .addOption(confidenceOption())
    .addOption(revealOption())
    .action((paths: readonly string[], options: DetectOptions) => detect(paths, options, output));
}

/** Prints every match of every file below the paths, in their order, as it is found. */
export async function detect(paths: readonly string[], options: DetectOptions, output: Output): Promise<void> {
  const printer = printers[options.format ?? (output.terminal ? 'table' : 'jsonl')](output);
  for (const path of paths) {
    for await (const file of openFiles(path)) await detectFile(file, options, printer);
  }
  printer.end();
}

async function detectFile(file: OpenFile, options: DetectOptions, printer: Printer): Promise<void> {
  const scanner = createScanner();
  const show = (name: string) => (options.reveal ? name : readName(scanner, localKey(), name).shown);
  let path = show(file.path);
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
      });
    },
    onMember: (member) => {
      path = show(member === '' ? file.path : `${file.path}${memberSeparator}${member}`);
    },
    onUnread: ({ reason, detail }) => skip(reason, detail),
    onFailure: ({ detector }) => skip('DETECTOR_FAILED', detector),
  });
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
    output.out(csvLine([...columns, 'skip', 'detail']));
    return {
      add: (one) =>
        output.out(
          'skip' in one
            ? csvLine([one.path, ...columns.slice(1).map(() => null), one.skip, one.detail])
            : csvLine([...columns.map((column) => one[column]), null, null]),
        ),
      end: () => undefined,
    };
  },
  count: (output: Output): Printer => {
    const counts = new Map(registry.map(({ id }) => [id as string, { low: 0, medium: 0, high: 0, certain: 0 }]));
    return {
      add: (one) => {
        const count = 'skip' in one ? undefined : counts.get(one.detector);
        if ('skip' in one) output.err(`skipped ${one.path}: ${one.skip} (${one.detail})\n`);
        else if (count) count[one.confidence] += 1;
      },
      end: () => {
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
  one.confidence,
  `${cleanText(one.path)}${one.line === null ? '' : `:${one.line}:${one.column ?? 1}`}`,
  cleanText(one.field ?? ''),
  cleanText(one.value),
];
