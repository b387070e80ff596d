/** The texts that speed is measured with hold what they say, value by value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpora, corpusIds } from '../../bench/corpora/all.ts';
import { objectOf } from '../../bench/memory-object.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { locateMatches } from '../../findings/locate.ts';
import { readObject } from '../../readers/read-object.ts';

const size = 1_000_000;
const scanner = createScanner();

for (const id of corpusIds) {
  const { title, file, make } = corpora[id];
  test(`${title}: a seed makes one text, another seed another`, () => {
    const { bytes } = make(size, 1);
    assert.ok(bytes.length > 0.8 * size && bytes.length <= size);
    assert.deepEqual(make(size, 1).bytes, bytes);
    assert.notDeepEqual(make(size, 2).bytes, bytes);
  });
  test(`${title}: each planted value is found, and nothing else is sure`, async () => {
    const { bytes, planted } = make(size, 3);
    const counts = new Map<string, number>();
    await locateMatches(readObject(objectOf(file, bytes)), scanner, {
      onMatch: ({ match: { detector, confidence } }) => {
        if (confidence === 'high' || confidence === 'certain') counts.set(detector, (counts.get(detector) ?? 0) + 1);
      },
      onUnread: ({ reason }) => assert.fail(reason),
      onFailure: ({ detector }) => assert.fail(detector),
    });
    assert.deepEqual(Object.fromEntries(counts), planted);
  });
}
