/** `npm start`: the product on this machine. Deploys, fills the sample, scans it, prints the verdicts, serves the API. */
import { existsSync } from 'node:fs';
import { resolve as fullPath } from 'node:path';
import { parseArgs } from 'node:util';
import type { Verdict } from '../law/contract.ts';
import { makeApiClient } from './api-client.ts';
import { roles, type LocalDeployment } from './deployment.ts';
import { compareVerdicts } from './sample/compare.ts';
import { deploySample, makeScanId, prepareSample } from './sample/organisation.ts';
import { stores } from './sample/stores.ts';
import { renderVerdicts } from './verdict-table.ts';

const help = `npm start -- [options]

Starts the whole product on this machine with a sample organisation, scans it, prints the verdicts and serves the API.

  --once         end after the verdicts
  --add <path>   scan this file or folder too; may be given more than once
  --detectors <file>
                 detectors and allow lists of your own
  --seed <n>     other values in the sample, the same verdicts (default 1)
  --port <n>     port of the API (default: any that is free)
  --help         this text
`;

interface Options {
  readonly once: boolean;
  readonly folders: readonly string[];
  readonly detectors: string | undefined;
  readonly seed: number;
  readonly port: number;
}

/** Why the command line cannot be used, in one sentence. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function readOptions(): Options | null {
  const options = {
    once: { type: 'boolean' },
    add: { type: 'string', multiple: true },
    detectors: { type: 'string' },
    seed: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ options, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read', { cause: error });
  }
  if (values.help) return null;
  const named = [...(values.add ?? []), ...(values.detectors === undefined ? [] : [values.detectors])];
  const absent = named.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UsageError(`There is no file or folder ${absent}`);
  const number = (name: 'seed' | 'port', otherwise: number): number => {
    const text = values[name] ?? String(otherwise);
    if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not ${text}`);
    return Number(text);
  };
  return {
    once: values.once ?? false,
    folders: values.add ?? [],
    detectors: values.detectors,
    seed: number('seed', 1),
    port: number('port', 0),
  };
}

const started = performance.now();
const say = (text: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}\n`);
};

/** What went wrong inside the functions, for a run that fails; each once. */
const failures = new Set<string>();
function noteFailures(functionName: string, text: string): void {
  for (const line of text.split('\n')) {
    if (!line.includes('"ERROR"')) continue;
    try {
      const { message, failure } = JSON.parse(line) as { message: string; failure?: { name: string; message: string | null } };
      failures.add(`  ${functionName}: ${message}: ${failure?.name ?? ''} ${failure?.message ?? ''}`);
    } catch {
      failures.add(`  ${functionName}: ${line}`);
    }
  }
}

/** Scans everything configured; returns the verdicts. Throws if the workflow failed. */
async function scan(deployment: LocalDeployment, seed: number, signal: AbortSignal): Promise<readonly Verdict[]> {
  const outcome = await deployment.runScan({ v: 1, scan: makeScanId(), trigger: 'local', targets: null, seed }, signal);
  if (outcome.status !== 'SUCCEEDED') {
    throw new Error([`The scan ended with ${outcome.error}: ${outcome.cause}`, ...failures].join('\n'));
  }
  await deployment.settled();
  return makeApiClient(deployment.apiUrl, deployment.token('security')).list<Verdict>('/verdicts');
}

function explainApi({ apiUrl, token }: LocalDeployment): string {
  const tokens = roles.map((role) => `${role.toUpperCase()}_TOKEN=${token(role)}`);
  const store = encodeURIComponent(stores.cinExport);
  return [
    '',
    `The API is at ${apiUrl}; tokens for twelve hours, one for each role:`,
    '',
    ...tokens,
    '',
    'Try:',
    `  curl -s -H "authorization: Bearer $SECURITY_TOKEN" '${apiUrl}/verdicts?store=${store}'`,
    `  curl -s -H "authorization: Bearer $LAWYER_TOKEN" '${apiUrl}/treatments'`,
    `  curl -s -H "authorization: Bearer $SECURITY_TOKEN" '${apiUrl}/alerts?state=open'`,
    '',
    'Ctrl-C ends everything.',
    '',
  ].join('\n');
}

/** Aborted by the first signal, with the exit code as reason; a second signal ends the process at once. */
function listenForSignals(): AbortSignal {
  const stop = new AbortController();
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(name, () => {
      process.once(name, () => process.exit(code));
      say('Ending');
      stop.abort(code);
    });
  }
  return stop.signal;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    process.stdout.write(help);
    return 0;
  }
  const signal = listenForSignals();
  const cleanUp: (() => Promise<void>)[] = [];
  try {
    return await run(options, signal, cleanUp);
  } catch (error) {
    if (signal.aborted) return signal.reason as number;
    throw error;
  } finally {
    for (const stop of cleanUp.toReversed()) await stop();
  }
}

/** Goes on to the next step only while nobody asked to end. */
async function run(options: Options, signal: AbortSignal, cleanUp: (() => Promise<void>)[]): Promise<number> {
  say('Starting PostgreSQL, filling the database, synthesizing the stack and its bundles');
  const { seed, folders, detectors } = options;
  const change = detectors === undefined ? {} : { detectors: fullPath(detectors) };
  const prepared = await prepareSample({ seed, folders, change });
  cleanUp.push(() => prepared.stop());
  signal.throwIfAborted();
  say('Deploying on this machine, filling the other stores, writing the register');
  const deployment = await deploySample(prepared, { onOutput: noteFailures, timeScale: 0.1, port: options.port });
  cleanUp.push(() => deployment.stop());
  signal.throwIfAborted();
  say('Scanning through the synthesized state machine');
  const verdicts = await scan(deployment, options.seed, signal);
  signal.throwIfAborted();
  say('Done');
  process.stdout.write(renderVerdicts(verdicts));
  const differences = compareVerdicts(verdicts);
  if (differences.length > 0) {
    process.stderr.write(
      `\nThe run differs from the table of expected verdicts:\n${differences.map((one) => `  ${one}\n`).join('')}`,
    );
  }
  if (options.once) return differences.length > 0 ? 1 : 0;
  process.stdout.write(explainApi(deployment));
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return signal.reason as number;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
