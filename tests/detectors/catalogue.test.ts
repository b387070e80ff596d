import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf } from '../../detectors/catalogue.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { findIn, textOf } from './cases.ts';
import { cases as zones } from './global/mrz.cases.ts';

const scanner = createScanner();
const categoriesOf = (text: string): readonly string[] => findIn(scanner, textOf(text)).map(({ category }) => category);

test('the zone of a Moroccan card holds the national number, that of a passport or a foreign card another', () => {
  const [card, passport] = zones.finds.map(([text]) => text);
  assert.ok(card !== undefined && passport !== undefined);
  assert.deepEqual(categoriesOf(card), ['national-id-number']);
  assert.deepEqual(categoriesOf(passport), ['official-id-number']);
  // The country of a card is under no check digit.
  assert.deepEqual(categoriesOf(card.replace('I<MAR', 'I<FRA')), ['official-id-number']);
});

test('one Moroccan card among passports makes the finding one of national numbers', () => {
  const form = (detail: string | null) => ({ kind: 'pattern', detail });
  const other = { kind: 'checksum', detail: 'mrz-7-3-1' };
  assert.equal(categoryOf('global/mrz', [form('travel-document'), other]), 'official-id-number');
  assert.equal(categoryOf('global/mrz', [form('travel-document'), form(null), other]), 'national-id-number');
  assert.equal(categoryOf('ma/cin', [form('travel-document')]), 'national-id-number');
});

test('some mailboxes of firms among those of customers leave the field what it is; mailboxes of firms alone do not', () => {
  const judge = (persons: number, firms: number) =>
    scanner.judge({
      detector: 'global/email',
      field: 'email',
      filled: persons + firms,
      matches: { low: firms, medium: 0, high: persons, certain: 0 },
      distinct: persons + firms,
      evidence: [
        { kind: 'pattern', detail: null, count: persons + firms },
        { kind: 'field-name', detail: null, count: persons + firms },
        { kind: 'counter-evidence', detail: 'organisation', count: firms },
      ],
    }).confidence;
  assert.equal(judge(95, 5), 'high');
  assert.equal(judge(0, 20), 'low');
});

test('a word that is a part of the value does not speak for it', () => {
  const [name] = findIn(scanner, textOf('hier Youssef El Idrissi est venu'));
  assert.equal(name?.detector, 'global/person-name');
  assert.ok(name?.evidence.every(({ kind }) => kind !== 'context-word'));
});
