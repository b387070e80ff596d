/** Custom detectors in the one pass: they keep every promise that the product's own do. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Scanner, Text } from '../../../detectors/contract.ts';
import { explain } from '../../../detectors/explain.ts';
import { contextBytes, createScanner, makeScanner } from '../../../detectors/scanner.ts';
import { findIn, tableOf, textOf } from '../cases.ts';
import { assertLinear } from '../timing.ts';
import { fileOf, hospitalFile, loadCustom, memberCard, staffNumber } from './sample.ts';

/** A pattern without an anchor: looked for behind its words and in its columns. */
const roomNumber = `
  - id: custom/room
    title: Numéro de chambre
    category: location
    pattern: '[A-Z]?\\d{3}'
    context: [chambre]
    columns: [chambre]
    examples: ['Chambre : B204', { column: chambre, value: '204' }]
    counterExamples: ['B204', 'Chambre à louer']`;

const { custom, scanner } = loadCustom(fileOf([staffNumber, hospitalFile, memberCard, roomNumber]));
const plain = createScanner();

const seen = (one: Scanner, text: Text): readonly string[] =>
  findIn(one, text).map(({ detector, start, end, confidence }) => `${detector} ${start}-${end} ${confidence}`);

const pieces = [
  'MAT-004217',
  'MAT-',
  'Matricule : ',
  ' 24/0187',
  'IPP ',
  'رقم الملف الطبي: ',
  '٢٤/٠١٨٧',
  'AD 79927398',
  'adhérent ',
  'chambre ',
  'B204',
  '204',
  'CIN BK123456',
  '0661234567',
  'é',
  '😀',
  '\u200f',
  '\u0640',
  ' ',
  '\n',
  '. ',
  '-',
  '/',
  'modèle ',
];
const piecesText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 50 }).map((list) => list.join(''));

