/** Every file of `fixtures/`: each planted value is found at its exact place, and nothing is said but what is expected. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createScanner } from '../../detectors/scanner.ts';
import { locateMatches, valueOf } from '../../findings/locate.ts';
import { openHead } from '../../readers/head.ts';
import { ocrLimits } from '../../readers/limits.ts';
import { readObject } from '../../readers/read-object.ts';
import { formats } from '../../readers/registry.ts';
import { encodings, expectationOf } from './fixture.ts';
import type { Expectation, Planted } from './fixture.ts';
import { objectOf } from './reading.ts';

const folder = join(import.meta.dirname, 'fixtures');
const names = readdirSync(folder);
const isExpectation = (name: string): boolean => name.endsWith('.expected.json');
const fixtures = names.filter((name) => !isExpectation(name));

const scanner = createScanner();
const read = (name: string): Expectation => JSON.parse(readFileSync(join(folder, expectationOf(name)), 'utf8')) as Expectation;

async function findIn(name: string, ocr: boolean) {
  const found: Planted[] = [];
  const skips: { member?: string; reason: string }[] = [];
  let member: { member?: string } = {};
  await locateMatches(readObject(objectOf(name, readFileSync(join(folder, name))), ocr ? ocrLimits : {}), scanner, {
    onMatch: (located) => {
      const { start, end, detector } = located.match;
      const { line, column, field, record, page, cell } = located.block.place(start, end);
      const place = Object.entries({ line, column, field, record, page, cell }).filter(
        ([, part]) => part !== null && part !== undefined,
      );
      found.push({ value: valueOf(located), detector, ...member, ...(Object.fromEntries(place) as Partial<Planted>) });
    },
    onMember: (path) => (member = path === '' ? {} : { member: path }),
    onUnread: ({ reason }) => skips.push({ ...member, reason }),
    onFailure: ({ detector }) => assert.fail(`${detector} failed`),
  });
  return { found, skips };
}

const sorted = (list: readonly object[]): string[] =>
  list.map((one) => JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();

describe('every planted value at its exact place', () => {
  for (const name of fixtures) {
    test(name, async () => {
      const { found, skips = [], ocr = false } = read(name);
      const answer = await findIn(name, ocr);
      const planted = new Set(found.map(({ value }) => value));
      assert.deepEqual(sorted(answer.found.filter(({ value }) => planted.has(value))), sorted(found));
      assert.deepEqual(sorted(answer.skips), sorted(skips));
    });
  }
});

describe('the folder is whole', () => {
  test('every fixture has an expectation, and every expectation a fixture', () => {
    assert.deepEqual(names.filter(isExpectation).toSorted(), fixtures.map(expectationOf).toSorted());
  });

  test('every fixture expects a value or a skip', () => {
    assert.deepEqual(
      fixtures.filter((name) => read(name).found.length + (read(name).skips?.length ?? 0) === 0),
      [],
    );
  });

  test('every encoding has a fixture', () => {
    const known = new Set(fixtures.map((name) => read(name).encoding));
    assert.deepEqual(
      encodings.filter((encoding) => !known.has(encoding)),
      [],
    );
  });

  test('every format has a fixture', async () => {
    const seen = new Set<string>();
    for (const name of fixtures) {
      const { head, close } = await openHead(objectOf(name, readFileSync(join(folder, name))));
      seen.add(formats.find((format) => format.recognises(head))?.id ?? '');
      await close();
    }
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !seen.has(id)),
      [],
    );
  });
});
