/** `kashf papers`: register, drafts of filings, notices, answer sheets and the gap report, from register and scan. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import type { Confidence } from '../../detectors/contract.ts';
import { calendarDate } from '../../functions/assess/assess.ts';
import { checkRegister } from '../../law/check-register.ts';
import type { Choices } from '../../law/choices.ts';
import type { Language } from '../../law/contract.ts';
import type { Register } from '../../law/register.ts';
import { writePaperDocx } from '../../papers/docx.ts';
import type { FilingForm } from '../../papers/filing.ts';
import { writePaperPage } from '../../papers/html.ts';
import { writePaperJson } from '../../papers/json.ts';
import type { Observed } from '../../papers/observed.ts';
import { paperKinds, type Paper, type PaperKind } from '../../papers/paper.ts';
import { writePaperPdf, type PaperFonts } from '../../papers/pdf.ts';
import { renderPaper, type PaperText } from '../../papers/render-paper.ts';
import { UnknownTreatment, writePaper } from '../../papers/write-paper.ts';
import { asOfOption, choiceOption, confidenceOption, languageOption } from '../options.ts';
import { CommandError, type Output } from '../output.ts';
import { readInput } from '../read-input.ts';
import { reportSchema } from '../report-schema.ts';

const formats = ['html', 'json', 'docx', 'pdf'] as const;
type Format = (typeof formats)[number];

interface PapersOptions {
  readonly register: string;
  readonly report?: string;
  readonly treatment?: string;
  readonly form?: FilingForm;
  readonly format: Format;
  readonly lang: Language;
  readonly out?: string;
  readonly choice: Choices;
  readonly minConfidence: Confidence;
  readonly asOf?: string;
}

/** Adds the command to the program. */
export function addPapers(program: Command, output: Output): void {
  program
    .command('papers')
    .summary('write the papers of Law 09-08 from the register and a scan')
    .description(
      'Writes one paper: the register (Art. 15), the draft of a filing (F211, F214, F112, F113), of a transfer request (F118),\n' +
        'the notice for the persons concerned (Art. 5), the sheet that answers a request for access (Art. 7), the gap report.\n' +
        'What the register does not state is named as missing; nothing is made up. Read a draft before you file it.',
    )
    .addArgument(new Argument('<kind>', 'which paper').choices(paperKinds))
    .requiredOption('--register <file>', 'register.yaml (- for standard input)')
    .option('--report <file>', 'what `kashf scan --format json` printed')
    .option('--treatment <id>', 'the treatment the paper is about (where the register has several)')
    .addOption(
      new Option('--form <form>', 'form to draft, where it is not the one the law leads to').choices([
        'F211',
        'F214',
        'F112',
        'F113',
      ]),
    )
    .addOption(new Option('--format <format>', 'how to write it').choices(formats).default('html' satisfies Format))
    .addOption(languageOption())
    .addOption(confidenceOption('high'))
    .option('--out <file>', 'where to write it (default: standard output)')
    .addOption(choiceOption())
    .addOption(asOfOption())
    .action((kind: PaperKind, options: PapersOptions) => papers(kind, options, output));
}

/** Writes one paper to its file, or to standard output. */
export async function papers(kind: PaperKind, options: PapersOptions, output: Output): Promise<void> {
  const paper = drawPaper(kind, options);
  const text = renderPaper(paper, options.lang);
  const bytes = await setPaper(paper, text, options.format);
  if (options.out !== undefined) writeOut(options.out, bytes);
  else if (typeof bytes === 'string') output.out(bytes);
  else throw new CommandError(2, `A ${options.format} goes into a file; name it with --out`);
  output.err(`${text.title}: ${paper.missing.length === 0 ? 'nothing' : paper.missing.length} missing\n`);
}

function drawPaper(kind: PaperKind, options: PapersOptions): Paper {
  const { treatment = null, form = null, minConfidence } = options;
  const source = { register: readRegister(options), observed: readReport(options.report), treatment, form, minConfidence };
  try {
    return writePaper(kind, source, { choices: options.choice, asOf: dayOf(options) });
  } catch (error) {
    throw error instanceof UnknownTreatment ? new CommandError(2, error.message, { cause: error }) : error;
  }
}

const dayOf = ({ asOf }: PapersOptions) => asOf ?? calendarDate(new Date().toISOString());

function readRegister({ register: file, lang }: PapersOptions): Register {
  const { register, issues } = checkRegister(readInput(file, 'register'));
  if (register !== null) return register;
  const first = issues.find(({ severity }) => severity === 'error');
  throw new CommandError(2, `${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${first?.text[lang] ?? 'it is no register'}`);
}

function readReport(file: string | undefined): Observed | null {
  if (file === undefined) return null;
  const refused = (cause: unknown) =>
    new CommandError(2, `${file}: it is no report; write one with kashf scan --format json`, { cause });
  let value: unknown;
  try {
    value = JSON.parse(readInput(file, 'report'));
  } catch (error) {
    throw error instanceof CommandError ? error : refused(error);
  }
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) throw refused(parsed.error);
  return parsed.data;
}

async function setPaper(paper: Paper, text: PaperText, format: Format): Promise<string | Uint8Array> {
  if (format === 'html') return writePaperPage(text);
  if (format === 'json') return writePaperJson(paper, text);
  return format === 'docx' ? writePaperDocx(text) : writePaperPdf(text, readFonts());
}

/** The fonts come with their package; nothing of the machine is used, so that a PDF looks the same everywhere. */
function readFonts(): PaperFonts {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans-arabic/package.json'));
  const read = (style: string) => readFileSync(join(folder, style, `IBMPlexSansArabic_${style}.ttf`));
  return { regular: read('400Regular'), bold: read('600SemiBold') };
}

function writeOut(file: string, bytes: string | Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new CommandError(1, `Cannot write ${file}: no such folder, or no right to write there`, { cause: error });
  }
}
