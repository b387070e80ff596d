/** The command line: parses words, runs a command, turns errors into one sentence and an exit code. */
import { Command, CommanderError } from 'commander';
import { CommandError, type Output } from './output.ts';
import { SourceError } from '../sources/contract.ts';

const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stdout.isTTY,
  progress: process.stderr.isTTY,
};

const program = new Command('kashf')
  .description('Finds the personal data your stores hold and holds it against what you declared under Moroccan Law 09-08.')
  .addHelpText(
    'after',
    `
Start here:
  kashf scan ./exports --register register.yaml     verdicts, gaps and findings of a folder
  kashf scan s3://bucket/prefix postgresql://host/database --register register.yaml
  kashf papers gaps --register register.yaml        what is wrong, for the board
  kashf detect ./exports --format jsonl             every match, no law
  kashf explain "CIN : AB123456"                    why something matches

Exit codes: 0 ran to the end, 1 could not, 2 bad usage or broken input, 3 gaps (--fail-on-gap), 4 skips (--fail-on-skip).
Values are never printed unless you say --reveal.`,
  )
  .showHelpAfterError('Run with --help for the words it knows.')
  .exitOverride();
/** Each command, in the order of the help. What it needs is loaded when it is the one that is run: some bring much along. */
const commands = {
  scan: async () => (await import('./commands/scan.ts')).addScan,
  detect: async () => (await import('./commands/detect.ts')).addDetect,
  assess: async () => (await import('./commands/assess.ts')).addAssess,
  register: async () => (await import('./commands/register.ts')).addRegister,
  papers: async () => (await import('./commands/papers.ts')).addPapers,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  detectors: async () => (await import('./commands/detectors.ts')).addDetectors,
  fingerprint: async () => (await import('./commands/fingerprint.ts')).addFingerprint,
} as const;

const [, , word = ''] = process.argv;
const wanted = Object.hasOwn(commands, word) ? [commands[word as keyof typeof commands]] : Object.values(commands);
for (const load of wanted) (await load())(program, output, finish);

function finish(code: number): void {
  process.exitCode = code;
}

/** A reader that stopped listening (`kashf … | head`) is no error of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explainError(error);
}

function explainError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandError) {
    output.err(`kashf: ${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof SourceError) {
    output.err(`kashf: ${error.message}\n`);
    return error.kind === 'usage' ? 2 : 1;
  }
  const kind = error instanceof Error ? error.name : 'unknown error';
  output.err(`kashf: stopped by ${kind}; run with KASHF_DEBUG=1 to see where\n`);
  if (process.env['KASHF_DEBUG']) output.err(`${framesOf(error)}\n`);
  return 1;
}

/** Where an error came from, without its message: that may hold what was being read. */
function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
