/** Mails, office documents, pictures and tables of columns that lie about how they are built. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import avro from 'avsc';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeCompound } from '../write-compound.ts';
import { paragraph, writeDocx, writeXlsx } from '../write-office.ts';
import { drawLines, writePdf } from '../write-pdf.ts';
import { writeZip } from '../write-zip.ts';
import { planted, repeat } from './case.ts';
import type { Case } from './case.ts';

const damaged = ['MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'];
const unknown = ['UNSUPPORTED_FILE_TYPE_EXCEPTION'];
// oxlint-disable-next-line max-params -- a row of the table
const of = (
  why: string,
  name: string,
  content: Case['content'],
  reasons: readonly string[] = [],
  reads: readonly string[] = [planted],
): Case => ({ why, name, content, reasons, reads });
const lenient = (one: Case): Case => ({ ...one, isLenient: true });

const head = 'From: de@exemple.ma\r\nTo: a@exemple.ma\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
const mail = (headers: string, body: string): string => `${head}${headers}\r\n\r\n${body}\r\n`;
const mails: readonly Case[] = (
  [
    ['no boundary', mail('Content-Type: multipart/mixed', `--x\r\n\r\n${planted}`)],
    ['a boundary that never comes', mail('Content-Type: multipart/mixed; boundary="x"', planted)],
    [
      'parts that are not closed',
      mail('Content-Type: multipart/mixed; boundary=x', `--x\r\nContent-Type: text/plain\r\n\r\n${planted}`),
    ],
    ['an empty boundary', mail('Content-Type: multipart/mixed; boundary=""', `--\r\n\r\n${planted}\r\n----`)],
    ['text before its parts', mail('Content-Type: multipart/mixed; boundary=x', `${planted}\r\n--x\r\n\r\ny\r\n--x--`)],
    ['text behind its parts', mail('Content-Type: multipart/mixed; boundary=x', `--x\r\n\r\ny\r\n--x--\r\n${planted}`)],
    [
      'base64 with rubbish',
      mail(
        'Content-Transfer-Encoding: base64',
        Buffer.from(planted)
          .toString('base64')
          .replace(/(.{4})/gu, '$1 !\r\n*'),
      ),
    ],
    [
      'base64 without an end',
      mail('Content-Transfer-Encoding: base64', Buffer.from(`${planted} xyz`).toString('base64').slice(0, -3)),
    ],
    ['an encoding nobody knows', mail('Content-Transfer-Encoding: x-nobody', planted)],
    ['a character set nobody knows', mail('Content-Type: text/plain; charset=x-nobody', planted)],
    ['quoted-printable that breaks off', mail('Content-Transfer-Encoding: quoted-printable', `=ZZ =\r\n${planted} =4`)],
    ['UTF-7', mail('Content-Type: text/plain; charset=utf-7', planted)],
    ['words of RFC 2047 that break off', mail(`X-A: =?utf-8?B?Zm9v =?nobody?X?x?= =?utf-8?Q?=ZZ?= ${planted}`, 'x')],
    [
      'a parameter of RFC 2231',
      mail(`Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1*=%ZZ; filename*9999999=x`, planted),
    ],
    [
      'a header without a colon',
      `From: de@exemple.ma\r\nSubject: x\r\nno header at all\r\nTo: a@exemple.ma\r\n\r\n${planted}\r\n`,
    ],
    ['a hundred thousand headers', mail(repeat(50_000, (i) => `X-${i}: y\r\n`).trimEnd(), planted)],
    ['line ends of Unix', mail('X-A: y', planted).replaceAll('\r\n', '\n')],
    ['no body', `${head}X-A: ${planted}\r\n`],
    ['a mail in a mail', mail('Content-Type: message/rfc822', mail('X-A: y', planted))],
    [
      'parts of one kind a thousand times',
      mail('Content-Type: multipart/mixed; boundary=x', `${'--x\r\n\r\ny\r\n'.repeat(1000)}--x\r\n\r\n${planted}\r\n--x--`),
    ],
    [
      'an attached archive that is none',
      mail(
        'Content-Type: multipart/mixed; boundary=x',
        `--x\r\nContent-Type: application/zip; name=a.zip\r\n\r\nPK\u0003\u0004x\r\n--x\r\n\r\n${planted}\r\n--x--`,
      ),
    ],
    ['a page of open tags', mail('Content-Type: text/html', `<p>${'<b>'.repeat(50_000)}${planted}`)],
  ] as const
).map(([what, content]) =>
  lenient(of(`a mail with ${what}`, 'a.eml', () => content, ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT', ...unknown])),
);
const nested = (levels: number): string =>
  `${head}${repeat(levels, (i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`)}Content-Type: text/plain\r\n\r\n${planted}\r\n`;
const inEachOther = (levels: number): string => {
  let inner = mail('X-A: y', planted);
  for (let i = 0; i < levels; i++) inner = mail('Content-Type: message/rfc822', inner);
  return inner;
};

const rtf = (body: string): string => `{\\rtf1\\ansi ${body}}`;
const office: readonly Case[] = [
  lenient(of('RTF with binary data longer than the file', 'a.rtf', () => rtf(`${planted} {\\pict\\bin99999999999 x}`))),
  lenient(of('RTF with binary data of less than nothing', 'a.rtf', () => rtf(`{\\bin-5 x} ${planted}`))),
  lenient(of('RTF a hundred thousand groups deep', 'a.rtf', () => `{\\rtf1 ${planted} ${'{'.repeat(100_000)}`)),
  lenient(of('RTF with more ends than groups', 'a.rtf', () => `{\\rtf1 x}}}}}} ${planted}`, [], [])),
  lenient(
    of('RTF with numbers beyond all', 'a.rtf', () =>
      rtf(`\\uc99999999 \\uc1 \\u99999999? \\u-99999? \\fs99999999999999999999 ${planted}`),
    ),
  ),
  of(
    'a cell of ten megabytes',
    'a.xlsx',
    () => writeXlsx({ sheets: [{ name: 'S', rows: [[`${'x'.repeat(9_000_000)} ${planted}`], ['debut@exemple.ma']] }] }),
    ['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT'],
    [planted, 'debut@exemple.ma'],
  ),
  lenient(
    of('a cell with a text that is not there', 'a.xlsx', () =>
      writeXlsx({
        sheets: [
          { name: 'S', rows: `<row><c t="s"><v>99999999999</v></c><c t="inlineStr"><is><t>${planted}</t></is></c></row>` },
        ],
      }),
    ),
  ),
  lenient(
    of('cells of absurd names', 'a.xlsx', () =>
      writeXlsx({
        sheets: [
          {
            name: 'S',
            rows: `<row r="-1"><c r="ZZZZZZZZ99999999999999" t="inlineStr"><is><t>${planted}</t></is></c><c r=""/></row>`,
          },
        ],
      }),
    ),
  ),
  of(
    'a sheet that is not there',
    'a.xlsx',
    () => {
      const bytes = writeXlsx({ sheets: [{ name: 'S', rows: [[planted]] }] });
      return Buffer.from(bytes.toString('latin1').replaceAll('worksheets/sheet1.xml', 'worksheets/sheet9.xml'), 'latin1');
    },
    [],
    [],
  ),
  lenient(
    of('a document a hundred thousand levels deep', 'a.docx', () =>
      writeDocx({ document: `${paragraph(planted)}${'<w:p>'.repeat(100_000)}` }),
    ),
  ),
  lenient(
    of(
      'a document that breaks off',
      'a.docx',
      () => {
        const bytes = writeDocx({ document: paragraph(planted) });
        return bytes.subarray(0, -30);
      },
      ['MALFORMED_FILE'],
      [],
    ),
  ),
  {
    limits: { minRatioBytes: 1_000_000 },
    ...of(
      'a part of a document that unpacks to a thousand times its size',
      'a.docx',
      () => writeDocx({ document: `${paragraph(planted)}${' '.repeat(60_000_000)}` }),
      ['OOXML_UNCOMPRESSED_RATIO_EXCEEDS_LIMIT', 'OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT'],
      [],
    ),
  },
  of(
    'PowerPoint before 2007',
    'a.ppt',
    () => writeCompound({ 'PowerPoint Document': Buffer.alloc(5000, 1), 'Current User': Buffer.alloc(100) }),
    unknown,
    [],
  ),
  of('a compound file nobody knows', 'a.doc', () => writeCompound({ Nobody: Buffer.alloc(100) }), unknown, []),
  lenient(
    of(
      'a compound file whose directory names itself',
      'a.doc',
      () => {
        const bytes = writeCompound({ WordDocument: Buffer.alloc(5000), '1Table': Buffer.alloc(5000) });
        for (let at = bytes.indexOf(Buffer.from('WordDocument', 'utf16le')); at !== -1 && at < bytes.length; at = -1)
          bytes.writeUInt32LE(1, at + 72);
        return bytes;
      },
      unknown,
      [],
    ),
  ),
  lenient(
    of(
      'a compound file of absurd sectors',
      'a.xls',
      () => {
        const bytes = writeCompound({ Workbook: Buffer.alloc(5000) });
        bytes.writeUInt16LE(31, 30);
        return bytes;
      },
      unknown,
      [],
    ),
  ),
  lenient(
    of(
      'a compound file of four thousand million sectors of its table',
      'a.xls',
      () => {
        const bytes = writeCompound({ Workbook: Buffer.alloc(5000) });
        bytes.writeUInt32LE(0xffffffff, 44);
        bytes.writeUInt32LE(0, 68);
        bytes.writeUInt32LE(0xffffffff, 72);
        return bytes;
      },
      unknown,
      [],
    ),
  ),
];

function tiff(entries: readonly (readonly [tag: number, type: number, count: number, value: number])[], next = 0): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], i) => {
    bytes.writeUInt16LE(tag, 10 + 12 * i);
    bytes.writeUInt16LE(type, 12 + 12 * i);
    bytes.writeUInt32LE(count, 14 + 12 * i);
    bytes.writeUInt32LE(value, 18 + 12 * i);
  });
  bytes.writeUInt32LE(next, 10 + 12 * entries.length);
  return bytes;
}
const pngOf = (width: number, height: number): Buffer => {
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.alloc(17),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes[24] = 8;
  return bytes;
};
const pictures: readonly Case[] = [
  of('a picture directory that is its own next', 'a.tif', () => tiff([[256, 4, 1, 9]], 8), [...unknown, ...damaged], []),
  of('a picture directory inside itself', 'a.tif', () => tiff([[0x8769, 4, 1, 8]]), [...unknown, ...damaged], []),
  of(
    'a picture tag of four thousand million values',
    'a.tif',
    () => tiff([[0x010e, 2, 0xffffffff, 60]]),
    [...unknown, ...damaged],
    [],
  ),
  of('a picture tag beyond the end', 'a.tif', () => tiff([[0x010e, 2, 40, 0xfffffff0]]), [...unknown, ...damaged], []),
  of('a picture of absurd size', 'a.png', () => pngOf(0x7fffffff, 0x7fffffff), [...unknown, ...damaged], []),
  {
    ...of(
      'a picture of absurd size whose text is asked for',
      'a.png',
      () => pngOf(0x7fffffff, 0x7fffffff),
      ['FILE_EXCEEDS_SIZE_LIMIT', ...damaged],
      [],
    ),
    limits: { maxOcrPixels: 20_000_000 },
  },
  {
    ...of(
      'a TIFF whose text is asked for',
      'a.tif',
      () =>
        tiff([
          [256, 4, 1, 9],
          [257, 4, 1, 9],
        ]),
      [...unknown, ...damaged],
      [],
    ),
    limits: { maxOcrPixels: 20_000_000 },
  },
  of(
    'a JPEG of segments without length',
    'a.jpg',
    () => Buffer.from('ffd8ffe10000ffe10000ffd9', 'hex'),
    [...unknown, ...damaged],
    [],
  ),
  of('a GIF', 'a.gif', () => Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1'), unknown, []),
];

function sqlite(statements: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-'));
  try {
    const database = new DatabaseSync(join(folder, 'a.db'));
    database.exec(statements);
    database.close();
    return readFileSync(join(folder, 'a.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const many = (): Buffer =>
  sqlite(`CREATE TABLE t (a TEXT); ${repeat(500, (i) => `INSERT INTO t VALUES ('${i}${planted}${'x'.repeat(200)}');`)}`);
const long = (): Buffer =>
  sqlite(`CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('${planted}'); INSERT INTO t VALUES ('${'x'.repeat(50_000)}');`);
const patched = (bytes: Buffer, change: (bytes: Buffer) => void): Buffer => {
  change(bytes);
  return bytes;
};
const tooMuch = ['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', ...damaged];
/** Root pages are the second one: the first holds the list of tables. */
const page = 4096;
const databases: readonly Case[] = [
  of(
    'a page of SQLite that is its own child',
    'a.db',
    () => patched(many(), (bytes) => bytes.writeUInt32BE(2, page + 8)),
    tooMuch,
  ),
  of(
    'pages of SQLite that all name the first child',
    'a.db',
    () =>
      patched(many(), (bytes) => {
        for (let i = 0; i < bytes.readUInt16BE(page + 3); i++)
          bytes.writeUInt32BE(3, page + bytes.readUInt16BE(page + 12 + 2 * i));
      }),
    tooMuch,
  ),
  of(
    'a chain of SQLite pages that turns back',
    'a.db',
    () => patched(long(), (bytes) => bytes.writeUInt32BE(3, 3 * page)),
    tooMuch,
  ),
  of(
    'a page of SQLite of 65,535 cells',
    'a.db',
    () => patched(long(), (bytes) => bytes.writeUInt16BE(0xffff, page + 3)),
    tooMuch,
  ),
  of('SQLite of a page size that is none', 'a.db', () => patched(long(), (bytes) => bytes.writeUInt16BE(3, 16)), tooMuch, []),
  of('SQLite of an encoding that is none', 'a.db', () => patched(long(), (bytes) => bytes.writeUInt32BE(9, 56))),
  of('SQLite of a free list that loops', 'a.db', () =>
    patched(long(), (bytes) => {
      bytes.writeUInt32BE(2, 32);
      bytes.writeUInt32BE(0xffffffff, 36);
    }),
  ),
  of('SQLite cut off', 'a.db', () => many().subarray(0, 5 * page), tooMuch, []),
  of('the first line of SQLite alone', 'a.db', () => 'SQLite format 3\0', tooMuch, []),
];

