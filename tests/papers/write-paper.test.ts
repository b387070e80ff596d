/** What stands in each paper, what is missing in it, and that nothing else does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../law/contract.ts';
import { judgeStore } from '../../law/judge.ts';
import type { Treatment } from '../../law/register.ts';
import { paperKinds, type Entry, type Paper } from '../../papers/paper.ts';
import { writePaperJson } from '../../papers/json.ts';
import { paperFileSchema } from '../../papers/paper-schema.ts';
import { renderPaper, type PaperText } from '../../papers/render-paper.ts';
import { UnknownTreatment, writePaper, type PaperSource } from '../../papers/write-paper.ts';
import { clinic, context, observed, sourceOf } from './samples.ts';

const draw = (kind: (typeof paperKinds)[number], rest: Partial<PaperSource> = {}) =>
  writePaper(kind, sourceOf(kind, rest), context);
const entriesOf = (paper: Paper): readonly Entry[] => paper.sections.flatMap(({ entries }) => entries);
const lineOf = (paper: Paper, label: string) => entriesOf(paper).find((entry) => entry.label === label);
const missingOf = ({ missing }: Paper) => missing.map(({ label, article }) => `${label} ${article}`);
const codesOf = ({ notes }: Paper) => notes.flatMap((note) => (note.type === 'sentence' ? note.code : []));
const textOf = ({ title, notes, sections, missing, footer }: PaperText) =>
  [
    title,
    ...notes,
    ...sections.flatMap(({ heading, rows }) => [
      heading,
      ...rows.flatMap(({ label, article, values, hints }) => [label, article ?? '', ...values, ...hints]),
    ]),
    ...(missing === null ? [] : [missing.heading, ...missing.lines]),
    footer,
  ].join('\n');
const oneTreatment = (treatment: Treatment) => ({ register: { ...clinic, treatments: [treatment] }, treatment: treatment.id });
const [patients] = clinic.treatments as [Treatment, Treatment];

test('every paper reads whole in every language, with and without a scan', () => {
  for (const kind of paperKinds)
    for (const language of languages)
      for (const scan of [null, observed]) {
        const paper = draw(kind, { observed: scan });
        const rendered = renderPaper(paper, language);
        const file: unknown = JSON.parse(writePaperJson(paper, rendered));
        assert.deepEqual(paperFileSchema.parse(file), file, 'the file has the committed shape');
        const text = textOf(rendered);
        assert.doesNotMatch(text, /\{\w+\}|undefined|\[object|null/, `${kind} ${language}`);
        if (language === 'ar') assert.match(text, /[\u0600-\u06FF]/u);
      }
});

test('the draft follows the formality the law asks for', () => {
  const cases: readonly [string, Partial<PaperSource>, string | null, string][] = [
    ['health data', {}, 'F112', 'authorisation'],
    ['contact data', oneTreatment({ id: 'a', name: 'A', dataCategories: [{ category: 'contact' }] }), 'F211', 'declaration'],
    [
      'on a list of Art. 16',
      oneTreatment({
        id: 'a',
        name: 'A',
        dataCategories: [{ category: 'contact' }],
        simplifiedList: { article: '16', decision: 'D-1' },
      }),
      'F214',
      'simplified-declaration',
    ],
    ['one’s own activity', oneTreatment({ id: 'a', name: 'A', domesticUse: true }), null, 'no-filing'],
    ['under a model decision', { form: 'F113' }, 'F113', 'authorisation'],
  ];
  for (const [name, rest, form, title] of cases) {
    const paper = draw('filing', rest);
    assert.deepEqual([paper.form, paper.title], [form, title], name);
  }
  assert.ok(
    codesOf(draw('filing', { form: 'F211' })).includes('form-another'),
    'another form than the law asks for is said to be one',
  );
});

test('the request states triggers, grounds and every item of Art. 15; what is absent is missing, an empty list is none', () => {
  const paper = draw('filing');
  assert.deepEqual(missingOf(paper), [
    'rights-measures 15(g)',
    'security-b 24(1)(b)',
    'security-c 24(1)(c)',
    'security-d 24(1)(d)',
    'security-e 24(1)(e)',
    'security-f 24(1)(f)',
    'security-g 24(1)(g)',
    'security-h 24(1)(h)',
    'interconnections 15(i)',
    'cessions 15(i)',
    'legal-basis 4',
    'sensitive-ground 21',
    'ground-proof 21',
    'join-processor-contract 23(3)',
  ]);
  assert.equal(lineOf(paper, 'recipients')?.state, 'none');
  assert.deepEqual(lineOf(paper, 'signature')?.state, 'blank');
  const triggers = lineOf(paper, 'triggers')?.values.map((value) => (value.type === 'step' ? value.step.article : ''));
  assert.deepEqual(triggers, ['12(1)(a)']);
});

test('a fact stated is a line less missing', () => {
  const before = missingOf(draw('filing'));
  const stated: Treatment = {
    ...patients,
    rightsMeasures: 'Formulaire',
    interconnections: [],
    legalBasis: { ground: 'contract' },
  };
  const after = missingOf(draw('filing', oneTreatment(stated)));
  assert.deepEqual(
    before.filter((line) => !after.includes(line)),
    ['rights-measures 15(g)', 'interconnections 15(i)', 'legal-basis 4'],
  );
});

test('a simplified declaration states items b to f and no other', () => {
  const simple: Treatment = {
    id: 'a',
    name: 'A',
    dataCategories: [{ category: 'contact' }],
    simplifiedList: { article: '16' },
  };
  const articles = new Set(
    draw('filing', oneTreatment(simple))
      .sections.find(({ code }) => code === 'treatment')
      ?.entries.map(({ article }) => article),
  );
  assert.deepEqual([...articles], ['15(b)', '15(c)', '15(d)', '15(e)', '15(f)']);
  assert.ok(missingOf(draw('filing', oneTreatment(simple))).includes('decision-number 16'));
});

test('what the scan found under a treatment stands beside what was declared', () => {
  const paper = draw('filing', { observed });
  const hints = lineOf(paper, 'data-categories')?.hints;
  assert.deepEqual(hints, [
    { type: 'sentence', code: 'found-not-declared', params: { category: 'national-id-number', count: 7 } },
  ]);
  const triggers = lineOf(paper, 'triggers')?.values.map((value) => (value.type === 'step' ? value.step.article : ''));
  assert.deepEqual(triggers, ['12(1)(a)', '12(1)(e)'], 'findings below the confidence asked for do not count');
  const destinations = draw('transfer', { observed }).sections.filter(({ code }) => code === 'destination');
  assert.deepEqual(
    destinations.map(({ params }) => params['state']),
    ['FR', 'US'],
  );
});

test('a transfer has a request only where there is a transfer', () => {
  const paper = draw('transfer', oneTreatment({ ...patients, transfers: [] }));
  assert.deepEqual([paper.form, paper.sections.length, codesOf(paper).includes('no-transfer')], [null, 0, true]);
  assert.ok(missingOf(draw('transfer')).includes('filed-reference 12(1)'), 'F118 comes after the authorisation');
});

test('a State on the CNDP’s list needs no ground of Art. 44; every other one does, with its proof', () => {
  const missing = (state: string) => missingOf(draw('transfer', oneTreatment({ ...patients, transfers: [{ state }] })));
  assert.ok(!missing('FR').some((line) => line.endsWith(' 44')));
  for (const state of ['US', 'SE'])
    assert.deepEqual(
      missing(state).filter((line) => line.endsWith(' 44')),
      ['transfer-ground 44', 'transfer-proof 44'],
    );
});

test('the notice tells what Art. 5 asks, and is not to be published while a line is missing', () => {
  const paper = draw('notice');
  assert.deepEqual(missingOf(paper), ['notice-receipt 5(1)(d)']);
  assert.ok(codesOf(paper).includes('notice-not-ready'));
  assert.equal(lineOf(paper, 'notice-compulsory')?.state, 'blank');
  assert.equal(lineOf(paper, 'retention'), undefined, 'Art. 5 does not ask for the retention');
  const cleared: Treatment = {
    ...patients,
    formality: { kind: 'authorisation', reference: 'A-1/2026', grantedOn: '2026-02-01' },
  };
  const ready = draw('notice', oneTreatment(cleared));
  assert.deepEqual([missingOf(ready), codesOf(ready).includes('notice-not-ready')], [[], false]);
});

test('the answer sheet says where to look and leaves the person blank', () => {
  const paper = draw('access', { observed });
  assert.equal(lineOf(paper, 'requester')?.state, 'blank');
  assert.deepEqual(lineOf(paper, 'where-to-look')?.values, [
    {
      type: 'sentence',
      code: 'found-in-store',
      params: { store: 's3://clinic/files', category: 'national-id-number', count: 7 },
    },
  ]);
  assert.deepEqual(lineOf(draw('access'), 'where-to-look')?.values, [{ type: 'words', words: 's3://clinic/**' }]);
});

test('the gap report counts, groups and prices the gaps of the verdicts', () => {
  const posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };
  const verdicts = ['s3://stray', 's3://stray-too'].flatMap((uri) =>
    judgeStore(
      {
        store: { uri, account: null, region: null, hostingState: 'MA', posture },
        fields: [{ field: 'cin', detector: 'ma/cin', category: 'national-id-number', count: 2, confidence: 'high' }],
        skips: {},
        complete: true,
        oldestAt: null,
      },
      clinic,
      { revision: 1, asOf: context.asOf, minConfidence: 'high' },
    ),
  );
  const paper = draw('gaps', { observed: { ...observed, verdicts } });
  const undeclared = entriesOf(paper).filter(({ labelParams }) => labelParams?.['kind'] === 'undeclared-store');
  assert.equal(undeclared.length, 1, 'one line for two stores');
  assert.deepEqual(
    undeclared[0]?.hints.map((hint) => (hint.type === 'sentence' ? hint.params['store'] : null)),
    ['s3://stray', 's3://stray-too'],
  );
  const codes = lineOf(paper, 'penalty')?.values.map((value) => (value.type === 'penalty' ? value.penalty.code : ''));
  assert.ok(codes?.includes('P52'));
  assert.match(textOf(renderPaper(paper, 'fr')), /n’a pas tout lu[^]*ENCRYPTED/);
  assert.equal(renderPaper(paper, 'fr').missing, null);
});

test('a treatment that is not in the register is refused by name', () => {
  assert.throws(() => draw('filing', { treatment: 'nowhere' }), UnknownTreatment);
  assert.throws(() => draw('filing', { treatment: null }), /name one of patients, letters/);
});
