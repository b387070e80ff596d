/** RTF and the properties of pictures. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectOf, ownedText, placesOf, readAll } from './reading.ts';

const rtf: readonly (readonly [why: string, content: string, text: string])[] = [
  [
    'paragraphs, tabs and styles',
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\b Nom\\b0\\tab Ali\\par\r\nT\\'e9l 0600000001\\par}",
    'Nom\tAli\nTél 0600000001\n',
  ],
  [
    'characters by number, and what stands in for them',
    "{\\rtf1\\uc1 \\u1593?\\u1604?\\u1610? {\\uc0 \\u233}t\\u233\\'e9}",
    'علي été',
  ],
  [
    'a font of another code page',
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset178 B;}}\\f0 \\'e9 {\\f1 \\'dd\\'c7\\'d8\\'e3\\'c9} \\'e9}",
    'é فاطمة é',
  ],
  ['pictures and objects left out', '{\\rtf1 a{\\pict\\bin5 }}{}\\}b{\\*\\unknown c}d{\\*\\annotation note 7}}', 'abdnote 7'],
  ['rows of tables', '{\\rtf1\\trowd\\cellx1 nom\\cell Ali\\cell\\row}', 'nom\tAli\t\n'],
];

describe('rtf', () => {
  for (const [why, content, expected] of rtf) {
    for (const chunk of [1, 3, 65_536]) {
      test(`${why}, in chunks of ${chunk}`, async () => {
        const { blocks, unread } = await readAll(objectOf('a.doc', Buffer.from(content, 'latin1'), [chunk]));
        assert.deepEqual(unread, []);
        assert.equal(ownedText(blocks), expected);
      });
    }
  }

  test('a value has its line, properties their names', async () => {
    const content = '{\\rtf1{\\info{\\author Nadia Exemple}{\\title x}}un\\par deux 0600000002\\par}';
    const { blocks } = await readAll(objectOf('a.rtf', content));
    assert.partialDeepStrictEqual(placesOf(blocks, '0600000002')[0], { line: 2, column: 6 });
    assert.partialDeepStrictEqual(placesOf(blocks, 'Nadia Exemple')[0], { field: 'author' });
  });

  test('groups without end take neither the stack nor the memory', async () => {
    const { blocks } = await readAll(
      objectOf('a.rtf', `{\\rtf1 ${'{'.repeat(1_000_000)}0600000003${'}'.repeat(2_000_000)}0600000004`),
    );
    assert.equal(placesOf(blocks, '0600000003').length, 1);
    assert.equal(placesOf(blocks, '0600000004').length, 1);
  });
});

interface Tag {
  readonly id: number;
  readonly type: 2 | 4 | 5;
  readonly values: string | readonly number[];
}

/** A TIFF directory (TIFF 6.0, section 2) that begins at `at`. */
function directory(tags: readonly Tag[], at: number): Buffer {
  const entries = Buffer.alloc(2 + 12 * tags.length + 4);
  const data: Buffer[] = [];
  let dataAt = at + entries.length;
  entries.writeUInt16LE(tags.length, 0);
  tags.forEach(({ id, type, values }, index) => {
    const texts = typeof values === 'string' ? Buffer.from(`${values}\0`) : null;
    const numbers = typeof values === 'string' ? [] : values;
    const bytes = texts ?? Buffer.alloc(type === 4 ? 4 : numbers.length * 8);
    if (texts === null)
      numbers.forEach((number, i) =>
        type === 4 ? bytes.writeUInt32LE(number, 0) : (bytes.writeUInt32LE(number, i * 8), bytes.writeUInt32LE(1, i * 8 + 4)),
      );
    const entry = 2 + 12 * index;
    entries.writeUInt16LE(id, entry);
    entries.writeUInt16LE(type, entry + 2);
    entries.writeUInt32LE(texts?.length ?? numbers.length, entry + 4);
    if (bytes.length <= 4) bytes.copy(entries, entry + 8);
    else {
      entries.writeUInt32LE(dataAt, entry + 8);
      data.push(bytes);
      dataAt += bytes.length;
    }
  });
  return Buffer.concat([entries, ...data]);
}

function writeTiff(): Buffer {
  const head = Buffer.from('49492a0008000000', 'hex');
  const tags = (gpsAt: number): Buffer =>
    directory(
      [
        { id: 0x010e, type: 2, values: 'chez Ali Exemple' },
        { id: 0x013b, type: 2, values: 'Nadia Exemple' },
        { id: 0x8825, type: 4, values: [gpsAt] },
      ],
      8,
    );
  const gpsAt = 8 + tags(0).length;
  const gps = directory(
    [
      { id: 1, type: 2, values: 'N' },
      { id: 2, type: 5, values: [33, 30, 0] },
      { id: 3, type: 2, values: 'W' },
      { id: 4, type: 5, values: [7, 30, 0] },
    ],
    gpsAt,
  );
  return Buffer.concat([head, tags(gpsAt), gps]);
}

function writeJpeg(tiff: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2, 0);
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), length, body, Buffer.from('ffd9', 'hex')]);
}

describe('pictures', () => {
  const pictures = { 'photo.jpg': writeJpeg(writeTiff()), 'scan.tif': writeTiff() };
  for (const [name, content] of Object.entries(pictures)) {
    test(`${name}: where and by whom`, async () => {
      const { blocks, unread } = await readAll(objectOf(name, content));
      assert.partialDeepStrictEqual(placesOf(blocks, '33.500000, -7.500000')[0], { field: 'GPS position' });
      assert.partialDeepStrictEqual(placesOf(blocks, 'Nadia Exemple')[0], { field: 'Artist' });
      assert.partialDeepStrictEqual(placesOf(blocks, 'chez Ali Exemple')[0], { field: 'ImageDescription' });
      assert.deepEqual(
        unread.map(({ reason }) => reason),
        ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
      );
    });
  }

  test('damaged anywhere, a picture is never more than said to be so', async () => {
    const whole = writeJpeg(writeTiff());
    for (let length = 4; length < whole.length; length += 3) {
      const { unread } = await readAll(objectOf('a.jpg', whole.subarray(0, length)));
      assert.equal(unread.at(-1)?.reason, 'UNSUPPORTED_FILE_TYPE_EXCEPTION');
    }
  });
});
