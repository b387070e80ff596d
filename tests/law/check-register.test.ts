import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { checkRegister } from '../../law/check-register.ts';
import { registerSchema } from '../../law/register.ts';

const lines = (...text: readonly string[]) => text.join('\n');
const told = (yaml: string) =>
  checkRegister(yaml, { asOf: '2026-11-22' }).issues.map(({ line, column, code }) => `${line}:${column} ${code}`);

const broken: readonly (readonly [name: string, yaml: string, issue: string])[] = [
  ['not YAML', 'a: [', '1:5 yaml-broken'],
  ['empty', '', '1:1 not-a-register'],
  ['a list', '- a', '1:1 not-a-register'],
  [
    'an empty key nobody knows',
    lines('version: 1', 'controller:', '  name: A', '  adress:', 'treatments: []'),
    '4:3 unknown-key',
  ],
  ['a key nobody knows', lines('version: 1', 'controller:', '  name: A', '  adress: B', 'treatments: []'), '4:3 unknown-key'],
  ['a text for a list', lines('version: 1', 'controller: { name: A }', 'treatments: none'), '3:1 wrong-type'],
  ['no name', lines('version: 1', 'controller: { name: A }', 'treatments:', '  - id: a'), '4:5 key-missing'],
  [
    'a day that does not exist',
    lines('version: 1', 'controller: { name: A }', 'treatments:', '  - id: a', '    name: A', '    startedOn: 2025-02-30'),
    '6:5 not-a-date',
  ],
  [
    'an id in capitals',
    lines('version: 1', 'controller: { name: A }', 'treatments:', '  - id: A', '    name: A'),
    '4:5 not-an-id',
  ],
  ['a State in words', lines('version: 1', 'controller: { name: A, country: Maroc }', 'treatments: []'), '2:24 not-a-state'],
  ['a kind that is none', lines('version: 1', 'controller: { name: A, kind: firm }', 'treatments: []'), '2:24 not-one-of'],
  ['version 2', lines('version: 2', 'controller: { name: A }', 'treatments: []'), '1:1 not-one-of'],
];

test('what keeps a file from being a register is told at its line', () => {
  for (const [name, yaml, issue] of broken) {
    const { register, issues } = checkRegister(yaml);
    assert.equal(register, null, name);
    assert.ok(told(yaml).includes(issue), `${name}: ${told(yaml).join(', ')}`);
    for (const { severity, text } of issues) {
      assert.equal(severity, 'error', name);
      for (const sentence of Object.values(text)) assert.doesNotMatch(sentence, /[{}]|undefined/, name);
    }
  }
});

test('two treatments with one id are an error at the second', () => {
  const yaml = lines(
    'version: 1',
    'controller: { name: A }',
    'treatments:',
    '  - id: a',
    '    name: A',
    '  - id: a',
    '    name: B',
  );
  assert.equal(checkRegister(yaml).register, null);
  assert.ok(told(yaml).includes('6:5 duplicate-id'));
});

const complete = {
  version: 1,
  controller: { name: 'Ministry', kind: 'public-authority', address: 'Rabat', country: 'MA' },
  treatments: [
    {
      id: 'portal',
      name: 'Portal',
      characteristics: 'accounts',
      purposes: ['accounts'],
      startedOn: '2026-02-01',
      dataSubjects: ['citizens'],
      dataCategories: [{ category: 'contact' }],
      recipients: [],
      processors: [{ name: 'Host', contract: 'C-1' }],
      transfers: [],
      retention: { period: 'P2Y' },
      rightsContact: 'desk',
      rightsMeasures: 'form',
      security: { general: 'described' },
      interconnections: [],
      cessions: [],
      legalBasis: { ground: 'public-mission' },
      formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-01-31' },
      stores: ['s3://portal/**'],
    },
  ],
};

test('a whole register has nothing to be told, and comes back as it went', () => {
  const { register, issues } = checkRegister(stringify(complete), { asOf: '2026-11-22' });
  assert.deepEqual(issues, []);
  assert.deepEqual(register, complete);
  assert.deepEqual(checkRegister(stringify(register)).register, registerSchema.parse(complete));
});

const [entry] = complete.treatments;
const changes: readonly (readonly [change: Readonly<Record<string, unknown>>, code: string, path: string, article: RegExp])[] = [
  [{ recipients: undefined }, 'article-15-list', 'treatments[0].recipients', /15\(d\)/],
  [{ recipients: null }, 'article-15-list', 'treatments[0].recipients', /15\(d\)/],
  [{ purposes: [] }, 'article-15-item', 'treatments[0].purposes', /15\(b\)/],
  [{ retention: { period: 'as long as needed' } }, 'retention-not-a-duration', 'treatments[0].retention', /period/],
  [{ processors: [{ name: 'Host' }] }, 'processor-without-contract', 'treatments[0].processors[0]', /23\(3\)/],
  [{ dataCategories: [{ category: 'national-id-number' }] }, 'wrong-formality', 'treatments[0].formality', /authorisation/],
  [{ formality: undefined }, 'formality-not-obtained', 'treatments[0].formality', /declaration/],
  [{ startedOn: '2026-01-30' }, 'started-before-receipt', 'treatments[0].startedOn', /2026-01-31/],
  [{ transfers: [{ state: 'US' }] }, 'transfer-without-ground', 'treatments[0].transfers', /US/],
  [{ transfers: [{ state: 'SE' }] }, 'transfer-state-unconfirmed', 'treatments[0].transfers', /SE/],
  [{ legalBasis: { ground: 'none' } }, 'conditions-not-met', 'treatments[0].legalBasis', /Art. 4/],
];

test('what the law asks of an entry is told one by one', () => {
  for (const [change, code, path, article] of changes) {
    const yaml = stringify({ ...complete, treatments: [{ ...entry, ...change }] });
    const { register, issues } = checkRegister(yaml, { asOf: '2026-11-22' });
    assert.ok(register, code);
    assert.deepEqual(
      issues.map((issue) => [issue.code, issue.path]),
      [[code, path]],
    );
    assert.match(issues[0]?.text.en ?? '', article, code);
    assert.notEqual(issues[0]?.severity, 'error', code);
  }
});
