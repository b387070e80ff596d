/** `kashf detectors`: which detectors there are, and whether those of a file hold. */
import type { Command } from 'commander';
import { categoryOf } from '../../detectors/catalogue.ts';
import type { Detector } from '../../detectors/define.ts';
import { registry } from '../../detectors/registry.ts';
import { detectorsOption, readCustom } from '../custom-detectors.ts';
import { cleanText, renderTable } from '../formats/table.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface DetectorsOptions {
  readonly detectors?: string;
  readonly format?: 'table' | 'json';
}

/** Adds the command to the program. */
export function addDetectors(program: Command, output: Output): void {
  program
    .command('detectors')
    .summary('list the detectors, and try those of a file')
    .description(
      'Lists every detector with the category it speaks for. With --detectors it reads that file, runs its examples and counter-examples,\n' +
        'and says by line what is wrong with it.',
    )
    .addOption(detectorsOption())
    .addOption(formatOption('table', 'json'))
    .action((options: DetectorsOptions) => listDetectors(options, output));
}

const describe = (detector: Detector) => ({
  id: detector.id,
  category: categoryOf(detector.id, [], detector.category),
  title: detector.title,
});

/** Prints the detectors: those of the file first, for where two agree theirs is the match that stays. */
export function listDetectors(options: DetectorsOptions, output: Output): void {
  const custom = options.detectors === undefined ? null : readCustom(options.detectors).custom;
  const detectors = [...(custom?.detectors ?? []), ...registry].map(describe);
  const allow = (custom?.allow ?? []).map(({ reason, detectors: ids }) => ({ reason, detectors: ids }));
  if ((options.format ?? 'table') === 'json') {
    output.out(`${JSON.stringify({ schemaVersion: 1, detectors, allow }, null, 2)}\n`);
    return;
  }
  output.out(
    renderTable(
      ['detector', 'category', 'what it is'],
      detectors.map(({ id, category, title }) => [id, category, cleanText(title)]),
    ),
  );
  if (custom === null) return;
  output.out(
    `\n${custom.detectors.length} of them and ${allow.length} entries of allow lists are from ${options.detectors}; every example holds.\n`,
  );
}
