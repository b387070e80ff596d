import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import pg from 'pg';
import { reportSchema, type Report } from '../../cli/report-schema.ts';
import { startFauxqs } from '../../local/emulators/fauxqs.ts';
import { startPostgresql } from '../../local/emulators/postgresql.ts';
import { writeZip } from '../readers/write-zip.ts';
import { kashf } from './run-kashf.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-scan-'));
after(() => rmSync(folder, { recursive: true }));
const exports = join(folder, 'exports');
mkdirSync(exports);
const clients = 'nom;num_cin;email\nA;BK204518;a.b@exemple.ma\nB;BK204519;c.d@exemple.ma\n';
writeFileSync(join(exports, 'clients.csv'), clients);
writeFileSync(join(exports, 'image.bin'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 9, 8, 7, 6, 0, 0, 200, 3]));

const treatment = (more: string) => `version: 1
controller: { name: Société, kind: company, country: MA }
treatments:
  - id: clients
    name: Gestion des clients
    stores: ["file://${exports}"]
    dataCategories: [{ category: contact }, { category: national-id-number }]
${more}`;
const registerFile = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const reportOf = (out: string): Report => {
  const report = JSON.parse(out) as Report;
  assert.deepEqual(reportSchema.parse(report), report, 'the report has the committed shape');
  return report;
};
const gapsOf = (report: Report) => report.verdicts.flatMap((verdict) => verdict.gaps.map((gap) => gap.kind));

test('a folder nobody prepared gives findings, a verdict and skips', async () => {
  const { code, out, err } = await kashf(['scan', exports, '--format', 'json']);
  assert.equal(code, 0);
  const report = reportOf(out);
  assert.deepEqual(
    report.stores.map(({ state, formality }) => [state, formality]),
    [['gaps', 'authorisation']],
  );
  assert.ok(gapsOf(report).includes('undeclared-store'));
  assert.deepEqual(
    report.findings.map(({ object, field, detector, count }) => [object, field, detector, count]),
    [
      ['clients.csv', 'num_cin', 'ma/cin', 2],
      ['clients.csv', 'email', 'global/email', 2],
    ],
  );
  assert.deepEqual(
    report.skips.map(({ object, reason }) => [object, reason]),
    [['image.bin', 'UNSUPPORTED_FILE_TYPE_EXCEPTION']],
  );
  assert.equal(report.scan.complete, false);
  assert.ok(!`${out}${err}`.includes('BK204518'));
  assert.match(err, /scanning file:\/\//, 'progress goes to stderr');
});

test('a name that promises another type and a repaired encoding are noted in every format, and change nothing else', async () => {
  const noted = join(folder, 'noted');
  mkdirSync(noted);
  const broken = new TextDecoder('windows-1252').decode(Buffer.from('Salé'));
  writeFileSync(join(noted, 'clients.xlsx'), clients.replace('nom', broken));
  const inside = writeZip([{ name: 'page.csv', content: '<!doctype html><p>A</p>' }]);
  writeFileSync(join(noted, 'folder.zip'), inside);
  const { code, out } = await kashf(['scan', noted, '--format', 'json', '--fail-on-skip']);
  assert.equal(code, 0, 'a note is no skip');
  const report = reportOf(out);
  assert.deepEqual(
    report.notes.map(({ object, code: what, detail }) => [object, what, detail]),
    [
      ['clients.xlsx', 'TYPE_DIFFERS_FROM_NAME', 'named .xlsx, read as table of text'],
      ['clients.xlsx', 'ENCODING_REPAIRED', 'UTF-8 taken for windows-1252 and written again'],
      ['folder.zip!/page.csv', 'TYPE_DIFFERS_FROM_NAME', 'named .csv, read as HTML'],
    ],
  );
  assert.deepEqual([report.skips, report.scan.complete], [[], true]);
  for (const format of ['table', 'jsonl', 'csv', 'html']) {
    const { out: printed } = await kashf(['scan', noted, '--format', format]);
    for (const { detail } of report.notes) assert.ok(printed.includes(detail), `${detail} in ${format}`);
  }
});

test('a category declared and found nowhere is told of the entry, only where everything was read, and fails nothing', async () => {
  const whole = join(folder, 'whole');
  mkdirSync(whole);
  writeFileSync(join(whole, 'clients.csv'), clients);
  const file = registerFile(
    'more.yaml',
    treatment('').replaceAll(exports, whole).replace('{ category: contact }', '{ category: contact }, { category: health }'),
  );
  const entries = async (target: string, register: string) => {
    const report = reportOf((await kashf(['scan', target, '--register', register, '--state', 'MA', '--format', 'json'])).out);
    return report.verdicts.filter(({ store }) => store === 'register:clients');
  };
  const [verdict, ...others] = await entries(whole, file);
  assert.deepEqual(others, []);
  assert.deepEqual(
    verdict?.gaps.map(({ kind, category, severity }) => [kind, category, severity]),
    [['declared-not-found', 'health', 'info']],
  );
  const unread = registerFile(
    'unread.yaml',
    treatment('').replace('{ category: contact }', '{ category: contact }, { category: health }'),
  );
  assert.deepEqual(await entries(exports, unread), [], 'a file that was not read may hold it');
});

test('the readings a verdict rests on are printed with it', async () => {
  const taken = ['scan', exports, '--choice', 'IC-1=all-official-numbers'];
  const [table, page, json] = await Promise.all(
    ['table', 'html', 'json'].map(async (format) => (await kashf([...taken, '--format', format])).out),
  );
  for (const out of [table, page]) assert.match(out ?? '', /IC-1 = all-official-numbers: .*IC-2 = as-article-15: /s);
  const ids = reportOf(json ?? '').verdicts[0]?.choices.map(({ id, setting }) => `${id}=${setting}`);
  assert.deepEqual(ids?.slice(0, 2), ['IC-1=all-official-numbers', 'IC-2=as-article-15']);
});

test('equal runs are equal but for id and times', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(async () => reportOf((await kashf(['scan', exports, '--format', 'json'])).out)),
  );
  const rest = ({ scan, ...report }: Report) => ({ ...report, scan: { ...scan, id: '', startedAt: '', endedAt: '' } });
  assert.deepEqual(rest(first as Report), rest(second as Report));
});

