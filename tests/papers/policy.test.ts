/** A published privacy policy, taken as the entry it amounts to: which of its twelve faults the product finds, by which rule, and which it cannot. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { assess, type Assessment } from '../../law/assess.ts';
import { checkRegister } from '../../law/check-register.ts';
import { factsSchema } from '../../law/facts.ts';
import type { Register, Treatment } from '../../law/register.ts';
import { sampleRegister } from '../../local/sample/register.ts';
import type { Paper } from '../../papers/paper.ts';
import { writePaper } from '../../papers/write-paper.ts';
import { context } from './samples.ts';

const [stated] = sampleRegister.treatments as [Treatment];
/** The entry of the sample organisation, with what its policy says and leaves out when it collects. */
const portal: Treatment = {
  ...stated,
  information: { lacks: ['purposes', 'compulsory', 'receipt'], openNetwork: true, openNetworkWarning: false },
  dataBreach: true,
};
/** The same entry as a policy without the twelve faults would give it. */
const mended: Treatment = {
  ...portal,
  purposes: ['Accounts of the portal', 'Newsletter', 'Answers to questions'],
  collectedFor: ['Accounts of the portal', 'Newsletter', 'Answers to questions'],
  legalBasis: { ground: 'consent', consentForm: 'express', proof: 'box ticked' },
  formality: { kind: 'declaration', reference: 'D-W-1/2026', receivedOn: '2026-01-05' },
  startedOn: '2026-02-01',
  retention: { period: 'P3Y' },
  transfers: [],
  information: { lacks: [], openNetwork: true, openNetworkWarning: true },
  dataBreach: false,
};

interface Seen {
  readonly issues: readonly string[];
  readonly assessment: Assessment;
  readonly filing: Paper;
  readonly notice: Paper;
  readonly entry: Paper;
}

function look(treatment: Treatment): Seen {
  const register: Register = { ...sampleRegister, treatments: [treatment] };
  const source = { register, observed: null, treatment: null, form: null, minConfidence: 'high' } as const;
  const facts = factsSchema.parse({ v: 1, controller: register.controller, treatment });
  return {
    issues: checkRegister(stringify(JSON.parse(JSON.stringify(register))), { asOf: context.asOf }).issues.map(
      ({ code, path }) => `${code} ${path.replace('treatments[0].', '')}`,
    ),
    assessment: assess(facts, {}, context.asOf),
    filing: writePaper('filing', source, context),
    notice: writePaper('notice', source, context),
    entry: writePaper('register', source, context),
  };
}

const misses = (paper: Paper, label: string, article: string) =>
  paper.missing.some((one) => one.label === label && one.article === article);
const hints = (paper: Paper, code: string) =>
  paper.sections.some(({ entries }) =>
    entries.some((entry) => entry.hints.some((hint) => hint.type === 'sentence' && hint.code === code)),
  );
const duty = ({ assessment }: Seen, code: string) => assessment.duties.find((one) => one.code === code)?.state;
const gap = ({ assessment }: Seen, kind: string, reason?: string) =>
  assessment.gaps.some((one) => one.kind === kind && (reason === undefined || one.params['reason'] === reason));

/** Found: every way in which the product says it. Outside: why it cannot. */
const faults: readonly {
  readonly fault: string;
  readonly found?: (seen: Seen) => readonly boolean[];
  readonly outside?: string;
}[] = [
  {
    fault: '1. no purposes (5(1)(b), 15(b), 3(1)(b))',
    found: (seen) => [
      seen.issues.includes('article-15-item purposes'),
      misses(seen.filing, 'purposes', '15(b)'),
      misses(seen.notice, 'notice-purposes', '5(1)(b)'),
    ],
  },
  {
    fault: '2. consent by inaction (4, 1(9))',
    found: (seen) => [
      gap(seen, 'conditions-not-met', 'implied-consent'),
      duty(seen, 'implied-consent') === 'breached',
      hints(seen.entry, 'basis-implied'),
    ],
  },
  {
    fault: '3. no receipt of the CNDP (5(1)(d), 19)',
    found: (seen) => [
      gap(seen, 'formality-not-obtained', 'nothing-filed'),
      misses(seen.entry, 'filed-reference', '19'),
      misses(seen.notice, 'notice-receipt', '5(1)(d)'),
    ],
  },
  {
    fault: '4. no figure of retention (15(f), 55)',
    found: (seen) => [gap(seen, 'retention-not-a-duration'), hints(seen.filing, 'not-a-duration')],
  },
  {
    fault: '5. no word on transfers (15(e), 43)',
    found: (seen) => [seen.issues.includes('article-15-list transfers'), misses(seen.filing, 'transfers', '15(e)')],
  },
  {
    fault: '6. compulsory or optional answers not told (5(1)(c))',
    found: (seen) => [duty(seen, 'information-lacking') === 'breached'],
  },
  { fault: '7. no warning of open networks (5(4))', found: (seen) => [duty(seen, 'open-network-warning') === 'breached'] },
  {
    fault: '8. another purpose announced on consent alone (12(1)(b))',
    outside: 'an intention is no fact; once the data serve another purpose, 12(1)(b) asks for an authorisation (below)',
  },
  { fault: '9. notification of breaches promised', found: (seen) => [duty(seen, 'no-duty-to-notify-breach') === 'lifted'] },
  { fault: '10. vocabulary of another law', outside: 'the product reads the register, not the prose of a policy' },
  {
    fault: '11. in English only',
    outside: 'the product knows no published text; it writes the notice in French and Arabic itself',
  },
  { fault: '12. no date of the last change', outside: 'no article asks for it; the ledger dates each change of an entry' },
];

test('each fault of the policy that a rule can see is found, in every place that should say it, and only there', () => {
  const seen = look(portal);
  const after = look(mended);
  assert.equal(faults.length, 12);
  for (const { fault, found, outside } of faults) {
    if (found === undefined) {
      assert.ok(outside, fault);
      continue;
    }
    assert.deepEqual(new Set(found(seen)), new Set([true]), fault);
    assert.deepEqual(new Set(found(after)), new Set([false]), `${fault}, put right`);
  }
  assert.equal(faults.filter(({ found }) => found !== undefined).length, 8);
});

test('what the policy only announces is judged when it is done', () => {
  assert.equal(look(mended).assessment.formality, 'declaration');
  const used = look({ ...mended, purposes: ['Statistics for other authorities'] });
  assert.equal(used.assessment.formality, 'authorisation');
  assert.ok(used.assessment.steps.some(({ article, code }) => article === '12(1)(b)' && code === 'other-purpose'));
});

test('what the policy does state is complete: controller, rights service', () => {
  const { filing } = look(portal);
  for (const label of ['controller-name', 'controller-address', 'rights-service', 'rights-measures', 'recipients'])
    assert.ok(!filing.missing.some((one) => one.label === label), label);
  assert.equal(filing.form, 'F211');
});
