/**
 * Cells that are told at a glance (`usual`) give what looking at them in full gives. A scanner with a detector of the user's own looks
 * at all cells in full: both scan the same tables here, and must say the same of every match.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeCorpus } from '../../bench/accuracy/corpus.ts';
import type { RealText } from '../../bench/accuracy/real-text.ts';
import { templatesOf } from '../../bench/accuracy/templates/all.ts';
import { languages } from '../../bench/accuracy/templates/kinds.ts';
import { corpora } from '../../bench/corpora/all.ts';
import { objectOf } from '../../bench/memory-object.ts';
import { ribKey } from '../../detectors/checksums/rib.ts';
import type { Scanner, Text } from '../../detectors/contract.ts';
import { type Detector, listTerms, splitWords, type ValueDetector } from '../../detectors/define.ts';
import { registry } from '../../detectors/registry.ts';
import { createCustomScanner, createScanner } from '../../detectors/scanner.ts';
import { readObject } from '../../readers/read-object.ts';
import { tableOf } from './cases.ts';

/** Finds nothing, anywhere. */
const nothing: ValueDetector = {
  kind: 'value',
  id: 'custom/nothing',
  category: 'contact',
  title: 'Nothing',
  finds: 'Nothing.',
  references: ['This test'],
  example: '',
  anchors: [],
  context: {},
  fields: { says: '' },
  check: () => false,
  normalise: (value) => value,
};
const quick = createScanner();
const full = createCustomScanner({ detectors: [nothing], allow: [] });

function scan(scanner: Scanner, text: Text): string[] {
  const found: string[] = [];
  scanner.scan(
    text,
    ({ detector, category, start, end, confidence, evidence }) =>
      found.push(
        `${detector} ${category} ${start}-${end} ${confidence} ${evidence.map(({ kind, detail }) => `${kind}:${detail}`).join()}`,
      ),
    ({ detector }) => assert.fail(`${detector} has thrown`),
  );
  return found;
}

/** Holds the two scanners against each other; a difference is shown with the cell it lies in. */
function assertSame(text: Text): void {
  const [seen, expected] = [scan(quick, text), scan(full, text)];
  const at = expected.findIndex((line, index) => line !== seen[index]);
  if (at < 0 && seen.length === expected.length) return;
  const start = Number(((expected[at] ?? seen.at(-1)) as string).split(' ')[2]?.split('-')[0]);
  assert.fail(
    `${expected[at]} is ${seen[at]} in ${Buffer.from(text.bytes.subarray(Math.max(0, start - 40), start + 60)).toString()}`,
  );
}

/** One cell for each value in a field, in records of a person. */
const columnOf = (field: string, values: readonly string[]): Text =>
  tableOf(
    ['prenom', field],
    values.map((value) => ['Salma', value]),
  );

async function assertSameInFile(name: string, bytes: Uint8Array): Promise<void> {
  for await (const part of readObject(objectOf(name, bytes))) if (part.kind === 'block') assertSame(part);
}

/** A name that says that a field holds what a detector looks for. */
const fieldOf = (detector: Detector): string => splitWords(detector.fields.says)[0]?.replace('=', '') ?? '';
const settling = registry.flatMap((detector) => (detector.kind === 'value' && detector.usual !== undefined ? [detector] : []));

const termsOf = (detector: Detector): readonly string[] =>
  detector.kind === 'value'
    ? [detector.context, detector.counter].flatMap(listTerms)
    : [detector.strong, detector.weak, detector.firstNames, detector.predicates, detector.falseFriends].flatMap(listTerms);
const terms = [...new Set(registry.flatMap(termsOf))];

