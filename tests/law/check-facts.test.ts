import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFacts } from '../../law/check-facts.ts';

const rows: readonly (readonly [text: string, ...told: readonly (readonly [place: string, sentence: RegExp])[]])[] = [
  [
    'v: 1\ncontroller: { kin: company }',
    ['2:15', /^kin is not a key here; the keys are name, kind, legalForm, .*ignoredCndpDecision\.$/],
  ],
  [
    'v: 1\ntreatment: { purpose: care }\nfound: { category: [health] }',
    ['2:14', /^purpose is not a key here; .*purposes/],
    ['3:10', /^category is not a key here; the keys are categories, hostingState, region/],
  ],
  ['v: 1\nfound: { categories: [cin] }', ['2:23', /^found\.categories\[0\] must be one of national-id-number, /]],
  ['v: 1\ncontroller: { kin: }', ['2:15', /^kin is not a key here/]],
  ['controller: { kind: company }', ['1:1', /^v is missing\.$/]],
  ['v: 1\ntreatment: { startedOn: 01/02/2026 }', ['2:14', /^treatment\.startedOn must be a date such as 2026-05-31\.$/]],
  ['v: 1\ntreatment: { transfers: [{ state: France }] }', ['2:28', /^treatment\.transfers\[0\]\.state must be a State/]],
  ['a: [', ['1:5', /^This is not YAML: /]],
  ['- 1', ['1:1', /^Facts start with v: 1/]],
];

test('what keeps a file from being facts is told at its place, with the keys and values there are', () => {
  for (const [text, ...told] of rows) {
    const { facts, issues } = checkFacts(text);
    assert.equal(facts, null, text);
    assert.deepEqual(
      issues.map(({ line, column }) => `${line}:${column}`),
      told.map(([place]) => place),
      text,
    );
    for (const [index, [, sentence]] of told.entries()) assert.match(issues[index]?.text.en ?? '', sentence);
  }
});

test('a file that is well formed gives its facts; an empty ground says that there is none', () => {
  const { facts, issues } = checkFacts(
    'v: 1\ntreatment: { sensitiveGround: null, legalBasis: }\nfound: { categories: [religion] }',
  );
  assert.deepEqual(issues, []);
  assert.deepEqual([facts?.treatment.sensitiveGround, facts?.treatment.legalBasis], [{ ground: 'none' }, { ground: 'none' }]);
});