const thrift = (footer: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1\u0015\0\0\0', 'latin1'), footer, length, Buffer.from('PAR1')]);
};
const parquet = (): Buffer =>
  Buffer.from(
    parquetWriteBuffer({
      columnData: [{ name: 'courriel', data: [planted, 'debut@exemple.ma'], type: 'STRING' }],
      codec: 'SNAPPY',
    }),
  );
const parquets: readonly Case[] = [
  of(
    'a Parquet footer of four gigabytes',
    'a.parquet',
    () => patched(parquet(), (bytes) => bytes.writeUInt32LE(0xffffffff, bytes.length - 8)),
    damaged,
    [],
  ),
  of(
    'a Parquet footer of no bytes',
    'a.parquet',
    () => patched(parquet(), (bytes) => bytes.writeUInt32LE(0, bytes.length - 8)),
    damaged,
    [],
  ),
  // Field 2 of the footer: a list of 2^31 structures; then of fields of no end.
  of(
    'a Parquet schema of two thousand million columns',
    'a.parquet',
    () => thrift(Buffer.from('1502 19fc ffffffff07 00'.replaceAll(' ', ''), 'hex')),
    tooMuch,
    [],
  ),
  of(
    'a Parquet schema a hundred thousand levels deep',
    'a.parquet',
    () =>
      thrift(
        Buffer.concat([
          Buffer.from('150219fca08d06', 'hex'),
          Buffer.from('4801611502 00'.replaceAll(' ', '').repeat(100_000), 'hex'),
          Buffer.from('1600190c00', 'hex'),
        ]),
      ),
    [],
    [],
  ),
  of('structures of Thrift in structures', 'a.parquet', () => thrift(Buffer.alloc(500_000, 0x1c)), tooMuch, []),
  lenient(
    of(
      'Parquet whose SNAPPY data lies about its length',
      'a.parquet',
      () => patched(parquet(), (bytes) => bytes.fill(0xff, 30, 34)),
      tooMuch,
      [],
    ),
  ),
];

