import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { categories } from '../../detectors/catalogue.ts';
import { adequacyOf, namedStates, probableStates } from '../../law/adequacy.ts';
import { articleExists, articles } from '../../law/articles.ts';
import { checkChoices, choices, settingOf } from '../../law/choices.ts';
import type { Texts } from '../../law/choice-entry.ts';
import { gapKinds, languages, severities, verdictStates } from '../../law/contract.ts';
import { naturalRanges, penaltyArticle, penaltyCodes } from '../../law/penalties.ts';
import { announcedRegions, stateOfRegion } from '../../law/regions.ts';
import { formalities } from '../../law/register.ts';
import * as text from '../../law/text.ts';
import { dutySentences } from '../../law/text/duties.ts';
import { effectSentences } from '../../law/text/effects.ts';
import { gapSentences } from '../../law/text/gaps.ts';
import { penaltyNames, penaltyNotes, penaltyWords } from '../../law/text/penalties.ts';
import { issueSentences } from '../../law/text/register-issues.ts';
import { remedies } from '../../law/text/remedies.ts';
import { formalitySteps } from '../../law/text/steps-formality.ts';
import { scopeSteps } from '../../law/text/steps-scope.ts';
import { triggerOf } from '../../law/triggers.ts';

test('every article from 1 to 67 is encoded somewhere, out of reach for a reason, or procedural', () => {
  assert.deepEqual(
    Object.keys(articles).map(Number),
    Array.from({ length: 67 }, (_, index) => index + 1),
  );
  for (const [number, { coverage, files, remark }] of Object.entries(articles)) {
    assert.ok(remark.length > 0, number);
    if (coverage === 'encoded') assert.ok(files.length > 0, `article ${number} names its files`);
    for (const file of files)
      assert.ok(existsSync(new URL(`../../law/${file}.ts`, import.meta.url)), `article ${number}: law/${file}.ts`);
  }
});

test('a reference exists with its parts, not without', () => {
  for (const yes of ['1(3)', '12(1)(e)', '12(2)', '15(i)', '21(3)(a)', '24(1)(h)', '44(1)(g)', '2(2)(b)', '43', '67'])
    assert.ok(articleExists(yes), yes);
  for (const no of ['0', '68', '12(1)(g)', '15(j)', '12(3)', '43(2)', 'x', '']) assert.ok(!articleExists(no), no);
});

test('the thirty-five choices stand at an allowed setting, and a wrong setting is refused', () => {
  assert.deepEqual(
    Object.keys(choices),
    Array.from({ length: 35 }, (_, index) => `IC-${index + 1}`),
  );
  for (const [id, entry] of Object.entries(choices)) {
    assert.ok(Object.hasOwn(entry.settings, entry.default), id);
    for (const article of entry.articles) assert.ok(articleExists(article), `${id}: ${article}`);
  }
  assert.deepEqual(checkChoices({ 'IC-1': 'national-card-only' }), []);
  assert.equal(checkChoices({ 'IC-99': 'x', 'IC-1': 'x' }).length, 2);
  assert.equal(settingOf({ 'IC-1': 'x' }, 'IC-1'), 'national-card-only');
});

test('penalties have the figures of chapter VII', () => {
  const figures = Object.fromEntries(
    penaltyCodes.map((code) => {
      const range = naturalRanges[code];
      return [code, range === null ? null : [range.fineMin, range.fineMax, range.prisonMonthsMin, range.prisonMonthsMax]];
    }),
  );
  const common = [20_000, 200_000, 3, 12];
  assert.deepEqual(figures, {
    P52: [10_000, 100_000, null, null],
    P53: [20_000, 200_000, null, null],
    P54: common,
    P55: common,
    P56: common,
    P57: [50_000, 300_000, 3, 12],
    P58: common,
    P59: common,
    P60: common,
    P61: common,
    P62: [10_000, 50_000, 3, 6],
    P63: [10_000, 100_000, 3, 12],
    A30: null,
    A51: null,
  });
  for (const code of penaltyCodes) assert.ok(articleExists(penaltyArticle(code)), code);
});

test('a State is adequate only if it is named; probable is not adequate', () => {
  for (const state of namedStates) assert.equal(adequacyOf(state), 'named');
  for (const state of probableStates) assert.equal(adequacyOf(state), 'probable');
  for (const state of ['US', 'BH', 'HR', 'CN', 'ZZ']) assert.equal(adequacyOf(state), 'not-listed');
  assert.equal(adequacyOf('MA'), 'home');
});

test('a region has the State it lies in; one we do not know has none', () => {
  const known = {
    'eu-west-3': 'FR',
    'eu-central-2': 'CH',
    'me-south-1': 'BH',
    'us-gov-west-1': 'US',
    'cn-north-1': 'CN',
    'eu-north-1': 'SE',
  };
  for (const [region, state] of Object.entries(known)) assert.equal(stateOfRegion(region), state);
  for (const region of [...announcedRegions, 'ma-casablanca-1', '']) assert.equal(stateOfRegion(region), null);
  assert.equal(stateOfRegion(null), null);
});

test('every category has its trigger or none', () => {
  assert.deepEqual(Object.keys(triggerOf), [...categories]);
});

const tables: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  scopeSteps,
  formalitySteps,
  gapSentences,
  remedies,
  effectSentences,
  dutySentences,
  penaltyNames,
  penaltyNotes,
  penaltyWords,
  issueSentences,
  ...Object.fromEntries(Object.entries(choices).map(([id, { settings }]) => [id, settings])),
};

test('every sentence exists in three languages, names the same parameters in each, and Arabic is Arabic', () => {
  for (const [table, entries] of Object.entries(tables)) {
    for (const [code, texts] of Object.entries(entries)) {
      assert.equal(texts.length, 3, `${table}.${code}`);
      const parameters = texts.map((one) => [...one.matchAll(/\{(\w+)\}/g)].map(([found]) => found).toSorted());
      assert.deepEqual(parameters[1], parameters[0], `${table}.${code} in French`);
      assert.deepEqual(parameters[2], parameters[0], `${table}.${code} in Arabic`);
      assert.match(texts[2], /\p{Script=Arabic}/u, `${table}.${code}`);
      assert.doesNotMatch(texts[1], /\p{Script=Arabic}/u, `${table}.${code}`);
      assert.ok(new Set(texts).size > 1, `${table}.${code} is translated`);
    }
  }
});

test('every name of the closed lists is rendered', () => {
  for (const language of languages) {
    const names = [
      ...categories.map((one) => text.renderCategory(one, language)),
      ...formalities.map((one) => text.renderFormality(one, language)),
      ...verdictStates.map((one) => text.renderState(one, language)),
      ...severities.map((one) => text.renderSeverity(one, language)),
      ...gapKinds.map((one) => text.renderGapKind(one, language)),
      ...gapKinds.map((kind) => text.renderGap({ kind, params: {} }, language)),
      ...penaltyCodes.map((code) =>
        text.renderPenalty({ code, natural: naturalRanges[code], legal: null, note: null }, language),
      ),
    ];
    for (const name of names) assert.ok(name.trim().length > 1);
  }
});

test('a penalty reads as the law writes it', () => {
  const penalty = { code: 'P57', natural: naturalRanges.P57, legal: null, note: 'IC-34' };
  assert.equal(
    text.renderPenalty(penalty, 'fr'),
    'Art. 57 (données sensibles sans consentement exprès, ou infractions); emprisonnement de 3 à 12 mois et/ou amende de 50\u00A0000 à 300\u00A0000 DH; ' +
      'l’application à un organisme public de l’échelle des personnes morales reste ouverte',
  );
});
