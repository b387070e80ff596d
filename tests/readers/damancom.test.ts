/** Declarations of wages: fixed columns without separators. All values are made up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScanner } from '../../detectors/scanner.ts';
import { locateMatches } from '../../findings/locate.ts';
import { readObject } from '../../readers/read-object.ts';
import { cellsIn, objectOf, placesOf, readAll } from './reading.ts';

const line = (...parts: readonly string[]) => `${parts.join('').padEnd(260)}\r\n`;
const person = (type: string, insured: string, [name, first]: readonly [string, string], rest: string) =>
  line(type, '1234567', '202401', insured, name.padEnd(30), first.padEnd(30), rest);
const file = [
  line('B00', '12345671', '7B0'),
  person('A02', '111222333', ['EL AMRANI', 'SÁRA'], '02000120'),
  person('B02', '444555666', ['BEN ALI', 'OMAR'], 'AB123456260000500000'),
].join('');

for (const [encoding, content] of [
  ['UTF-8', Buffer.from(file, 'utf8')],
  ['windows-1252', Buffer.from(file, 'latin1')],
] as const) {
  test(`columns by their width, in ${encoding}`, async () => {
    const { blocks, unread } = await readAll(objectOf('declaration.txt', content, [100]));
    assert.deepEqual(unread, []);
    assert.deepEqual(
      cellsIn(blocks).map(({ record, field, text }) => [record, field, text]),
      [
        [0, 'B00.num_affilie_cnss', '1234567'],
        [0, 'B00.reste', '17B0'],
        [1, 'A02.num_affilie_cnss', '1234567'],
        [1, 'A02.periode', '202401'],
        [1, 'A02.num_assure_cnss', '111222333'],
        [1, 'A02.nom', 'EL AMRANI'],
        [1, 'A02.prenom', 'SÁRA'],
        [1, 'A02.reste', '02000120'],
        [2, 'B02.num_affilie_cnss', '1234567'],
        [2, 'B02.periode', '202401'],
        [2, 'B02.num_assure_cnss', '444555666'],
        [2, 'B02.nom', 'BEN ALI'],
        [2, 'B02.prenom', 'OMAR'],
        [2, 'B02.num_cin', 'AB123456'],
        [2, 'B02.reste', '260000500000'],
      ],
    );
    const [place] = placesOf(blocks, 'AB123456');
    assert.deepEqual([place?.line, place?.column, place?.record], [3, 86, 3]);
  });
}

test('what no word border shows is found', async () => {
  const found: string[] = [];
  await locateMatches(readObject(objectOf('declaration.txt', file)), createScanner(), {
    onMatch: ({ match, field }) => void found.push(`${match.detector} ${field}`),
    onUnread: () => undefined,
    onFailure: () => undefined,
  });
  assert.ok(found.includes('ma/cin B02.num_cin'), found.join(', '));
});

test('other lines of that kind are text', async () => {
  const { blocks } = await readAll(objectOf('notes.txt', 'A02 is a road\nB02 is another\n'));
  assert.equal(blocks[0]?.cells, null);
});
