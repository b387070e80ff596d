/** What reading objects of S3 costs in requests and bytes: formats with a directory by ranges, parts of flat objects from their own stretch. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as requestUpstream, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Block, ByteSource, PartRef } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { s3Source } from '../../sources/s3.ts';
import { startGateway, type Gateway } from '../../local/emulators/gateway.ts';
import { cellsIn } from '../readers/reading.ts';
import { drawLines, writePdf } from '../readers/write-pdf.ts';
import { writeZip } from '../readers/write-zip.ts';
import { collect, isUnreadable, openContent } from './contract.ts';

Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIALOCALKEY', AWS_SECRET_ACCESS_KEY: 'verysecret' });

const mebibyte = 1024 * 1024;
/** What opening an object reads. */
const headBytes = 64 * 1024;

const rows = Array.from({ length: 200_000 }, (_, row) => [row, `"note; of ""row""\n${row}"`, `AB${100_000 + row}`].join(';'));
const filler = Buffer.alloc(6 * mebibyte, 5);
const sheet = '<worksheet><sheetData><row><c t="str"><v>AB123456</v></c></row></sheetData></worksheet>';

function parquet(): Buffer {
  const data = Array.from({ length: 150_000 }, (_, row) => `value ${row} ${(row * 7919).toString(36)}`);
  return Buffer.from(parquetWriteBuffer({ columnData: ['a', 'b', 'c'].map((name) => ({ name, data })), codec: 'UNCOMPRESSED' }));
}

/** Each smaller than 11 MiB, which is what the emulator takes in one request. */
const objects: Readonly<Record<string, Buffer>> = {
  'flat.csv': Buffer.from(`id;note;cin\n${rows.join('\n')}\n`),
  'whole.parquet': parquet(),
  'book.xlsx': writeZip([
    { name: 'xl/media/image1.png', content: filler, isStored: true },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ]),
  'long.pdf': writePdf({ pages: [drawLines('CIN AB123456')], filler: 9 * mebibyte }),
  'files.zip': writeZip([
    { name: 'a.txt', content: 'CIN AB123456\n' },
    { name: 'b.csv', content: rows.slice(0, 50_000).join('\n') },
    { name: 'c.txt', content: 'mot '.repeat(100_000) },
  ]),
};

/** Requests for an object, and the bytes taken from what they gave: a stream that is let go of early gives no more. */
interface Cost {
  requests: number;
  bytes: number;
}

let gateway: Gateway;
let door: ReturnType<typeof createServer>;
let endpoint: string;
let cost: Cost;

before(async () => {
  gateway = await startGateway({ buckets: { data: { region: 'eu-west-3', objects: {} } } });
  const client = new S3Client({ endpoint: gateway.endpoint, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: 'data' }));
  for (const [Key, Body] of Object.entries(objects)) await client.send(new PutObjectCommand({ Bucket: 'data', Key, Body }));
  door = createServer((request, response) => {
    const onward = requestUpstream(gateway.endpoint, { method: request.method, path: request.url, headers: request.headers });
    request.pipe(onward);
    onward.on('response', (answer: IncomingMessage) => {
      if (request.url?.includes('x-id=GetObject') === true) cost.requests++;
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
after(async () => {
  door.close();
  await gateway.stop();
});

function counted(source: ByteSource): ByteSource {
  return {
    ...source,
    async *stream(range) {
      for await (const chunk of source.stream(range)) {
        cost.bytes += chunk.length;
        yield chunk;
      }
    },
  };
}

async function read(name: string, part: PartRef | null = null) {
  cost = { requests: 0, bytes: 0 };
  const source = s3Source({ endpoint, headBytes });
  const [store] = await collect(source.stores('s3://data'));
  assert.ok(store);
  const object = (await collect(source.objects(store))).find((one) => !isUnreadable(one) && one.name === name);
  assert.ok(object && !isUnreadable(object));
  const content = await openContent(source, store, object);
  assert.equal(content.kind, 'bytes');
  const blocks: Block[] = [];
  const said: string[] = [];
  if (content.kind === 'bytes') {
    for await (const one of readObject(counted(content.source), {}, part)) {
      if (one.kind === 'block') blocks.push(one);
      else if (one.kind === 'unread') said.push(one.reason);
    }
  }
  await source.close();
  return { blocks, said, cost };
}

const textOf = (blocks: readonly Block[]): string =>
  blocks.map(({ bytes, from, to }) => Buffer.from(bytes.subarray(from, to)).toString('utf8')).join('\n');

/** A request for each column of each group of rows, small ones together with up to 4 MiB of what follows; for the others the head, what is at the end, and what is needed of the rest. */
const ranged: readonly (readonly [name: string, holds: string, maxRequests: number, maxBytes: number])[] = [
  ['whole.parquet', 'value 149999 ', 9, objects['whole.parquet']!.length + 5 * mebibyte],
  ['book.xlsx', 'AB123456', 5, mebibyte],
  ['long.pdf', 'AB123456', 6, 3 * mebibyte],
  ['files.zip', 'AB123456', 5, objects['files.zip']!.length + mebibyte],
];

for (const [name, holds, maxRequests, maxBytes] of ranged) {
  test(`${name} takes at most ${maxRequests} requests and ${maxBytes} bytes`, async () => {
    const { blocks, cost: spent } = await read(name);
    assert.ok(textOf(blocks).includes(holds));
    assert.ok(spent.requests <= maxRequests, `${spent.requests} requests`);
    assert.ok(spent.bytes <= maxBytes, `${spent.bytes} bytes`);
  });
}

test('parts of a flat object read their own stretch and its head, and give together what the whole gives', async () => {
  const size = objects['flat.csv']!.length;
  const parts = 4;
  const whole = await read('flat.csv');
  const expected = cellsIn(whole.blocks).map(({ field, text }) => `${field}=${text}`);
  assert.equal(expected.length, rows.length * 3);
  let found: string[] = [];
  for (let index = 0; index < parts; index++) {
    const { blocks, said, cost: spent } = await read('flat.csv', { index, of: parts });
    assert.deepEqual(said, []);
    found = found.concat(cellsIn(blocks).map(({ field, text }) => `${field}=${text}`));
    // The head for the names, the border that the part before left, and two pieces for code points cut at either end.
    assert.ok(spent.bytes <= size / parts + 2 * mebibyte, `part ${index}: ${spent.bytes} of ${size} bytes`);
  }
  assert.deepEqual(found, expected);
});
