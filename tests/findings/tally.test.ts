import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createScanner } from '../../detectors/scanner.ts';
import { findingsOf, mergeParts } from '../../findings/roll-up.ts';
import type { ObjectRef } from '../../findings/store.ts';
import { fieldNameField, nameField } from '../../findings/count.ts';
import { maxFields, maxPlaces, tallyObject, tallyUnopened } from '../../findings/tally-object.ts';
import type { ByteSource, FieldTexts, ReadPart } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { blocksOfRecords } from '../../readers/records.ts';

const scanner = createScanner();
const key = Buffer.alloc(32, 7);
const options = { scanner, key };
const object = (name: string, part: ObjectRef['part'] = null): ObjectRef => ({
  name,
  version: '1',
  sizeBytes: null,
  modifiedAt: null,
  part,
});
const fileOf = (name: string, text: string): ByteSource => ({
  name,
  size: Buffer.byteLength(text),
  async *stream({ start, end } = { start: 0, end: Infinity }) {
    yield Buffer.from(text).subarray(start, end);
  },
});
const readFile = async (name: string, text: string) =>
  (await tallyObject(object(name), readObject(fileOf(name, text)), options))[0];
const cin = (index: number) => `BK${String(100_000 + index * 37).slice(-6)}`;
const findings = async (name: string, text: string) => {
  const { tally } = await readFile(name, text);
  return findingsOf('file:///store', tally, scanner, key);
};

test('a column of card numbers is one finding with exact count, first places and a mask', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `${index},${cin(index % 30)},x`);
  const found = (await findings('clients.csv', `id,num_cin,note\n${rows.join('\n')}\n`)).filter(
    (one) => one.detector === 'ma/cin',
  );
  assert.equal(found.length, 1);
  const [one] = found;
  assert.deepEqual(
    { field: one?.field, count: one?.count, distinct: one?.distinct, confidence: one?.confidence, places: one?.places.length },
    { field: 'num_cin', count: 40, distinct: 30, confidence: 'high', places: maxPlaces },
  );
  assert.match(one?.mask ?? '', /^BK••••\d\d$/);
  assert.deepEqual([one?.places[0]?.line, one?.places[0]?.record, one?.places[1]?.line], [2, 1, 3]);
});

test('the same values under a name that denies them are not high', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `${cin(index)};12`);
  const found = await findings('stock.csv', `sku;quantity\n${rows.join('\n')}\n`);
  assert.deepEqual(
    found.filter((one) => one.confidence === 'high' || one.confidence === 'certain'),
    [],
  );
});

test('a name that matches is a finding of its own, and is shown masked everywhere', async () => {
  const text = JSON.stringify([{ [`dossier CIN ${cin(5)}`]: 'ouvert' }]);
  const { tally } = await readFile(`scans/CIN ${cin(4)}.json`, text);
  const fields = tally.tallies.map((one) => one.field);
  assert.ok(fields.includes(nameField), 'the object name');
  assert.ok(fields.includes(fieldNameField), 'the key in it');
  const output = JSON.stringify(findingsOf('file:///store', tally, scanner, key));
  for (const hidden of [cin(4), cin(5), cin(4).slice(2), cin(5).slice(2)]) assert.ok(!output.includes(hidden));
});

test('an object that cannot be opened is incomplete, and its name is content all the same', () => {
  const { tally, skips } = tallyUnopened(object(`CIN ${cin(1)}.pdf`), { reason: 'PERMISSION_DENIED', detail: 'denied' }, options);
  assert.equal(tally.complete, false);
  assert.deepEqual(skips, [{ reason: 'PERMISSION_DENIED', detail: 'denied' }]);
  assert.equal(tally.tallies[0]?.detector, 'ma/cin');
});

test('what was read before a reader gave up stays counted', async () => {
  async function* broken(): AsyncIterable<ReadPart> {
    yield* readObject(fileOf('a.txt', `CIN : ${cin(1)}\n`));
    yield { kind: 'unread', reason: 'MALFORMED_FILE', detail: 'ends early' };
  }
  const [{ tally, skips }] = await tallyObject(object('a.txt'), broken(), options);
  assert.deepEqual([tally.complete, tally.tallies.length, skips.length], [false, 1, 1]);
});

test('a detector that fails is a skip of that object, and the others go on', async () => {
  const failing = {
    ...scanner,
    scan: ((text, onMatch, onFailure) => {
      onFailure?.({ detector: 'global/phone' });
      scanner.scan(text, onMatch);
    }) satisfies typeof scanner.scan,
  };
  const [{ tally, skips }] = await tallyObject(object('a.txt'), readObject(fileOf('a.txt', `CIN : ${cin(1)}`)), {
    scanner: failing,
    key,
  });
  assert.deepEqual(skips, [{ reason: 'DETECTOR_FAILED', detail: 'global/phone' }]);
  assert.equal(tally.tallies[0]?.detector, 'ma/cin');
});

test('an object used as a map does not grow the tally without bound', async () => {
  const map = Object.fromEntries(
    Array.from({ length: maxFields + 500 }, (_, index) => [`k${index}`, { mail: `p${index}@exemple.ma` }]),
  );
  const { tally } = await readFile('map.json', JSON.stringify(map));
  assert.ok(tally.tallies.length <= maxFields + 10);
  const matches = tally.tallies.reduce(
    (sum, one) => sum + one.matches.high + one.matches.medium + one.matches.low + one.matches.certain,
    0,
  );
  assert.equal(matches, maxFields + 500);
  assert.ok(tally.tallies.some((one) => one.field === '$.*.mail'));
});

