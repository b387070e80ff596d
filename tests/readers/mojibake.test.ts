/** UTF-8 that was taken for windows-1252 on its way: read as it was meant, placed where it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { cellsIn, objectOf, ownedText, placesOf, pointsIn, readAll } from './reading.ts';

const decoder = new TextDecoder('windows-1252');
/** What a program makes of UTF-8 that it takes for windows-1252. */
const broken = (text: string): string => decoder.decode(Buffer.from(text));
const brokenTwice = (text: string): string => broken(broken(text));

const textOf = async (text: string): Promise<string> => ownedText((await readAll(objectOf('a.txt', text))).blocks);

const words = [
  'été',
  'à',
  'Fès',
  'œuvre',
  'l’été',
  '12 €',
  '« Noël »',
  'المغرب',
  'رقم البطاقة',
  'شارع محمد الخامس',
  '😀',
  'Ünal',
  'Ça',
];

describe('undone', () => {
  for (const word of words) {
    test(word, async () => {
      assert.equal(await textOf(`a ${broken(word)} b\n`), `a ${word} b\n`);
      assert.equal(await textOf(`a ${brokenTwice(word)} b\n`), `a ${word} b\n`);
    });
  }

  test('in one cell of a table that is sound elsewhere', async () => {
    const text = `nom,ville\nZoé,${broken('Salé, médina').replace(',', ';')}\nمحمد,${brokenTwice('الرباط')}\nÉmile,Fès\n`;
    const stored = Buffer.from(text);
    const { blocks, unread } = await readAll(objectOf('a.csv', text));
    assert.deepEqual(unread, []);
    assert.deepEqual(
      cellsIn(blocks).map((cell) => cell.text),
      ['Zoé', 'Salé; médina', 'محمد', 'الرباط', 'Émile', 'Fès'],
    );
    const [place] = placesOf(blocks, 'الرباط');
    const line = text.split('\n')[2]!;
    assert.deepEqual([place?.line, place?.column], [3, pointsIn(line.split(',')[0]!) + 2]);
    assert.equal(stored.subarray(place!.byteStart!, place!.byteEnd!).toString(), brokenTwice('الرباط'));
    const [after] = placesOf(blocks, 'Fès');
    assert.equal(stored.subarray(after!.byteStart!, after!.byteEnd!).toString(), 'Fès');
  });

  test('in the names of columns', async () => {
    const { blocks } = await readAll(objectOf('a.csv', `${broken('prénom')},tel\nAli,0612345678\n`));
    assert.equal(cellsIn(blocks)[0]?.field, 'prénom');
  });

  test('among lines of other encodings', async () => {
    const stored = Buffer.concat([Buffer.from(`ville ${broken('Salé')}\nFès été\n`), Buffer.from('d\u00e9c\u00e8s\n', 'latin1')]);
    const { blocks } = await readAll(objectOf('a.log', stored));
    assert.equal(ownedText(blocks), 'ville Salé\nFès été\ndécès\n');
    const [place] = placesOf(blocks, 'décès');
    assert.deepEqual(stored.subarray(place!.byteStart!, place!.byteEnd!), Buffer.from('d\u00e9c\u00e8s', 'latin1'));
  });

  test('wherever it is cut, at the very bytes it was written with', async () => {
    const line = `${'x'.repeat(61)} ${broken('né à Fès')} CIN AB123456 ${brokenTwice('شارع')}\n`;
    const text = line.repeat(9000);
    const stored = Buffer.from(text);
    const { blocks } = await readAll(objectOf('a.log', text, [65_536, 999]));
    assert.equal(ownedText(blocks), `${'x'.repeat(61)} né à Fès CIN AB123456 شارع\n`.repeat(9000));
    const found = placesOf(blocks, 'AB123456');
    assert.equal(found.length, 9000);
    const column = pointsIn(line.slice(0, line.indexOf('AB123456'))) + 1;
    for (const [index, place] of found.entries()) {
      assert.deepEqual([place.line, place.column], [index + 1, column]);
      assert.equal(stored.subarray(place.byteStart!, place.byteEnd!).toString(), 'AB123456');
    }
  });
});

describe('left alone', () => {
  const honest = [
    'LA LIBERTÉ\u00a0» OÙ\u00a0» OÙ… CAFÉ\u00a0:',
    'cité\u00a0» été\u00a0: là\u00a0»',
    'CHÂTEAU, NÃO, Ångström, Ø 12, ÉÈÀ',
    'é©®, €™, «é»',
    '中文, ελληνικά, кириллица',
    'محمد الخامس، المغرب',
  ];
  for (const text of honest) test(text, async () => assert.equal(await textOf(text), text));

  test('French and Arabic of any words', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abeèéêàçôùûïœÉÀÇ’«»… \u00a0،اللمحدرعنيهوة0'), maxLength: 40 });
    await fc.assert(fc.asyncProperty(letters, async (text) => assert.equal(await textOf(`x${text}`), `x${text}`)));
  });
});

test('undone whatever the words', async () => {
  const wordOf = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 12 });
  const word = fc.oneof(wordOf('abeèéêàçôùûïœ’'), wordOf('اللمحدرعنيهوة'));
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(broken, brokenTwice), async (meant, breaking) => {
      assert.equal(await textOf(`x ${breaking(meant)}\n`), `x ${meant}\n`);
    }),
    { numRuns: 300 },
  );
});