describe('custom detectors in the one pass', () => {
  test('give the same wherever a text is cut', () => {
    fc.assert(
      fc.property(piecesText, fc.nat(), (text, place) => {
        const whole = textOf(text);
        const cut = place % (whole.bytes.length + 1);
        assert.deepEqual(
          [...seen(scanner, { ...whole, to: cut }), ...seen(scanner, { ...whole, from: cut })],
          seen(scanner, whole),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('need no more context than the pass says', () => {
    const whole = textOf(pieces.join(' ').repeat(20));
    const all = findIn(scanner, whole);
    for (let from = 0; from < whole.bytes.length; from += 997) {
      const to = Math.min(from + 997, whole.bytes.length);
      const low = Math.max(0, from - contextBytes);
      const bytes = whole.bytes.subarray(low, to + contextBytes);
      assert.deepEqual(
        findIn(scanner, { bytes, from: from - low, to: to - low, cells: null }).map((hit) => [
          hit.detector,
          hit.start + low,
          hit.confidence,
        ]),
        all.filter(({ start }) => start >= from && start < to).map((hit) => [hit.detector, hit.start, hit.confidence]),
      );
    }
  });

  test('throw on no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...pieces), (bytes, piece) => {
        seen(scanner, textOf(Buffer.concat([Buffer.from(piece), bytes, Buffer.from(piece)])));
      }),
      { numRuns: 500 },
    );
  });

  test('change nothing of what the others find', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('CIN BK123456 ', 'M. Alami ', 'souffre de diabète ', 'a@b.ma ', '06 61 23 45 67 ', '\n'), {
          maxLength: 30,
        }),
        (list) => {
          const text = textOf(list.join(''));
          assert.deepEqual(seen(scanner, text), seen(plain, text));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('report a failure as any other', () => {
    const broken = custom.detectors.map((one) => ({
      ...one,
      check: () => {
        throw new Error('broken');
      },
    }));
    const failures: string[] = [];
    makeScanner(broken).scan(
      textOf('MAT-004217 MAT-004218'),
      () => assert.fail('nothing is found'),
      ({ detector }) => failures.push(detector),
    );
    assert.deepEqual(failures, ['custom/staff-number']);
  });
});

describe('what they find', () => {
  const texts: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['Matricule : MAT-004217.', ['custom/staff-number MAT-004217 high']],
    ['MAT-004217/MAT-004218', ['custom/staff-number MAT-004217 high', 'custom/staff-number MAT-004218 high']],
    ['modèle MAT-004217', ['custom/staff-number MAT-004217 low']],
    ['mat-004217', []],
    ['le 24/0187', ['custom/hospital-file 24/0187 low']],
    ['IPP 24/0187', ['custom/hospital-file 24/0187 high']],
    [`IPP ${'x'.repeat(30)} 24/0187`, ['custom/hospital-file 24/0187 high']],
    [`IPP ${'x'.repeat(45)} 24/0187`, ['custom/hospital-file 24/0187 low']],
    ['Adhérent AD 79927398', ['custom/member-card AD 79927398 high']],
    ['Adhérent AD 79927399', []],
    ['Chambre : B204', ['custom/room B204 high']],
    ['Chambre B204 et 305', ['custom/room B204 high']],
    ['B204', []],
  ];
  for (const [text, found] of texts) {
    test(text, () => {
      const hits = findIn(scanner, textOf(text)).filter(({ detector }) => detector.startsWith('custom/'));
      assert.deepEqual(
        hits.map(({ detector, value, confidence }) => `${detector} ${value} ${confidence}`),
        found,
      );
    });
  }

  test('columns by their names', () => {
    const hits = findIn(
      scanner,
      tableOf(['numMatricule', 'modele', 'chambre', 'etage'], [['MAT-004217', 'MAT-004217', 'B204', 'B204']]),
    );
    assert.deepEqual(
      hits.map(({ detector, confidence }) => `${detector} ${confidence}`),
      ['custom/staff-number high', 'custom/staff-number low', 'custom/room high'],
    );
  });

  test('the evidence of each, step by step', () => {
    assert.deepEqual(
      explain(scanner, 'adhérent AD 79927398, رقم التأجير MAT-004217').map(({ detector, category, evidence }) => [
        detector,
        category,
        evidence,
      ]),
      [
        [
          'custom/member-card',
          'contact',
          [
            { kind: 'pattern', detail: null },
            { kind: 'context-word', detail: 'adhérent' },
          ],
        ],
        [
          'custom/staff-number',
          'civil-identity',
          [
            { kind: 'pattern', detail: null },
            { kind: 'context-word', detail: 'رقم التأجير' },
          ],
        ],
      ],
    );
  });

  test('a proof and a word are certain, whatever the file', () => {
    const file = memberCard
      .replace('luhn', 'mod97')
      .replaceAll('79927398', '00000097')
      .replace('79927399', '00000098')
      .replace("'AD79927398'", "'AD12345678'");
    const [hit] = findIn(loadCustom(fileOf([file])).scanner, textOf('Adhérent AD00000097'));
    assert.deepEqual(
      [hit?.confidence, hit?.evidence.map(({ kind }) => kind)],
      ['certain', ['pattern', 'checksum', 'context-word']],
    );
  });

  test('of two equal matches the one of the file stays', () => {
    const card = memberCard.replace('(?:AD|ad)[ -]?\\d{8}', 'BK\\d{6}').replace('validator: luhn', 'validator: none');
    const { scanner: own } = loadCustom(
      fileOf([
        card
          .replaceAll('79927398', 'x')
          .replace(/examples: .*/, "examples: ['Carte nationale BK123456']")
          .replace(/counterExamples: .*/, "counterExamples: ['BK12345']"),
      ]),
    );
    assert.deepEqual(
      findIn(own, textOf('Carte nationale BK123456')).map(({ detector }) => detector),
      ['custom/member-card'],
    );
  });
});

test('the version changes with every part of the file', () => {
  const versionOf = (text: string): string => loadCustom(text).scanner.version;
  const versions = [
    plain.version,
    versionOf(fileOf([])),
    versionOf(fileOf([staffNumber])),
    versionOf(fileOf([staffNumber.replace('\\d{6}', '\\d{5,6}')])),
    versionOf(fileOf([staffNumber.replace('alone: high', 'alone: high\n    distance: 79')])),
    versionOf(fileOf([], 'allow:\n  - reason: a\n    path: b\n')),
    versionOf(fileOf([], 'allow:\n  - reason: a\n    path: c\n')),
  ];
  assert.equal(versions[0], versions[1], 'a file without entries changes nothing');
  assert.equal(new Set(versions).size, versions.length - 1);
});

describe('time grows with the text', () => {
  for (const unit of ['MAT-', 'MAT-004217 ', '1/', '12/34', 'IPP 24/0187 ', 'chambre B', 'AD 79927398 ']) {
    test(unit, () => assertLinear(unit, scanner));
  }
});
