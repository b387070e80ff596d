/** The parts of a large object, read apart and merged, give what reading it whole gives, wherever it was cut. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { createScanner } from '../../detectors/scanner.ts';
import { findingsOf, mergeParts } from '../../findings/roll-up.ts';
import type { ObjectRef } from '../../findings/store.ts';
import { tallyObject } from '../../findings/tally-object.ts';
import type { ByteSource, PartRef } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';

const scanner = createScanner();
const key = Buffer.alloc(32, 5);

/** An object in memory that notes which of its bytes were asked for. */
function fileOf(name: string, bytes: Uint8Array, asked: { bytes: number } = { bytes: 0 }): ByteSource {
  return {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      for (let at = start; at < Math.min(end, bytes.length); at += 65_536) {
        const chunk = bytes.subarray(at, Math.min(at + 65_536, end));
        asked.bytes += chunk.length;
        yield chunk;
      }
    },
  };
}

const refOf = (name: string, part: PartRef | null): ObjectRef => ({
  name,
  version: '1',
  sizeBytes: null,
  modifiedAt: null,
  part,
});

async function tallyPart(name: string, bytes: Uint8Array, part: PartRef | null, maxCellBytes = 16 * 1024 * 1024) {
  const parts = readObject(fileOf(name, bytes), { maxCellBytes }, part);
  const [{ tally }] = await tallyObject(refOf(name, part), parts, { scanner, key });
  return tally;
}

async function findingsIn(name: string, bytes: Uint8Array, of: number | null, maxCellBytes?: number) {
  const indexes = of === null ? [null] : Array.from({ length: of }, (_, index) => ({ index, of }));
  const tallies = await Promise.all(indexes.map((part) => tallyPart(name, bytes, part, maxCellBytes)));
  const [merged] = mergeParts(tallies.toReversed());
  assert.ok(merged);
  const found = findingsOf('file:///store', merged, scanner, key).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { tallies: _, ...rest } = merged;
  return { found, rest: { ...rest, filled: Object.entries(rest.filled).toSorted(([a], [b]) => (a < b ? -1 : 1)) } };
}

const number = fc.integer({ min: 0, max: 899_999 });
const value = fc.oneof(
  number.map((n) => `BK${100_000 + n}`),
  number.map((n) => `p${n}@exemple.ma`),
  number.map((n) => `06${10_000_000 + n}`),
  fc.constantFrom('', 'Fès', 'مكناس', 'rue 12', 'n°', '-'),
);
/** Text with all that makes a line end doubtful. */
const hard = fc
  .array(fc.oneof(value, fc.constantFrom('\n', '\r\n', '"', '""', ',', ';', ' ', '","', '"\n"', '\n"')), { maxLength: 6 })
  .map((texts) => texts.join(''));
const quoted = hard.map((text) => `"${text.replaceAll('"', '""')}"`);
const row = (cell: fc.Arbitrary<string>) => fc.tuple(cell, cell, cell, cell).map((cells) => cells.join(','));
const table = (cell: fc.Arbitrary<string>, end: string) =>
  fc.array(row(cell), { minLength: 1, maxLength: 60 }).map((rows) => `id,num_cin,email,note${end}${rows.join(end)}${end}`);
const json = fc
  .array(
    fc.dictionary(fc.constantFrom('cin', 'mail', 'BK123456', 'n'), fc.oneof(value, hard, fc.array(value, { maxLength: 3 }))),
    {
      minLength: 2,
      maxLength: 60,
    },
  )
  .map((list) => list.map((one) => JSON.stringify(one)).join('\n'));

const subjects: readonly (readonly [why: string, name: string, text: fc.Arbitrary<string>])[] = [
  ['a table without quotes', 'BK123456.csv', table(value, '\n')],
  ['a table, CRLF', 'a.csv', table(fc.oneof(value, quoted), '\r\n')],
  ['a table with line ends in quotes', 'a.csv', table(fc.oneof(value, quoted), '\n')],
  ['a table in which every cell is quoted', 'a.csv', table(quoted, '\n')],
  ['a table that breaks the rules of quoting', 'a.csv', table(hard, '\n')],
  ['no table at all', 'a.csv', hard],
  ['a title above the table', 'a.csv', table(value, '\n').map((text) => `Liste des clients\n\n${text}`)],
  ['JSON lines', 'a.jsonl', json],
  ['JSON lines, some of them broken', 'a.jsonl', fc.tuple(json, hard, json).map((texts) => texts.join('\n'))],
  ['documents over several lines', 'a.json', json.map((text) => text.replaceAll(',"', ',\n"'))],
  ['running text', 'a.log', fc.array(fc.oneof(value, hard), { maxLength: 80 }).map((texts) => texts.join(' '))],
];

