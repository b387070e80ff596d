/** PDF: text at its page and line, Arabic as it is read, and decoders that are stopped in time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../readers/documents/pdf-lines.ts';
import type { ByteSource } from '../../readers/contract.ts';
import { objectOf, ownedText, placesOf, readAll } from './reading.ts';
import { drawLines, writePdf } from './write-pdf.ts';

test('text has its page and line, forms and properties their names', async () => {
  const content = writePdf({
    pages: [drawLines('Contrat', 'CIN XX123456'), drawLines('', 'Suite'), drawLines('T\\351l 0600000001')],
    author: 'Nadia Exemple',
    annotations: [
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (email) /V (ali@exemple.ma) /Rect [0 0 9 9] >>',
      '<< /Type /Annot /Subtype /Text /Contents (rappeler 0600000002) /T (Omar) /Rect [0 0 9 9] >>',
    ],
  });
  const { blocks, unread } = await readAll(objectOf('a.pdf', content));
  assert.deepEqual(unread, []);
  const expected = {
    XX123456: { page: 1, line: 2, column: 5, field: null },
    'Tél 0600000001': { page: 3, line: 1, column: 1, field: null },
    'ali@exemple.ma': { page: 1, line: null, field: 'email' },
    '0600000002': { page: 1, field: 'note' },
    'Nadia Exemple': { page: null, field: 'Author' },
  };
  for (const [value, place] of Object.entries(expected)) {
    const places = placesOf(blocks, value);
    assert.equal(places.length, 1, value);
    assert.partialDeepStrictEqual(places[0], place);
  }
});

test('Arabic drawn from left to right in presentation forms is read in its letters and order', async () => {
  // سلام in the forms of its letters, drawn as it looks from the left: meem, lam-alef, seen.
  const glyphs = '\ufee1\ufefc\ufeb3';
  const content = writePdf({ pages: ['BT /F2 12 Tf 50 700 Td <000100020003> Tj ET'], glyphs });
  const { blocks } = await readAll(objectOf('a.pdf', content));
  assert.equal(ownedText(blocks).trim(), 'سلام');
});

test('pieces of a line that run against its letters are turned', () => {
  const pieces = [
    { text: 'XX123456', x: 10, endsLine: false },
    { text: ' ', x: 80, endsLine: false },
    { text: 'رقم البطاقة الوطنية', x: 90, endsLine: true },
    { text: 'Nom', x: 10, endsLine: false },
    { text: ' ', x: 30, endsLine: false },
    { text: 'علي', x: 40, endsLine: true },
  ];
  assert.equal(linesOf(pieces), 'رقم البطاقة الوطنية XX123456\nNom علي\n');
});

const encrypted =
  '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000001> ' +
  '/U <0000000000000000000000000000000000000000000000000000000000000002> >> /ID [<00> <00>] ';
const refused: readonly (readonly [why: string, content: Uint8Array, reason: string])[] = [
  ['protected by a password', writePdf({ pages: [drawLines('x')], trailer: encrypted }), 'ENCRYPTED'],
  ['nothing but a header', Buffer.from('%PDF-1.7\n'), 'UNABLE_TO_PARSE_FILE'],
  ['noise after the header', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0xa7)]), 'UNABLE_TO_PARSE_FILE'],
];
for (const [why, content, reason] of refused) {
  test(`refused: ${why}`, async () => {
    const { unread } = await readAll(objectOf('a.pdf', content));
    assert.deepEqual(
      unread.map((one) => one.reason),
      [reason],
    );
  });
}

test('a file whose directory is lost is read all the same', async () => {
  const whole = writePdf({ pages: [drawLines('one 0600000003'), drawLines('two')] });
  const { blocks } = await readAll(objectOf('a.pdf', whole.subarray(0, whole.indexOf('startxref'))));
  assert.equal(placesOf(blocks, '0600000003').length, 1);
});

test('limits of pages and bytes are said', async () => {
  const content = writePdf({ pages: [drawLines('one'), drawLines('two')] });
  const few = await readAll(objectOf('a.pdf', content), { maxPages: 1 });
  assert.equal(ownedText(few.blocks), 'one\n');
  assert.equal(few.unread[0]?.reason, 'FILE_EXCEEDS_SIZE_LIMIT');
  const none = await readAll(objectOf('a.pdf', content), { maxPdfBytes: 100 });
  assert.equal(none.unread[0]?.reason, 'FILE_EXCEEDS_SIZE_LIMIT');
});

test('a large file is read by ranges', async () => {
  const content = writePdf({ pages: [drawLines('x 0600000004')], filler: 12_000_000 });
  const plain = objectOf('a.pdf', content);
  let bytes = 0;
  const source: ByteSource = {
    ...plain,
    async *stream(range) {
      for await (const chunk of plain.stream(range)) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
  const { blocks } = await readAll(source);
  assert.equal(placesOf(blocks, '0600000004').length, 1);
  assert.ok(bytes < 3_000_000, `${bytes} bytes`);
});

test('a decoder that does not answer in time is stopped, and so is the reading', async () => {
  const content = writePdf({ pages: [drawLines('x')] });
  const { unread } = await readAll(objectOf('a.pdf', content), { maxDecoderMilliseconds: 1 });
  assert.deepEqual(
    unread.map(({ reason }) => reason),
    ['DECODER_DEADLINE'],
  );
});
