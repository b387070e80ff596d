/** PDF files whose objects lie, loop or swell. */
import { createCipheriv, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';
import { drawLines, writePdf } from '../write-pdf.ts';
import { planted, repeat } from './case.ts';
import type { Case } from './case.ts';

const damaged = ['MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'];

/** Objects by number from 1 on, without a table of references: readers look for them. */
const pdfOf = (...objects: readonly string[]): string =>
  `%PDF-1.7\n${objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Size 20 /Root 1 0 R >>\n%%EOF\n`;
const streamOf = (content: string, extra = ''): string =>
  `<< /Length ${content.length} ${extra}>>\nstream\n${content}\nendstream`;
const text = drawLines(planted);
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

interface Page {
  readonly content?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly pages?: string;
  readonly catalog?: string;
}

/** One page with its font in object 5 and its content in object 4; further objects from 6 on. */
const pageOf = (
  { content = streamOf(text), page = '', resources = '', pages = '/Count 1', catalog = '' }: Page,
  ...more: readonly string[]
): string =>
  pdfOf(
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [3 0 R] ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> ${resources} >> /Contents 4 0 R ${page} >>`,
    content,
    font,
    ...more,
  );

/** A gigabyte of spaces, packed so many times. */
async function packedSpaces(times: number): Promise<string> {
  const piece = Buffer.alloc(1_000_000, ' ');
  let bytes: Buffer = await buffer(Readable.from(Array.from({ length: 1000 }, () => piece)).pipe(createDeflate()));
  for (let i = 1; i < times; i++) bytes = deflateSync(bytes);
  return bytes.toString('latin1');
}

/** Encrypted with AES (revision 4 of the standard handler, ISO 32000-1, 7.6.3) under the empty password. */
function encrypted(): Buffer {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = Buffer.alloc(32, 7);
  const id = Buffer.alloc(16, 9);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-4);
  let key = md5(padding, owner, permissions, id);
  for (let i = 0; i < 50; i++) key = md5(key);
  let user = rc4(key, md5(padding, id));
  for (let i = 1; i < 20; i++)
    user = rc4(
      key.map((byte) => byte ^ i),
      user,
    );
  const contentKey = md5(key, Buffer.of(4, 0, 0, 0, 0), Buffer.from('sAlT'));
  const vector = Buffer.alloc(16, 3);
  const cipher = createCipheriv('aes-128-cbc', contentKey, vector);
  const content = Buffer.concat([vector, cipher.update(text), cipher.final()]).toString('latin1');
  const handler =
    '/Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /StmF /S /StrF /S /CF << /S << /CFM /AESV2 /Length 16 /AuthEvent /DocOpen >> >> ' +
    `/O <${owner.toString('hex')}> /U <${Buffer.concat([user, Buffer.alloc(16)]).toString('hex')}> >> /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`;
  return Buffer.from(pageOf({ content: streamOf(content) }).replace('/Root 1 0 R', `/Root 1 0 R ${handler}`), 'latin1');
}

function rc4(key: Uint8Array, input: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => void ([state[i], state[j]] = [state[j]!, state[i]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    input.map((byte, index) => {
      const i = (index + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}

const withFont = (cmap: string): string =>
  pageOf(
    { content: streamOf(`BT /F2 12 Tf 50 700 Td <0041> Tj ET ${text}`), resources: '/Font << /F1 5 0 R /F2 6 0 R >>' },
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
    streamOf(`begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${cmap} endcmap`),
  ).replace('<< /F1 5 0 R >> /Font', '');

const image = (dictionary: string, data = 'x'): string =>
  pageOf(
    { content: streamOf(`${text} q 100 0 0 100 0 0 cm /I Do Q`), resources: '/XObject << /I 6 0 R >>' },
    streamOf(data, `/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 ${dictionary}`),
  );

const binary = (content: string): Buffer => Buffer.from(content, 'latin1');

const structure: readonly Case[] = [
  {
    why: 'a tree of pages that is its own child',
    name: 'a.pdf',
    content: () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'),
    reasons: [...damaged, 'DECODER_DEADLINE'],
    reads: [],
  },
  {
    why: 'a page beside a tree that is its own child',
    name: 'a.pdf',
    content: () => pageOf({ pages: '/Count 2' }).replace('/Kids [3 0 R]', '/Kids [3 0 R 2 0 R]'),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a table of references that names itself',
    name: 'a.pdf',
    content: () => '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a sound file whose table of references names itself',
    name: 'a.pdf',
    content: () => {
      const file = writePdf({ pages: [text] }).toString('latin1');
      const at = file.lastIndexOf('xref\n0 1');
      return binary(file.replace('/Size 2000', `/Size 2000 /Prev ${at}`));
    },
    reasons: [],
    reads: [planted],
  },
  {
    why: 'millions of pages told of, one there',
    name: 'a.pdf',
    content: () => pageOf({ pages: '/Count 2147483647' }),
    reasons: [],
    reads: [planted],
  },
  { why: 'fewer pages than none', name: 'a.pdf', content: () => pageOf({ pages: '/Count -3' }), reasons: damaged, reads: [] },
  {
    why: 'no page',
    name: 'a.pdf',
    content: () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>'),
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a catalogue that is not there',
    name: 'a.pdf',
    content: () => `%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 9 0 R >>\n%%EOF`,
    reasons: damaged,
    reads: [],
  },
  { why: 'the first line of a PDF file alone', name: 'a.pdf', content: () => '%PDF-1.7\n', reasons: damaged, reads: [] },
  {
    why: 'arrays a hundred thousand levels deep',
    name: 'a.pdf',
    content: () => pageOf({ page: `/X ${'['.repeat(100_000)}` }),
    reasons: damaged,
    reads: [],
  },
  {
    why: 'dictionaries a hundred thousand levels deep',
    name: 'a.pdf',
    content: () => pageOf({}, `${'<< /A '.repeat(100_000)} 1 ${'>>'.repeat(100_000)}`),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'an object that is itself',
    name: 'a.pdf',
    content: () => pageOf({ page: '/Rotate 6 0 R /Annots 6 0 R' }, '6 0 R'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'objects that name each other in a ring',
    name: 'a.pdf',
    content: () => pageOf({ page: '/Annots 6 0 R' }, '7 0 R', '8 0 R', '6 0 R'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a page that is its own parent',
    name: 'a.pdf',
    content: () => pageOf({}).replace('/Parent 2 0 R /MediaBox [0 0 600 800]', '/Parent 3 0 R'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a stream of objects that extends itself',
    name: 'a.pdf',
    content: () => pageOf({}, streamOf('9 0 << >>', '/Type /ObjStm /N 1 /First 4 /Extends 6 0 R')),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a stream of two thousand million objects',
    name: 'a.pdf',
    content: () => pageOf({}, streamOf('9 0 << >>', '/Type /ObjStm /N 2147483647 /First 4')),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'rubbish before the first line',
    name: 'a.pdf',
    content: () => `${'\0\u0001rubbish\n'.repeat(50)}${pageOf({})}`,
    reasons: [],
    reads: [planted],
  },
  {
    why: 'text before the first line',
    name: 'a.pdf',
    content: () => `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n${pageOf({})}`,
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a megabyte of rubbish behind the last line',
    name: 'a.pdf',
    content: () => Buffer.concat([writePdf({ pages: [text] }), Buffer.alloc(1_000_000, 'x')]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a file cut off before its table',
    name: 'a.pdf',
    content: () => {
      const file = writePdf({ pages: [text] });
      return file.subarray(0, file.lastIndexOf('xref\n0'));
    },
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a table of references that is wrong throughout',
    name: 'a.pdf',
    content: () =>
      binary(
        writePdf({ pages: [text] })
          .toString('latin1')
          .replaceAll(/\d{10} 00000 n/gu, '0000000007 00000 n'),
      ),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a start of the table beyond the end',
    name: 'a.pdf',
    content: () =>
      binary(
        writePdf({ pages: [text] })
          .toString('latin1')
          .replace(/startxref\n\d+/u, 'startxref\n99999999999'),
      ),
    reasons: [],
    reads: [planted],
  },
];

const contents: readonly Case[] = [
  ...['-1', '0', '5', '99999999', '4 0 R', '(x)', 'null'].map((length): Case => ({
    why: `a stream whose length is ${length}`,
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(text).replace(/\/Length \d+/u, `/Length ${length}`) }),
    reasons: [],
    reads: [planted],
  })),
  {
    why: 'a stream without an end',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(text).replace('endstream', '') }),
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a form that draws itself',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { content: streamOf(`${text} /X Do`), resources: '/XObject << /X 6 0 R >>' },
        streamOf('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>'),
      ),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'forms that draw each other ten times each',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { content: streamOf(`${text} /X0 Do`), resources: '/XObject << /X0 6 0 R >>' },
        ...Array.from({ length: 9 }, (_, i) =>
          streamOf(
            `/X${i + 1} Do `.repeat(10),
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X${i + 1} ${i + 7} 0 R >> >>`,
          ),
        ),
        streamOf('BT /F1 1 Tf (a) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>'),
      ),
    limits: { maxDecoderMilliseconds: 3000 },
    reasons: [...damaged, 'DECODER_DEADLINE', 'FILE_EXCEEDS_SIZE_LIMIT'],
    reads: [],
  },
  {
    why: 'a million levels of saved state',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(`${'q '.repeat(1_000_000)}${text}`) }),
    limits: { maxDecoderMilliseconds: 3000 },
    reasons: ['DECODER_DEADLINE'],
    reads: [],
  },
  {
    why: 'operands without an operator',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(`${'[1 2 3] '.repeat(100_000)}${text}`) }),
    reasons: damaged,
    reads: [],
  },
  {
    why: 'content of arrays without an end',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(`${text} ${'['.repeat(200_000)}`) }),
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a gigabyte of content in a megabyte',
    name: 'a.pdf',
    content: async () => binary(pageOf({ content: streamOf(await packedSpaces(1), '/Filter /FlateDecode') })),
    limits: { maxDecoderMilliseconds: 10_000 },
    reasons: [...damaged, 'FILE_EXCEEDS_SIZE_LIMIT', 'DECODER_DEADLINE'],
    reads: [],
  },
  {
    why: 'a gigabyte of content, packed twice',
    name: 'a.pdf',
    content: async () => binary(pageOf({ content: streamOf(await packedSpaces(2), '/Filter [/FlateDecode /FlateDecode]') })),
    limits: { maxDecoderMilliseconds: 10_000 },
    reasons: [...damaged, 'FILE_EXCEEDS_SIZE_LIMIT', 'DECODER_DEADLINE'],
    reads: [],
  },
  {
    why: 'filters nobody knows',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(text, '/Filter /Nobody') }),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'content that is no deflate data',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(text, '/Filter /FlateDecode') }),
    reasons: [...damaged, 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  ...['[0 0 1e38 1e38]', '[0 0 -5 -5]', '[0 0 0 0]', '[(a) null]', '[]'].map((box): Case => ({
    why: `a page of the size ${box}`,
    name: 'a.pdf',
    content: () => pageOf({}).replace('[0 0 600 800]', box),
    reasons: [],
    reads: [planted],
  })),
  ...[
    '/Width 100000 /Height 100000',
    '/Width 2147483647 /Height 2147483647',
    '/Width -1 /Height -1',
    '/Width 60000 /Height 60000 /Filter /DCTDecode',
    '/Width 9 /Height 60000 /Filter /JBIG2Decode',
    '/Width 9 /Height 9 /Filter /JPXDecode',
    '/Width 100000 /Height 1 /Filter /CCITTFaxDecode /DecodeParms << /Columns 2147483647 /K -1 >>',
    '/Width 9 /Height 9 /SMask 6 0 R',
  ].map((dictionary): Case => ({
    why: `a picture of ${dictionary} beside text`,
    name: 'a.pdf',
    content: () => image(dictionary),
    reasons: [],
    reads: [planted],
  })),
  {
    why: 'a script that runs when the file is opened',
    name: 'a.pdf',
    content: () => pageOf({ catalog: '/OpenAction << /S /JavaScript /JS (while(true){}) >>' }),
    reasons: [],
    reads: [planted],
  },
  { why: 'encryption under the empty password', name: 'a.pdf', content: encrypted, reasons: [], reads: [planted] },
];