test('names of fields beyond those told apart are read all the same, each once', async () => {
  const names = Array.from({ length: maxFields + 50 }, (_, index) => `CIN ${cin(index)}`);
  async function* blocks(): AsyncIterable<ReadPart> {
    for await (const part of blocksOfRecords(rowsOf(['a', 'b', 'c']))) {
      if (part.cells) yield { ...part, cells: { ...part.cells, fieldNames: names } };
    }
  }
  async function* rowsOf(fields: readonly string[]): AsyncIterable<FieldTexts> {
    for (let row = 0; row < 40_000; row += 1) yield fields.map((field) => [field, 'x'] as const);
  }
  const [{ tally }] = await tallyObject(object('a'), blocks(), options);
  const found = tally.tallies.filter((one) => one.field === fieldNameField && one.detector === 'ma/cin');
  assert.equal(found.length, 1);
  assert.equal(
    Object.values(found[0]?.matches ?? {}).reduce((sum, count) => sum + count, 0),
    names.length,
  );
});

test('segments of a table merge into the findings of the whole, in any order', async () => {
  const rows = Array.from({ length: 60 }, (_, index): FieldTexts => [
    ['cin', cin(index % 20)],
    ['mail', `p${index}@exemple.ma`],
  ]);
  async function* records(part: readonly FieldTexts[]) {
    yield* part;
  }
  const tallyOf = async (part: readonly FieldTexts[], ref: ObjectRef) =>
    (await tallyObject(ref, blocksOfRecords(records(part)), options))[0].tally;
  const whole = findingsOf('dynamodb://a/r/t', await tallyOf(rows, object('')), scanner, key);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.boolean(), async (cut, turned) => {
      const parts = [
        await tallyOf(rows.slice(0, cut), object('', { index: 0, of: 2 })),
        await tallyOf(rows.slice(cut), object('', { index: 1, of: 2 })),
      ];
      const [merged] = mergeParts(turned ? parts.toReversed() : parts);
      assert.ok(merged?.complete);
      const summary = (list: typeof whole) =>
        list
          .map(({ id, count, distinct, confidence }) => ({ id, count, distinct, confidence }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      assert.deepEqual(summary(merged ? findingsOf('dynamodb://a/r/t', merged, scanner, key) : []), summary(whole));
    }),
    { numRuns: 20 },
  );
});

test('a part that is missing leaves the object incomplete', async () => {
  const [{ tally }] = await tallyObject(object('', { index: 0, of: 3 }), readObject(fileOf('x', '')), options);
  assert.equal(mergeParts([tally])[0]?.complete, false);
});

const member = (path: string): ReadPart => ({ kind: 'member', path });
const refused: ReadPart = { kind: 'unread', reason: 'ENCRYPTED', detail: 'locked' };
const textOf = (text: string) => readObject(fileOf('a.txt', text));

test('what lies inside an object is counted by itself, and knows what it lies in', async () => {
  async function* archive(): AsyncIterable<ReadPart> {
    yield member('a.txt');
    yield* textOf(`CIN : ${cin(1)}\n`);
    yield member('inner.tar');
    yield member('inner.tar!/b.txt');
    yield* textOf(`CIN : ${cin(2)}\nCIN : ${cin(3)}\n`);
    yield member('inner.tar');
    yield refused;
    yield member('locked.txt');
    yield refused;
    yield member('');
    yield* textOf(`CIN : ${cin(4)}\n`);
  }
  const readings = await tallyObject(object('outer.zip'), archive(), options);
  const cins = ({ tally }: (typeof readings)[number]) => tally.tallies[0]?.matches.high ?? 0;
  assert.deepEqual(
    readings.map((one) => [one.tally.object, cins(one), one.tally.complete, one.tally.containers?.length ?? 0]),
    [
      ['outer.zip', 1, true, 0],
      ['outer.zip!/a.txt', 1, true, 1],
      ['outer.zip!/inner.tar!/b.txt', 2, true, 2],
      ['outer.zip!/inner.tar', 0, false, 1],
      ['outer.zip!/locked.txt', 0, false, 1],
    ],
  );
  const ids = new Map(readings.map(({ tally }) => [tally.object, tally.objectId]));
  assert.equal(ids.size, new Set(ids.values()).size);
  const inner = readings.find(({ tally }) => tally.object === 'outer.zip!/inner.tar!/b.txt')?.tally;
  assert.deepEqual(inner?.containers, [ids.get('outer.zip'), ids.get('outer.zip!/inner.tar')]);
  assert.deepEqual(inner && findingsOf('file:///store', inner, scanner, key)[0]?.containers, inner?.containers);
});

test('the name of a member is content: counted, and masked', async () => {
  async function* archive(): AsyncIterable<ReadPart> {
    yield member(`CIN ${cin(6)}.txt`);
  }
  const readings = await tallyObject(object('outer.zip'), archive(), options);
  assert.equal(readings[1]?.tally.tallies[0]?.field, nameField);
  assert.ok(!JSON.stringify(readings).includes(cin(6)));
});
