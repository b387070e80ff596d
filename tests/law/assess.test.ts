import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { categories } from '../../detectors/catalogue.ts';
import { articleExists } from '../../law/articles.ts';
import { assess, type Assessment } from '../../law/assess.ts';
import { assessmentSchema } from '../../law/assessment-schema.ts';
import { factsSchema } from '../../law/facts.ts';
import { weightOf } from '../../law/formality.ts';
import { penaltyCodes } from '../../law/penalties.ts';
import { rows } from './cases/all.ts';
import { type Amounts, caseNumbers } from './cases/case.ts';

const answer = (facts: Readonly<Record<string, unknown>>): Assessment => assess(factsSchema.parse({ v: 1, ...facts }));
const codes = ({ penalties }: Assessment) => penalties.map(({ code }) => code);

function cited({ steps, duties, gaps }: Assessment): readonly string[] {
  return [...steps.map((one) => one.article), ...duties.map((one) => one.article), ...gaps.flatMap((one) => one.articles)];
}

const stateOf = ({ duties }: Assessment, code: string) => duties.find((one) => one.code === code)?.state ?? 'none';

const summarise = (found: Assessment) => [
  found.formality,
  cited(found),
  found.duties.map(({ code, state }) => [code, state]),
  found.gaps.map(({ kind }) => kind),
  found.penalties.map(({ code, natural, legal, recidivism, count }) => [code, natural, legal, recidivism, count]),
];

/** A natural person's range has prison, a company's has none; in recidivism the doubled range counts. */
function checkAmounts({ penalties }: Assessment, amounts: Amounts): void {
  for (const [code, { fine, prison, count }] of Object.entries(amounts)) {
    const penalty = penalties.find((one) => one.code === code);
    const ranges = penalty?.recidivism ?? penalty;
    const range = prison === undefined ? ranges?.legal : ranges?.natural;
    assert.deepEqual([range?.fineMin, range?.fineMax], fine, code);
    if (prison !== undefined) {
      assert.deepEqual([range?.prisonMonthsMin, range?.prisonMonthsMax], prison, code);
      assert.equal(ranges?.legal, null, `${code}: no range of legal persons`);
    }
    if (count !== undefined) assert.equal(penalty?.count, count, code);
  }
}

test('every case of the list is a row, and each row of it has a changed fact', () => {
  assert.deepEqual(
    [...new Set(rows.flatMap(({ cases = [] }) => cases))].toSorted((a, b) => a - b),
    caseNumbers,
  );
  for (const { cases, name, twin } of rows) assert.ok(cases === undefined || twin !== undefined, name);
});

for (const row of rows) {
  test(`case: ${row.name}`, () => {
    const found = answer(row.facts);
    assert.equal(found.formality, row.formality);
    for (const article of row.articles)
      assert.ok(cited(found).includes(article), `cites ${article}, not only ${cited(found).join(' ')}`);
    if (row.penalties !== null) assert.deepEqual(codes(found), row.penalties);
    assert.deepEqual(found.register, row.register);
    if (row.amounts !== undefined) checkAmounts(found, row.amounts);
    if (row.twin === undefined) return;
    const twin = answer({ ...row.facts, ...row.twin.change });
    const { formality, penalties, register, articles = [], without = [], duties = {}, amounts } = row.twin;
    if (formality !== undefined) assert.equal(twin.formality, formality, 'the twin’s formality');
    if (penalties !== undefined) assert.deepEqual(codes(twin), penalties, 'the twin’s penalties');
    if (register !== undefined) assert.deepEqual(twin.register, register, 'the twin’s register');
    for (const article of articles) assert.ok(cited(twin).includes(article), `the twin cites ${article}`);
    for (const article of without) {
      assert.ok(cited(found).includes(article) && !cited(twin).includes(article), `the twin cites ${article} no more`);
    }
    for (const [code, state] of Object.entries(duties)) {
      assert.notEqual(stateOf(found, code), state, code);
      assert.equal(stateOf(twin, code), state, code);
    }
    if (amounts !== undefined) checkAmounts(twin, amounts);
    assert.notDeepEqual(summarise(twin), summarise(found), 'the changed fact changes the answer');
  });
}

