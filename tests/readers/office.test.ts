/** Office files: each planted value is found at its exact place, and what cannot be read is said. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lettersOf } from '../../readers/table-rows.ts';
import { columnOf } from '../../readers/documents/xlsx-sheet.ts';
import type { Place, ReaderLimits } from '../../readers/contract.ts';
import { objectOf, placesOf, readAll } from './reading.ts';
import { paragraph, tableXml, writeDocx, writeOpenDocument, writePptx, writeXlsx } from './write-office.ts';
import { writeZip } from './write-zip.ts';

type Planted = readonly [value: string, ...places: readonly Partial<Place>[]];

interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly planted: readonly Planted[];
  readonly unread?: readonly string[];
}

const clients = [
  ['nom', 'cin', 'tel'],
  ['Ali Exemple', 'XX123456', '0600000001'],
  ['Sara Exemple', 'XX123457', '0600000002'],
];

const xlsx: readonly Case[] = [
  {
    why: 'cells under the names of their columns',
    name: 'a.xlsx',
    content: writeXlsx({ sheets: [{ name: 'Clients', rows: clients }] }),
    planted: [
      ['XX123456', { field: 'cin', record: 1, page: 1, cell: 'B2' }],
      ['0600000002', { field: 'tel', record: 2, page: 1, cell: 'C3' }],
    ],
  },
  {
    why: 'known without its extension',
    name: 'backup',
    content: writeXlsx({ sheets: [{ name: 'Clients', rows: clients }], style: { hasDescriptors: true } }),
    planted: [['XX123457', { field: 'cin', record: 2, page: 1, cell: 'B3' }]],
  },
  {
    why: 'titles above the names, rows and columns left out',
    name: 'a.xlsx',
    content: writeXlsx({
      sheets: [
        {
          name: 'x',
          rows:
            '<row r="2"><c r="B2" t="str"><v>Liste du mois 5512</v></c></row>' +
            '<row r="4"><c r="B4" t="s"><v>0</v></c><c r="AA4" t="s"><v>1</v></c></row>' +
            '<row r="9"><c r="B9" t="s"><v>2</v></c><c r="AA9"><v>600000003</v></c></row>' +
            '<row r="12"><c r="B12" t="s"><v>3</v></c><c r="AA12"><v>6.00000004E8</v></c></row>',
        },
      ],
      shared: ['<t>nom</t>', '<r><t>té</t></r><r><t>l</t></r>', '<t>Ali</t><rPh><t>no</t></rPh>', '<t>S&#233;ba</t>'],
    }),
    planted: [
      ['5512', { field: 'column 2', record: null, page: 1, cell: 'B2' }],
      ['600000003', { field: 'tél', record: 1, page: 1, cell: 'AA9' }],
      ['600000004', { field: 'tél', record: 2, page: 1, cell: 'AA12' }],
      ['Séba', { field: 'nom', record: 2, page: 1, cell: 'B12' }],
      ['Ali', { field: 'nom', record: 1, page: 1, cell: 'B9' }],
      ['no', { field: null }],
    ],
  },
  {
    why: 'hidden sheets, comments, links and properties',
    name: 'a.xlsx',
    content: writeXlsx({
      sheets: [
        { name: 'x', rows: clients },
        {
          name: 'caché',
          rows: [['paie'], ['SECRET-7']],
          isHidden: true,
          comments: [['A2', 'appeler le 0600000009']],
          links: ['mailto:sara%20e@exemple.ma'],
        },
      ],
      creator: 'Nadia Exemple',
    }),
    planted: [
      ['SECRET-7', { field: 'paie', record: 1, page: 2, cell: 'A2' }],
      ['0600000009', { field: 'comment', record: null, page: 2, cell: 'A2' }],
      ['sara e@exemple.ma', { field: 'link', record: null, page: null }],
      ['Nadia Exemple', { field: 'creator', record: null, page: null }],
    ],
  },
  {
    why: 'dates, zeros at the front, errors and truth',
    name: 'a.xlsx',
    content: writeXlsx({
      sheets: [
        {
          name: 'x',
          rows:
            '<row><c t="str"><v>né le</v></c><c t="str"><v>tél</v></c><c t="str"><v>vu</v></c><c t="str"><v>actif</v></c></row>' +
            '<row><c s="1"><v>33000</v></c><c s="2"><v>600000005</v></c><c s="3"><v>45000.5</v></c><c t="b"><v>1</v></c></row>' +
            '<row><c s="1"><v>1</v></c><c s="4"><v>600000006</v></c><c s="3"><v>0.25</v></c><c t="e"><v>#N/A</v></c></row>',
        },
      ],
      formats: [
        'dd/mm/yyyy',
        '0000000000',
        'yyyy\\-mm\\-dd hh:mm',
        '00&quot; &quot;00&quot; &quot;00&quot; &quot;00&quot; &quot;00'.replaceAll('&quot;', '"'),
      ],
    }),
    planted: [
      ['1990-05-07', { field: 'né le', record: 1, page: 1, cell: 'A2' }],
      ['1900-01-01', { field: 'né le', record: 2, page: 1, cell: 'A3' }],
      ['0600000005', { field: 'tél', record: 1, page: 1, cell: 'B2' }],
      ['06 00 00 00 06', { field: 'tél', record: 2, page: 1, cell: 'B3' }],
      ['2023-03-15 12:00:00', { field: 'vu', record: 1, page: 1, cell: 'C2' }],
      ['06:00:00', { field: 'vu', record: 2, page: 1, cell: 'C3' }],
      ['TRUE', { field: 'actif', record: 1, page: 1, cell: 'D2' }],
    ],
  },
  {
    why: 'the calendar that begins in 1904',
    name: 'a.xlsx',
    content: writeXlsx({
      sheets: [{ name: 'x', rows: '<row><c s="1"><v>31538</v></c></row>' }],
      formats: ['d.m.yy'],
      is1904: true,
    }),
    planted: [['1990-05-07', { field: 'column 1', record: 1, page: 1, cell: 'A1' }]],
  },
];

const docx: readonly Case[] = [
  {
    why: 'paragraphs, torn runs, tabs and breaks',
    name: 'a.docx',
    content: writeDocx({
      document:
        paragraph('Contrat') +
        paragraph('') +
        `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>CIN XX12</w:t></w:r><w:r><w:t>3456</w:t><w:tab/><w:t>fin &amp; suite</w:t></w:r></w:p>`,
    }),
    planted: [
      ['XX123456', { line: 3, column: 5 }],
      ['fin & suite', { line: 3, column: 14 }],
    ],
  },
  {
    why: 'a table whose first row names its columns, and text after it',
    name: 'a.docx',
    content: writeDocx({ document: paragraph('avant') + tableXml(clients) + paragraph('après 0600000007') }),
    planted: [
      ['XX123457', { field: 'cin', record: 2, line: null }],
      ['0600000007', { line: 2, column: 7, field: null }],
    ],
  },
  {
    why: 'a table of labels and values reads like its lines',
    name: 'a.docx',
    content: writeDocx({
      document: tableXml([
        ['Tél', '0600000008'],
        ['CIN', 'XX123458'],
      ]),
    }),
    planted: [['XX123458', { line: 2, column: 5, field: null }]],
  },
  {
    why: 'tables inside tables, text boxes once, deleted text',
    name: 'a.docx',
    content: writeDocx({
      document:
        `<w:tbl><w:tr><w:tc>${tableXml([['x', 'XX123459']])}</w:tc></w:tr></w:tbl>` +
        `<w:p><w:r><w:t>ici</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('boîte 41')}</w:txbxContent></mc:Choice>` +
        `<mc:Fallback><w:txbxContent>${paragraph('boîte 41')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>` +
        '<w:p><w:r><w:t>reste </w:t></w:r><w:del w:author="Omar Exemple"><w:r><w:delText>0600000010</w:delText></w:r></w:del><w:r><w:t>entier</w:t></w:r></w:p>',
    }),
    planted: [
      ['XX123459', { line: 1, column: 3 }],
      ['boîte 41', { line: 2, column: 1 }],
      ['reste entier', { line: 4, column: 1 }],
      ['0600000010', { line: 5, column: 1 }],
      ['Omar Exemple', { field: 'author' }],
    ],
  },
  {
    why: 'headers, footers, notes and comments',
    name: 'a.docx',
    content: writeDocx({
      header1: paragraph('en-tête 71'),
      comments: `<w:comment w:author="Nadia Exemple">${paragraph('voir 72')}</w:comment>`,
      document: paragraph('corps'),
      footnotes: paragraph('note 73'),
    }),
    planted: [
      ['corps', { line: 1 }],
      ['en-tête 71', { line: 2 }],
      ['voir 72', { line: 3 }],
      ['note 73', { line: 4 }],
      ['Nadia Exemple', { field: 'author' }],
    ],
  },
];

const others: readonly Case[] = [
  {
    why: 'slides and their notes',
    name: 'a.pptx',
    content: writePptx([{ lines: ['Titre'] }, { lines: ['Équipe', 'appeler 0600000011'], notes: 'sinon 0600000012' }]),
    planted: [
      ['0600000011', { page: 2, line: 2, column: 9 }],
      ['0600000012', { page: 2, line: 3, column: 7 }],
    ],
  },
  {
    why: 'a text of OpenDocument',
    name: 'a.odt',
    content: writeOpenDocument(
      'text',
      '<office:text><text:p>un<text:s text:c="2"/>deux</text:p><text:p>CIN <text:span>XX12</text:span>3460</text:p>' +
        '<table:table><table:table-row><table:table-cell><text:p>nom</text:p></table:table-cell><table:table-cell><text:p>tel</text:p></table:table-cell></table:table-row>' +
        '<table:table-row><table:table-cell><text:p>Ali</text:p></table:table-cell><table:table-cell><text:p>0600000013</text:p></table:table-cell></table:table-row></table:table></office:text>',
    ),
    planted: [
      ['deux', { line: 1, column: 5 }],
      ['XX123460', { line: 2, column: 5 }],
      ['0600000013', { field: 'tel', record: 1 }],
      ['Nadia Exemple', { field: 'initial-creator' }],
    ],
  },
  {
    why: 'sheets of OpenDocument with repeated rows and cells',
    name: 'a.ods',
    content: writeOpenDocument(
      'spreadsheet',
      '<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>nom</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>né le</text:p></table:table-cell></table:table-row>' +
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' +
        '<table:table-row><table:table-cell><office:annotation><text:p>note 81</text:p></office:annotation><text:p>Ali</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="1990-05-07"><text:p>07/05/90</text:p></table:table-cell></table:table-row>' +
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet>',
    ),
    planted: [
      ['1990-05-07', { field: 'né le', record: 1, page: 1, cell: 'D5' }],
      ['note 81', { field: 'comment', page: 1, cell: 'A5' }],
    ],
  },
  {
    why: 'slides of OpenDocument',
    name: 'a.odp',
    content: writeOpenDocument(
      'presentation',
      '<office:presentation><draw:page><text:p>un</text:p></draw:page><draw:page><text:p>tél 0600000014</text:p></draw:page></office:presentation>',
    ),
    planted: [['0600000014', { page: 2, line: 1, column: 5 }]],
  },
];

async function check({ name, content, planted, unread = [] }: Case): Promise<void> {
  const answer = await readAll(objectOf(name, content, [1000, 7, 333]));
  assert.deepEqual(
    answer.unread.map(({ reason }) => reason),
    unread,
  );
  for (const [value, ...expected] of planted) {
    const places = placesOf(answer.blocks, value);
    if (expected[0]?.field === null && !('line' in expected[0])) {
      assert.deepEqual(places, [], value);
      continue;
    }
    assert.equal(places.length, expected.length, `${value}: ${JSON.stringify(places)}`);
    for (const [index, place] of expected.entries()) assert.partialDeepStrictEqual(places[index], place);
  }
}

for (const [format, cases] of Object.entries({ xlsx, docx, others })) {
  describe(format, () => {
    for (const one of cases) test(one.why, () => check(one));
  });
}

const bomb = (content: string): Buffer => writeDocx({ document: content });

const hostile: readonly (readonly [
  why: string,
  name: string,
  content: Uint8Array,
  reasons: readonly string[],
  limits?: Partial<ReaderLimits>,
])[] = [
  ['cut off', 'a.xlsx', writeXlsx({ sheets: [{ name: 'x', rows: clients }] }).subarray(0, -40), ['MALFORMED_FILE']],
  [
    'entries marked as encrypted',
    'a.xlsx',
    writeZip([{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }]),
    ['ENCRYPTED'],
  ],
  [
    'OpenDocument under a password',
    'a.odt',
    writeOpenDocument('text', '', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    ['ENCRYPTED'],
  ],
  ['a ZIP file by another name', 'a.docx', writeZip([{ name: 'x.txt', content: 'x' }]), ['UNABLE_TO_PARSE_FILE']],
  [
    'a part that unpacks to far more than it is',
    'a.docx',
    bomb(paragraph('0'.repeat(1_000_000))),
    ['OOXML_UNCOMPRESSED_RATIO_EXCEEDS_LIMIT'],
    { minRatioBytes: 10_000 },
  ],
  [
    'parts larger than allowed',
    'a.docx',
    bomb(paragraph('0'.repeat(1_000_000))),
    ['OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT'],
    { maxDocumentBytes: 100_000 },
  ],
  ['too many parts', 'a.docx', bomb(paragraph('x')), ['ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT'], { maxDocumentParts: 1 }],
  ['elements inside each other', 'a.docx', bomb('<w:x>'.repeat(100_000)), ['UNABLE_TO_PARSE_FILE']],
  [
    'markup that ends too early',
    'a.docx',
    writeZip([{ name: 'word/document.xml', content: '<w:document><w:p><w:r>' }]),
    ['MALFORMED_FILE'],
  ],
];

describe('hostile', () => {
  for (const [why, name, content, reasons, limits] of hostile) {
    test(why, async () => {
      const { unread } = await readAll(objectOf(name, content), limits);
      assert.deepEqual(
        unread.map(({ reason }) => reason),
        reasons,
      );
    });
  }

  test('entities of the document itself are never expanded, files never opened', async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const content = writeZip([
      {
        name: 'word/document.xml',
        content:
          `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/hostname">${entities}]>` +
          '<w:document><w:p><w:r><w:t>&e20;&f; 0600000015</w:t></w:r></w:p></w:document>',
      },
    ]);
    const { blocks } = await readAll(objectOf('a.docx', content));
    assert.equal(Buffer.concat(blocks.map(({ bytes }) => bytes)).toString(), '&e20;&f; 0600000015\n');
  });
});

test('a workbook is read by ranges: only the parts needed are asked for', async () => {
  const content = writeZip([
    { name: 'xl/media/image1.png', content: Buffer.alloc(3_000_000, 5), isStored: true },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: '<worksheet><sheetData><row><c t="str"><v>x1</v></c></row></sheetData></worksheet>',
    },
  ]);
  const source = objectOf('a.xlsx', content);
  let bytes = 0;
  let wholes = 0;
  const answer = await readAll({
    ...source,
    async *stream(range) {
      if (range === undefined) wholes++;
      for await (const chunk of source.stream(range)) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  });
  assert.equal(placesOf(answer.blocks, 'x1').length, 1);
  assert.ok(wholes <= 1 && bytes < 300_000, `${bytes} bytes`);
});

test('letters of columns and their numbers are each other', () => {
  for (let column = 0; column < 16_384; column++) assert.equal(columnOf(`${lettersOf(column)}7`), column);
});
