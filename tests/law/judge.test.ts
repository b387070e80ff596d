import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { categories, detectorCategories, detectorIds, type Category } from '../../detectors/catalogue.ts';
import { confidences, type Confidence } from '../../detectors/contract.ts';
import type { Store } from '../../findings/store.ts';
import { articleExists } from '../../law/articles.ts';
import {
  gapKinds,
  type FieldSummary,
  type Gap,
  type GapKind,
  type Severity,
  type StoreEvidence,
  type Verdict,
  type VerdictState,
} from '../../law/contract.ts';
import { judgeStore, type JudgeContext } from '../../law/judge.ts';
import { judgeEntry, sumVerdicts } from '../../law/judge-register.ts';
import type { Controller, Formality, Register, Treatment } from '../../law/register.ts';

const uri = 's3://exports/2026';
const context: JudgeContext = { revision: 7, asOf: '2026-11-22', minConfidence: 'high' };
const ministry: Controller = { name: 'Ministry', kind: 'public-authority', address: 'Rabat', country: 'MA' };
const firm: Controller = { ...ministry, name: 'Firm', kind: 'company' };

const unknownPosture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };

function field(category: Category, name: string | null = category, confidence: Confidence = 'high'): FieldSummary {
  const detector = detectorIds.find((id) => detectorCategories[id] === category) ?? 'ma/cin';
  return { field: name, detector, category, count: 3, confidence };
}

function evidence(fields: readonly FieldSummary[], rest: Partial<StoreEvidence> = {}, store: Partial<Store> = {}): StoreEvidence {
  const place = { uri, account: null, region: null, hostingState: 'MA', posture: unknownPosture, ...store };
  return { store: place, fields, skips: {}, complete: true, oldestAt: null, ...rest };
}

/** An entry to which nothing is lacking. */
const whole: Treatment = {
  id: 'cards',
  name: 'Cards',
  characteristics: 'list',
  purposes: ['identity checks'],
  startedOn: '2026-05-01',
  dataSubjects: ['citizens'],
  dataCategories: [{ category: 'national-id-number' }, { category: 'contact' }],
  recipients: [],
  processors: [],
  transfers: [],
  retention: { period: 'P5Y' },
  rightsContact: 'desk',
  rightsMeasures: 'form',
  security: { general: 'described' },
  interconnections: [],
  cessions: [],
  legalBasis: { ground: 'public-mission' },
  formality: { kind: 'authorisation', reference: 'A-1/2026', grantedOn: '2026-04-01' },
  stores: ['s3://exports/**'],
};

const register = (treatments: readonly Treatment[], controller: Controller = ministry): Register => ({
  version: 1,
  controller,
  treatments: [...treatments],
});

function only(verdicts: readonly Verdict[]): Verdict {
  assert.equal(verdicts.length, 1);
  return verdicts[0] as Verdict;
}

const kindsOf = (gaps: readonly Gap[]) => gaps.map(({ kind }) => kind);
const cin = [field('national-id-number')];

interface Row {
  readonly name: string;
  readonly treatment: Partial<Treatment> | null;
  readonly fields?: readonly FieldSummary[];
  readonly rest?: Partial<StoreEvidence>;
  readonly store?: Partial<Store>;
  readonly controller?: Controller;
  readonly context?: Partial<JudgeContext>;
  readonly state: VerdictState;
  readonly formality?: Formality;
  readonly gaps: readonly GapKind[];
  readonly severity?: Severity;
  readonly penalty?: string | null;
}

