/** Every encoding, as text and as a table: the same content, and places that point at the very bytes stored. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellsIn, objectOf, ownedText, placesOf, pointsIn, readAll } from './reading.ts';

/** The inverse of the decoder of a one-byte encoding. */
function singleByte(label: string): (text: string) => Buffer {
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code++) codes.set(new TextDecoder(label).decode(Uint8Array.of(code)), code);
  return (text) =>
    Buffer.from(Array.from(text).map((character) => codes.get(character) ?? assert.fail(`${label} lacks a letter of the test`)));
}

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
const windows1252 = singleByte('windows-1252');
const windows1256 = singleByte('windows-1256');
const iso8859 = singleByte('iso-8859-6');
/** Letters as in ISO 8859-6; small French ones, Arabic digits and the marks of quotation have bytes of their own (Apple, `ARABIC.TXT`). */
const macArabic = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text, (character) => {
      const own = 'áàâäں«çéèêëí…îïñó»ôö÷úùûü'.indexOf(character);
      if (own >= 0) return Buffer.of(0x87 + own);
      const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(character);
      return digit >= 0 ? Buffer.of(0xb0 + digit) : iso8859(character);
    }),
  );

interface Encoding {
  readonly name: string;
  readonly mark: Buffer;
  readonly encode: (text: string) => Buffer;
  readonly scripts: readonly (keyof typeof rows)[];
}

const noMark = Buffer.alloc(0);
const encodings: readonly Encoding[] = [
  { name: 'UTF-8', mark: noMark, encode: (text) => Buffer.from(text), scripts: ['ascii', 'french', 'arabic', 'astral'] },
  {
    name: 'UTF-8 with a mark',
    mark: Buffer.from('efbbbf', 'hex'),
    encode: (text) => Buffer.from(text),
    scripts: ['ascii', 'french', 'arabic', 'astral'],
  },
  {
    name: 'UTF-16 LE with a mark',
    mark: Buffer.from('fffe', 'hex'),
    encode: utf16le,
    scripts: ['ascii', 'french', 'arabic', 'astral'],
  },
  {
    name: 'UTF-16 BE with a mark',
    mark: Buffer.from('feff', 'hex'),
    encode: utf16be,
    scripts: ['ascii', 'french', 'arabic', 'astral'],
  },
  { name: 'UTF-16 LE', mark: noMark, encode: utf16le, scripts: ['ascii', 'french', 'arabic'] },
  { name: 'UTF-16 BE', mark: noMark, encode: utf16be, scripts: ['ascii', 'french', 'arabic'] },
  { name: 'windows-1252', mark: noMark, encode: windows1252, scripts: ['ascii', 'french'] },
  { name: 'windows-1256', mark: noMark, encode: windows1256, scripts: ['ascii', 'arabic', 'mixed'] },
  { name: 'ISO 8859-6', mark: noMark, encode: iso8859, scripts: ['ascii', 'arabic'] },
  { name: 'ISO 8859-15', mark: noMark, encode: singleByte('iso-8859-15'), scripts: ['ascii', 'french', 'euro'] },
  { name: 'MacArabic', mark: noMark, encode: macArabic, scripts: ['ascii', 'arabic', 'digits', 'mixed'] },
  { name: 'Macintosh', mark: noMark, encode: singleByte('macintosh'), scripts: ['ascii', 'french', 'euro'] },
];

/** Rows of a table; the last cell of each is looked for. */
const rows = {
  ascii: [
    ['Ali', 'Rabat', 'AB123456'],
    ['Sara', 'Fes', 'ali@example.ma'],
  ],
  french: [
    ['Émilie', 'Salé, médina', 'née à Fès'],
    ['Zoé', 'Aïn Sebaâ €', 'Père Noël'],
  ],
  arabic: [
    ['محمد', 'الرباط', 'رقم البطاقة الوطنية'],
    ['فاطمة الزهراء', 'سلا، المدينة', 'الدار البيضاء'],
  ],
  euro: [
    ['Sœur Zoé', '12 €', 'cœur à Fès'],
    ['Béni', 'Œuvre', '1 200 €'],
  ],
  digits: [
    ['محمد', '٠٦١٢٣٤٥٦٧٨', 'رقم ١٢٣٤٥٦'],
    ['«فاطمة»', 'الرباط', '٢٠٢٤'],
  ],
  mixed: [
    ['عبد الرحيم', 'résidence, médina', 'شارع الحسن الثاني'],
    ['نور الدين', 'né à Fès', 'حي السلام'],
  ],
  astral: [
    ['Ali 😀', 'Rabat 😀😀', '😀 AB123456'],
    ['é𝒳', 'x', 'ت😀'],
  ],
} as const;