test('what the register says decides the gaps', async () => {
  const kinds = async (name: string, more: string) => {
    const file = registerFile(name, treatment(more));
    return gapsOf(reportOf((await kashf(['scan', exports, '--register', file, '--format', 'json'])).out));
  };
  assert.ok((await kinds('none.yaml', '')).includes('formality-not-obtained'));
  assert.ok(
    (await kinds('wrong.yaml', '    formality: { kind: declaration, reference: D-1/2026, receivedOn: 2026-01-02 }\n')).includes(
      'wrong-formality',
    ),
  );
  const right = await kinds(
    'right.yaml',
    '    formality: { kind: authorisation, reference: A-1/2026, grantedOn: 2026-01-02 }\n    startedOn: 2026-02-01\n',
  );
  assert.deepEqual(
    right.filter((kind) => kind.startsWith('formality') || kind === 'wrong-formality' || kind.startsWith('undeclared')),
    [],
  );
});

test('a scan is judged by the day it is told, and its report becomes papers', async () => {
  const register = registerFile(
    'term.yaml',
    treatment(`    startedOn: 2026-02-01
    formality: { kind: authorisation, reference: A-1/2026, grantedOn: 2026-01-05, term: 2026-06-30 }
`),
  );
  const scanned = async (day: string) =>
    (await kashf(['scan', exports, '--register', register, '--state', 'MA', '--format', 'json', '--as-of', day])).out;
  const passed = await scanned('2026-07-01');
  assert.ok(!gapsOf(reportOf(await scanned('2026-06-30'))).includes('formality-term-passed'));
  assert.ok(gapsOf(reportOf(passed)).includes('formality-term-passed'));
  const report = registerFile('report.json', passed);
  const paper = await kashf(['papers', 'gaps', '--register', register, '--report', report, '--lang', 'fr', '--format', 'html']);
  assert.equal(paper.code, 0, paper.err);
  assert.match(paper.out, /2026-06-30/);
  assert.match(paper.out, /UNSUPPORTED_FILE_TYPE_EXCEPTION/);
  assert.doesNotMatch(paper.out, /BK2045|a\.b@exemple/);
});

test('--fail-on-gap and --fail-on-skip set the exit code, and gaps win', async () => {
  const codes = await Promise.all(
    [['--fail-on-gap'], ['--fail-on-skip'], ['--fail-on-gap', '--fail-on-skip'], []].map(
      async (words) => (await kashf(['scan', exports, '--format', 'json', ...words])).code,
    ),
  );
  assert.deepEqual(codes, [3, 4, 3, 0]);
});

