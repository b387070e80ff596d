/** Web pages: words without their tags, at the place they have in the source. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectOf, ownedText, placesOf, readAll } from './reading.ts';

const page = `<!DOCTYPE html>
<html><head><title>Fiche</title><meta name="author" content="Nadia Exemple">
<style>p { color: #0600000001 }</style><script>var x = "0600000002";</script></head>
<body><!-- saisi par Omar Exemple --><h1>Client</h1><p>T&eacute;l : <b>06</b>00000003
et CIN&nbsp;XX123456</p>
<p>Courriel <a href="mailto:ali@exemple.ma">ici</a> <input name="cin" value="XX123457"></p>
<table><tr><th>nom<th>tel<tr><td>Sara<td>0600000004<tr><td>Ali<td>0600000005</table>
<table><tr><td>Né le</td><td>07/05/1990</td></tr></table>
<p>فاطمة 0600000006
</body></html>`;

const expected = {
  Fiche: { line: 2, column: 20 },
  '0600000003': { line: 4, column: 72, field: null },
  XX123456: { line: 5, column: 13 },
  'ali@exemple.ma': { field: 'link' },
  XX123457: { field: 'cin' },
  '0600000005': { field: 'tel', record: 2 },
  '07/05/1990': { line: 8, column: 30, field: null },
  '0600000006': { line: 9, column: 10 },
  'Nadia Exemple': { field: 'author' },
  'saisi par Omar Exemple': { field: 'comment' },
};

for (const chunk of [1, 7, 65_536]) {
  test(`every value stands where it does in the source, in chunks of ${chunk}`, async () => {
    const { blocks, unread } = await readAll(objectOf('page', page, [chunk]));
    assert.deepEqual(unread, []);
    for (const [value, place] of Object.entries(expected)) {
      const places = placesOf(blocks, value);
      assert.equal(places.length, 1, value);
      assert.partialDeepStrictEqual(places[0], place, value);
    }
    for (const hidden of ['0600000001', '0600000002', '<']) assert.deepEqual(placesOf(blocks, hidden), []);
  });
}

test('a workbook that is a web page is read as one', async () => {
  const { blocks } = await readAll(objectOf('export.xls', '<table><tr><td>nom<td>cin<tr><td>Ali<td>XX123458</table>'));
  assert.partialDeepStrictEqual(placesOf(blocks, 'XX123458')[0], { field: 'cin', record: 1 });
});

test('words that only look like a page stay text', async () => {
  const markdown = '# Titre\n\nvoir <b>0600000007</b>\n';
  const { blocks } = await readAll(objectOf('a.md', markdown));
  assert.equal(ownedText(blocks), markdown);
});

test('elements inside each other without end are read to the end of the page', async () => {
  const { blocks, unread } = await readAll(objectOf('a.html', `<html>0600000008<p>${'<b>'.repeat(1_000_000)}0600000009`));
  assert.deepEqual(unread, []);
  assert.deepEqual(placesOf(blocks, '0600000009')[0], { ...placesOf(blocks, '0600000008')[0], column: 3_000_020, line: 1 });
});

test('tables inside each other without end', async () => {
  const { blocks, unread } = await readAll(objectOf('a.html', `<html>${'<table><tr><td>1 '.repeat(100_000)}0600000008`));
  assert.deepEqual(unread, []);
  assert.equal(placesOf(blocks, '0600000008').length, 1);
});

test('columns count code points, lines and columns go on where the source was cut', async () => {
  const line = `<p>😀 é <b>0600000010</b></p><!-- ${'x'.repeat(300_000)} --><p>0600000011\n`;
  for (const chunk of [3, 65_536]) {
    const { blocks } = await readAll(objectOf('a.html', `<html>\n${line}${line}`, [chunk]));
    assert.deepEqual(
      placesOf(blocks, '0600000010').map((place) => [place.line, place.column]),
      [
        [2, 11],
        [3, 11],
      ],
    );
    assert.deepEqual(placesOf(blocks, '0600000011')[1]?.column, 300_041);
  }
});

const long = 'x'.repeat(3000);
const limited: readonly (readonly [what: string, page: string, reason: string | null])[] = [
  ['a cell longer than the limit', `<table><tr><td>${long}<b>${long}</b> 0600000012</table>`, 'cell'],
  ['a row of more cells than any table has', `<table><tr>${'<td>x'.repeat(40_000)}<td>0600000012</table>`, null],
  ['a tag longer than the limit', `0600000012<p title="${long.repeat(3)}">`, 'tag'],
  ['a comment longer than the limit', `0600000012<!-- ${long.repeat(100)}`, 'tag'],
];

for (const [what, body, said] of limited) {
  test(`${what} is read as far as it goes, and said`, async () => {
    const { blocks, unread } = await readAll(objectOf('a.html', `<html>${body}`), { maxCellBytes: 5000 });
    assert.equal(placesOf(blocks, '0600000012').length, 1);
    assert.deepEqual(
      unread.map(({ reason, detail }) => [reason, detail]),
      said === null ? [] : [['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a ${said} of more than 5000 bytes`]],
    );
  });
}

test('a page of another encoding, and tags left open at its end', async () => {
  const { blocks } = await readAll(objectOf('a.html', Buffer.from('<html><body>Pr\u00e9nom : Andr\u00e9 <b', 'latin1')));
  assert.equal(ownedText(blocks).trim(), 'Pr\u00e9nom : Andr\u00e9');
});