const rows: readonly Row[] = [
  { name: 'declared, authorised, nothing lacking', treatment: {}, state: 'covered', formality: 'authorisation', gaps: [] },
  {
    name: 'a card number nobody declared',
    treatment: null,
    state: 'gaps',
    formality: 'authorisation',
    gaps: ['undeclared-store'],
    severity: 'high',
    penalty: 'P52',
  },
  {
    name: 'health data nobody declared',
    treatment: null,
    fields: [field('health')],
    state: 'gaps',
    formality: 'authorisation',
    gaps: ['undeclared-store', 'fact-missing'],
    severity: 'critical',
  },
  {
    name: 'contacts nobody declared',
    treatment: null,
    fields: [field('contact')],
    state: 'gaps',
    formality: 'declaration',
    gaps: ['undeclared-store'],
    severity: 'medium',
  },
  {
    name: 'offences held by a company, nobody declared them',
    treatment: null,
    controller: firm,
    fields: [field('offence')],
    state: 'gaps',
    formality: 'forbidden',
    gaps: ['forbidden-data', 'undeclared-store'],
    severity: 'critical',
    penalty: 'P57',
  },
  {
    name: 'offences held by nobody knows whom',
    treatment: null,
    controller: { name: 'Somebody' },
    fields: [field('offence')],
    state: 'gaps',
    formality: 'undetermined',
    gaps: ['undeclared-store', 'fact-missing'],
  },
  { name: 'nothing filed', treatment: { formality: undefined }, state: 'gaps', gaps: ['formality-not-obtained'], penalty: 'P52' },
  {
    name: 'a request without its date of grant',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', receivedOn: '2026-01-01' } },
    state: 'gaps',
    gaps: ['formality-not-obtained'],
  },
  {
    name: 'a grant without its number',
    treatment: { formality: { kind: 'authorisation', grantedOn: '2026-01-01' } },
    state: 'gaps',
    gaps: ['formality-not-obtained'],
  },
  {
    name: 'a grant of tomorrow',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', grantedOn: '2026-11-23' } },
    state: 'gaps',
    gaps: ['formality-not-obtained'],
  },
  {
    name: 'a declaration where an authorisation is asked',
    treatment: { formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-01-01' } },
    state: 'gaps',
    gaps: ['wrong-formality'],
    severity: 'high',
    penalty: 'P52',
  },
  {
    name: 'an authorisation where a declaration would do',
    treatment: { dataCategories: [{ category: 'contact' }] },
    fields: [field('contact')],
    state: 'covered',
    formality: 'declaration',
    gaps: [],
  },
  {
    name: 'a simplified declaration without being on a list',
    treatment: {
      dataCategories: [{ category: 'contact' }],
      formality: { kind: 'simplified-declaration', reference: 'S-1', receivedOn: '2026-01-01' },
    },
    fields: [field('contact')],
    state: 'gaps',
    gaps: ['wrong-formality'],
  },
  {
    name: 'granted a day after the start',
    treatment: { startedOn: '2026-03-31' },
    state: 'gaps',
    gaps: ['started-before-receipt'],
    penalty: 'P52',
  },
  { name: 'granted on the day of the start', treatment: { startedOn: '2026-04-01' }, state: 'covered', gaps: [] },
  { name: 'start not stated', treatment: { startedOn: undefined }, state: 'undetermined', gaps: ['fact-missing'] },
  {
    name: 'withdrawn',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', grantedOn: '2026-01-01', withdrawnOn: '2026-10-01' } },
    state: 'gaps',
    gaps: ['formality-withdrawn'],
    severity: 'critical',
    penalty: 'P52',
  },
  {
    name: 'past its term by a day',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', grantedOn: '2026-01-01', term: '2026-11-21' } },
    state: 'gaps',
    gaps: ['formality-term-passed'],
  },
  {
    name: 'on the last day of its term',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', grantedOn: '2026-01-01', term: '2026-11-22' } },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'a condition not kept',
    treatment: { formality: { kind: 'authorisation', reference: 'A-1', grantedOn: '2026-01-01', unmetConditions: ['encrypt'] } },
    state: 'gaps',
    gaps: ['conditions-not-met'],
  },
  {
    name: 'a category the entry does not name',
    treatment: {},
    fields: [...cin, field('financial')],
    state: 'gaps',
    gaps: ['undeclared-category'],
    severity: 'low',
    penalty: null,
  },
  {
    name: 'a sensitive category the entry does not name',
    treatment: { sensitiveGround: { ground: 'statutory-function' } },
    fields: [...cin, field('religion')],
    state: 'gaps',
    gaps: ['undeclared-category', 'entry-incomplete'],
    severity: 'critical',
    penalty: 'P52',
  },
  {
    name: 'a finding below the confidence asked for',
    treatment: {},
    fields: [...cin, field('religion', 'notes', 'medium')],
    state: 'covered',
    gaps: [],
  },
  {
    name: 'sensitive data said to have no ground',
    treatment: { sensitiveGround: { ground: 'none' }, dataCategories: [{ category: 'religion' }] },
    fields: [field('religion')],
    state: 'gaps',
    formality: 'forbidden',
    gaps: ['forbidden-data', 'entry-incomplete'],
    severity: 'critical',
    penalty: 'P57',
  },
  {
    name: 'hosted in Bahrain, not declared',
    treatment: {},
    store: { region: 'me-south-1', hostingState: null },
    state: 'gaps',
    gaps: ['transfer-undeclared'],
    severity: 'high',
    penalty: 'P60',
  },
  {
    name: 'hosted in France, not declared',
    treatment: {},
    store: { hostingState: 'FR' },
    state: 'gaps',
    gaps: ['transfer-undeclared'],
    severity: 'low',
    penalty: null,
  },
  {
    name: 'hosted in France, declared',
    treatment: { transfers: [{ state: 'FR' }] },
    store: { hostingState: 'FR' },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'hosted in Sweden, declared as adequate',
    treatment: { transfers: [{ state: 'SE', ground: 'adequate' }] },
    store: { hostingState: 'SE' },
    state: 'gaps',
    gaps: ['transfer-state-unconfirmed'],
    penalty: 'P60',
  },
  {
    name: 'hosted in Bahrain without a ground',
    treatment: { transfers: [{ state: 'BH' }] },
    store: { hostingState: 'BH' },
    state: 'gaps',
    gaps: ['transfer-without-ground'],
    penalty: 'P60',
  },
  {
    name: 'hosted in Bahrain under an authorisation',
    treatment: { transfers: [{ state: 'BH', ground: 'authorisation', reference: 'T-1' }] },
    store: { hostingState: 'BH' },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'hosted abroad, read as no transfer',
    treatment: {},
    store: { hostingState: 'BH' },
    context: { choices: { 'IC-19': 'storage-abroad-is-not' } },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'hosted nobody knows where',
    treatment: {},
    store: { hostingState: null },
    state: 'undetermined',
    gaps: ['fact-missing'],
  },
  {
    name: 'open to the public',
    treatment: {},
    store: { posture: { ...unknownPosture, publicAccess: true } },
    state: 'gaps',
    gaps: ['security-breach'],
    severity: 'critical',
    penalty: 'P58',
  },
  {
    name: 'no logs, no versions: signs only',
    treatment: {},
    store: { posture: { ...unknownPosture, publicAccess: false, encryption: 'customer-key', versioning: false, logging: false } },
    state: 'gaps',
    gaps: ['security-indicator'],
    severity: 'low',
    penalty: null,
  },
  {
    name: 'kept for as long as needed',
    treatment: { retention: { period: 'as long as needed' } },
    state: 'gaps',
    gaps: ['retention-not-a-duration'],
    penalty: null,
  },
  {
    name: 'kept beyond its period',
    treatment: { retention: { period: 'P1Y' } },
    rest: { oldestAt: '2025-11-20T10:00:00.000Z' },
    state: 'gaps',
    gaps: ['retention-exceeded'],
    penalty: 'P55',
  },
  {
    name: 'removed by the store long after its period',
    treatment: { retention: { period: 'P1Y' } },
    store: { posture: { ...unknownPosture, expiresAfterDays: 400 } },
    state: 'gaps',
    gaps: ['retention-exceeded'],
    severity: 'low',
    penalty: null,
  },
  {
    name: 'removed by the store within its period',
    treatment: { retention: { period: 'P1Y' } },
    store: { posture: { ...unknownPosture, expiresAfterDays: 365 } },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'sent to a State without a ground, hosted in Morocco',
    treatment: { transfers: [{ state: 'US' }] },
    state: 'gaps',
    gaps: ['transfer-without-ground'],
    penalty: 'P60',
  },
  {
    name: 'within its period by a day',
    treatment: { retention: { period: 'P1Y' } },
    rest: { oldestAt: '2025-11-22T10:00:00.000Z' },
    state: 'covered',
    gaps: [],
  },
  {
    name: 'older than a period that starts nobody knows when',
    treatment: { retention: { period: 'P1Y', from: 'end of the contract' } },
    rest: { oldestAt: '2020-01-01T00:00:00.000Z' },
    state: 'undetermined',
    gaps: ['fact-missing'],
  },
  {
    name: 'an entry that lacks d and f',
    treatment: { recipients: undefined, retention: undefined },
    state: 'gaps',
    gaps: ['entry-incomplete'],
    severity: 'low',
    penalty: null,
  },
  {
    name: 'consent by silence',
    treatment: { legalBasis: { ground: 'consent', consentForm: 'implied' } },
    state: 'gaps',
    gaps: ['conditions-not-met'],
    penalty: 'P56',
  },
  {
    name: 'matched with a file of another purpose, under a declaration',
    treatment: {
      dataCategories: [{ category: 'contact' }],
      interconnections: [{ with: 'fund', purpose: 'benefits' }],
      formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-01-01' },
    },
    fields: [field('contact')],
    state: 'gaps',
    formality: 'authorisation',
    gaps: ['interconnection', 'wrong-formality'],
  },
  { name: 'covered, but not wholly read', treatment: {}, rest: { skips: { ENCRYPTED: 1 } }, state: 'incomplete', gaps: [] },
  {
    name: 'nothing found, all read',
    treatment: null,
    fields: [],
    state: 'no-personal-data',
    formality: 'out-of-scope',
    gaps: [],
  },
  { name: 'nothing found in a sample', treatment: null, fields: [], rest: { complete: false }, state: 'incomplete', gaps: [] },
  {
    name: 'identifiers of enterprises only',
    treatment: null,
    fields: [field('enterprise-id')],
    state: 'no-personal-data',
    gaps: [],
  },
  {
    name: 'a special law that is cited',
    treatment: { specialText: 'a law', formality: undefined },
    state: 'covered',
    formality: 'special-text',
    gaps: [],
  },
  {
    name: 'a public register without a person in charge',
    treatment: { publicRegister: true, dataCategories: [{ category: 'contact' }], formality: undefined },
    fields: [field('contact')],
    state: 'gaps',
    formality: 'exempt',
    gaps: ['conditions-not-met'],
  },
];

for (const row of rows) {
  test(`store: ${row.name}`, () => {
    const treatments = row.treatment === null ? [] : [{ ...whole, ...row.treatment }];
    const held = register(treatments, row.controller);
    const verdict = only(judgeStore(evidence(row.fields ?? cin, row.rest, row.store), held, { ...context, ...row.context }));
    assert.deepEqual(kindsOf(verdict.gaps), row.gaps);
    assert.equal(verdict.state, row.state);
    if (row.formality !== undefined) assert.equal(verdict.formality, row.formality);
    if (row.severity !== undefined) assert.equal(verdict.gaps[0]?.severity, row.severity);
    if (row.penalty !== undefined) assert.equal(verdict.gaps[0]?.penalty?.code ?? null, row.penalty);
    assert.equal(verdict.revision, 7);
    for (const gap of verdict.gaps) for (const article of gap.articles) assert.ok(articleExists(article), article);
  });
}

test('declaring a store turns the gap into another, obtaining the formality closes it, deleting the entry reopens it', () => {
  const judge = (treatments: readonly Treatment[]) =>
    kindsOf(only(judgeStore(evidence(cin), register(treatments), context)).gaps);
  assert.deepEqual(judge([]), ['undeclared-store']);
  assert.deepEqual(judge([{ ...whole, formality: undefined }]), ['formality-not-obtained']);
  assert.deepEqual(judge([whole]), []);
  assert.deepEqual(judge([]), ['undeclared-store']);
});

test('a gap says which formality the data found would need', () => {
  const verdict = only(judgeStore(evidence(cin), register([]), context));
  assert.deepEqual(verdict.gaps[0]?.params, {
    formality: 'authorisation',
    categories: ['national-id-number'],
    articles: ['12(1)(e)'],
  });
  assert.equal(verdict.gaps[0]?.penalty?.legal, null, 'a public body: IC-34');
  assert.deepEqual(verdict.gaps[0]?.choices, ['IC-34']);
});

test('one verdict for each treatment that claims something, one for what none claims', () => {
  const unions: Treatment = {
    ...whole,
    id: 'unions',
    dataCategories: [{ category: 'union-membership' }],
    stores: ['s3://exports/**#dues'],
  };
  const contacts: Treatment = {
    ...whole,
    id: 'contacts',
    dataCategories: [{ category: 'contact' }],
    stores: ['s3://exports/**#mail'],
  };
  const found = [field('union-membership', 'dues'), field('contact', 'mail'), field('national-id-number', 'cin')];
  const verdicts = judgeStore(evidence(found), register([unions, contacts]), context);
  assert.deepEqual(
    verdicts.map(({ treatment, formality }) => [treatment, formality]),
    [
      ['unions', 'authorisation'],
      ['contacts', 'declaration'],
      [null, 'authorisation'],
    ],
  );
  assert.deepEqual(verdicts[2]?.gaps[0]?.params['categories'], ['national-id-number']);
});

test('two equally close claims with different purposes are a conflict', () => {
  const other: Treatment = { ...whole, id: 'other', purposes: ['statistics'] };
  const verdict = only(judgeStore(evidence(cin), register([whole, other]), context));
  assert.deepEqual(kindsOf(verdict.gaps), ['purpose-conflict']);
  const same: Treatment = { ...whole, id: 'same' };
  assert.deepEqual(kindsOf(only(judgeStore(evidence(cin), register([whole, same]), context)).gaps), []);
});

test('declared and nowhere found is told once, for the entry, and only where all was read', () => {
  const sight = (rest: Partial<StoreEvidence>) => sumVerdicts(judgeStore(evidence(cin, rest), register([whole]), context));
  const verdict = judgeEntry(whole, ministry, sight({}), 7);
  assert.deepEqual([verdict?.store, verdict?.treatment, verdict?.formality], ['register:cards', 'cards', 'authorisation']);
  assert.deepEqual(
    verdict?.gaps.map(({ kind, category, severity, params }) => [kind, category, severity, params['reason']]),
    [['declared-not-found', 'contact', 'info', 'not-found']],
  );
  assert.equal(judgeEntry(whole, ministry, sight({ complete: false }), 7), null);
  assert.equal(judgeEntry({ ...whole, dataCategories: [{ category: 'national-id-number' }] }, ministry, sight({}), 7), null);
  assert.deepEqual(
    judgeEntry(whole, ministry, sumVerdicts([]), 7)?.gaps.map(({ category, params }) => [category, params['reason']]),
    [
      ['national-id-number', 'no-store'],
      ['contact', 'no-store'],
    ],
  );
});

test('a verdict names the readings that touched it, with the setting in force', () => {
  const abroad = evidence([...cin, field('official-id-number')], {}, { hostingState: 'FR' });
  const entry = { ...whole, transfers: [{ state: 'FR' }] };
  const of = (choices: Record<string, string>) => only(judgeStore(abroad, register([entry]), { ...context, choices })).choices;
  assert.deepEqual(
    of({}).map(({ id }) => id),
    ['IC-1', 'IC-2', 'IC-19', 'IC-21'],
  );
  assert.deepEqual(
    of({ 'IC-1': 'all-official-numbers', 'IC-16': 'not-covered' })
      .map(({ id, setting }) => `${id}=${setting}`)
      .slice(0, 3),
    ['IC-1=all-official-numbers', 'IC-2=as-article-15', 'IC-16=not-covered'],
  );
});

test('sensitive under Law 05-20 is a note of its own, and changes nothing of the verdict under Law 09-08', () => {
  const judge = (changes: Partial<Treatment>, controller = ministry) =>
    only(judgeStore(evidence(cin), register([{ ...whole, ...changes }], controller), context));
  const notes = (verdict: Verdict) => verdict.otherLaws.map(({ code, state }) => [code, state]);
  assert.deepEqual(notes(judge({})), [['classification-open', 'open']]);
  assert.deepEqual(notes(judge({ sensitiveUnderLaw0520: true })), [['qualified-provider-only', 'due']]);
  assert.deepEqual(notes(judge({ sensitiveUnderLaw0520: false })), [['not-classified-sensitive', 'lifted']]);
  assert.deepEqual(notes(judge({ sensitiveUnderLaw0520: true }, firm)), []);
  assert.deepEqual(notes(judge({}, { ...firm, vitalInfrastructure: true })), [['classification-open', 'open']]);
  assert.deepEqual(notes(judge({}, { ...firm, publicService: true })), [['entity-open', 'open']]);
  const { otherLaws: _, ...marked } = judge({ sensitiveUnderLaw0520: true });
  const { otherLaws: __, ...plain } = judge({});
  assert.deepEqual(marked, plain);
});

test('every kind of gap there is can come up', () => {
  const elsewhere: readonly GapKind[] = ['declared-not-found', 'purpose-conflict'];
  assert.deepEqual([...new Set([...rows.flatMap(({ gaps }) => gaps), ...elsewhere])].toSorted(), [...gapKinds].toSorted());
});

/** A covered store with one fact taken away on which its lawfulness hangs. */
const unknownFacts: readonly (readonly [
  fact: string,
  Partial<Treatment>,
  Partial<Store>,
  Controller,
  readonly FieldSummary[],
])[] = [
  ['where it is hosted', {}, { hostingState: null }, ministry, cin],
  ['when it started', { startedOn: undefined }, {}, ministry, cin],
  ['who holds offences', { dataCategories: [{ category: 'offence' }] }, {}, { name: 'Somebody' }, [field('offence')]],
  [
    'whether secrecy binds',
    { dataCategories: [{ category: 'health' }], solePurpose: 'medical-care' },
    {},
    firm,
    [field('health')],
  ],
  [
    'the purpose of the other file',
    { interconnections: [{ with: 'fund' }], dataCategories: [{ category: 'contact' }] },
    {},
    firm,
    [field('contact')],
  ],
  ['the ground of sensitive data', { dataCategories: [{ category: 'religion' }] }, {}, firm, [field('religion')]],
  [
    'the object of an association',
    { dataCategories: [{ category: 'religion' }] },
    {},
    { ...firm, kind: 'association' },
    [field('religion')],
  ],
  ['whether a foreign firm is established here', {}, {}, { ...firm, country: 'FR' }, cin],
];

test('a fact that decides and is not known never yields covered', () => {
  assert.equal(only(judgeStore(evidence(cin), register([whole]), context)).state, 'covered');
  for (const [fact, treatment, store, controller, fields] of unknownFacts) {
    const [verdict] = judgeStore(evidence(fields, {}, store), register([{ ...whole, ...treatment }], controller), context);
    assert.notEqual(verdict?.state, 'covered', fact);
    assert.ok(
      verdict?.gaps.some(({ kind }) => kind === 'fact-missing'),
      `${fact}: ${kindsOf(verdict?.gaps ?? []).join(' ')}`,
    );
  }
});

const treatmentArbitrary = fc.record({
  formality: fc.option(
    fc.record({
      kind: fc.constantFrom('declaration', 'simplified-declaration', 'authorisation'),
      reference: fc.option(fc.constant('A-1'), { nil: undefined }),
      grantedOn: fc.option(fc.constantFrom('2026-01-01', '2026-12-01'), { nil: undefined }),
      receivedOn: fc.option(fc.constantFrom('2026-01-01', '2026-12-01'), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  startedOn: fc.option(fc.constant('2026-02-01'), { nil: undefined }),
  sensitiveGround: fc.option(fc.record({ ground: fc.constantFrom('express-consent', 'law', 'none', '21-3-a') }), {
    nil: undefined,
  }),
  solePurpose: fc.option(fc.constantFrom('medical-care', 'other'), { nil: undefined }),
});

test('a covered store has no gap, a formality in time, and no fact that decides is unknown', () => {
  fc.assert(
    fc.property(
      treatmentArbitrary,
      fc.subarray([...categories], { minLength: 1 }),
      fc.constantFrom('MA', null, 'US'),
      fc.constantFrom(undefined, 'company', 'court'),
      (changes, found, hostingState, kind) => {
        const treatment = { ...whole, ...changes, dataCategories: found.map((category) => ({ category })) } as Treatment;
        const controller = { ...ministry, kind };
        const fields = found.map((category) => field(category));
        for (const verdict of judgeStore(evidence(fields, {}, { hostingState }), register([treatment], controller), context)) {
          assert.ok(verdict.state !== 'covered' || verdict.gaps.length === 0);
          if (hostingState !== 'MA') assert.notEqual(verdict.state, 'covered');
          if (verdict.formality === 'undetermined') assert.notEqual(verdict.state, 'covered');
          if (changes.formality?.reference === undefined && verdict.formality === 'authorisation')
            assert.equal(verdict.state, 'gaps');
          assert.equal(new Set(verdict.gaps.map(({ id }) => id)).size, verdict.gaps.length, 'ids are unique');
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('less confidence asked for never hides a gap', () => {
  const found = confidences.map((confidence, index) => field(categories[index] as Category, `f${index}`, confidence));
  const gapsAt = confidences.map(
    (minConfidence) => judgeStore(evidence(found), register([]), { ...context, minConfidence })[0]?.gaps[0]?.params['categories'],
  );
  assert.deepEqual(
    gapsAt.map((list) => (Array.isArray(list) ? list.length : 0)),
    [4, 3, 2, 1],
  );
});
