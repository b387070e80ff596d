/** Tables held against a well-kept parser on random input. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { cellsIn, objectOf, placesOf, pointsIn, readAll } from './reading.ts';

interface Written {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly columns: number;
  readonly text: string;
}

const cellText = fc.string({
  unit: fc.constantFrom('a', 'B', '7', '"', ',', ';', '|', '\t', '\n', '\r\n', ' ', 'é', 'ا', '😀', '\0'),
  maxLength: 12,
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Tables with a header of plain names, cells quoted where they must be and here and there where they need not. */
const tables: fc.Arbitrary<Written> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    columns: fc.integer({ min: 2, max: 5 }),
    hasLastLineEnd: fc.boolean(),
  })
  .chain(({ delimiter, lineEnd, columns, hasLastLineEnd }) =>
    fc
      .array(fc.array(fc.tuple(cellText, fc.boolean()), { minLength: columns, maxLength: columns }), { maxLength: 12 })
      .map((rows) => {
        const header = Array.from({ length: columns }, (_, i) => `champ ${'abcde'[i]}`).join(delimiter);
        const lines = rows.map((row) =>
          row.map(([cell, isQuoted]) => (isQuoted || /[",;|\t\r\n]/u.test(cell) ? quoted(cell) : cell)).join(delimiter),
        );
        return { delimiter, lineEnd, columns, text: [header, ...lines].join(lineEnd) + (hasLastLineEnd ? lineEnd : '') };
      }),
  );

/** Filled cells as `record field text` in the order of the file, by the other parser. */
function expectedCells(written: Written): { record: number; field: string; text: string }[] {
  const rows: string[][] = parse(written.text, {
    delimiter: written.delimiter,
    record_delimiter: [written.lineEnd],
    relax_column_count: true,
  });
  const [header, ...records] = rows;
  return records
    .flatMap((row, record) => row.map((text, column) => ({ record, field: header![column]!, text })))
    .filter(({ text }) => text !== '');
}

describe('tables against csv-parse', () => {
  test('the same cells in the same records', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (written, chunkSizes) => {
        const { blocks, unread } = await readAll(objectOf('a.csv', written.text, chunkSizes));
        assert.deepEqual(unread, []);
        assert.deepEqual(cellsIn(blocks), expectedCells(written));
      }),
      { numRuns: 400 },
    );
  });

  test('every letter of every cell is placed at the bytes it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (written) => {
        const stored = Buffer.from(written.text);
        const { blocks } = await readAll(objectOf('a.csv', written.text));
        for (const block of blocks) {
          const { cells, bytes } = block;
          for (let i = 0; i < cells!.count; i++) {
            for (let at = cells!.starts[i]!; at < cells!.ends[i]!; at++) {
              if ((bytes[at]! & 0xc0) === 0x80) continue;
              const place = block.place(at, at + 1);
              assert.equal(stored[place.byteStart!], bytes[at]);
              const before = stored.subarray(0, place.byteStart!).toString().split('\n');
              assert.deepEqual([place.line, place.column], [before.length, pointsIn(before.at(-1)!) + 1]);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a table of many blocks, with cells longer than a block', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [
      `n${i}`,
      i % 97 === 0 ? 'a "b"\n, c' : `ville ${i}`,
      i === 9_000 ? 'x'.repeat(900_000) : 'é',
      '0612345678',
    ]);
    const text =
      ['nom', 'ville', 'note', 'tel'].join(',') +
      '\n' +
      rows.map((row) => row.map((cell) => (/[",\n]/u.test(cell) ? quoted(cell) : cell)).join(',')).join('\n');
    const written: Written = { delimiter: ',', lineEnd: '\n', columns: 4, text };
    const { blocks, unread } = await readAll(objectOf('a.csv', text, [65_536, 1000, 77]));
    assert.deepEqual(unread, []);
    assert.ok(blocks.length > 3);
    assert.deepEqual(cellsIn(blocks), expectedCells(written));
    const stored = Buffer.from(text);
    const lastLine = text.split('\n').length;
    const place = placesOf(blocks, 'n19999')[0]!;
    assert.deepEqual(place, {
      line: lastLine,
      column: 1,
      byteStart: stored.lastIndexOf('n19999'),
      byteEnd: stored.lastIndexOf('n19999') + 6,
      field: 'nom',
      record: 20_000,
      page: null,
    });
  });
});
