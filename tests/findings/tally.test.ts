import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createScanner } from '../../detectors/scanner.ts';
import { findingsOf, mergeParts } from '../../findings/roll-up.ts';
import type { ObjectRef } from '../../findings/store.ts';
import {
  fieldNameField,
  maxFields,
  maxPlaces,
  nameField,
  otherFields,
  tallyObject,
  tallyUnopened,
} from '../../findings/tally-object.ts';
import type { Block, ByteSource, FieldTexts, Unread } from '../../readers/contract.ts';
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
const readFile = async (name: string, text: string) => tallyObject(object(name), readObject(fileOf(name, text)), options);
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
  async function* broken(): AsyncIterable<Block | Unread> {
    yield* readObject(fileOf('a.txt', `CIN : ${cin(1)}\n`));
    yield { kind: 'unread', reason: 'MALFORMED_FILE', detail: 'ends early' };
  }
  const { tally, skips } = await tallyObject(object('a.txt'), broken(), options);
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
  const { tally, skips } = await tallyObject(object('a.txt'), readObject(fileOf('a.txt', `CIN : ${cin(1)}`)), {
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
  assert.ok(tally.tallies.some((one) => one.field === otherFields));
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
    (await tallyObject(ref, blocksOfRecords(records(part)), options)).tally;
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
  const { tally } = await tallyObject(object('', { index: 0, of: 3 }), readObject(fileOf('x', '')), options);
  assert.equal(mergeParts([tally])[0]?.complete, false);
});
