import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listTerms } from '../../detectors/define.ts';
import { registry } from '../../detectors/registry.ts';
import { expandTemplate } from '../../bench/accuracy/template.ts';
import { templatesOf } from '../../bench/accuracy/templates/all.ts';
import { languages, type Part, sensitiveKinds, type Templates } from '../../bench/accuracy/templates/kinds.ts';

/** Words a phrase needs before sharing it says anything. */
const phraseWords = 4;

/** Words between slots, in small letters without accents; an elided letter is part of no phrase. */
function runsOfWords(text: string): readonly (readonly string[])[] {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<!\p{L})(?:[cdjlmnst]|qu)['’]/gu, '')
    .split(/\{[^}]*\}/)
    .map((run) => run.match(/[\p{L}\p{N}]+/gu) ?? []);
}

const phrasesOf = (text: string): readonly string[] =>
  runsOfWords(text).flatMap((words) => words.slice(phraseWords - 1).map((_, at) => words.slice(at, at + phraseWords).join(' ')));

/** What is said in prose; labels and names of columns are bare terms. */
const proseOf = (templates: Templates): readonly string[] =>
  [
    ...templates.openings,
    ...templates.closings,
    ...templates.sentences,
    ...templates.decoys,
    ...sensitiveKinds.flatMap((kind) => [...templates.statements[kind], ...templates.candidates[kind]]),
  ].flatMap(expandTemplate);

const phrasesOfPart = (part: Part): readonly string[] =>
  languages.flatMap((language) => proseOf(templatesOf(part, language)).flatMap(phrasesOf));

/** The bare terms: what a thing is called, wherever it is called so. */
const bareTerms = new Set(
  registry
    .flatMap((detector) =>
      detector.kind === 'lexicon' ? [...listTerms(detector.strong), ...listTerms(detector.weak)] : listTerms(detector.context),
    )
    .flatMap(phrasesOf),
);

test('no test template shares a phrase with a training template', () => {
  const trained = new Set(phrasesOfPart('train'));
  assert.ok(trained.size > 200, 'training templates have phrases');
  assert.deepEqual(
    phrasesOfPart('test').filter((phrase) => trained.has(phrase) && !bareTerms.has(phrase)),
    [],
  );
});

test('no test template shares a phrase with a lexicon beyond the bare terms', () => {
  const told = registry.flatMap((detector) =>
    detector.kind === 'lexicon'
      ? listTerms(detector.predicates).concat(listTerms(detector.falseFriends), detector.example)
      : listTerms(detector.counter),
  );
  const known = new Set(told.flatMap(phrasesOf).filter((phrase) => !bareTerms.has(phrase)));
  assert.ok(known.size > 20, 'lexicons have phrases');
  assert.deepEqual(
    phrasesOfPart('test').filter((phrase) => known.has(phrase)),
    [],
  );
});

test('every part has statements and candidates of every kind in every language', () => {
  for (const part of ['train', 'test'] as const) {
    for (const language of languages) {
      const templates = templatesOf(part, language);
      assert.equal(templates.language, language);
      for (const kind of sensitiveKinds) {
        assert.ok(templates.statements[kind].length > 0 && templates.candidates[kind].length > 0, `${part} ${language} ${kind}`);
        assert.ok(
          templates.statements[kind].every((template) => /\[.+\]/.test(template)),
          `${part} ${language} ${kind} marks what it reveals`,
        );
      }
    }
  }
});
