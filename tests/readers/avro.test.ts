/** Avro files as the library writes them, whole, damaged and hostile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import avro from 'avsc';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';

const schema = {
  type: 'record',
  name: 'Client',
  fields: [
    { name: 'cin', type: 'string' },
    { name: 'tel', type: 'double' },
    { name: 'ville', type: ['null', 'string'] },
    {
      name: 'fiche',
      type: { type: 'record', name: 'Fiche', fields: [{ name: 'mails', type: { type: 'array', items: 'string' } }] },
    },
  ],
} as const;
const cin = (row: number) => `AB${100_000 + row}`;
const rows = 2000;

async function write(codec: string): Promise<Buffer> {
  const encoder = new avro.streams.BlockEncoder(schema as unknown as avro.Schema, { codec, blockSize: 4096 });
  const chunks: Buffer[] = [];
  encoder.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => encoder.on('end', () => resolve()));
  for (let row = 0; row < rows; row++) {
    encoder.write({
      cin: cin(row),
      tel: 212_600_000_000 + row,
      ville: row % 2 === 0 ? null : 'Fès',
      fiche: { mails: [`p${row}@exemple.ma`] },
    });
  }
  encoder.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A container of one block with a schema and bytes of our own. */
function container(own: unknown, count: number, data: Buffer): Buffer {
  const long = avro.Type.forSchema('long');
  const meta = avro.Type.forSchema({ type: 'map', values: 'bytes' });
  const sync = Buffer.alloc(16, 7);
  const header = meta.toBuffer({ 'avro.schema': Buffer.from(JSON.stringify(own)), 'avro.codec': Buffer.from('null') });
  return Buffer.concat([
    Buffer.from('Obj\u0001', 'latin1'),
    header,
    sync,
    long.toBuffer(count),
    long.toBuffer(data.length),
    data,
    sync,
  ]);
}

for (const codec of ['null', 'deflate']) {
  test(`fields, nested values and records of blocks packed as ${codec}`, async () => {
    const { blocks, unread } = await readAll(objectOf('a.avro', await write(codec), [1000]));
    assert.deepEqual(unread, []);
    const cells = cellsIn(blocks);
    assert.deepEqual(
      cells.filter(({ record }) => record === 1001).map(({ field, text }) => [field, text]),
      [
        ['cin', cin(1001)],
        ['tel', '212600001001'],
        ['ville', 'Fès'],
        ['fiche.mails[*]', 'p1001@exemple.ma'],
      ],
    );
    assert.equal(placesOf(blocks, cin(rows - 1))[0]?.record, rows);
  });
}

test('a number that no double holds is whole', async () => {
  const own = { type: 'record', name: 'R', fields: [{ name: 'rib', type: 'long' }] };
  const data = Buffer.from('feffffffffffffffff01', 'hex');
  const { blocks } = await readAll(objectOf('a.avro', container(own, 1, data)));
  assert.deepEqual(cellsIn(blocks), [{ record: 0, field: 'rib', text: '9223372036854775807' }]);
});

test('cut: what came before is counted, and the end is said', async () => {
  const whole = await write('null');
  const { blocks, unread } = await readAll(objectOf('a.avro', whole.subarray(0, whole.length - 5000)));
  assert.deepEqual(
    unread.map(({ reason }) => reason),
    ['MALFORMED_FILE'],
  );
  assert.ok(placesOf(blocks, cin(1000)).length > 0);
});

const hostile: readonly (readonly [why: string, content: Buffer, reason: string])[] = [
  [
    'a list of things without bytes',
    container({ type: 'array', items: 'null' }, 1, Buffer.from('feffffffffffffff7f00', 'hex')),
    'UNABLE_TO_PARSE_FILE',
  ],
  ['records without bytes', container({ type: 'record', name: 'R', fields: [] }, 1e15, Buffer.alloc(0)), 'UNABLE_TO_PARSE_FILE'],
  ['a schema that is none', container({ type: 'nothing' }, 1, Buffer.alloc(1)), 'UNABLE_TO_PARSE_FILE'],
  ['a string longer than the block', container('string', 1, Buffer.from('feffffffffffffff7f', 'hex')), 'MALFORMED_FILE'],
  ['more records than the block holds', container('int', 1e12, Buffer.from('02', 'hex')), 'MALFORMED_FILE'],
  ['no header', Buffer.from('Obj\u0001', 'latin1'), 'MALFORMED_FILE'],
];
for (const [why, content, reason] of hostile) {
  test(`${why} is said`, { timeout: 5000 }, async () => {
    const { unread } = await readAll(objectOf('a.avro', content));
    assert.deepEqual(
      unread.map((one) => one.reason),
      [reason],
    );
  });
}
