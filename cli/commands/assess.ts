/** `kashf assess`: what the law asks of a described processing; no scan. */
import type { Command } from 'commander';
import { calendarDate } from '../../functions/assess/assess.ts';
import { assess } from '../../law/assess.ts';
import { checkFacts } from '../../law/check-facts.ts';
import type { Choices } from '../../law/choices.ts';
import type { Language } from '../../law/contract.ts';
import { renderAssessment } from '../formats/assessment-table.ts';
import { asOfOption, choiceOption, formatOption, languageOption } from '../options.ts';
import { CommandError, type Output } from '../output.ts';
import { readInput } from '../read-input.ts';

interface AssessOptions {
  readonly format?: 'table' | 'json';
  readonly lang: Language;
  readonly explain: boolean;
  readonly choice: Choices;
  readonly asOf?: string;
}

/** Adds the command to the program. */
export function addAssess(program: Command, output: Output): void {
  program
    .command('assess')
    .summary('formality and duties of a described processing; no scan')
    .description(
      'Reads facts as YAML or JSON (v, controller, treatment, found, unknown) and prints the formality Law 09-08 asks for,\n' +
        'the duties, gaps and penalties, and which facts are missing and what depends on them.',
    )
    .argument('<facts>', 'facts.yaml (- for standard input)')
    .addOption(formatOption('table', 'json'))
    .addOption(languageOption())
    .option('--explain', 'print every step with its article, fact and choice', false)
    .addOption(choiceOption())
    .addOption(asOfOption())
    .action((file: string, options: AssessOptions) => assessFile(file, options, output));
}

/** Prints the assessment of the facts in a file. */
export function assessFile(file: string, options: AssessOptions, output: Output): void {
  const { facts, issues } = checkFacts(readInput(file, 'facts'));
  if (facts === null) {
    const told = issues.map(({ line, column, text }) => `${file}:${line}:${column}: ${text[options.lang]}`);
    throw new CommandError(2, told.join('\n'));
  }
  const assessment = assess(facts, options.choice, options.asOf ?? calendarDate(new Date().toISOString()));
  if (options.format === 'json') output.out(`${JSON.stringify(assessment, null, 2)}\n`);
  else output.out(renderAssessment(assessment, options));
}
