/** `kashf register self`: the entry that the scanner makes for itself, to be taken into a register. */
import { Option, type Command } from 'commander';
import { stringify } from 'yaml';
import { checkRegister } from '../../law/check-register.ts';
import type { Language } from '../../law/contract.ts';
import { resultDays } from '../../ledger/contract.ts';
import { describeScanner, type Surroundings } from '../../papers/own-treatment.ts';
import { languageOption } from '../options.ts';
import { CommandError, type Output } from '../output.ts';
import { readInput } from '../read-input.ts';

interface SelfOptions {
  readonly register?: string;
  readonly region?: string;
  readonly target: readonly string[];
  readonly store: readonly string[];
  readonly format: 'yaml' | 'json';
  readonly lang: Language;
}

const gather = (one: string, before: readonly string[]) => [...before, one];

/** Adds the command below `kashf register`. */
export function addRegisterSelf(register: Command, output: Output): void {
  register
    .command('self')
    .summary('the entry of the scanner itself')
    .description(
      'The scanner reads personal data too. Prints its own entry (Art. 15), to be taken into the register and completed: formality,\n' +
        'legal basis, contract of the hosting provider and a term of retention are yours to state. A deployment enters itself.',
    )
    .option('--register <file>', 'register whose controller and contact the entry takes over')
    .option('--region <region>', 'AWS region of the deployment')
    .option('--target <uri>', 'store that is scanned (may be repeated)', gather, [])
    .option('--store <pattern>', 'store of the scanner’s own results (may be repeated)', gather, [])
    .addOption(new Option('--format <format>', 'how to print').choices(['yaml', 'json']).default('yaml'))
    .addOption(languageOption())
    .action((options: SelfOptions) => printOwnEntry(options, output));
}

/** Prints the entry. */
export function printOwnEntry(options: SelfOptions, output: Output): void {
  const { region = null, target: targets, store: stores, lang } = options;
  const treatment = describeScanner({ region, targets, stores, startedOn: null, resultDays }, readSurroundings(options), lang);
  output.out(options.format === 'json' ? `${JSON.stringify(treatment, null, 2)}\n` : stringify([treatment]));
}

function readSurroundings({ register: file }: SelfOptions): Surroundings {
  if (file === undefined) return { controller: null, treatments: [] };
  const { register } = checkRegister(readInput(file, 'register'));
  if (register === null) throw new CommandError(2, `${file} is not a register that can be used; kashf register check says why`);
  return register;
}