test('every format holds the gap, the finding and the skip, in each language', async () => {
  for (const format of ['table', 'json', 'jsonl', 'csv', 'html']) {
    const { out } = await kashf(['scan', exports, '--format', format, '--lang', 'fr']);
    for (const part of ['undeclared-store', '12(1)(e)', 'ma/cin', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'])
      assert.ok(out.includes(part), `${part} in ${format}`);
    if (format !== 'json' && format !== 'jsonl') assert.match(out, /numéro de la carte d.identité nationale/);
  }
  assert.match((await kashf(['scan', exports, '--format', 'html', '--lang', 'ar'])).out, /<html lang="ar" dir="rtl">/);
});

test('--reveal adds values to places, and only then', async () => {
  const valuesOf = (report: Report) => report.findings.flatMap((finding) => finding.places.map((place) => place.value));
  const shown = reportOf((await kashf(['scan', exports, '--format', 'json', '--reveal'])).out);
  assert.deepEqual(valuesOf(shown), ['BK204518', 'BK204519', 'a.b@exemple.ma', 'c.d@exemple.ma']);
  assert.deepEqual(new Set(valuesOf(reportOf((await kashf(['scan', exports, '--format', 'json'])).out))), new Set([undefined]));
});

const refusals: readonly (readonly [what: string, words: () => readonly string[], code: number, sentence: RegExp])[] = [
  ['a path that is not there', () => ['scan', join(folder, 'nowhere')], 2, /There is no file or folder/],
  ['a database that does not answer', () => ['scan', 'postgresql://u:geheim@127.0.0.1:1/d'], 1, /nothing answers there/],
  ['MySQL', () => ['scan', 'mysql://127.0.0.1/d'], 2, /cannot be scanned yet/],
  ['a scheme nobody knows', () => ['scan', 'ftp://host/x'], 2, /no kind of store called ftp/],
  ['a register that is not there', () => ['scan', exports, '--register', join(folder, 'no.yaml')], 2, /Cannot read the register/],
  [
    'a register with a wrong word',
    () => ['scan', exports, '--register', registerFile('word.yaml', treatment('    purpose: x\n'))],
    2,
    /word\.yaml:8:5: /,
  ],
  [
    'a register that is no YAML',
    () => ['scan', exports, '--register', registerFile('broken.yaml', 'version: [1\n')],
    2,
    /broken\.yaml:\d+:\d+: /,
  ],
  ['a wrong level', () => ['scan', exports, '--min-confidence', 'sure'], 2, /Allowed choices are low, medium, high, certain/],
];
for (const [what, words, code, sentence] of refusals) {
  test(`${what} is one clear sentence and exit code ${code}`, async () => {
    const run = await kashf(words());
    assert.deepEqual([run.code, run.out], [code, '']);
    assert.match(run.err, sentence);
    assert.ok(!run.err.includes('geheim'));
    assert.doesNotMatch(run.err, /\n {4}at /, 'no stack');
  });
}

test('register check points to file and line', async () => {
  const file = registerFile('check.yaml', treatment(''));
  const { code, out } = await kashf(['register', 'check', file]);
  assert.equal(code, 0);
  assert.match(out, /check\.yaml:\d+:\d+: warning: /);
  assert.equal((await kashf(['register', 'check', file, '--fail-on-gap'])).code, 3);
  assert.equal((await kashf(['register', 'check', registerFile('bad.yaml', 'version: 2\n')])).code, 2);
});

test('assess answers with the formality, and the unknown with what is missing', async () => {
  const assess = async (facts: object) =>
    JSON.parse((await kashf(['assess', registerFile('facts.json', JSON.stringify(facts)), '--format', 'json'])).out) as {
      formality: string;
      missing: unknown[];
    };
  const facts = { v: 1, controller: { kind: 'company' }, found: { categories: ['contact'] } };
  assert.equal((await assess(facts)).formality, 'declaration');
  assert.equal((await assess({ ...facts, found: { categories: ['contact', 'national-id-number'] } })).formality, 'authorisation');
  assert.ok((await assess({ ...facts, unknown: ['found.categories'] })).missing.length > 0);
  assert.equal((await kashf(['assess', registerFile('facts.yaml', 'v: 3\n')])).code, 2);
});

test('a PostgreSQL database and a bucket are read like a folder', async (t) => {
  const server = await startPostgresql();
  const buckets = await startFauxqs();
  t.after(() => Promise.all([server.stop(), buckets.stop()]));
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(
    "create table clients (id int, num_cin text); insert into clients select n, 'BK' || (204500 + n) from generate_series(1, 50) n",
  );
  await client.end();
  const database = reportOf((await kashf(['scan', server.url('postgres'), '--format', 'json', '--state', 'MA'])).out);
  assert.deepEqual(
    database.findings.map(({ store, field, detector, count }) => [store, field, detector, count]),
    [['postgresql://127.0.0.1/postgres/public/clients', 'num_cin', 'ma/cin', 50]],
  );
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const s3 = new S3Client({ endpoint: buckets.endpoint, region: 'eu-west-3', forcePathStyle: true, credentials });
  await s3.send(new CreateBucketCommand({ Bucket: 'exports' }));
  await s3.send(new PutObjectCommand({ Bucket: 'exports', Key: 'crm/clients.csv', Body: clients }));
  const bucket = reportOf((await kashf(['scan', 's3://exports/crm', '--format', 'json'], buckets.environment)).out);
  assert.deepEqual(
    bucket.findings.map(({ object, detector }) => [object, detector]),
    [
      ['clients.csv', 'ma/cin'],
      ['clients.csv', 'global/email'],
    ],
  );
});
