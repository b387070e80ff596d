import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { registry } from '../../detectors/registry.ts';
import { detectLineSchema } from '../../cli/report-schema.ts';
import { writeTar } from '../readers/write-tar.ts';
import { writeZip } from '../readers/write-zip.ts';
import { kashf } from './run-kashf.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-detect-'));
after(() => rmSync(folder, { recursive: true }));
const cin = 'BK204518';
writeFileSync(join(folder, 'clients.csv'), `\uFEFFnom;num_cin;note\r\nA;${cin};"né le\r\n05/12/1983"\r\nB;BK204519;\r\n`);
writeFileSync(join(folder, 'mail.json'), JSON.stringify({ people: [{ name: 'A' }, { name: 'é', mail: 'x.y@exemple.ma' }] }));
writeFileSync(join(folder, 'letter.txt'), 'Objet : demande\n\nÀ, CIN n° BK204520, merci.\n');
writeFileSync(join(folder, 'log.gz'), gzipSync('GET / 200\n').subarray(0, 20));

interface Line {
  readonly path: string;
  readonly detector?: string;
  readonly line: number;
  readonly column: number;
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly field: string | null;
  readonly value: string;
  readonly skip?: string;
}
const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('every match comes with its place, and the bytes there are the value', async () => {
  const { code, out } = await kashf(['detect', folder, '--format', 'jsonl', '--reveal']);
  assert.equal(code, 0);
  const lines = linesOf(out);
  for (const line of lines) assert.deepEqual(detectLineSchema.parse(line), line);
  const found = lines
    .filter((line) => line.detector === 'ma/cin')
    .map(({ path, line, column, field, value }) => [path, line, column, field, value]);
  assert.deepEqual(found, [
    [join(folder, 'clients.csv'), 2, 3, 'num_cin', cin],
    [join(folder, 'clients.csv'), 4, 3, 'num_cin', 'BK204519'],
    [join(folder, 'letter.txt'), 3, 11, null, 'BK204520'],
  ]);
  const mail = lines.find((line) => line.detector === 'global/email');
  assert.deepEqual([mail?.field, mail?.value], ['$.people[*].mail', 'x.y@exemple.ma']);
});

test('without --reveal no value is printed, in any format', async () => {
  for (const format of ['jsonl', 'json', 'csv', 'table', 'count']) {
    const { out, err } = await kashf(['detect', folder, '--format', format]);
    for (const hidden of [cin, '204518', 'BK204519', 'BK204520', 'x.y@exemple'])
      assert.ok(!`${out}${err}`.includes(hidden), `${hidden} in ${format}`);
  }
});

test('what cannot be read is a line with its reason', async () => {
  const { out } = await kashf(['detect', folder, '--format', 'jsonl']);
  assert.deepEqual(
    linesOf(out)
      .filter((line) => line.skip)
      .map(({ path, skip }) => [path, skip]),
    [[join(folder, 'log.gz'), 'MALFORMED_FILE']],
  );
});

test('notes stand on stderr, a line each, and change neither output nor exit code', async () => {
  const noted = mkdtempSync(join(tmpdir(), 'kashf-noted-'));
  try {
    const page = '<!doctype html><p>A</p>';
    writeFileSync(join(noted, 'BK204518.csv'), page);
    writeFileSync(join(noted, 'folder.zip'), writeZip([{ name: 'in.csv', content: page }]));
    for (const format of ['jsonl', 'count']) {
      const { code, out, err } = await kashf(['detect', noted, '--format', format]);
      assert.equal(code, 0);
      const [first, second, end] = err.split('\n');
      assert.match(first ?? '', /^noted .*: TYPE_DIFFERS_FROM_NAME \(named \.csv, read as HTML\)$/u);
      assert.ok(!err.includes(cin), 'names are masked as elsewhere');
      assert.match(second ?? '', /^noted .*folder\.zip!\/in\.csv: TYPE_DIFFERS_FROM_NAME/u);
      assert.equal(end, '');
      assert.ok(!out.includes('TYPE_DIFFERS'));
    }
  } finally {
    rmSync(noted, { recursive: true });
  }
});

test('counts are given for every detector, in the order of the registry', async () => {
  const { out } = await kashf(['detect', folder, '--format', 'count']);
  const rows = out
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  assert.deepEqual(
    rows.map((row) => row[0]),
    registry.map(({ id }) => id),
  );
  assert.deepEqual(
    rows.find((row) => row[0] === 'ma/cin'),
    ['ma/cin', '0', '0', '3', '0'],
  );
});

test('--min-confidence leaves out what is less sure', async () => {
  const all = linesOf((await kashf(['detect', folder, '--format', 'jsonl'])).out).filter((line) => line.detector);
  const sure = linesOf((await kashf(['detect', folder, '--format', 'jsonl', '--min-confidence', 'certain'])).out).filter(
    (line) => line.detector,
  );
  assert.ok(all.length > sure.length);
});

test('a file is read under the name it was given, and a path that is not there is an error of use', async () => {
  const file = join(folder, 'letter.txt');
  const { out } = await kashf(['detect', file, '--format', 'jsonl']);
  assert.equal(linesOf(out)[0]?.path, file);
  const missing = await kashf(['detect', join(folder, 'nothing')]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /^kashf: There is no file or folder .*nothing\n$/);
});

test('explain shows the evidence of a match and hides its value', async () => {
  const { code, out } = await kashf(['explain', `Titulaire de la CIN : ${cin}`]);
  assert.equal(code, 0);
  assert.match(out, /^BK••••18 {2}ma\/cin \(national-id-number\), high\n/);
  assert.match(out, /context-word: cin/);
  assert.ok(!out.includes(cin));
  assert.match((await kashf(['explain', 'rien du tout'])).out, /Nothing matches/);
});

test('a word the command does not know is an error of use that points to --help', async () => {
  const { code, err } = await kashf(['detect', folder, '--formt', 'csv']);
  assert.equal(code, 2);
  assert.match(err, /unknown option.*\n.*--help/s);
});

test('an older Node starts the one that came along, and says so in one sentence where there is none', (t) => {
  const older = spawnSync('/usr/bin/node', [join(import.meta.dirname, '../../cli/kashf.js'), '--help'], { encoding: 'utf8' });
  if (older.error) return t.diagnostic('no other Node on this machine');
  assert.equal(older.status, 0);
  assert.match(older.stdout, /^Usage: kashf/);
});

test('a match inside an archive is placed by the whole path, and what cannot be opened is said of the member', async () => {
  const inside = mkdtempSync(join(tmpdir(), 'kashf-detect-'));
  try {
    const tar = writeTar([{ name: 'clients.csv', content: `nom,cin\nA,${cin}\n` }]);
    const parts = [
      { name: 'inner.tar', content: tar },
      { name: `CIN ${cin}.txt`, content: 'x', isEncrypted: true },
    ];
    writeFileSync(join(inside, 'outer.zip'), writeZip(parts));
    const { out } = await kashf(['detect', inside, '--format', 'jsonl']);
    const lines = linesOf(out);
    assert.ok(!out.includes(cin), 'the name of a member is masked');
    assert.deepEqual(
      lines
        .filter((line) => line.skip === undefined)
        .map(({ path, line, byteStart }) => [path.slice(inside.length), line, byteStart]),
      [['/outer.zip!/inner.tar!/clients.csv', 2, 10]],
    );
    assert.deepEqual(
      lines.flatMap(({ skip }) => skip ?? []),
      ['ENCRYPTED'],
    );
  } finally {
    rmSync(inside, { recursive: true });
  }
});
