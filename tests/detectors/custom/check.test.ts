import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkCustom } from '../../../detectors/custom/check.ts';
import { fileOf, hospitalFile, loadCustom, memberCard, staffNumber } from './sample.ts';

const allowReason = 'allow:\n  - reason: Our own desks\n';

test('a file that holds gives its detectors in their order', () => {
  const { custom } = loadCustom(fileOf([staffNumber, hospitalFile, memberCard], `${allowReason}    path: fixtures/**\n`));
  assert.deepEqual(
    custom.detectors.map(({ id, category, anchors }) => [id, category, anchors.length]),
    [
      ['custom/staff-number', 'civil-identity', 1],
      ['custom/hospital-file', 'health', 1],
      ['custom/member-card', 'contact', 1],
    ],
  );
  assert.equal(custom.allow[0]?.path, 'fixtures/**');
});

/** What is put in place of what, the line at which it is told (of the file, from 1), and what is told. */
const faults: readonly (readonly [why: string, detector: string, from: string, to: string, line: number, says: RegExp])[] = [
  ['no YAML', staffNumber, 'alone: high', 'alone: "high', 20, /no YAML/],
  ['unknown key', staffNumber, 'alone: high', 'allone: high', 11, /unknown key allone; known are id, title/],
  ['missing key', staffNumber, "    title: Numéro matricule d'un agent\n", '', 3, /title is missing; add it/],
  ['id', staffNumber, 'custom/staff-number', 'ma/staff', 3, /not `custom\/` and a name/],
  ['category', staffNumber, 'civil-identity', 'identity', 5, /category is none of national-id-number/],
  ['validator', staffNumber, 'alone: high', 'validator: crc', 11, /validator is none of none, luhn/],
  ['list for a text', staffNumber, 'columns: [matricule, num matricule]', 'columns: matricule', 8, /columns is not a list/],
  ['number for a text', staffNumber, 'columns: [matricule, num matricule]', 'columns: [1234]', 8, /columns 1 is not a text/],
  ['empty key', staffNumber, 'columns: [matricule, num matricule]', 'columns:', 8, /columns is not a list/],
  ['comma in a word', staffNumber, '[modèle]', "['modèle, type']", 10, /counter 1 holds a comma/],
  ['word of signs', staffNumber, '[modèle]', "['--']", 10, /counter 1 holds no letter/],
  ['distance', hospitalFile, 'distance: 40', 'distance: 400', 8, /distance is above 200/],
  ['no example', memberCard, "['Adhérent AD 79927398']", '[]', 9, /examples needs at least one entry/],
  ['example of another shape', memberCard, "['Adhérent AD 79927398']", '[{ field: a }]', 9, /examples 1 is neither a text nor/],
  [
    'broken pattern',
    staffNumber,
    'MAT-\\d{6}',
    'MAT-(\\d{6}',
    6,
    /staff-number: at character 10 of the pattern a group is not closed/,
  ],
  ['back reference', staffNumber, 'MAT-\\d{6}', '(M)AT-\\1', 6, /linear time/],
  ['pattern of nothing', staffNumber, 'MAT-\\d{6}', "'(MAT)?'", 6, /fits no text at all/],
  ['pattern without end', staffNumber, 'MAT-\\d{6}', 'MAT-\\d+', 6, /write `\{1,20\}` for `\+`/],
  ['sure without reason', memberCard, 'validator: luhn', 'alone: high', 8, /fewer than 3 fixed characters/],
  [
    'example not found',
    staffNumber,
    'Matricule : MAT-004217',
    'Matricule : MAT-00421',
    13,
    /example 1 is not found; the pattern fits/,
  ],
  ['example too weak', staffNumber, '    alone: high\n', '', 13, /example 2 is found only at `low`/],
  ['counter-example found', staffNumber, '- FORMAT-004217', '- MAT-004217', 17, /counter-example 1 is found at `high`; narrow/],
  ['check does not hold', memberCard, "['Adhérent AD 79927398']", "['Adhérent AD 79927399']", 9, /example 1 is not found/],
];