test('fines of a legal person double, and again in recidivism; prison does not follow a company', () => {
  const facts = { controller: { kind: 'company', recidivist: true }, found: { categories: ['health'] } };
  const penalty = answer(facts).penalties.find(({ code }) => code === 'P57');
  assert.deepEqual(penalty?.natural, { fineMin: 50_000, fineMax: 300_000, prisonMonthsMin: 3, prisonMonthsMax: 12 });
  assert.deepEqual(penalty?.legal, { fineMin: 100_000, fineMax: 600_000, prisonMonthsMin: null, prisonMonthsMax: null });
  assert.deepEqual(penalty?.recidivism?.natural, { fineMin: 100_000, fineMax: 600_000, prisonMonthsMin: 6, prisonMonthsMax: 24 });
  assert.deepEqual(penalty?.recidivism?.legal, {
    fineMin: 200_000,
    fineMax: 1_200_000,
    prisonMonthsMin: null,
    prisonMonthsMax: null,
  });
  const lower = assess(factsSchema.parse({ v: 1, ...facts }), { 'IC-25': 'doubled-once' }).penalties.find(
    ({ code }) => code === 'P57',
  );
  assert.equal(lower?.recidivism?.legal?.fineMax, 600_000);
});

test('a withdrawal counts from its day on', () => {
  const formality = { kind: 'declaration', reference: 'D-1', receivedOn: '2026-01-01', withdrawnOn: '2026-06-01' };
  const facts = factsSchema.parse({
    v: 1,
    controller: { kind: 'company' },
    treatment: { formality },
    found: { categories: ['contact'] },
  });
  assert.deepEqual(codes(assess(facts, {}, '2026-05-31')), []);
  assert.deepEqual(codes(assess(facts, {}, '2026-06-01')), ['P52', 'A51']);
});

test('data older than the declared period are an excess as of a day', () => {
  const kinds = (oldestOn: string, asOf: string | null) =>
    assess(
      factsSchema.parse({ v: 1, treatment: { retention: { period: 'P1Y' } }, found: { categories: ['contact'], oldestOn } }),
      {},
      asOf,
    ).gaps.map(({ kind }) => kind);
  assert.ok(kinds('2025-11-21', '2026-11-22').includes('retention-exceeded'));
  assert.ok(!kinds('2025-11-22', '2026-11-22').includes('retention-exceeded'));
  assert.ok(!kinds('2020-01-01', null).includes('retention-exceeded'), 'without a day nothing is old');
});

test('a public body has an open range, a second refusal is a second infringement', () => {
  const [p52] = answer({ controller: { kind: 'public-authority' }, found: { categories: ['contact'] } }).penalties;
  assert.equal(p52?.legal, null);
  assert.equal(p52?.note, 'IC-34');
  const requests = [
    { right: 'access', refused: true },
    { right: 'access', refused: true },
  ];
  const refusals = answer({ controller: { kind: 'company' }, treatment: { requests }, found: { categories: ['contact'] } });
  assert.equal(refusals.penalties.find(({ code }) => code === 'P53')?.count, 2);
});

const unknownRows: readonly (readonly [string, Readonly<Record<string, unknown>>, string, readonly string[]])[] = [
  [
    'who holds the offences',
    { found: { categories: ['offence'] } },
    'controller.kind',
    ['authorisation', 'declaration', 'forbidden'],
  ],
  [
    'secrecy of those who care',
    { treatment: { solePurpose: 'medical-care' }, found: { categories: ['health'] } },
    'controller.professionalSecrecy',
    ['authorisation', 'declaration'],
  ],
  [
    'the purpose of the other file',
    { controller: { kind: 'company' }, treatment: { interconnections: [{ with: 'x' }] }, found: { categories: ['contact'] } },
    'treatment.interconnections',
    ['authorisation', 'declaration'],
  ],
  [
    'the object of an association',
    { controller: { kind: 'association' }, found: { categories: ['religion'] } },
    'controller.association',
    ['authorisation', 'declaration'],
  ],
  [
    'the ground, marked as unknown',
    { controller: { kind: 'company' }, found: { categories: ['religion'] }, unknown: ['sensitiveGround'] },
    'treatment.sensitiveGround',
    ['authorisation', 'authorised-by-law', 'forbidden'],
  ],
];

test('a fact that decides and is not known leaves the formality undetermined and says what hangs on it', () => {
  for (const [name, facts, fact, outcomes] of unknownRows) {
    const found = answer(facts);
    assert.equal(found.formality, 'undetermined', name);
    const missing = found.missing.find((one) => one.fact === fact);
    assert.deepEqual([...new Set(Object.values(missing?.outcomes ?? {}).flat())].toSorted(), outcomes, name);
  }
});

test('an unknown fact that decides nothing leaves the formality as it is', () => {
  const found = answer({
    controller: { kind: 'company' },
    found: { categories: ['contact'] },
    unknown: ['solePurpose', 'retention', 'weather'],
  });
  assert.equal(found.formality, 'declaration');
  assert.deepEqual(
    found.missing.filter(({ effect }) => effect === 'does-not-decide').map(({ fact }) => fact),
    ['treatment.solePurpose', 'retention'],
  );
  assert.deepEqual(
    found.missing.filter(({ effect }) => effect === 'not-a-fact').map(({ fact }) => fact),
    ['weather'],
  );
});

