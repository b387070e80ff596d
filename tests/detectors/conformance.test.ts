/** What every detector must do, held against its table of cases. */
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { detectorCategories } from '../../detectors/catalogue.ts';
import { confidences } from '../../detectors/contract.ts';
import { registry } from '../../detectors/registry.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { type Cases, findIn, tableOf, textOf } from './cases.ts';

const scanner = createScanner();
const root = new URL('../../', import.meta.url).pathname;
const rank = (confidence: (typeof confidences)[number]): number => confidences.indexOf(confidence);

const tables = new Map<string, Cases>();
for (const { id } of registry) {
  const module: { readonly cases: Cases } = await import(`./${id}.cases.ts`);
  tables.set(id, module.cases);
}

test('the registry is the tree of files, and every id is the path of its file', () => {
  const files = globSync('detectors/{ma,global,sensitive}/*.ts', { cwd: root }).map((file) =>
    file.slice('detectors/'.length, -3),
  );
  assert.deepEqual(registry.map(({ id }) => id as string).toSorted(), files.toSorted());
  const order = Object.keys(detectorCategories);
  assert.deepEqual(
    registry.map(({ id }) => order.indexOf(id)),
    registry.map(({ id }) => order.indexOf(id)).toSorted((a, b) => a - b),
    'in the order of the catalogue',
  );
  for (const { id } of registry) assert.ok(existsSync(`${root}tests/detectors/${id}.cases.ts`), `${id} has a table of cases`);
});

for (const detector of registry) {
  const { finds, ignores, fields = [], make } = tables.get(detector.id) as Cases;
  const seen = (text: string) => findIn(scanner, textOf(text)).filter((hit) => hit.detector === detector.id);
  const limit = detector.kind === 'value' ? 'low' : 'medium';

  describe(detector.id, () => {
    test('has enough cases, each with its reason, and names its sources', () => {
      assert.ok(finds.length >= 5 && ignores.length >= 10, `${finds.length} finds, ${ignores.length} ignores`);
      for (const [, , why] of finds) assert.ok(why.length > 0);
      for (const [, why] of ignores) assert.ok(why.length > 0);
      assert.ok(detector.references.length > 0);
    });

    test('finds its own example', () => {
      assert.ok(seen(detector.example).some((hit) => rank(hit.confidence) >= rank('high')));
    });

    for (const [text, value, why, least = 'high'] of finds) {
      test(`finds ${value} (${why})`, () => {
        const hit = seen(text).find((one) => one.value === value);
        assert.ok(hit, `saw ${JSON.stringify(seen(text).map((one) => one.value))}`);
        assert.ok(rank(hit.confidence) >= rank(least), `${hit.confidence} is less than ${least}`);
      });
    }

    for (const [text, why] of ignores) {
      test(`ignores ${text} (${why})`, () => {
        const loud = seen(text).filter((hit) => rank(hit.confidence) > rank(limit));
        assert.deepEqual(
          loud.map((hit) => [hit.value, hit.confidence]),
          [],
        );
      });
    }

    for (const [field, value, confidence] of fields) {
      test(`${field}: ${value} is ${confidence ?? 'nothing'}`, () => {
        const hits = findIn(
          scanner,
          tableOf(
            ['id', field],
            [
              ['1', value],
              ['2', value],
            ],
          ),
        ).filter((hit) => hit.detector === detector.id);
        assert.deepEqual(
          hits.map((hit) => hit.confidence),
          confidence === null ? [] : [confidence, confidence],
        );
      });
    }

    test('finds the same at the start, in the middle and at the end of a text', () => {
      for (const [text, value] of finds) {
        const filler = 'Le rapport annuel décrit les travaux. '.repeat(8);
        for (const placed of [`${text}\n\n${filler}`, `${filler}\n\n${text}\n\n${filler}`, `${filler}\n\n${text}`]) {
          assert.ok(
            seen(placed).some((hit) => hit.value === value),
            `${value} in ${placed.indexOf(text)}`,
          );
        }
      }
    });

    if (make !== undefined) {
      test('makes values that are found, and no value with one digit changed is', () => {
        fc.assert(
          fc.property(fc.stringMatching(/^\d{16}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, add) => {
            const value = make(digits);
            const label = detector.example.split(/[:\d]/)[0] ?? '';
            assert.ok(seen(`${label} ${value}`).some((hit) => hit.value === value && hit.confidence === 'certain'));
            const positions = [...value].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
            const at = positions[place % positions.length] as number;
            const wrong = `${value.slice(0, at)}${(Number(value[at]) + add) % 10}${value.slice(at + 1)}`;
            assert.deepEqual(
              seen(`${label} ${wrong}`).map((hit) => hit.value),
              [],
            );
          }),
          { numRuns: 60 },
        );
      });
    }
  });
}
