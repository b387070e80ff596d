/** The register as of an instant, from the trail that the ledger keeps; a verdict drawn anew from it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeStore } from '../../law/judge.ts';
import type { Register, Treatment } from '../../law/register.ts';
import type { AuditEntry } from '../../ledger/contract.ts';
import { registerAsOf, type RegisterState } from '../../ledger/register-as-of.ts';

const instant = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** Applies changes one a minute and keeps trail and states as a ledger would. */
function run(changes: readonly { readonly id: string; readonly value: Treatment | null }[]) {
  const treatments = new Map<string, Treatment>();
  const trail: AuditEntry[] = [];
  const states: RegisterState[] = [{ controller: null, treatments: [] }];
  changes.forEach(({ id, value }, index) => {
    const before = treatments.get(id) ?? null;
    if (value === null) treatments.delete(id);
    else treatments.set(id, value);
    if (value !== null || before !== null) {
      const action = value === null ? 'treatment.delete' : 'treatment.put';
      trail.unshift({ v: 1, at: instant(index + 1), by: 'lawyer', action, target: id, detail: { before, after: value } });
    }
    states.push({ controller: null, treatments: [...treatments.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
  });
  return { trail, states };
}

const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constantFrom('first', 'second', 'third'),
  isGone: fc.boolean(),
});

test('the register of every past instant comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (list) => {
      const { trail, states } = run(list.map(({ id, name, isGone }) => ({ id, value: isGone ? null : { id, name } })));
      const current = states.at(-1) as RegisterState;
      states.forEach((state, minute) => {
        assert.deepEqual(registerAsOf(trail, current, instant(minute)), { ...state, uncertain: [] });
      });
    }),
  );
});

test('a change that the trail does not have makes the past of its entry uncertain', () => {
  const { trail } = run([{ id: 'a', value: { id: 'a', name: 'first' } }]);
  const current = { controller: null, treatments: [{ id: 'a', name: 'unwritten' }] };
  assert.deepEqual(registerAsOf(trail, current, instant(0)).uncertain, ['a']);
});

test('the controller goes back too, and other entries of the trail change nothing', () => {
  const put = { v: 1, at: instant(5), by: 'lawyer', action: 'controller.put', target: 'controller' } as const;
  const trail: readonly AuditEntry[] = [
    { v: 1, at: instant(6), by: 'kashf', action: 'scan.start', target: 'x', detail: { before: null } },
    { ...put, detail: { before: { name: 'Old' }, after: { name: 'New' } } },
  ];
  const current = { controller: { name: 'New' }, treatments: [] };
  assert.deepEqual(registerAsOf(trail, current, instant(1)).controller, { name: 'Old' });
  assert.deepEqual(registerAsOf(trail, current, instant(5)).controller, { name: 'New' });
});

test('a verdict is drawn anew from the register of the day', () => {
  const uri = 's3://exports';
  const declared: Treatment = { id: 'a', name: 'A', stores: [`${uri}/**`], dataCategories: [{ category: 'contact' }] };
  const { trail, states } = run([{ id: 'a', value: declared }]);
  const posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };
  const evidence = {
    store: { uri, account: null, region: null, hostingState: 'MA', posture },
    fields: [{ field: 'mail', detector: 'global/email', category: 'contact', count: 3, confidence: 'certain' }],
    skips: {},
    complete: true,
    oldestAt: null,
  } as const;
  const verdictsAt = (minute: number) => {
    const past = registerAsOf(trail, states.at(-1) as RegisterState, instant(minute));
    const register: Register = {
      version: 1,
      controller: past.controller ?? { name: 'Office' },
      treatments: [...past.treatments],
    };
    return judgeStore(evidence, register, { revision: 0, asOf: '2026-01-01', minConfidence: 'high' });
  };
  assert.deepEqual(
    [0, 1].map((minute) => verdictsAt(minute).map(({ treatment }) => treatment)),
    [[null], ['a']],
  );
});