const avroLong = avro.Type.forSchema('long');
// oxlint-disable-next-line max-params -- the parts of the file in their order
function avroOf(schema: unknown, count: number, data: Uint8Array, codec = 'null', length = data.length): Buffer {
  const meta = avro.Type.forSchema({ type: 'map', values: 'bytes' });
  const sync = Buffer.alloc(16, 7);
  const header = meta.toBuffer({
    'avro.schema': Buffer.from(typeof schema === 'string' ? schema : JSON.stringify(schema)),
    'avro.codec': Buffer.from(codec),
  });
  return Buffer.concat([
    Buffer.from('Obj\u0001', 'latin1'),
    header,
    sync,
    avroLong.toBuffer(count),
    avroLong.toBuffer(length),
    data,
    sync,
  ]);
}
const text = avro.Type.forSchema('string').toBuffer(planted);
const avros: readonly Case[] = [
  of('Avro of fewer records than none', 'a.avro', () => avroOf('"string"', -5, text), tooMuch, []),
  of('Avro of more records than there are', 'a.avro', () => avroOf('"string"', 1_000_000_000, text), tooMuch),
  of('an Avro block of less than nothing', 'a.avro', () => avroOf('"string"', 1, text, 'null', -9), tooMuch, []),
  of('an Avro block of terabytes', 'a.avro', () => avroOf('"string"', 1, text, 'null', 2 ** 50), tooMuch, []),
  of(
    'an Avro text of terabytes',
    'a.avro',
    () => avroOf('"string"', 2, Buffer.concat([text, avroLong.toBuffer(2 ** 50)])),
    tooMuch,
  ),
  of(
    'an Avro text of less than nothing',
    'a.avro',
    () => avroOf('"string"', 2, Buffer.concat([text, avroLong.toBuffer(-50)])),
    tooMuch,
  ),
  of(
    'an Avro array of a million million items',
    'a.avro',
    () => avroOf({ type: 'array', items: 'int' }, 1, avroLong.toBuffer(2 ** 40)),
    tooMuch,
    [],
  ),
  of(
    'an Avro schema ten thousand levels deep',
    'a.avro',
    () => avroOf(`${'{"type":"array","items":'.repeat(10_000)}"string"${'}'.repeat(10_000)}`, 1, text),
    tooMuch,
    [],
  ),
  of(
    'an Avro list a million records long',
    'a.avro',
    () => avroOf({ type: 'record', name: 'N', fields: [{ name: 'next', type: ['null', 'N'] }] }, 1, Buffer.alloc(1_000_000, 2)),
    tooMuch,
    [],
  ),
  of('an Avro schema that is none', 'a.avro', () => avroOf('{"type": 5}', 1, text), tooMuch, []),
  of(
    'Avro of SNAPPY data that lies about its length',
    'a.avro',
    () => avroOf('"string"', 1, Buffer.from('ffffffff0f00000000', 'hex'), 'snappy'),
    tooMuch,
    [],
  ),
  of('Avro of deflate data that swells', 'a.avro', () => avroOf('"string"', 1, Buffer.from('rubbish'), 'deflate'), tooMuch, []),
];