interface Planted {
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** Line and column of each value, counted in the text itself. */
function plantedIn(text: string, values: readonly string[]): Planted[] {
  return values.map((value) => {
    const before = text.slice(0, text.indexOf(value)).split('\n');
    return { value, line: before.length, column: pointsIn(before.at(-1)!) + 1 };
  });
}

// Arabic without a single space is still told from bytes of no text.
test('UTF-16 of one Arabic word, without a mark', async () => {
  for (const encode of [utf16le, utf16be]) {
    const { blocks, unread } = await readAll(objectOf('a.txt', encode('مكناس')));
    assert.deepEqual([ownedText(blocks), unread], ['مكناس', []]);
  }
});

for (const { name, mark, encode, scripts } of encodings) {
  describe(name, () => {
    for (const script of scripts) {
      const values = rows[script].map((row) => row[2]);

      test(`text, ${script}`, async () => {
        const text = `${rows[script].map((row) => row.join(' -- ')).join('\r\n')}\r\n`;
        const stored = Buffer.concat([mark, encode(text)]);
        const { blocks, unread } = await readAll(objectOf('a.txt', stored));
        assert.deepEqual(unread, []);
        assert.equal(ownedText(blocks), text);
        for (const { value, line, column } of plantedIn(text, values)) {
          const [place] = placesOf(blocks, value);
          assert.deepEqual([place?.line, place?.column, place?.field, place?.record], [line, column, null, null]);
          assert.deepEqual(stored.subarray(place!.byteStart!, place!.byteEnd!), encode(value));
        }
      });

      test(`table, ${script}`, async () => {
        const text = `nom;ville;note\n${rows[script].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n')}\n`;
        const stored = Buffer.concat([mark, encode(text)]);
        const { blocks, unread } = await readAll(objectOf('a.csv', stored));
        assert.deepEqual(unread, []);
        assert.deepEqual(
          cellsIn(blocks).map((cell) => cell.text),
          rows[script].flat(),
        );
        for (const [record, { value, line, column }] of plantedIn(text, values).entries()) {
          const [place] = placesOf(blocks, value);
          assert.deepEqual([place?.line, place?.column, place?.field, place?.record], [line, column, 'note', record + 1]);
          assert.deepEqual(stored.subarray(place!.byteStart!, place!.byteEnd!), encode(value));
        }
      });
    }
  });
}

/** The letters of all bytes above 0x7F. */
const lettersOf = (label: string): string =>
  Array.from({ length: 128 }, (_, i) => new TextDecoder(label).decode(Uint8Array.of(128 + i))).join(' a ');

describe('text that changes its encoding', () => {
  const ascii = `${'x'.repeat(79)}\n`.repeat(9000);

  test('the first letter beyond ASCII comes late', async () => {
    for (const [encode, value] of [
      [windows1252, 'née à Fès'],
      [windows1256, 'رقم البطاقة'],
    ] as const) {
      const { blocks } = await readAll(objectOf('a.log', Buffer.concat([Buffer.from(ascii), encode(`a ${value} b`)])));
      assert.deepEqual(placesOf(blocks, value), [
        {
          line: 9001,
          column: 3,
          byteStart: ascii.length + 2,
          byteEnd: ascii.length + 2 + pointsIn(value),
          field: null,
          record: null,
          page: null,
        },
      ]);
    }
  });

  test('lines of one byte a letter among lines of UTF-8', async () => {
    const parts = [
      Buffer.from('émission à Fès\n'),
      windows1252('décès à Salé\n'),
      Buffer.from('المغرب\n'),
      windows1256('رقم البطاقة الوطنية\n'),
      Buffer.from('fin: été\n'),
    ];
    const stored = Buffer.concat(parts);
    const { blocks } = await readAll(objectOf('a.log', stored));
    assert.equal(ownedText(blocks), 'émission à Fès\ndécès à Salé\nالمغرب\nرقم البطاقة الوطنية\nfin: été\n');
    for (const [value, bytes, line] of [
      ['Salé', windows1252('Salé'), 2],
      ['المغرب', Buffer.from('المغرب'), 3],
      ['البطاقة', windows1256('البطاقة'), 4],
      ['été', Buffer.from('été'), 5],
    ] as const) {
      const [place] = placesOf(blocks, value);
      assert.equal(place!.line, line);
      assert.deepEqual(stored.subarray(place!.byteStart!, place!.byteEnd!), bytes);
    }
  });

  test('such lines stay in place when they are far apart', async () => {
    const utf8 = 'été comme hiver, à Fès\n'.repeat(20_000);
    const stored = Buffer.concat([Buffer.from(utf8), windows1252('Salé\n'), Buffer.from(utf8), windows1252('Béni Mellal')]);
    const { blocks } = await readAll(objectOf('a.log', stored));
    for (const value of ['Salé', 'Béni Mellal']) {
      const [place] = placesOf(blocks, value);
      assert.deepEqual(stored.subarray(place!.byteStart!, place!.byteEnd!), windows1252(value));
    }
  });

  test('a code point that a log cut in two harms nothing around it', async () => {
    const stored = Buffer.concat([
      Buffer.from('ville: Fès, été'),
      Buffer.from('é').subarray(0, 1),
      Buffer.from(' CIN AB123456 é\n'),
    ]);
    const { blocks } = await readAll(objectOf('a.log', stored));
    const [place] = placesOf(blocks, 'AB123456 é');
    assert.equal(stored.subarray(place!.byteStart!, place!.byteEnd!).toString(), 'AB123456 é');
    assert.match(ownedText(blocks), /^ville: Fès, été/u);
  });

  test('half a surrogate pair in UTF-16 becomes U+FFFD', async () => {
    const stored = Buffer.concat([Buffer.from('fffe', 'hex'), utf16le('a \ud800 AB123456 \udc00')]);
    const { blocks } = await readAll(objectOf('a.txt', stored));
    assert.equal(ownedText(blocks), 'a \ufffd AB123456 \ufffd');
    const [place] = placesOf(blocks, 'AB123456');
    assert.deepEqual([place?.byteStart, place?.byteEnd, place?.column], [10, 26, 5]);
  });

  test('every byte of windows-1252 and windows-1256 keeps its letter', async () => {
    for (const [label, encode, sample] of [
      ['windows-1252', windows1252, 'École à Fès, '],
      ['windows-1256', windows1256, 'رقم البطاقة الوطنية '],
    ] as const) {
      const text = `${sample.repeat(40)}${lettersOf(label)}\n`;
      assert.equal(ownedText((await readAll(objectOf('a.txt', encode(text)))).blocks), text);
    }
    assert.equal(windows1252('€')[0], 0x80);
  });
});

describe('words that tell their encoding by themselves', () => {
  const words: Readonly<Record<string, readonly string[]>> = {
    'windows-1252': ['l’été', 'SALÉ', '« Noël »', 'œuvre', 'Hay Riad, Témara'],
    'windows-1256': ['محمد', 'الرباط', 'رقم الهاتف', 'سلا، المدينة', 'فاطمة'],
    'iso-8859-6': ['محمد', 'الرباط', 'رقم الهاتف', 'سلا، المدينة', 'فاطمة'],
    'iso-8859-15': ['œuvre', '12 €'],
    macintosh: ['né à Salé', 'décès', 'SALÉ'],
  };
  for (const [label, texts] of Object.entries(words)) {
    test(label, async () => {
      for (const text of texts) {
        assert.equal(ownedText((await readAll(objectOf('a.txt', singleByte(label)(text)))).blocks), text);
      }
    });
  }
});
