/** Parquet files as their writer makes them, whole and damaged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ByteSource } from '../../readers/contract.ts';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';
import { writeZip } from './write-zip.ts';

const rows = 5000;
const column = <T>(make: (row: number) => T) => Array.from({ length: rows }, (_, row) => make(row));
const cin = (row: number) => `AB${String(100_000 + row)}`;

function write(more: Partial<Parameters<typeof parquetWriteBuffer>[0]> = {}): Buffer {
  return Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'cin', data: column(cin), type: 'STRING' },
        { name: 'ville', data: column((row) => (row % 3 === 0 ? null : ['Rabat', 'Fès'][row % 2])), type: 'STRING' },
        { name: 'tel', data: column((row) => 212_600_000_000n + BigInt(row)), type: 'INT64' },
        { name: 'solde', data: column((row) => row + 0.5), type: 'DOUBLE' },
        { name: 'né', data: column((row) => new Date(Date.UTC(1990, 0, 1 + row))), type: 'TIMESTAMP' },
        { name: 'fiche', data: column((row) => ({ mail: `p${row}@exemple.ma`, tels: ['06', '07'] })), type: 'JSON' },
      ],
      rowGroupSize: 1000,
      ...more,
    }),
  );
}

const file = write();

test('columns are fields, rows are records, nested values have paths', async () => {
  const { blocks, unread } = await readAll(objectOf('a.parquet', file));
  assert.deepEqual(unread, []);
  const cells = cellsIn(blocks);
  const textOf = (record: number, field: string) =>
    cells.filter((one) => one.record === record && one.field === field).map((one) => one.text);
  for (const row of [0, 999, 1000, rows - 1]) {
    assert.deepEqual(textOf(row, 'cin'), [cin(row)]);
    assert.deepEqual(textOf(row, 'tel'), [String(212_600_000_000 + row)]);
    assert.deepEqual(textOf(row, 'solde'), [String(row + 0.5)]);
    assert.deepEqual(textOf(row, 'fiche.mail'), [`p${row}@exemple.ma`]);
    assert.deepEqual(textOf(row, 'fiche.tels[*]'), ['06', '07']);
  }
  assert.deepEqual(textOf(31, 'né'), ['1990-02-01T00:00:00.000Z']);
  assert.deepEqual([textOf(0, 'ville'), textOf(1, 'ville')], [[], ['Fès']]);
  assert.equal(cells.filter(({ field }) => field === 'cin').length, rows);
  const [place] = placesOf(blocks, cin(1234));
  assert.deepEqual(place, { line: null, column: null, byteStart: null, byteEnd: null, field: 'cin', record: 1235, page: null });
});

for (const codec of ['UNCOMPRESSED', 'SNAPPY'] as const) {
  test(`pages packed as ${codec}`, async () => {
    const { blocks, unread } = await readAll(objectOf('x', write({ codec })));
    assert.deepEqual(unread, []);
    assert.equal(placesOf(blocks, cin(4321))[0]?.record, 4322);
  });
}

test('inside an archive', async () => {
  const { members } = await readAll(objectOf('a.zip', writeZip([{ name: 'a.parquet', content: file }])));
  assert.equal(placesOf(members.get('a.parquet')?.blocks ?? [], cin(4000))[0]?.record, 4001);
});

test('a table without rows gives the names of its columns', async () => {
  const empty = Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'cin', data: [], type: 'STRING' }] }));
  const { blocks } = await readAll(objectOf('a.parquet', empty));
  assert.deepEqual(blocks[0]?.cells?.fieldNames, ['cin']);
});

const damaged: readonly (readonly [why: string, content: Buffer, reason: string])[] = [
  ['cut at the end', file.subarray(0, -100), 'MALFORMED_FILE'],
  ['cut in the middle', file.subarray(0, file.length >> 1), 'MALFORMED_FILE'],
  [
    'a footer longer than the file',
    Buffer.concat([file.subarray(0, -8), Buffer.from('ffffff7f50415231', 'hex')]),
    'MALFORMED_FILE',
  ],
  [
    'a footer of zeros',
    Buffer.concat([file.subarray(0, 1000), Buffer.alloc(1000), Buffer.from('e803000050415231', 'hex')]),
    'MALFORMED_FILE',
  ],
  ['an encrypted footer', Buffer.concat([Buffer.from('PARE\u0015', 'latin1'), Buffer.alloc(100)]), 'ENCRYPTED'],
];
for (const [why, content, reason] of damaged) {
  test(`${why} is said`, async () => {
    const { unread } = await readAll(objectOf('a.parquet', content));
    assert.deepEqual(
      unread.map((one) => one.reason),
      [reason],
    );
  });
}

test('a damaged column is said, the others are read', async () => {
  const broken = Buffer.from(file);
  broken.fill(0xff, 4, 60);
  const { blocks, unread } = await readAll(
    objectOf('a.parquet', Buffer.concat([Buffer.from('PAR1\u0015', 'latin1'), broken.subarray(5)])),
  );
  assert.ok(unread.length > 0);
  assert.equal(cellsIn(blocks).filter(({ field }) => field === 'solde').length, rows);
});

test('an error of the store passes through', async () => {
  const source = objectOf('a.parquet', write({ rowGroupSize: 100 }));
  const failing: ByteSource = {
    ...source,
    size: source.size,
    stream(range) {
      if (range !== undefined && range.end === source.size) throw new Error('the store is gone');
      return source.stream(range);
    },
  };
  await assert.rejects(readAll(failing), /the store is gone/);
});

test('a file is read once, by ranges: head, footer, and a request for what lies together', async () => {
  const large = write({
    columnData: [{ name: 'cin', data: Array.from({ length: 400_000 }, (_, row) => cin(row)), type: 'STRING' }],
    codec: 'UNCOMPRESSED',
    rowGroupSize: 10_000,
  });
  const source = objectOf('a.parquet', large);
  const requests: number[] = [];
  const counted: ByteSource = {
    ...source,
    async *stream(range) {
      const index = requests.push(0) - 1;
      for await (const chunk of source.stream(range)) {
        requests[index]! += chunk.length;
        yield chunk;
      }
    },
  };
  const { blocks } = await readAll(counted);
  assert.equal(cellsIn(blocks).length, 400_000);
  const bytes = requests.reduce((sum, one) => sum + one, 0);
  assert.ok(requests.length <= 4 + Math.ceil(large.length / 3_000_000), `${requests.length} requests of ${large.length} bytes`);
  assert.ok(bytes < large.length * 1.3 + 300_000, `${bytes} of ${large.length} bytes`);
});