describe('cells told at a glance are what they are in full', () => {
  for (const id of ['csv', 'json'] as const) {
    test(`in the text of the bench: ${id}`, async () => {
      const { file, make } = corpora[id];
      await assertSameInFile(file, make(600_000, 7).bytes);
    });
  }

  for (const language of languages) {
    test(`in the records of the accuracy corpus: ${language}`, async () => {
      const real: RealText = { take: () => ({ name: 'empty.txt', kind: 'real text', bytes: new Uint8Array(0), labels: [] }) };
      for (const { name, bytes } of makeCorpus(templatesOf('train', language), { seed: 3, part: 'train', values: 60 }, real))
        if (/\.(?:csv|jsonl?|sql)$/.test(name)) await assertSameInFile(name, bytes);
    });
  }

  test('whatever word of the detectors stands in them', () => {
    for (const written of [(term: string) => term, (term: string) => term.toUpperCase(), (term: string) => `${term}s`]) {
      const all = terms.map(written);
      assertSame(columnOf('nom', all));
      assertSame(
        columnOf(
          'nom complet',
          all.map((term) => `Salma ${term}`),
        ),
      );
      assertSame(
        columnOf(
          'adresse',
          all.map((term) => `12 rue ${term}, 20000 Rabat`),
        ),
      );
      assertSame(
        columnOf(
          'adresse',
          all.map((term) => `${term} 12 hay Salam`),
        ),
      );
      for (const joint of ['.', '-', '_', ''])
        assertSame(
          columnOf(
            'email',
            all.map((term) => `${term.replaceAll(/[ '’]/g, joint)}@menara.ma`),
          ),
        );
      assertSame(
        columnOf(
          'email',
          all.map((term) => `salma@${term.replaceAll(/[ '’]/g, '-')}.ma`),
        ),
      );
    }
  });

  test('with every letter of a card and every range of numbers', () => {
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(0x41 + at));
    const cards = ['', ...letters].flatMap((first) => letters.map((second) => first + second));
    for (const digits of ['12345', '018030', '80211', '800000'])
      assertSame(
        columnOf(
          'cin',
          cards.map((card) => card + digits),
        ),
      );
    const ranges = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(4, '0'));
    for (const [before, behind] of [
      ['0', '12345'],
      ['+212', '12345'],
      ['00212', '12345'],
      ['+213', '12345'],
      ['', '12345'],
    ] as const)
      assertSame(
        columnOf(
          'telephone',
          ranges.map((range) => before + range + behind),
        ),
      );
    const banks = Array.from({ length: 1000 }, (_, at) => `${String(at).padStart(3, '0')}7801234567890123456`);
    assertSame(
      columnOf(
        'rib',
        banks.flatMap((account) => [account + ribKey(account), `${account}00`]),
      ),
    );
    const days = ranges.map((day) => `${day.slice(0, 2)}/${day.slice(2)}`);
    assertSame(
      columnOf(
        'date naissance',
        days.flatMap((day) => [`${day}/1983`, `1983-${day.replace('/', '-')}`, `${day.replace('/', '-')}-1983`]),
      ),
    );
  });

  const forms = fc.oneof(
    fc.stringMatching(/^[A-Z]{1,3}\d{4,7}$/),
    fc.stringMatching(/^(?:0|\+212|00212)[5-8]\d{7,9}$/),
    fc.stringMatching(/^[a-z]{1,8}(?:[._-][a-z\d]{1,6}){0,3}@[a-z]{2,6}\.(?:ma|com|fr|js)$/),
    fc.stringMatching(/^[A-Z][a-z]{1,8}(?:[ -][A-Z][a-z]{1,8}){0,2}$/),
    fc.stringMatching(/^\d{1,4} (?:rue|hay|av\.) [A-Za-z\d ,.-]{1,24}$/),
    fc.stringMatching(/^[0-3]\d[/.-][01]\d[/.-](?:19|20)\d\d$/),
    fc.stringMatching(/^\d{9,24}$/),
  );
  const piece = fc.oneof(
    { weight: 4, arbitrary: forms },
    { weight: 2, arbitrary: fc.constantFrom(...terms) },
    { weight: 2, arbitrary: fc.constantFrom(...registry.map(({ example }) => example)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'contact',
        'info',
        'Rabat',
        'El',
        'Ben',
        'n°',
        'é',
        'Aïcha',
        'WW',
        '1234',
        'example',
        '\u200f',
        '\xa0',
      ),
    },
  );
  const joint = fc.constantFrom(' ', '.', '-', '_', "'", ', ', '@', '/', '');
  const cell = fc
    .array(fc.tuple(piece, joint), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([text, sign], at) => (at + 1 < parts.length ? text + sign : text)).join(''))
    .map((text) => text.replaceAll(/[;\n]/g, ' '));

  test('with whatever else stands in them, in every order', () => {
    const fields = [...settling.map(fieldOf), 'nom', 'id', 'note'];
    const row = fc.tuple(...fields.map(() => cell));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => assertSame(tableOf(fields, rows))),
      { numRuns: 1500, seed: 1 },
    );
  });
});