describe('the parts of an object are the object', () => {
  for (const [why, name, text] of subjects) {
    test(why, async () => {
      await fc.assert(
        fc.asyncProperty(
          text,
          fc.integer({ min: 1, max: 12 }),
          fc.constantFrom('utf8', 'latin1'),
          async (content, of, encoding) => {
            const bytes = Buffer.from(content, encoding as BufferEncoding);
            assert.deepEqual(await findingsIn(name, bytes, of), await findingsIn(name, bytes, null));
          },
        ),
        { numRuns: 60, seed: 9 },
      );
    });
  }
});

const lines = (count: number, line: (index: number) => string) =>
  Buffer.from(Array.from({ length: count }, (_, i) => line(i)).join(''));
const large: readonly (readonly [why: string, name: string, bytes: Buffer])[] = [
  [
    'a log',
    'a.log',
    lines(
      30_000,
      (i) => `2026-08-01T10:00:00Z é ${i} shard=${i % 7} ${i % 500 === 0 ? `tel +2126${10_000_000 + i}` : 'مكناس'}\n`,
    ),
  ],
  [
    'a log that is ASCII until late',
    'a.log',
    lines(
      30_000,
      (i) => `2026-08-01T10:00:00Z line ${i} ${i > 25_000 ? 'Fès' : 'x'} ${i % 500 === 0 ? `p${i}@exemple.ma` : '-'} ....\n`,
    ),
  ],
  [
    'a table',
    'a.csv',
    Buffer.concat([
      Buffer.from('\ufeffid;num_cin;note\n'),
      lines(60_000, (i) => `${i};${i % 50 === 0 ? `BK${100_000 + i}` : ''};"a ""b""\n;${i}"\n`),
    ]),
  ],
  [
    'a table without quotes',
    'a.csv',
    Buffer.concat([
      Buffer.from('id;num_cin;note\n'),
      lines(90_000, (i) => `${i};${i % 50 === 0 ? `BK${100_000 + i}` : ''};Fès\n`),
    ]),
  ],
  [
    'JSON lines',
    'a.jsonl',
    lines(40_000, (i) => `{"id":${i},"cin":${i % 100 === 0 ? `"BK${100_000 + i}"` : 'null'},"ville":"Fès"}\n`),
  ],
  [
    'one line, longer than a part',
    'a.txt',
    Buffer.from(`${'x '.repeat(400_000)}BK123456 ${'y '.repeat(400_000)}\nCIN BK654321\n`),
  ],
];
describe('cut far from the start', () => {
  for (const [why, name, bytes] of large) {
    for (const encoding of ['utf8', 'latin1'] as const) {
      test(`${why}, ${encoding}`, async () => {
        const stored =
          encoding === 'utf8'
            ? bytes
            : Buffer.from(bytes.toString('utf8').replaceAll(/[^\p{ASCII}\u00a0-\u00ff]/gu, '?'), 'latin1');
        const whole = await findingsIn(name, stored, null, 400_000);
        assert.ok(whole.found.length > 0);
        for (const parts of [2, 5]) assert.deepEqual(await findingsIn(name, stored, parts, 400_000), whole);
      });
    }
  }
});

describe('a part reads its share', () => {
  const kibibyte = 1024;
  for (const [why, name, once] of large.slice(0, 5)) {
    test(why, async () => {
      const bytes = Buffer.concat(Array.from({ length: 10 }, () => once));
      const of = 8;
      let owned = 0;
      for (let index = 0; index < of; index++) {
        const asked = { bytes: 0 };
        for await (const part of readObject(fileOf(name, bytes, asked), { maxCellBytes: 64 * kibibyte }, { index, of })) {
          if (part.kind === 'block') owned += part.to - part.from;
        }
        // The head twice over, the piece before the share, and what finding two borders takes.
        assert.ok(asked.bytes < bytes.length / of + 4_500 * kibibyte, `${asked.bytes} of ${bytes.length}`);
      }
      assert.ok(owned <= bytes.length && owned > bytes.length - 1000);
    });
  }
});
