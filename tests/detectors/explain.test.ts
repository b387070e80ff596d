import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../detectors/explain.ts';
import { createScanner } from '../../detectors/scanner.ts';

const scanner = createScanner();

test('explains a match with its evidence and its place in the string', () => {
  const text = 'Née à Fès, CIN n° BK123456';
  const matches = explain(scanner, text);
  assert.equal(matches.length, 1);
  assert.equal(text.slice(matches[0]?.from, matches[0]?.to), 'BK123456');
  assert.equal(matches[0]?.confidence, 'high');
  assert.deepEqual(matches[0]?.evidence, [
    { kind: 'pattern', detail: null },
    { kind: 'prefix-known', detail: null },
    { kind: 'context-word', detail: 'cin' },
  ]);
});

test('says nothing of a text in which nothing matches', () => {
  assert.deepEqual(explain(scanner, 'Le rapport annuel compte 212 pages.'), []);
});
