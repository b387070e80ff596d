/** `kashf assess`: what the law asks of a described processing; no scan. */
import type { Command } from 'commander';
import { parse } from 'yaml';
import { calendarDate } from '../../functions/assess/assess.ts';
import { assess, type Assessment } from '../../law/assess.ts';
import type { Choices } from '../../law/choices.ts';
import type { Language } from '../../law/contract.ts';
import { factsSchema } from '../../law/facts.ts';
import { renderFormality } from '../../law/text.ts';
import { cleanText } from '../formats/table.ts';
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
  const facts = factsSchema.safeParse(parseFacts(file));
  if (!facts.success) {
    const issue = facts.error.issues[0];
    throw new CommandError(2, `${file}: ${issue?.path.join('.') || 'facts'}: ${issue?.message ?? 'are wrong'}`);
  }
  const assessment = assess(facts.data, options.choice, options.asOf ?? calendarDate(new Date().toISOString()));
  if (options.format === 'json') output.out(`${JSON.stringify(assessment, null, 2)}\n`);
  else output.out(describeAssessment(assessment, options));
}

function parseFacts(file: string): unknown {
  const text = readInput(file, 'facts');
  try {
    return parse(text) as unknown;
  } catch (error) {
    const place = (error as { linePos?: readonly { line: number; col: number }[] }).linePos?.[0];
    throw new CommandError(2, `${file}:${place?.line ?? 1}:${place?.col ?? 1}: it is neither YAML nor JSON`, { cause: error });
  }
}

function describeAssessment(assessment: Assessment, { lang, explain }: AssessOptions): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${cleanText(line)}\n`).join('')}`;
  const steps = explain ? assessment.steps : assessment.steps.slice(-1);
  return [
    `${renderFormality(assessment.formality, lang)}  (${assessment.register.join(' + ')})\n`,
    part(
      'Why',
      steps.map((step) => `${step.article}: ${step.text[lang]}${step.choice === null ? '' : ` [${step.choice}]`}`),
    ),
    part(
      'Missing facts',
      assessment.missing.map((missing) => `${missing.fact} (${missing.article}): ${missing.text[lang]}`),
    ),
    part(
      'Gaps',
      assessment.gaps.map((gap) => `${gap.severity}: ${gap.text[lang]} (${gap.articles.join(', ')})`),
    ),
    part(
      'Duties',
      assessment.duties
        .filter((duty) => explain || duty.state !== 'met')
        .map((duty) => `${duty.article} ${duty.state}: ${duty.text[lang]}`),
    ),
    part(
      'Penalties',
      assessment.penalties.map((penalty) => penalty.text[lang]),
    ),
    part(
      'Papers',
      assessment.papers.map(({ form, confidence }) => `${form} (${confidence})`),
    ),
    part(
      'Readings taken',
      assessment.choices.map((choice) => `${choice.id} = ${choice.setting}: ${choice.text[lang]}`),
    ),
    part(
      'Other laws',
      assessment.otherLaws.map(({ law, source, state, text }) => `${source ?? law} ${state}: ${text[lang]}`),
    ),
    `\n${assessment.lawVersion}\n`,
  ].join('');
}
