import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../findings/finding.ts';
import type { ObjectTally } from '../../findings/tally.ts';
import { reconcileFindings, type Reading } from '../../functions/assess/reconcile.ts';
import type { FindingEntry } from '../../ledger/contract.ts';

const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  v: 1,
  id,
  store: 's3://store',
  object: 'a.csv',
  objectId: 'object-a',
  field: 'cin',
  detector: 'ma/cin',
  category: 'national-id-number',
  count: 10,
  distinct: 10,
  confidence: 'high',
  evidence: [],
  places: [],
  mask: null,
  ...more,
});
const object = (objectId: string, complete = true): ObjectTally => ({
  object: objectId,
  objectId,
  version: '1',
  modifiedAt: null,
  part: null,
  complete,
  tallies: [],
  filled: {},
});
const reading = (more: Partial<Reading>): Reading => ({
  scan: 'second',
  at: '2026-01-02T00:00:00.000Z',
  detectorsVersion: '1',
  objects: [object('object-a')],
  findings: [],
  whole: true,
  ...more,
});
const entry = (one: Finding, state: 'open' | 'closed' = 'open'): FindingEntry => ({
  v: 1,
  finding: one,
  state,
  openedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  closedAt: state === 'closed' ? '2026-01-01T00:00:00.000Z' : null,
  scan: 'first',
  detectorsVersion: '1',
});
const outcome = (entries: readonly FindingEntry[]) => entries.map((one) => `${one.finding.id} ${one.state} ${one.finding.count}`);

const allowed = finding('f', { count: 0, allowed: 4 });
const inside = entry(finding('m', { objectId: 'member', containers: ['zip', 'tar'] }));

const table: readonly (readonly [
  what: string,
  before: readonly FindingEntry[],
  now: Partial<Reading>,
  written: readonly string[],
])[] = [
  ['a new finding is opened', [], { findings: [finding('f')] }, ['f open 10']],
  ['an equal reading writes nothing', [entry(finding('f'))], { findings: [finding('f')] }, []],
  ['a changed count is updated', [entry(finding('f'))], { findings: [finding('f', { count: 11 })] }, ['f open 11']],
  ['a finding that is over closes', [entry(finding('f'))], {}, ['f closed 10']],
  ['an object that is gone closes its findings', [entry(finding('f'))], { objects: [] }, ['f closed 10']],
  ['an object that may still be there does not', [entry(finding('f'))], { objects: [], whole: false }, []],
  ['an object read in part closes nothing', [entry(finding('f'))], { objects: [object('object-a', false)] }, []],
  [
    'a reading of a part makes no count smaller',
    [entry(finding('f'))],
    { objects: [object('object-a', false)], findings: [finding('f', { count: 3 })] },
    [],
  ],
  [
    'but a larger one is news',
    [entry(finding('f'))],
    { objects: [object('object-a', false)], findings: [finding('f', { count: 30 })] },
    ['f open 30'],
  ],
  [
    'a member that an archive read whole no longer holds closes',
    [inside],
    { objects: [object('zip')], whole: false },
    ['m closed 10'],
  ],
  ['one of an archive that was cut short may still be there', [inside], { objects: [object('zip', false)] }, []],
  ['nor one whose own container was', [inside], { objects: [object('zip'), object('tar', false)] }, []],
  ['a member closes with its container', [inside], { objects: [object('zip')] }, ['m closed 10']],
  ['a member of an archive that is gone closes', [inside], {}, ['m closed 10']],
  ['one of an archive that was not read does not', [inside], { whole: false }, []],
  ['a closed finding that comes back is reopened', [entry(finding('f'), 'closed')], { findings: [finding('f')] }, ['f open 10']],
  ['a finding that is allowed from now on closes', [entry(finding('f'))], { findings: [allowed] }, ['f closed 0']],
  [
    'not where its object was read in part',
    [entry(finding('f'))],
    { objects: [object('object-a', false)], findings: [allowed] },
    [],
  ],
  ['one that was never open is noted as closed', [], { findings: [allowed] }, ['f closed 0']],
  ['and not noted twice', [entry(allowed, 'closed')], { findings: [allowed] }, []],
  [
    'one more that is allowed is noted',
    [entry(allowed, 'closed')],
    { findings: [finding('f', { count: 0, allowed: 5 })] },
    ['f closed 0'],
  ],
  ['one that is allowed no longer opens', [entry(allowed, 'closed')], { findings: [finding('f')] }, ['f open 10']],
  ['a closed finding that stays away is left alone', [entry(finding('f'), 'closed')], {}, []],
];

for (const [what, before, now, written] of table) {
  test(what, () => assert.deepEqual(outcome(reconcileFindings(before, reading(now))), written));
}

const at = (before: FindingEntry, now: Finding) => reconcileFindings([before], reading({ findings: [now] }))[0]?.openedAt;

test('an update keeps the day of opening, a reopening does not', () => {
  assert.equal(at(entry(finding('f')), finding('f', { count: 11 })), '2026-01-01T00:00:00.000Z');
  assert.equal(at(entry(finding('f'), 'closed'), finding('f')), '2026-01-02T00:00:00.000Z');
});
