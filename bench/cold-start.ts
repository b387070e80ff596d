/**
 * `npm run synth && node bench/cold-start.ts [cdk.out]`: size of each function's bundle as synthesized, and milliseconds from the start of
 * a process to its handler being there (the best and the median of eleven), beside a process that loads nothing.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface FunctionResource {
  readonly Type: string;
  readonly Properties: { readonly Description?: string };
  readonly Metadata?: Readonly<Record<string, string>>;
}

const runs = 11;
const folder = resolve(process.argv[2] ?? 'cdk.out');
const template = JSON.parse(readFileSync(join(folder, 'Kashf.template.json'), 'utf8')) as {
  readonly Resources: Readonly<Record<string, FunctionResource>>;
};

/** What a function needs to start; nothing of it is asked at that time. */
const environment = {
  AWS_REGION: 'eu-west-3',
  KASHF_LEDGER_TABLE: 'table',
  KASHF_WORK_BUCKET: 'bucket',
  KASHF_KEY_SECRET: 'arn:aws:secretsmanager:eu-west-3:111122223333:secret:key',
  KASHF_REASSESS_QUEUE: 'https://sqs.eu-west-3.amazonaws.com/111122223333/queue',
  KASHF_ALERT_TOPIC: 'arn:aws:sns:eu-west-3:111122223333:topic',
  KASHF_EVENT_BUS: 'bus',
  KASHF_STATE_MACHINE: 'arn:aws:states:eu-west-3:111122223333:stateMachine:scan',
  KASHF_DETECTORS: 'none',
  KASHF_CONFIGURATION: '{"targets":[{"uri":"s3://bucket"}]}',
};

function measure(code: string): string {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return [times[0], times[runs >> 1]].map((time) => `${(time ?? 0).toFixed(0).padStart(6)} ms`).join('');
}

const kilobytes = (files: readonly string[]): string =>
  `${(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000).toFixed(0).padStart(7)} KB`;

process.stdout.write(`process           at start   in all     best   median\n`);
process.stdout.write(`${'nothing'.padEnd(36)}${measure('process.exit(0)')}\n`);
for (const { Type, Properties, Metadata } of Object.values(template.Resources)) {
  const asset = Metadata?.['aws:asset:path'];
  if (Type !== 'AWS::Lambda::Function' || asset === undefined) continue;
  const bundle = join(folder, asset, 'index.mjs');
  const time = measure(`const { handler } = await import('${bundle}'); process.exit(typeof handler === 'function' ? 0 : 1)`);
  const all = globSync(join(folder, asset, '*.mjs'));
  process.stdout.write(`${(Properties.Description ?? asset).padEnd(16)}${kilobytes([bundle])}${kilobytes(all)}${time}\n`);
}
