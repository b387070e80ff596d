/** Rows of tables as blocks: each text a cell, each row a record, nothing lost and nothing cut. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Block, FieldTexts } from '../../readers/contract.ts';
import { blocksOfRecords } from '../../readers/records.ts';
import { cellsIn, placesOf } from './reading.ts';

async function blocksOf(records: readonly FieldTexts[]): Promise<Block[]> {
  const stream = async function* (): AsyncGenerator<FieldTexts> {
    yield* await Promise.resolve(records);
  };
  const blocks: Block[] = [];
  for await (const block of blocksOfRecords(stream())) blocks.push(block);
  return blocks;
}

describe('rows', () => {
  test('keep every text, in its field and record', async () => {
    const texts = fc.array(
      fc.array(fc.tuple(fc.constantFrom('nom', 'tel', '$.a[*].b', 'العنوان'), fc.string({ unit: 'binary' })), { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (records) => {
        const expected = records.flatMap((row, record) =>
          row.map(([field, text]) => ({ record, field, text: text.toWellFormed() })),
        );
        assert.deepEqual(
          cellsIn(await blocksOf(records)),
          expected.filter(({ text }) => text !== ''),
        );
      }),
    );
  });

  test('have places of field and record only', async () => {
    const blocks = await blocksOf([
      [['nom', 'Ali']],
      [
        ['nom', ''],
        ['tel', 'tél 0612345678'],
      ],
    ]);
    assert.deepEqual(placesOf(blocks, '0612345678'), [
      { line: null, column: null, byteStart: null, byteEnd: null, field: 'tel', record: 2, page: null },
    ]);
  });

  test('of one record stay in one block, however many and however long', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i): FieldTexts => [
      ['cin', `AB${100_000 + i}`],
      ['note', 'é'.repeat(i === 777 ? 600_000 : 20)],
      ['tel', '0612345678'],
    ]);
    const blocks = await blocksOf(rows);
    assert.ok(blocks.length > 3);
    for (const { cells } of blocks) assert.equal(cells!.count % 3, 0);
    assert.equal(cellsIn(blocks).length, 90_000);
    assert.equal(placesOf(blocks, 'AB129999')[0]?.record, 30_000);
  });

  test('with fields without end: values share one, their paths are content', async () => {
    const paths = Array.from({ length: 5000 }, (_, i) => `$.people.AB${100_000 + i}`);
    const blocks = await blocksOf(paths.map((path): FieldTexts => [[path, 'Fès']]));
    const cells = cellsIn(blocks);
    const names = new Set(blocks.at(-1)!.cells!.fieldNames);
    assert.ok(names.size < 2000);
    const asContent = new Set(cells.filter(({ field }) => field === '*~').map(({ text }) => text));
    for (const path of paths) assert.ok(names.has(path) || asContent.has(path));
    assert.equal(cells.filter(({ text }) => text === 'Fès').length, 5000);
  });

  test('without a filled cell still name their fields; none give nothing', async () => {
    assert.deepEqual(
      (await blocksOf([[['AB123456', '']]])).map(({ cells }) => cells?.fieldNames),
      [['AB123456']],
    );
    assert.deepEqual(await blocksOf([]), []);
  });
});
