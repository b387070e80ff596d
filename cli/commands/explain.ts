/** `kashf explain`: what matches in a text, and why, evidence by evidence. */
import type { Command } from 'commander';
import { explain, type ExplainedMatch } from '../../detectors/explain.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { blank, mask } from '../../findings/mask.ts';
import { cleanText } from '../formats/table.ts';
import { formatOption, revealOption } from '../options.ts';
import type { Output } from '../output.ts';

interface ExplainOptions {
  readonly format?: 'table' | 'json';
  readonly reveal: boolean;
}

/** Adds the command to the program. */
export function addExplain(program: Command, output: Output): void {
  program
    .command('explain')
    .summary('show what matches in a text, and why')
    .description('Shows every match in a text with its confidence and the evidence for and against it. Nothing is kept.')
    .argument('<text>', 'the text')
    .addOption(formatOption('table', 'json'))
    .addOption(revealOption())
    .action((text: string, options: ExplainOptions) => explainText(text, options, output));
}

/** Prints every match of the text, in order. */
export function explainText(text: string, options: ExplainOptions, output: Output): void {
  const bytes = Buffer.from(text, 'utf8');
  const matches = explain(createScanner(), text).map((match) => {
    const value = bytes.toString('utf8', match.start, match.end);
    return { ...match, value: options.reveal ? value : (mask(match.category, value) ?? blank) };
  });
  if (options.format === 'json') output.out(`${JSON.stringify({ schemaVersion: 1, matches }, null, 2)}\n`);
  else output.out(matches.length === 0 ? 'Nothing matches.\n' : matches.map(describeMatch).join('\n'));
}

function describeMatch(match: ExplainedMatch & { readonly value: string }): string {
  const evidence = match.evidence.map(({ kind, detail }) => `  ${kind}${detail === null ? '' : `: ${detail}`}\n`).join('');
  return `${cleanText(match.value)}  ${match.detector} (${match.category}), ${match.confidence}\n${evidence}`;
}