const fonts: readonly Case[] = [
  {
    why: 'a map of characters over four thousand million codes',
    name: 'a.pdf',
    content: () => withFont('1 beginbfrange <00000000> <ffffffff> <0041> endbfrange'),
    limits: { maxDecoderMilliseconds: 10_000 },
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a map of characters over four thousand million character numbers',
    name: 'a.pdf',
    content: () => withFont('1 begincidrange <00000000> <ffffffff> 0 endcidrange'),
    limits: { maxDecoderMilliseconds: 10_000 },
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a map of characters that uses itself',
    name: 'a.pdf',
    content: () => withFont('/Identity-H usecmap 1 beginbfchar <0041> <0042> endbfchar'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a font that is not there',
    name: 'a.pdf',
    content: () => pageOf({}).replace('/F1 5 0 R', '/F1 99 0 R'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a font drawn by itself',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { content: streamOf(`${text} BT /F3 9 Tf (a) Tj ET`), resources: '/Font << /F1 5 0 R /F3 6 0 R >>' },
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /F3 6 0 R >> >> >>',
        streamOf('BT /F3 9 Tf (a) Tj ET'),
      ).replace('<< /F1 5 0 R >> /Font', ''),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'widths of two thousand million characters',
    name: 'a.pdf',
    content: () =>
      pageOf({}).replace('/BaseFont /Helvetica', '/BaseFont /Helvetica /FirstChar 0 /LastChar 2147483647 /Widths [1]'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a field that is its own parent',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { page: '/Annots [6 0 R]' },
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (2${planted}) /Parent 6 0 R /Rect [0 0 9 9] >>`,
      ),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a hundred thousand notes',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { page: `/Annots [${'6 0 R '.repeat(20_000)}]` },
        `<< /Type /Annot /Subtype /Text /Contents (3${planted}) /Rect [0 0 9 9] >>`,
      ),
    reasons: [],
    reads: [`3${planted}`],
  },
  {
    why: 'a file attached to a PDF file',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { catalog: '/Names << /EmbeddedFiles << /Names [(a.csv) 6 0 R] >> >>' },
        '<< /Type /Filespec /F (a.csv) /EF << /F 7 0 R >> >>',
        streamOf(`nom,courriel\nAli,debut@exemple.ma\n`, '/Type /EmbeddedFile'),
      ),
    reasons: ['ARCHIVE_CONTAINS_UNPROCESSED_FILES'],
    reads: [planted],
  },
  {
    why: 'attached files whose tree of names is its own child',
    name: 'a.pdf',
    content: () => pageOf({ catalog: '/Names << /EmbeddedFiles 6 0 R >>' }, '<< /Kids [6 0 R 6 0 R] >>'),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'marks of a text that name each other',
    name: 'a.pdf',
    content: () =>
      pageOf(
        { catalog: '/Outlines 6 0 R' },
        '<< /Type /Outlines /First 7 0 R /Last 7 0 R >>',
        `<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>`,
      ),
    reasons: [],
    reads: [planted],
  },
];

export const cases: readonly Case[] = [
  ...structure,
  ...contents,
  ...fonts,
  {
    why: 'many small pages',
    name: 'a.pdf',
    content: () => writePdf({ pages: Array.from({ length: 300 }, (_, i) => drawLines(`${i}${planted}`)) }),
    reasons: [],
    reads: [`299${planted}`],
  },
  {
    why: 'a line of a million letters',
    name: 'a.pdf',
    content: () => pageOf({ content: streamOf(`BT /F1 1 Tf (${repeat(200_000, (i) => `a${i % 10} `)}) Tj ET ${text}`) }),
    reasons: [],
    reads: [planted],
  },
];
