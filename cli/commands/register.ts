/** `kashf register check`: is each treatment complete under Art. 15, and its formality the right one. */
import type { Command } from 'commander';
import { calendarDate } from '../../functions/assess/assess.ts';
import { checkRegister, type RegisterIssue } from '../../law/check-register.ts';
import type { Language } from '../../law/contract.ts';
import { csvLine } from '../formats/csv.ts';
import { cleanText } from '../formats/table.ts';
import { formatOption, languageOption } from '../options.ts';
import type { ExitCode, Output } from '../output.ts';
import { CommandError } from '../output.ts';
import { readInput } from '../read-input.ts';
import { addRegisterSelf } from './register-self.ts';

interface CheckOptions {
  readonly format?: 'table' | 'json' | 'jsonl' | 'csv';
  readonly lang: Language;
  readonly failOnGap: boolean;
}

/** Adds the commands about registers to the program. */
export function addRegister(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  const register = program
    .command('register')
    .summary('look at a register')
    .description('What was declared: the register of processing as a file.');
  register
    .command('check')
    .summary('check a register against Art. 15 and the formality each treatment needs')
    .description('Prints file, line and column of everything that is missing or wrong. A file that is no register ends with 2.')
    .argument('<file>', 'register.yaml (- for standard input)')
    .addOption(formatOption('table', 'json', 'jsonl', 'csv'))
    .addOption(languageOption())
    .option('--fail-on-gap', 'exit with 3 if the law asks for something more', false)
    .action((file: string, options: CheckOptions) => finish(check(file, options, output)));
  addRegisterSelf(register, output);
}

/** Prints the issues of a register and gives the exit code. */
export function check(file: string, options: CheckOptions, output: Output): ExitCode {
  const { register, issues } = checkRegister(readInput(file, 'register'), { asOf: calendarDate(new Date().toISOString()) });
  output.out(renderers[options.format ?? 'table'](file, issues, options.lang));
  if (register === null) throw new CommandError(2, `${file} is not a register that can be used`);
  const gaps = issues.filter((issue) => issue.severity === 'warning').length;
  output.err(`${register.treatments.length} treatments, ${gaps} gaps\n`);
  return options.failOnGap && gaps > 0 ? 3 : 0;
}

type Renderer = (file: string, issues: readonly RegisterIssue[], language: Language) => string;

const renderers: Readonly<Record<NonNullable<CheckOptions['format']>, Renderer>> = {
  table: (file, issues, language) =>
    issues
      .map(({ line, column, severity, text }) => `${file}:${line}:${column}: ${severity}: ${cleanText(text[language])}\n`)
      .join(''),
  json: (file, issues) => `${JSON.stringify({ schemaVersion: 1, file, issues }, null, 2)}\n`,
  jsonl: (file, issues) => issues.map((issue) => `${JSON.stringify({ v: 1, file, ...issue })}\n`).join(''),
  csv: (file, issues, language) =>
    [
      csvLine(['file', 'line', 'column', 'severity', 'code', 'path', 'text']),
      ...issues.map(({ line, column, severity, code, path, text }) =>
        csvLine([file, line, column, severity, code, path, text[language]]),
      ),
    ].join(''),
};
