/** JSON and JSON lines held against the engine's own parser on random values. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';

type Leaf = readonly [path: string, text: string];

function member(path: string, key: string): string {
  return /^[\p{L}_$][\p{L}\p{M}\p{N}_$-]*$/u.test(key)
    ? `${path}.${key}`
    : `${path}['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
}

/** All values that hold content, in order, each with its path. */
function leavesOf(value: unknown, path = '$'): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((element) => leavesOf(element, `${path}[*]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, member(path, key.toWellFormed())));
  if (typeof value === 'string') return value === '' ? [] : [[path, value.toWellFormed()]];
  return value === null ? [] : [[path, JSON.stringify(value)]];
}

function escapeAll(json: string): string {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const objects = fc.oneof(
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ stringUnit: 'binary' }), { maxKeys: 5 }),
  fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 5 }),
);
const spellings = fc.constantFrom(
  (value: unknown) => JSON.stringify(value),
  (value: unknown) => JSON.stringify(value, null, 2),
  (value: unknown) => escapeAll(JSON.stringify(value, null, '\t')).replaceAll('\n', '\r\n'),
);
const chunks = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });

function leaves(answer: Awaited<ReturnType<typeof readAll>>): Leaf[] {
  return cellsIn(answer.blocks).map(({ field, text }) => [field, text]);
}

describe('JSON against JSON.parse', () => {
  test('the same values at the same paths', async () => {
    await fc.assert(
      fc.asyncProperty(objects, spellings, chunks, async (value, spell, chunkSizes) => {
        const text = spell(value);
        const answer = await readAll(objectOf('a.json', text, chunkSizes));
        assert.deepEqual(answer.unread, []);
        assert.deepEqual(leaves(answer), leavesOf(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('records alike but for a byte of a key, with and without blanks between', async () => {
    const keys = fc.constantFrom('a', 'b', 'ab', 'ac', 'abc', 'abd', 'abcd', 'abce', 'abcdefg', 'abcdefh', 'é', 'ê');
    const values = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', [1, 'x'], { a: 2 }, null),
    );
    const records = fc.array(fc.array(fc.tuple(keys, values), { maxLength: 5 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom('', ' ', '  '), chunks, async (rows, blank, chunkSizes) => {
        const lines = rows
          .map((row) => new Map(row))
          .map((row) => {
            const members = [...row].map(([key, value]) => `"${key}":${blank}${JSON.stringify(value)}`);
            return `{${members.join(`,${blank}`)}}`;
          });
        const answer = await readAll(objectOf('a.jsonl', lines.join('\n'), chunkSizes));
        assert.deepEqual(answer.unread, []);
        assert.deepEqual(
          leaves(answer),
          lines.flatMap((line) => leavesOf(JSON.parse(line))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('JSON lines: the same values, each line a record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(objects, { minLength: 1, maxLength: 6 }), chunks, async (values, chunkSizes) => {
        const answer = await readAll(objectOf('a.jsonl', values.map((value) => JSON.stringify(value)).join('\n'), chunkSizes));
        assert.deepEqual(answer.unread, []);
        const expected = values.flatMap((value, record) => leavesOf(value).map(([field, text]) => ({ record, field, text })));
        assert.deepEqual(cellsIn(answer.blocks), expected);
      }),
      { numRuns: 300 },
    );
  });

  test('every value is placed at the bytes it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(objects, spellings, async (value, spell) => {
        const stored = Buffer.from(spell(value));
        const { blocks } = await readAll(objectOf('a.json', stored));
        for (const block of blocks) {
          const { cells, bytes } = block;
          for (let i = 0; i < cells!.count; i++) {
            const place = block.place(cells!.starts[i]!, cells!.ends[i]!);
            const written = stored.subarray(place.byteStart!, place.byteEnd!).toString();
            const text = Buffer.from(bytes.subarray(cells!.starts[i], cells!.ends[i])).toString();
            const isString = stored[place.byteStart! - 1] === 0x22;
            assert.equal(isString ? String(JSON.parse(`"${written}"`)).toWellFormed() : written, text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an array of many blocks: one record an element, exact places after escapes', async () => {
    const people = Array.from({ length: 24_000 }, (_, i) => ({
      nom: `Zoé "${i}"`,
      cin: `AB${100_000 + i}`,
      villes: ['Fès', i === 12_000 ? 'x'.repeat(700_000) : 'Salé'],
    }));
    const text = escapeAll(JSON.stringify({ people }));
    const answer = await readAll(objectOf('a.json', text, [65_536, 999]));
    assert.deepEqual(answer.unread, []);
    assert.ok(answer.blocks.length > 3);
    assert.deepEqual(leaves(answer), leavesOf({ people }));
    const at = text.indexOf('AB123999');
    const found = placesOf(answer.blocks, 'AB123999');
    assert.deepEqual(found, [
      { line: 1, column: at + 1, byteStart: at, byteEnd: at + 8, field: '$.people[*].cin', record: 24_000, page: null },
    ]);
    const name = text.indexOf(String.raw`Zo\u00e9 \"23999\"`);
    const [place] = placesOf(answer.blocks, 'é "23999"');
    assert.deepEqual([place?.byteStart, place?.byteEnd, place?.column], [name + 2, name + 18, name + 3]);
  });

  test('keys beyond the limit are read as content of one field', async () => {
    const people = Object.fromEntries(Array.from({ length: 12_000 }, (_, i) => [`AB${100_000 + i}`, { ville: 'Fès' }]));
    const { blocks } = await readAll(objectOf('a.json', JSON.stringify({ people })));
    const cells = cellsIn(blocks);
    const names = blocks.at(-1)!.cells!.fieldNames;
    assert.ok(names.length < 1100);
    const asNames = new Set(names);
    const asContent = new Set(cells.filter(({ field }) => field === '$.people.*~').map(({ text }) => text));
    for (const key of Object.keys(people)) assert.ok(asNames.has(`$.people.${key}.ville`) || asContent.has(key));
    assert.equal(cells.filter(({ field, text }) => field.endsWith('.ville') && text === 'Fès').length, 12_000);
  });
});
