import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countNegatives } from '../../bench/negatives/count.ts';
import { installedFiles, installedKinds } from '../../bench/negatives/installed.ts';
import { madeKinds, makeNegative } from '../../bench/negatives/made.ts';
import { mostHigh, negativesAboveBar, renderNegatives } from '../../bench/negatives/measure.ts';
import { createScanner } from '../../detectors/scanner.ts';

const scanner = createScanner();
const fileOf = (text: string) => ({ name: 'note.txt', bytes: Buffer.from(text) });
const valuesOf = async (text: string) => (await countNegatives([fileOf(text)], scanner)).faults.map(({ value }) => value);

for (const kind of madeKinds) {
  test(`nothing is sure in made text: ${kind}`, async () => {
    const { faults } = await countNegatives([makeNegative(kind, 200_000, 2)], scanner);
    assert.deepEqual(
      faults.map(({ detector, value, field }) => [detector, value, field]),
      [],
    );
  });
}

test('little is sure in files of installed packages, and nothing certain', async () => {
  const counts = await Promise.all(installedKinds.map((kind) => countNegatives(installedFiles(kind, 3_000_000, 2), scanner)));
  const rows = counts.map((count, at) => ({ kind: installedKinds[at] ?? '', ...count }));
  assert.ok(rows.every(({ bytes }) => bytes > 200_000));
  assert.deepEqual(negativesAboveBar(rows), [], JSON.stringify(rows.flatMap(({ faults }) => faults)));
});

test('a contact of an author is counted apart, by the words around it', async () => {
  for (const text of [
    'Yto Oustad <yto@exemple.fr>',
    '- youstad (yto@exemple.fr)',
    '2015-07-10  Yto Oustad yto@exemple.fr',
    'yto@exemple.fr (Yto Oustad)',
    'Spotted by: yto@exemple.fr',
    'Please send an e-mail to yto@exemple.fr',
    '[yto@exemple.fr](mailto:yto@exemple.fr)',
    'Thanks to Karim Tazi.',
    'authors: [{ lastName: "Tazi", first: 1 }]',
    'Karim Tazi <k.tazi@exemple.fr>\n\nKarim Tazi mended it.',
  ]) {
    const { contacts, faults } = await countNegatives([fileOf(text)], scanner);
    assert.ok(contacts > 0, text);
    assert.deepEqual(faults, [], text);
  }
});

test('nothing but mailboxes and names is taken for a contact, nor any of them that nothing speaks for', async () => {
  assert.deepEqual(await valuesOf('const reply = "k.tazi@exemple.fr";'), ['k.tazi@exemple.fr']);
  assert.deepEqual(await valuesOf('hier Karim Tazi est venu'), ['Karim Tazi']);
  assert.deepEqual(await valuesOf('Thanks to 06 61 23 45 67, CIN : BK123456'), ['06 61 23 45 67', 'BK123456']);
});

test('the bar tells what is above it', () => {
  const fault = {
    file: 'a',
    detector: 'global/phone',
    confidence: 'high',
    field: null,
    value: '',
    before: '',
    behind: '',
  } as const;
  const rowOf = (high: number, certain: number) => ({
    kind: 'source',
    bytes: 10_000_000,
    contacts: 3,
    faults: [
      ...Array.from({ length: high }, () => fault),
      ...Array.from({ length: certain }, () => ({ ...fault, confidence: 'certain' as const })),
    ],
  });
  assert.deepEqual(negativesAboveBar([rowOf(mostHigh, 0)]), []);
  assert.equal(negativesAboveBar([rowOf(mostHigh + 1, 0)]).length, 1);
  assert.equal(negativesAboveBar([rowOf(0, 1)]).length, 1);
  assert.match(renderNegatives([rowOf(1, 0)]), /\| source \| 10\.0 \| 3 \| 1 \| 0 \| 1\.00 \|/);
});
