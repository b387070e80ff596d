/** SQLite files as SQLite writes them, whole, damaged and hostile. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { ByteSource } from '../../readers/contract.ts';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';
import { writeZip } from './write-zip.ts';

function write(statements: (database: DatabaseSync) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-'));
  try {
    const path = join(folder, 'a.db');
    const database = new DatabaseSync(path);
    statements(database);
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rows = 20_000;
const cin = (row: number) => `AB${100_000 + row}`;
const file = write((database) => {
  database.exec('CREATE TABLE clients (id INTEGER PRIMARY KEY, "num cin" TEXT, tel INTEGER, solde REAL, note BLOB, rien TEXT)');
  const insert = database.prepare('INSERT INTO clients ("num cin", tel, solde, note) VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let row = 0; row < rows; row++)
    insert.run(cin(row), 212_600_000_000 + row, row + 0.5, Buffer.from(`né en ${1950 + (row % 50)}`));
  database.exec('COMMIT');
  database.exec('CREATE INDEX i ON clients ("num cin")');
  database.exec('CREATE TABLE codes (code TEXT PRIMARY KEY, nom TEXT) WITHOUT ROWID');
  database.exec("INSERT INTO codes VALUES ('k1', 'EL AMRANI'), ('k2', 'BEN ALI')");
  database.exec('CREATE TABLE longs (t TEXT)');
  database.prepare('INSERT INTO longs VALUES (?)').run(`${'x'.repeat(50_000)}CIN ${cin(-1)}`);
});

test('tables, columns, rows, numbers, bytes that are text, records over many pages', async () => {
  const { blocks, unread } = await readAll(objectOf('a.db', file));
  assert.deepEqual(unread, []);
  const cells = cellsIn(blocks);
  assert.deepEqual(
    cells.filter(({ record }) => record === 1234).map(({ field, text }) => [field, text]),
    [
      ['clients.num cin', cin(1234)],
      ['clients.tel', '212600001234'],
      ['clients.solde', '1234.5'],
      ['clients.note', 'né en 1984'],
    ],
  );
  assert.equal(cells.filter(({ field }) => field === 'clients.num cin').length, rows);
  assert.deepEqual(
    cells.filter(({ field }) => field.startsWith('codes.')).map(({ text }) => text),
    ['k1', 'EL AMRANI', 'k2', 'BEN ALI'],
  );
  assert.equal(placesOf(blocks, cin(-1))[0]?.field, 'longs.t');
  assert.ok(blocks.at(-1)?.cells?.fieldNames.includes('clients.rien'));
});

test('UTF-16, and inside an archive', async () => {
  const wide = write((database) =>
    database.exec("PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (nom TEXT); INSERT INTO t VALUES ('علي')"),
  );
  const { members } = await readAll(objectOf('a.zip', writeZip([{ name: 'w.db', content: wide }])));
  assert.deepEqual(
    cellsIn(members.get('w.db')?.blocks ?? []).map(({ field, text }) => [field, text]),
    [['t.nom', 'علي']],
  );
});

test('cut, or with pages that are none: what is sound is read, the rest is said', { timeout: 20_000 }, async () => {
  const zeros = Buffer.from(file);
  zeros.fill(0, 40 * 4096, 60 * 4096);
  for (const content of [file.subarray(0, file.length >> 1), zeros]) {
    const { blocks, unread } = await readAll(objectOf('a.db', content));
    assert.deepEqual(
      unread.map(({ reason }) => reason),
      ['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT'],
    );
    assert.ok(cellsIn(blocks).length > 1000);
  }
});

test('any byte may be wrong', { timeout: 60_000 }, async () => {
  const small = write((database) => database.exec("CREATE TABLE t (a TEXT, b INTEGER); INSERT INTO t VALUES ('x', 1), ('y', 2)"));
  let seed = 1;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round++) {
    const broken = Buffer.from(small);
    for (let i = 0; i < 6; i++) broken[16 + next(broken.length - 16)] = next(256);
    // Mostly where structure is: the header, the start of pages.
    broken[100 + next(30)] = next(256);
    await readAll(objectOf('a.db', broken));
  }
});

test('a file is read by ranges, each part of it once', async () => {
  const source = objectOf('a.db', file);
  let requests = 0;
  let bytes = 0;
  const counted: ByteSource = {
    ...source,
    async *stream(range) {
      requests++;
      for await (const chunk of source.stream(range)) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
  await readAll(counted);
  assert.ok(requests <= 3 + Math.ceil(file.length / (1024 * 1024)), `${requests} requests`);
  assert.ok(bytes <= file.length + 100_000, `${bytes} of ${file.length} bytes`);
});