test('a choice set otherwise changes the answer and is named in it', () => {
  const facts = factsSchema.parse({ v: 1, controller: { kind: 'company' }, found: { categories: ['official-id-number'] } });
  assert.equal(assess(facts).formality, 'declaration');
  const strict = assess(facts, { 'IC-1': 'all-official-numbers' });
  assert.equal(strict.formality, 'authorisation');
  assert.deepEqual(
    strict.choices.filter(({ id }) => id === 'IC-1').map(({ setting, isDefault }) => [setting, isDefault]),
    [['all-official-numbers', false]],
  );
});

const kinds = ['public-authority', 'company', 'association', 'natural-person', 'court', 'auxiliary-of-justice', 'other'] as const;
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const factsArbitrary = fc.record({
  controller: fc.record({
    kind: fc.constantFrom(...kinds),
    professionalSecrecy: fc.boolean(),
    association: optional(fc.record({ object: fc.constantFrom('union', 'religious', 'political', 'sport') })),
    publicService: optional(fc.boolean()),
  }),
  treatment: fc.record({
    solePurpose: optional(fc.constantFrom('medical-care', 'selection-for-right-benefit-contract', 'public-register', 'other')),
    sensitiveGround: optional(fc.record({ ground: fc.constantFrom('express-consent', 'statutory-function', '21-3-a', 'none') })),
    publicRegister: optional(fc.boolean()),
    means: optional(fc.constantFrom('automated', 'manual-file')),
    simplifiedList: optional(fc.record({ article: fc.constantFrom('16', '17') })),
    withinLegalMission: optional(fc.boolean()),
    furtherUse: optional(fc.constantFrom('compatible', 'incompatible')),
    reclassifiedOn: optional(fc.constant('2026-03-01')),
    recipients: optional(fc.constantFrom([], ['a third party'])),
    specialText: optional(fc.constant('a law')),
  }),
  found: fc.record({ categories: fc.subarray([...categories], { minLength: 1 }) }),
});
type Generated = typeof factsArbitrary extends fc.Arbitrary<infer T> ? T : never;

const withCategories = (facts: Generated, names: readonly string[]) => ({ ...facts, found: { categories: [...new Set(names)] } });

test('one category more never lightens the formality, the card number less never makes it heavier', () => {
  fc.assert(
    fc.property(factsArbitrary, fc.constantFrom(...categories), (facts, added) => {
      const before = answer(facts).formality;
      const after = answer(withCategories(facts, [...facts.found.categories, added])).formality;
      if (before !== 'undetermined' && after !== 'undetermined')
        assert.ok(weightOf(after) >= weightOf(before), `${before} → ${after}`);
      const rest = facts.found.categories.filter((category) => category !== 'national-id-number');
      const without = answer(withCategories(facts, rest)).formality;
      if (rest.length > 0 && before !== 'undetermined' && without !== 'undetermined') {
        assert.ok(weightOf(without) <= weightOf(before), `without the card number: ${before} → ${without}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('every answer cites articles that exist, and only penalties of chapter VII', () => {
  fc.assert(
    fc.property(factsArbitrary, (facts) => {
      const found = answer(facts);
      assert.ok(found.steps.length > 0);
      for (const article of cited(found)) assert.ok(articleExists(article), article);
      for (const { code, natural } of [...found.penalties, ...found.gaps.flatMap(({ penalty }) => penalty ?? [])]) {
        assert.ok((penaltyCodes as readonly string[]).includes(code));
        const article = Number(code.slice(1));
        if (natural === null) assert.ok(code === 'A30' || code === 'A51', `${code} is administrative`);
        else assert.ok(code.startsWith('P') && article >= 52 && article <= 63, `${code} is an offence of chapter VII`);
      }
      for (const { text } of [...found.steps, ...found.gaps, ...found.duties]) {
        for (const sentence of Object.values(text)) assert.doesNotMatch(sentence, /[{}]|undefined/);
      }
    }),
    { numRuns: 300 },
  );
});

test('every answer has the shape of the published schema', () => {
  for (const row of rows) {
    const found = JSON.parse(JSON.stringify(answer(row.facts))) as unknown;
    assert.deepEqual(assessmentSchema.parse(found), found, row.name);
  }
});

test('the rows cite articles that exist', () => {
  for (const row of rows)
    for (const article of cited(answer(row.facts))) assert.ok(articleExists(article), `${row.name}: ${article}`);
});