describe('a file is refused with line, reason and way out', () => {
  for (const [why, detector, from, to, line, says] of faults) {
    test(why, () => {
      assert.ok(detector.includes(from));
      const { custom, scanner, issues } = checkCustom(fileOf([detector.replace(from, () => to)]));
      assert.equal(custom, null);
      assert.equal(scanner, null);
      assert.deepEqual(
        issues.filter((issue) => says.test(issue.text)).map((issue) => issue.line),
        [line],
        JSON.stringify(issues),
      );
    });
  }

  const whole: readonly (readonly [why: string, text: string, line: number, says: RegExp])[] = [
    ['empty file', '', 1, /the file is not a block of keys/],
    ['no version', 'detectors: []', 1, /version is missing/],
    ['another version', 'version: 2', 1, /version is none of 1/],
    ['unknown key', 'version: 1\ndetector: []', 2, /unknown key detector; known are version, detectors, allow/],
    ['twins', fileOf([memberCard, memberCard]), 11, /custom\/member-card is there twice/],
    ['allows nothing', fileOf([], `${allowReason}    detectors: [global/email]`), 4, /says of nothing what it allows/],
    ['allows without a reason', fileOf([], 'allow:\n  - path: a'), 4, /reason is missing/],
    [
      'allows what is no detector',
      fileOf([], `${allowReason}    path: a\n    detectors: [global/mail]`),
      6,
      /is no detector; `kashf detectors`/,
    ],
    [
      'allows what is not in the file',
      fileOf([], `${allowReason}    path: a\n    detectors: [custom/a]`),
      6,
      /custom\/a is no detector of this file/,
    ],
    ['allows a broken pattern', fileOf([], `${allowReason}    pattern: '(a'`), 5, /group is not closed/],
    ['allows a bare hash', fileOf([], `${allowReason}    fingerprints: [abcd]`), 5, /not what `kashf fingerprint` prints/],
    ['aliases', 'version: 1\nallow: &a []\ndetectors: *a', 3, /write that out/],
  ];
  for (const [why, text, line, says] of whole) {
    test(why, () => {
      const { issues } = checkCustom(text);
      assert.deepEqual(
        issues.filter((issue) => says.test(issue.text)).map((issue) => issue.line),
        [line],
        JSON.stringify(issues),
      );
    });
  }
});

test('a pattern that fits on every line is refused alone, and looked for where words or columns lead to it', () => {
  const bare = hospitalFile
    .replace("'\\d{2}/\\d{3,4}'", "'\\d{4}'")
    .replaceAll('value: 24/0187', "value: '0187'")
    .replaceAll('24/0187', '0187')
    .replace('٢٤/٠١٨٧', '٠١٨٧');
  const { custom } = loadCustom(fileOf([bare]));
  assert.deepEqual(custom.detectors[0]?.kind === 'value' && custom.detectors[0].anchors, []);
  const without = bare.replace(/ {4}context.*\n/, '').replace(/ {4}columns.*\n/, '');
  assert.match(
    checkCustom(fileOf([without])).issues[0]?.text ?? '',
    /three fixed characters or six digits, or add `context` words or `columns`/,
  );
  const sure = bare.replace('distance: 40', 'alone: low');
  assert.match(checkCustom(fileOf([sure])).issues[0]?.text ?? '', /`alone` asks for values that nothing else speaks for/);
});

test('what takes the place of an example is named', () => {
  const card = memberCard.replace('(?:AD|ad)[ -]?\\d{8}', 'MA64 \\d{4}').replace('validator: luhn', 'alone: high');
  const [issue] = checkCustom(fileOf([card.replace('Adhérent AD 79927398', 'MA64 0078 1000 0123 4567 8901 2345')])).issues;
  assert.match(issue?.text ?? '', /example 1 is taken for global\/iban, which has more to speak for it/);
});

test('the example of docs/custom-detectors.md holds', () => {
  const page = readFileSync(new URL('../../../docs/custom-detectors.md', import.meta.url), 'utf8');
  const { custom } = loadCustom(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  assert.deepEqual([custom.detectors.length, custom.allow.length], [2, 2]);
});

test('no issue quotes an example', () => {
  for (const [, detector, from, to] of faults) {
    for (const { text } of checkCustom(fileOf([detector.replace(from, () => to)])).issues)
      assert.doesNotMatch(text, /00421|79927|0187/);
  }
});
