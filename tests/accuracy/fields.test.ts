import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureFields, renderFields } from '../../bench/accuracy/fields.ts';
import { readFigures } from '../../bench/accuracy/report.ts';
import { createScanner } from '../../detectors/scanner.ts';

const scanner = createScanner();

test('every field of a table with names is judged for what it holds, and none that only looks like it', async () => {
  const named = (await measureFields(3, scanner, 1)).get('Named') ?? new Map();
  assert.ok(named.size > 20, `${named.size} detectors`);
  for (const [detector, { found, missed, false: wrong }] of named) {
    assert.ok(found > 0, `${detector} is judged somewhere`);
    assert.deepEqual([missed, wrong], [0, 0], `${detector}: ${missed} of ${found + missed} missed, ${wrong} wrong`);
  }
});

test('the figures of fields are read back from the page, so that a fall is told', () => {
  const page = renderFields(new Map([['Named', new Map([['ma/cin', { found: 90, missed: 10, false: 0 }]])]]));
  assert.deepEqual(readFigures(page).get('ma/cin, Named'), { precision: 1, recall: 0.9 });
});
