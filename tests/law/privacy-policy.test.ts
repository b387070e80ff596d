import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { assess } from '../../law/assess.ts';
import { checkRegister } from '../../law/check-register.ts';
import { factsSchema } from '../../law/facts.ts';

/** The portal of a ministry, declared with exactly what its published privacy policy states. */
const controller = { name: 'Department for nationals abroad', kind: 'public-authority', address: 'Hassan, Rabat', country: 'MA' };
const portal = {
  id: 'portal',
  name: 'Institutional portal',
  characteristics: 'registration, log-in, cookies, newsletter, answers to questions',
  dataSubjects: ['persons who register'],
  recipients: ['services of the department', 'service providers', 'authorities of the State on request'],
  processors: [{ name: 'specialised providers', contract: 'stated in the policy, without reference' }],
  retention: { period: 'legal limitation period, or as long as the purpose needs' },
  rightsContact: 'the department, by dated and signed request',
  rightsMeasures: 'e-mail, telephone, post',
  security: { general: 'technical and organisational measures' },
  legalBasis: { ground: 'consent', consentForm: 'implied' },
  information: { lacks: ['purposes', 'compulsory', 'receipt'], openNetwork: true, openNetworkWarning: false },
  dataBreach: true,
};

test('what a privacy policy leaves out is found, item by item', () => {
  const { register, issues } = checkRegister(stringify({ version: 1, controller, treatments: [portal] }), { asOf: '2026-11-22' });
  assert.ok(register);
  const told = issues.map(({ code, path }) => `${code} ${path}`).toSorted((a, b) => a.localeCompare(b));
  assert.deepEqual(told, [
    'article-15-item treatments[0].dataCategories',
    'article-15-item treatments[0].purposes',
    'article-15-list treatments[0].cessions',
    'article-15-list treatments[0].interconnections',
    'article-15-list treatments[0].transfers',
    'conditions-not-met treatments[0].legalBasis',
    'formality-not-obtained treatments[0].formality',
    'retention-not-a-duration treatments[0].retention',
  ]);
});

test('the portal is declared; a card number or health data found in it call for authorisation', () => {
  const facts = (categories: readonly string[]) =>
    factsSchema.parse({ v: 1, controller, treatment: portal, found: { categories } });
  const answer = assess(facts(['contact', 'civil-identity', 'connection']), {}, '2026-11-22');
  assert.equal(answer.formality, 'declaration');
  assert.deepEqual(
    answer.penalties.map(({ code }) => code),
    ['P52', 'P56'],
  );
  const breached = answer.duties.filter(({ state }) => state === 'breached').map(({ code }) => code);
  assert.deepEqual(breached, ['implied-consent', 'information-lacking', 'open-network-warning']);
  assert.equal(answer.duties.find(({ code }) => code === 'no-duty-to-notify-breach')?.state, 'lifted');
  for (const category of ['national-id-number', 'health']) {
    assert.equal(assess(facts(['contact', category]), {}, '2026-11-22').formality, 'authorisation', category);
  }
});