/** First bytes of many formats, alone and with rubbish behind them. */
const starts = [
  '1f8b08',
  '425a68',
  '28b52ffd',
  'fd377a585a00',
  '377abcaf271c',
  '504b0304',
  '504b0506',
  '255044462d',
  'd0cf11e0a1b11ae1',
  '7b5c727466',
  '53514c69746520666f726d6174203300',
  '50415231',
  '4f626a01',
  '89504e470d0a1a0a',
  'ffd8ff',
  '49492a00',
  '4d4d002a',
  '47494638',
  '52617221',
  '7f454c46',
  '4d5a',
  'cafebabe',
  '00000020667479706d703432',
  '494433',
  '52494646',
  '3c3f786d6c',
  '3c68746d6c',
  'efbbbf',
  'fffe',
  'feff',
  '1f9d',
  '04224d18',
  '4f5243',
  '42454749',
  '46726f6d20',
];
const odd: readonly Case[] = [
  of('nothing', 'a.txt', () => '', [], []),
  ...starts.flatMap((hex): Case[] => [
    {
      ...of(`the start ${hex} alone`, 'a', () => Buffer.from(hex, 'hex'), [...unknown, ...tooMuch, 'ENCRYPTED'], []),
      isLenient: true,
    },
    {
      ...of(`the first byte of ${hex}`, 'a', () => Buffer.from(hex.slice(0, 2), 'hex'), [...unknown, ...tooMuch], []),
      isLenient: true,
    },
    {
      ...of(
        `the start ${hex} with rubbish`,
        'a',
        () => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(3000, 'Z\0\u0001~')]),
        [...unknown, ...tooMuch, 'ENCRYPTED'],
        [],
      ),
      isLenient: true,
    },
  ]),
  of('a PDF file that is a ZIP file as well', 'a.pdf', () =>
    Buffer.concat([writePdf({ pages: [drawLines(planted)] }), writeZip([{ name: 'a.txt', content: 'debut@exemple.ma' }])]),
  ),
  of(
    'a picture that is a Java archive as well',
    'a.gif',
    () => writeZip([{ name: 'a.txt', content: planted }], { before: Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1') }),
    unknown,
    [],
  ),
  of(
    'a program that is an archive as well',
    'a.exe',
    () => writeZip([{ name: 'a.txt', content: planted }], { before: Buffer.alloc(2000, 'MZ\0\u0001') }),
    unknown,
    [],
  ),
  ...[
    'csv',
    'json',
    'xml',
    'html',
    'pdf',
    'docx',
    'xlsx',
    'zip',
    'gz',
    'tar',
    'eml',
    'rtf',
    'doc',
    'parquet',
    'avro',
    'db',
    'png',
    'jpg',
    'sql',
    'yaml',
    'vcf',
    'ics',
    '7z',
    'xz',
    'bz2',
    'zst',
    'mbox',
    'msg',
  ].flatMap((extension): Case[] => [
    lenient(of(`text named .${extension}`, `a.${extension}`, () => `Bonjour, ${planted}\n`)),
    lenient(of(`a PDF file named .${extension}`, `a.${extension}`, () => writePdf({ pages: [drawLines(planted)] }))),
    lenient(
      of(`a workbook named .${extension}`, `a.${extension}`, () => writeXlsx({ sheets: [{ name: 'S', rows: [[planted]] }] })),
    ),
  ]),
];

export const cases: readonly Case[] = [
  ...mails,
  of('a mail with a header of ten megabytes', 'a.eml', () => mail(`X-A: ${'x'.repeat(10_000_000)}`, planted), damaged, []),
  of('a mail a thousand parts deep', 'a.eml', () => nested(1000), ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT', ...damaged], []),
  of('mails in mails beyond ten', 'a.eml', () => inEachOther(30), ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT', ...damaged], []),
  ...office,
  ...pictures,
  ...databases,
  ...parquets,
  ...avros,
  ...odd,
];
