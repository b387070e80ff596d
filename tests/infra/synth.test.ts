import { strict as assert } from 'node:assert';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundledDetectors, environments } from '../../functions/environment.ts';
import { exampleFile } from '../../infra/config.ts';
import { fileOf, staffNumber } from '../detectors/custom/sample.ts';
import type { Resource } from './example-stack.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kashf-synth-'));
after(() => rmSync(folder, { recursive: true }));

/** `npx cdk synth` as somebody without an account and without Docker runs it. */
function synth(...options: readonly string[]): SpawnSyncReturns<string> {
  const bin = join(repository, 'node_modules', '.bin');
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  const env = { ...Object.fromEntries(kept), PATH: `${bin}:${process.env['PATH'] ?? ''}`, CDK_DOCKER: 'false', HOME: folder };
  return spawnSync(join(bin, 'cdk'), ['synth', '--quiet', '--output', folder, ...options], {
    cwd: repository,
    env,
    encoding: 'utf8',
  });
}

test('npx cdk synth needs no account and no Docker, and makes a bundle that starts for each function', (t) => {
  const configuration = join(folder, 'kashf.config.yaml');
  writeFileSync(configuration, `${readFileSync(exampleFile, 'utf8')}\ndetectors: own.yaml\n`);
  writeFileSync(join(folder, 'own.yaml'), fileOf([staffNumber]));
  const { status, stderr } = synth('--context', `config=${configuration}`);
  assert.equal(status, 0, stderr);
  const template = JSON.parse(readFileSync(join(folder, 'Kashf.template.json'), 'utf8')) as {
    Resources: Record<string, Resource>;
  };
  const functions = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  assert.equal(functions.length, Object.keys(environments).length);
  for (const { Properties, Metadata } of functions) {
    const bundle = join(folder, String(Metadata?.['aws:asset:path']), 'index.mjs');
    const bytes = readFileSync(bundle).length;
    t.diagnostic(`${String(Properties['Description'])}: ${Math.round(bytes / 1024)} KiB`);
    assert.ok(bytes < 2.5 * 1024 * 1024, `${bundle}: ${bytes} bytes`);
    // Decoders that run in threads of their own stand beside the function that reads.
    for (const file of ['decoder-worker.mjs', 'seven-zip-worker.mjs', 'libarchive.wasm'])
      assert.equal(existsSync(join(dirname(bundle), file)), Properties['Description'] === 'Kashf: scan', file);
    const isCustom = existsSync(join(dirname(bundle), bundledDetectors));
    assert.equal(isCustom, /: (?:discover|plan|scan|assess)$/.test(String(Properties['Description'])), 'custom detectors');
    // Everything it imports is inside: it gets as far as reading its environment, which is not there.
    const started = spawnSync(process.execPath, [bundle], { encoding: 'utf8', env: {} });
    assert.match(started.stderr, /Cannot start \w+: environment variable KASHF_LEDGER_TABLE/);
  }
});

test('a file of detectors that does not hold ends the synthesis with its line', () => {
  const file = join(folder, 'faulty.yaml');
  writeFileSync(file, `${readFileSync(exampleFile, 'utf8')}\ndetectors: faulty-detectors.yaml\n`);
  writeFileSync(join(folder, 'faulty-detectors.yaml'), fileOf([staffNumber.replace('\\d{6}', '(\\d{6}')]));
  const { status, stderr } = synth('--context', `config=${file}`);
  assert.equal(status, 1);
  assert.match(stderr, /faulty-detectors\.yaml:6:14: custom\/staff-number: at character 10 of the pattern a group is not closed/);
});

test('a wrong configuration ends the synthesis with one sentence', () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, 'targets: []');
  const { status, stderr } = synth('--context', `config=${file}`);
  assert.equal(status, 1);
  assert.match(stderr, /^Cannot read .*wrong\.yaml: targets: /m);
  assert.doesNotMatch(stderr, /\n +at /);
});
