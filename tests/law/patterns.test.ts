import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { matchTreatments, patternTouches } from '../../law/patterns.ts';
import type { Register } from '../../law/register.ts';

const register = (stores: Readonly<Record<string, readonly string[]>>): Register => ({
  version: 1,
  controller: { name: 'Ministry' },
  treatments: Object.entries(stores).map(([id, patterns]) => ({ id, name: id, stores: [...patterns] })),
});

const claims: readonly (readonly [why: string, pattern: string, uri: string, claimed: boolean])[] = [
  ['the same text', 's3://b/exports', 's3://b/exports', true],
  ['a slash at the end does not matter', 's3://b/exports/', 's3://b/exports', true],
  ['nor on the other side', 's3://b', 's3://b/', true],
  ['a plain pattern claims nothing below it', 's3://b', 's3://b/exports', false],
  ['a star stays within a segment', 's3://b/*', 's3://b/exports', true],
  ['a star does not cross a slash', 's3://b/*', 's3://b/exports/2026', false],
  ['two stars cross slashes', 's3://b/**', 's3://b/exports/2026', true],
  ['two stars at the end claim the store itself', 's3://b/**', 's3://b', true],
  ['but not a longer name', 's3://b/**', 's3://b2/x', false],
  ['a table in any schema', 'postgresql://host/db/*/citizens', 'postgresql://host/db/public/citizens', true],
  ['a question mark is one character', 's3://b/202?', 's3://b/2026', true],
  ['dots are dots', 's3://b.c/*', 's3://bxc/y', false],
  ['capitals matter', 's3://b/Exports', 's3://b/exports', false],
  ['a field of the store', 'postgresql://h/d/s/t#cin', 'postgresql://h/d/s/t', true],
  ['everything', '**', 'file:///srv/data', true],
];

test('a pattern touches the stores its glob matches', () => {
  for (const [why, pattern, uri, claimed] of claims) assert.equal(patternTouches(pattern, uri), claimed, why);
});

test('matching through the index says what the pattern alone says', () => {
  for (const [why, pattern, uri, claimed] of claims) {
    const { treatments } = matchTreatments(register({ only: [pattern] }), uri, ['cin']);
    assert.equal(treatments.length > 0, claimed, why);
  }
  const piece = fc.constantFrom('a', 'b', '*', '**', '?', '/', 'ab');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 }),
      (pattern, path) => {
        const glob = `s3://${pattern.join('')}`;
        const uri = `s3://${path.join('')}`;
        const { treatments } = matchTreatments(register({ only: [glob] }), uri, [null]);
        assert.equal(treatments.length > 0, patternTouches(glob, uri), `${glob} on ${uri}`);
      },
    ),
  );
});

const winner = (stores: Readonly<Record<string, readonly string[]>>, uri = 's3://b/exports/2026') =>
  matchTreatments(register(stores), uri, [null]).treatments.map(({ treatment }) => treatment.id);

test('the most specific pattern wins, then the earlier treatment', () => {
  assert.deepEqual(winner({ wide: ['s3://b/**'], narrow: ['s3://b/exports/*'] }), ['narrow']);
  assert.deepEqual(winner({ first: ['s3://b/**'], second: ['s3://b/**'] }), ['first']);
  assert.deepEqual(winner({ star: ['s3://b/exports/*'], exact: ['s3://b/exports/2026'] }), ['exact']);
  assert.deepEqual(winner({ other: ['s3://c/**'] }), []);
});

test('a pattern with a field takes that field out of the wider treatment', () => {
  const held = register({ staff: ['postgresql://h/d/s/staff'], unions: ['postgresql://h/d/s/*#union_*'] });
  const { treatments, unclaimed } = matchTreatments(held, 'postgresql://h/d/s/staff', ['name', 'union_dues']);
  assert.deepEqual(
    treatments.map(({ treatment, fields, whole }) => [treatment.id, fields, whole]),
    [
      ['staff', ['name'], true],
      ['unions', ['union_dues'], false],
    ],
  );
  assert.deepEqual(unclaimed, []);
  const fieldOnly = matchTreatments(register({ unions: ['s3://b/**#union'] }), 's3://b/x', ['union', 'cin', null]);
  assert.deepEqual(fieldOnly.unclaimed, ['cin', null]);
});

test('an equally close claim of a later treatment is a rival', () => {
  const { treatments } = matchTreatments(register({ first: ['s3://b/x'], second: ['s3://b/x'] }), 's3://b/x', [null]);
  assert.deepEqual(
    treatments.map(({ treatment, rivals }) => [treatment.id, rivals.map(({ id }) => id)]),
    [['first', ['second']]],
  );
});
