/** A file of custom detectors and allow lists, as the commands take it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { reportSchema, detectLineSchema, type Report } from '../../cli/report-schema.ts';
import { fileOf, staffNumber } from '../detectors/custom/sample.ts';
import { kashf } from './run-kashf.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-custom-'));
after(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'data');
mkdirSync(join(data, 'fixtures'), { recursive: true });
const rows = 'matricule;courriel\nMAT-004217;desk@portal.ma\nMAT-004218;a.b@exemple.ma\n';
writeFileSync(join(data, 'agents.csv'), rows);
writeFileSync(join(data, 'fixtures/agents.csv'), rows);
writeFileSync(join(data, 'MAT-004219.txt'), 'rien\n');
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const allow = `allow:
  - { reason: Our desk, detectors: [global/email], pattern: 'desk@portal\\.ma' }
  - { reason: Made-up data, path: fixtures/** }
`;
const file = write('kashf.detectors.yaml', fileOf([staffNumber], allow));

test('detect finds them, and says which matches are allowed', async () => {
  const { code, out } = await kashf(['detect', data, '--detectors', file, '--format', 'jsonl', '--reveal']);
  assert.equal(code, 0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => detectLineSchema.parse(JSON.parse(line)));
  assert.deepEqual(
    lines.flatMap((one) =>
      'value' in one && one.detector !== 'global/person-name'
        ? [[one.path.slice(data.length + 1), one.value, one.allowed === true]]
        : [],
    ),
    [
      ['agents.csv', 'MAT-004217', false],
      ['agents.csv', 'desk@portal.ma', true],
      ['agents.csv', 'MAT-004218', false],
      ['agents.csv', 'a.b@exemple.ma', false],
      ['fixtures/agents.csv', 'MAT-004217', true],
      ['fixtures/agents.csv', 'desk@portal.ma', true],
      ['fixtures/agents.csv', 'MAT-004218', true],
      ['fixtures/agents.csv', 'a.b@exemple.ma', true],
    ],
  );
  const counts = await kashf(['detect', data, '--detectors', file, '--format', 'count']);
  assert.match(counts.out, /^global\/email\t0\t0\t1\t0$/m);
  assert.match(counts.out, /^custom\/staff-number\t0\t0\t2\t0$/m);
  assert.match(counts.err, /^5 matches are allowed and not counted$/m);
});

test('scan holds them against the register, without what is allowed', async () => {
  const { code, out } = await kashf(['scan', data, '--detectors', file, '--format', 'json']);
  assert.equal(code, 0);
  const report = JSON.parse(out) as Report;
  assert.deepEqual(reportSchema.parse(report), report);
  assert.deepEqual(
    report.findings.map(({ object, field, detector, category, count, allowed, confidence }) => [
      object,
      field,
      detector,
      category,
      count,
      allowed,
      confidence,
    ]),
    [
      ['•••.txt', '#name', 'custom/staff-number', 'civil-identity', 1, 0, 'high'],
      ['agents.csv', 'matricule', 'custom/staff-number', 'civil-identity', 2, 0, 'high'],
      ['agents.csv', 'courriel', 'global/email', 'contact', 1, 1, 'high'],
      ['fixtures/agents.csv', 'matricule', 'custom/staff-number', 'civil-identity', 0, 2, 'low'],
      ['fixtures/agents.csv', 'courriel', 'global/email', 'contact', 0, 2, 'low'],
    ],
  );
  const plain = JSON.parse((await kashf(['scan', data, '--format', 'json'])).out) as Report;
  assert.notEqual(report.scan.detectorsVersion, plain.scan.detectorsVersion);
});

test('a store that holds nothing but what is allowed holds no personal data', async () => {
  const { out } = await kashf([
    'scan',
    data,
    '--detectors',
    write('all.yaml', fileOf([], "allow: [{ reason: All made up, path: '**' }]")),
    '--format',
    'json',
  ]);
  assert.equal((JSON.parse(out) as Report).stores[0]?.state, 'no-personal-data');
});

test('explain shows the evidence of a custom match, and why one is allowed', async () => {
  const { out } = await kashf(['explain', '--detectors', file, 'matricule MAT-004217, desk@portal.ma']);
  assert.match(out, /custom\/staff-number \(civil-identity\), high\n {2}pattern\n {2}context-word: matricule\n/);
  assert.match(out, /global\/email \(contact\), \w+\n(?: {2}.*\n)* {2}allowed: Our desk\n/);
  assert.doesNotMatch(out, /004217/);
});

test('detectors lists those of the file first, and tells every fault of one by line', async () => {
  const { code, out } = await kashf(['detectors', '--detectors', file]);
  assert.equal(code, 0);
  assert.match(out, /custom\/staff-number +civil-identity +Numéro matricule/);
  assert.match(out, /1 of them and 2 entries of allow lists are from .*; every example holds\./);
  const json = JSON.parse((await kashf(['detectors', '--format', 'json'])).out) as {
    readonly detectors: readonly { readonly id: string }[];
  };
  assert.equal(json.detectors[0]?.id, 'ma/cin');
  const wrong = write(
    'wrong.yaml',
    fileOf([staffNumber.replace('- MAT-0042178', '- MAT-004217').replace('- FORMAT-004217', '- MAT-004218')]),
  );
  for (const words of [['detectors'], ['detect', data], ['scan', data], ['explain', 'x']]) {
    const refused = await kashf([...words, '--detectors', wrong]);
    assert.deepEqual([refused.code, refused.out], [2, '']);
    assert.equal(
      refused.err.match(/wrong\.yaml:\d+:9: custom\/staff-number: counter-example [12] is found at `high`/g)?.length,
      2,
    );
    assert.doesNotMatch(refused.err, /00421/);
  }
  const missing = await kashf(['scan', data, '--detectors', join(folder, 'nothing.yaml')]);
  assert.deepEqual([missing.code, /Cannot read the file of detectors/.test(missing.err)], [2, true]);
});

test('fingerprint makes what an allow list takes, under the key of the machine alone', async () => {
  const command = join(import.meta.dirname, '../../cli/kashf.js');
  const run = (detector: string, environment: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [command, 'fingerprint', detector], {
      input: 'DESK@portal.ma\n\n',
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  const mine = { KASHF_KEY: '07'.repeat(32) };
  const { stdout } = run('global/email', mine);
  assert.match(stdout, /^[0-9a-f]{8}:[0-9a-f]{32}\n$/);
  assert.equal(run('global/mail', mine).status, 2);
  const list = write('list.yaml', fileOf([], `allow: [{ reason: Our desk, fingerprints: ['${stdout.trim()}'] }]`));
  const found = JSON.parse((await kashf(['scan', data, '--detectors', list, '--format', 'json'])).out) as Report;
  assert.equal(
    found.findings.reduce((sum, one) => sum + one.allowed, 0),
    2,
  );
  const elsewhere = await kashf(['scan', data, '--detectors', list], { KASHF_KEY: '08'.repeat(32) });
  assert.deepEqual([elsewhere.code, /made under another key/.test(elsewhere.err)], [2, true]);
});
