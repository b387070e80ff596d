/** What is printed does not depend on the number of threads. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeEvents } from '../../bench/corpora/events.ts';
import { makeLogs } from '../../bench/corpora/logs.ts';
import { csvHead, csvLine, makeText } from '../../bench/made.ts';
import { kashf } from './run-kashf.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-workers-'));
after(() => rmSync(folder, { recursive: true }));
// The first three are read in parts; lines of a table lie in quotes.
writeFileSync(join(folder, 'access.log'), makeLogs(9_000_000, 1, 'proxies').bytes);
writeFileSync(join(folder, 'events.jsonl'), makeEvents(9_000_000, 2).bytes);
writeFileSync(
  join(folder, 'table.csv'),
  makeText(9_000_000, 3, csvHead, (row) => csvLine({ ...row, note: `${row.note}\n${row.note}` })),
);
writeFileSync(join(folder, 'mail.txt'), 'Écrire à salma.tazi@courriel.ma\n');
writeFileSync(join(folder, 'photo.gz'), Buffer.from([0x1f, 0x8b, 8, 0]));

for (const format of ['jsonl', 'count']) {
  test(`${format} is the same for one, two and four threads`, async () => {
    const [one, ...others] = await Promise.all(
      ['1', '2', '4'].map((workers) => kashf(['detect', folder, '--format', format, '--reveal', '--workers', workers])),
    );
    assert.equal(one?.code, 0);
    assert.ok((one?.out.length ?? 0) > 500);
    for (const other of others) {
      assert.equal(other.err, one?.err);
      assert.ok(other.out === one?.out, 'the bytes differ');
    }
  });
}

test('lines of a part count from the start of the file', async () => {
  const { out } = await kashf(['detect', join(folder, 'access.log'), '--format', 'jsonl', '--workers', '2']);
  const lines = out
    .trim()
    .split('\n')
    .map((text) => (JSON.parse(text) as { line: number }).line);
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  );
  assert.ok((lines.at(-1) ?? 0) > 50_000);
});

test('a number of threads that is none is an error of use', async () => {
  const { code, err } = await kashf(['detect', folder, '--workers', '0']);
  assert.equal(code, 2);
  assert.match(err, /number from 1 to 256/);
});
