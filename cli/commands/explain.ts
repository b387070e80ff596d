/** `kashf explain`: what matches in a text, and why, evidence by evidence. */
import type { Command } from 'commander';
import { explain, type ExplainedMatch } from '../../detectors/explain.ts';
import { blank, mask } from '../../findings/mask.ts';
import { reasonFor } from '../../findings/allow.ts';
import { detectorsOption, loadScanner } from '../custom-detectors.ts';
import { cleanText } from '../formats/table.ts';
import { localKey } from '../local-key.ts';
import { formatOption, revealOption } from '../options.ts';
import type { Output } from '../output.ts';

interface ExplainOptions {
  readonly format?: 'table' | 'json';
  readonly reveal: boolean;
  readonly detectors?: string;
}

/** Adds the command to the program. */
export function addExplain(program: Command, output: Output): void {
  program
    .command('explain')
    .summary('show what matches in a text, and why')
    .description('Shows every match in a text with its confidence and the evidence for and against it. Nothing is kept.')
    .argument('<text>', 'the text')
    .addOption(formatOption('table', 'json'))
    .addOption(detectorsOption())
    .addOption(revealOption())
    .action((text: string, options: ExplainOptions) => explainText(text, options, output));
}

/** Prints every match of the text, in order. */
export function explainText(text: string, options: ExplainOptions, output: Output): void {
  const bytes = Buffer.from(text, 'utf8');
  const scanner = loadScanner(options.detectors);
  const keyed = { scanner, key: scanner.allow.length === 0 ? new Uint8Array(0) : localKey() };
  const matches = explain(scanner, text).map((match): ShownMatch => {
    const value = bytes.toString('utf8', match.start, match.end);
    const allowed = reasonFor(keyed, match.detector, { store: '', object: '', field: null }, value);
    const shown = options.reveal ? value : (mask(match.category, value) ?? blank);
    return { ...match, value: shown, ...(allowed === null ? {} : { allowed }) };
  });
  if (options.format === 'json') output.out(`${JSON.stringify({ schemaVersion: 1, matches }, null, 2)}\n`);
  else output.out(matches.length === 0 ? 'Nothing matches.\n' : matches.map(describeMatch).join('\n'));
}

interface ShownMatch extends ExplainedMatch {
  readonly value: string;
  /** Why an allow list permits it; absent where none does. */
  readonly allowed?: string;
}

function describeMatch(match: ShownMatch): string {
  const evidence = match.evidence.map(({ kind, detail }) => `  ${kind}${detail === null ? '' : `: ${detail}`}\n`).join('');
  const allowed = match.allowed === undefined ? '' : `  allowed: ${cleanText(match.allowed)}\n`;
  return `${cleanText(match.value)}  ${match.detector} (${match.category}), ${match.confidence}\n${evidence}${allowed}`;
}
