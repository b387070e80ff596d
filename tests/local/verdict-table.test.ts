import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Gap, Verdict } from '../../law/contract.ts';
import { renderVerdicts } from '../../local/verdict-table.ts';

const fine = { fineMin: 10_000, fineMax: 100_000, prisonMonthsMin: null, prisonMonthsMax: null };
const gap = (change: Partial<Gap>): Gap => ({
  id: 'x',
  kind: 'undeclared-store',
  category: null,
  treatment: null,
  hostingState: null,
  severity: 'high',
  articles: ['12(1)(e)', '52'],
  penalty: { code: 'P52', natural: fine, legal: null, note: null },
  choices: [],
  params: {},
  ...change,
});
const verdict = (change: Partial<Verdict>): Verdict => ({
  v: 1,
  store: 's3://bucket',
  treatment: null,
  state: 'gaps',
  formality: 'authorisation',
  steps: [],
  gaps: [],
  revision: 1,
  lawVersion: 'x',
  categories: [],
  complete: true,
  choices: [],
  otherLaws: [],
  ...change,
});
const render = (change: Partial<Verdict>): string => renderVerdicts([verdict(change)]);

describe('renderVerdicts', () => {
  it('shows store, state, formality, gap, articles and penalty on one line', () => {
    const text = render({ gaps: [gap({})] });
    assert.match(text, /^s3:\/\/bucket +gaps +authorisation +undeclared-store +12\(1\)\(e\) 52 +10 000–100 000$/m);
    assert.match(text, /^1 verdicts: 1 gaps$/m);
  });

  it('shows the range of a legal person where the law gives one, with prison where it threatens', () => {
    const legal = { ...fine, fineMin: 20_000, fineMax: 200_000 };
    const natural = { ...fine, prisonMonthsMin: 3, prisonMonthsMax: 12 };
    assert.match(render({ gaps: [gap({ penalty: { code: 'P52', natural, legal, note: null } })] }), /20 000–200 000$/m);
    const open = render({ gaps: [gap({ penalty: { code: 'P58', natural, legal: null, note: 'IC-34' } })] });
    assert.match(open, /10 000–100 000\n.* 3–12 months$/m);
    assert.match(open, /IC-34/);
    assert.match(render({ gaps: [gap({ penalty: null })] }), /–$/m);
  });

  for (const [change, subject] of [
    [{ kind: 'undeclared-category', category: 'health' }, 'health'],
    [{ kind: 'transfer-undeclared', hostingState: 'BH' }, 'BH'],
    [{ kind: 'fact-missing', params: { fact: 'treatment.sensitiveGround' } }, 'treatment.sensitiveGround'],
    [{ kind: 'conditions-not-met', params: { reason: 'implied-consent' } }, 'implied-consent'],
  ] as const) {
    it(`says under ${change.kind} that it is about ${subject}`, () => {
      assert.match(render({ gaps: [gap(change)] }), new RegExp(`${change.kind}.*\\n +${subject}`));
    });
  }

  it('keeps to 120 columns whatever the names', () => {
    const long = { store: `postgresql://${'h'.repeat(80)}/d/${'t'.repeat(60)}`, treatment: 'x'.repeat(64) };
    const articles = Array.from({ length: 9 }, (_, n) => `24(1)(${n})`);
    const text = render({ ...long, gaps: [gap({ kind: 'transfer-state-unconfirmed', articles, params: {} })] });
    assert.ok(text.split('\n').every((line) => [...line].length <= 120));
    assert.ok(text.replaceAll(/\s/g, '').includes('h'.repeat(30)));
  });
});
