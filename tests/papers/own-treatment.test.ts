/** The scanner's own entry, held against the law that it applies to others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { assess } from '../../law/assess.ts';
import { checkRegister } from '../../law/check-register.ts';
import { languages } from '../../law/contract.ts';
import { factsSchema } from '../../law/facts.ts';
import { treatmentSchema, type Controller, type Treatment } from '../../law/register.ts';
import { describeScanner, ownTreatmentId } from '../../papers/own-treatment.ts';
import { kashf } from '../cli/run-kashf.ts';

const controller: Controller = { name: 'Office', kind: 'company', address: 'Rabat', country: 'MA' };
const describe = (region: string | null, treatments: readonly Treatment[] = []) =>
  describeScanner(
    { region, targets: ['s3://exports'], stores: ['dynamodb://1/eu-west-3/ledger'], startedOn: '2026-11-22', resultDays: 30 },
    { controller, treatments },
    'fr',
  );
const judge = (treatment: Treatment) => assess(factsSchema.parse({ v: 1, controller, treatment }), {}, '2026-11-22');
const said = (treatment: Treatment) =>
  judge(treatment).gaps.map(({ kind, params }) => [kind, params['reason'] ?? params['fact'] ?? ''].join(' ').trim());

test('it needs an authorisation: it keeps fingerprints of card numbers, which are card numbers in law, and reads sensitive data', () => {
  const { formality, steps, choices } = judge(describe('eu-west-3'));
  assert.equal(formality, 'authorisation');
  const articles = steps.map(({ article }) => article);
  assert.ok(articles.includes('12(1)(e)') && articles.includes('12(1)(a)'), articles.join());
  assert.ok(choices.some(({ id }) => id === 'IC-4'));
  const plain = judge({ ...describe('eu-west-3'), nationalId: { form: 'random-token' } });
  assert.ok(!plain.steps.some(({ code }) => code === 'card-derived'), 'a token without a table would not be a card number');
});

test('what only the controller can state is open, and the law says so', () => {
  const entry = describe('eu-west-3');
  for (const key of ['formality', 'legalBasis', 'sensitiveGround'] as const) assert.equal(entry[key], undefined, key);
  assert.equal(entry.processors?.[0]?.contract, undefined);
  const gaps = said(entry);
  for (const gap of ['formality-not-obtained nothing-filed', 'retention-not-a-duration'])
    assert.ok(gaps.includes(gap), gaps.join('; '));
  assert.ok(judge(entry).missing.some(({ fact }) => fact === 'treatment.legalBasis'));
  assert.ok(!gaps.some((gap) => gap.startsWith('entry-incomplete')), 'every item of Art. 15 and measure of 24(1) is stated');
});

test('its transfers follow the region it runs in', () => {
  const cases: readonly [string | null, Treatment['transfers'], string | null][] = [
    ['eu-west-3', [{ state: 'FR', ground: 'adequate' }], null],
    ['us-east-1', [{ state: 'US' }], 'transfer-without-ground no-ground'],
    ['eu-north-1', [{ state: 'SE' }], 'transfer-state-unconfirmed probable'],
    [null, undefined, 'entry-incomplete'],
  ];
  for (const [region, transfers, gap] of cases) {
    const entry = describe(region);
    assert.deepEqual(entry.transfers, transfers, String(region));
    const found = said(entry).find((one) => /^(transfer|entry)/.test(one)) ?? null;
    assert.equal(found, gap, String(region));
  }
});

test('rights are exercised where the other entries say, if they agree', () => {
  const other = (id: string, rightsContact: string): Treatment => ({ id, name: id, rightsContact });
  assert.equal(describe(null, [other('a', 'Service A')]).rightsContact, 'Service A');
  assert.equal(describe(null, [other('a', 'Service A'), other('b', 'Service B')]).rightsContact, 'Office, Rabat');
  assert.equal(describe(null, [other(ownTreatmentId, 'Itself')]).rightsContact, 'Office, Rabat');
});

test('it is a treatment of the register in every language, and `kashf register self` prints it', async () => {
  for (const language of languages) {
    const deployment = { region: 'eu-west-3', targets: [], stores: [], startedOn: null, resultDays: 30 };
    const entry = describeScanner(deployment, { controller, treatments: [] }, language);
    assert.deepEqual(treatmentSchema.parse(entry), entry);
  }
  const run = await kashf(['register', 'self', '--region', 'eu-west-3', '--target', 's3://exports', '--lang', 'fr']);
  assert.equal(run.code, 0, run.err);
  const [printed] = parse(run.out) as readonly Treatment[];
  assert.equal(printed?.id, ownTreatmentId);
  const text = JSON.stringify({ version: 1, controller, treatments: [printed] });
  assert.ok(checkRegister(text).register, 'YAML reads JSON');
});
