/** What the one pass promises for any text: no throw, no dependence on cuts, linear time, failures told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Match, Text } from '../../detectors/contract.ts';
import type { ValueDetector } from '../../detectors/define.ts';
import { email } from '../../detectors/global/email.ts';
import { cin } from '../../detectors/ma/cin.ts';
import { registry } from '../../detectors/registry.ts';
import { contextBytes, createScanner, makeScanner } from '../../detectors/scanner.ts';
import { findIn, tableOf, textOf } from './cases.ts';
import { assertLinear } from './timing.ts';

const scanner = createScanner();

function scan(text: Text): string[] {
  const found: string[] = [];
  scanner.scan(text, (match: Match) => found.push(`${match.detector} ${match.start}-${match.end} ${match.confidence}`));
  return found;
}

/** Pieces that begin, end, mislead and break: what the detectors live on, and what lies near it. */
const pieces = [
  ...registry.map(({ example }) => example),
  'CIN ',
  'BK123456',
  ' 0612345678',
  '+212 ',
  '(0)6',
  ' 12 34 56 78',
  'x@y.ma',
  '@',
  '0078 1000 0123 4567 8901 2345',
  'MA64',
  'RIB',
  '\n',
  '\n\n',
  '. ',
  ' ',
  ';',
  '،',
  'السيد',
  'داء السكري',
  'رقم البطاقة الوطنية',
  '\u0640',
  '\u200f',
  '\u00a0',
  'é',
  '€',
  '😀',
  'syndicat',
  ' de copropriété',
  'né le ',
  '05/12/1983',
  '00156',
  '1191000066',
  'ICE ',
  '1',
  'a',
  '-',
  'Avenue ',
  'M. ',
];
const piecesText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 }).map((list) => list.join(''));

describe('the one pass', () => {
  test('gives the same wherever a text is cut', () => {
    fc.assert(
      fc.property(piecesText, fc.nat(), (text, place) => {
        const whole = textOf(text);
        const cut = place % (whole.bytes.length + 1);
        assert.deepEqual([...scan({ ...whole, to: cut }), ...scan({ ...whole, from: cut })], scan(whole));
      }),
      { numRuns: 300 },
    );
  });

  test('needs no more context than it says', () => {
    const text = pieces.join(' ').repeat(12);
    const whole = textOf(text);
    const all = findIn(scanner, whole);
    for (let from = 0; from < whole.bytes.length; from += 997) {
      const to = Math.min(from + 997, whole.bytes.length);
      const low = Math.max(0, from - contextBytes);
      const bytes = whole.bytes.subarray(low, to + contextBytes);
      const part = findIn(scanner, { bytes, from: from - low, to: to - low, cells: null });
      const expected = all.filter(({ start }) => start >= from && start < to);
      assert.deepEqual(
        part.map((hit) => [hit.detector, hit.start + low, hit.confidence]),
        expected.map((hit) => [hit.detector, hit.start, hit.confidence]),
      );
    }
  });

  test('gives the same on either side of a border between segments', () => {
    for (const shift of [-30, -12, -1, 0, 1]) {
      const filler = 'x '.repeat((131_072 + shift) / 2);
      const hits = findIn(scanner, textOf(`${filler}CIN n° BK123456, tél 06 61 23 45 67`));
      assert.deepEqual(
        hits.map(({ value }) => value),
        ['BK123456', '06 61 23 45 67'],
      );
    }
  });

  test('throws on no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        scan(textOf(bytes));
      }),
      { numRuns: 500 },
    );
    for (let byte = 0; byte < 256; byte++) scan(textOf(new Uint8Array(300).fill(byte)));
  });

  test('never lets a match or its context leave a cell', () => {
    const cells = tableOf(
      ['a', 'b'],
      [
        ['CIN', 'XB123456'],
        ['0661', '234567'],
        ['souffre de', 'asthme'],
        ['M. Alami', 'diabète'],
      ],
    );
    assert.deepEqual(
      findIn(scanner, cells).map(({ detector, value, confidence }) => [detector, value, confidence]),
      [
        ['sensitive/health', 'asthme', 'low'],
        ['global/person-name', 'Alami', 'high'],
        ['sensitive/health', 'diabète', 'low'],
      ],
    );
  });

  test('reports a detector that throws, once, and goes on with the others', () => {
    const broken: ValueDetector = {
      ...cin,
      check: () => {
        throw new Error('broken');
      },
    };
    const failures: string[] = [];
    const hits: string[] = [];
    const text = textOf('PX123456 BK123456 BK123457 a@b.ma');
    makeScanner([broken, email]).scan(
      text,
      (match) => hits.push(match.detector),
      (failure) => failures.push(failure.detector),
    );
    assert.deepEqual(failures, ['ma/cin']);
    assert.deepEqual(hits, ['global/email']);
  });

  test('may be used from within its own callback', () => {
    const inner: number[] = [];
    scanner.scan(textOf('a@b.ma c@d.ma'), () => inner.push(findIn(scanner, textOf('CIN BK123456')).length));
    assert.deepEqual(inner, [1, 1]);
  });

  test('looks only for what it is asked for, and its version says so', () => {
    const only = createScanner({ only: ['ma/cin'] });
    assert.deepEqual(
      findIn(only, textOf('CIN BK123456 a@b.ma')).map(({ detector }) => detector),
      ['ma/cin'],
    );
    assert.notEqual(only.version, scanner.version);
    assert.equal(createScanner().version, scanner.version);
  });
});

describe('time grows with the text', () => {
  const alphabets: readonly (readonly [name: string, unit: string])[] = [
    ['digits', '1'],
    ['digits and spaces', '06 '],
    ['pairs of digits', '12 34 '],
    ['at signs', 'a@'],
    ['letters and at signs', 'aaaaaaaa@aaaaaaaa.'],
    ['plus signs and digits', '+212 '],
    ['card letters', 'BK12345 '],
    ['account letters', 'MA64 '],
    ['labels', 'cin rib tél né le '],
    ['terms', 'M. souffre de diabète '],
    ['Arabic terms', 'السيد يعاني من داء السكري '],
    ['separators', ' - '],
    ['tatweel', 'ـ'],
    ['direction marks', '\u200f1'],
  ];
  for (const [name, unit] of alphabets) {
    test(name, () => assertLinear(unit, scanner));
  }
});
