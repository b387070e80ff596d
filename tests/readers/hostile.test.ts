/** Files made to break parsers: each is read or skipped with the right reason, in bounded time, and what was read before stays. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import type { Block, ReaderLimits } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { cases as archives } from './hostile/archives.ts';
import type { Case as HostileCase } from './hostile/case.ts';
import { cases as documents } from './hostile/documents.ts';
import { cases as compressed } from './hostile/packed.ts';
import { cases as pdf } from './hostile/pdf.ts';
import { cases as texts } from './hostile/texts.ts';
import { objectOf, placesOf, readAll } from './reading.ts';
import { writeCompound } from './write-compound.ts';
import { writeXlsx } from './write-office.ts';
import { writeTar } from './write-tar.ts';
import { writeZip } from './write-zip.ts';

/** On a busy machine; none takes a second on a quiet one. */
const deadlineMilliseconds = 60_000;
/** What a worker has on AWS. */
const maxResidentBytes = 1_769 * 1024 * 1024;

/** Entries that all claim the same packed data. */
function overlappingZip(count: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(100_000, 'x'));
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(Buffer.alloc(100_000, 'x')), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100_000, 22);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  local.copy(entry, 10, 8, 26);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(Buffer.alloc(100_000, 'x')), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100_000, 24);
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entry.length * count, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, ...Array.from({ length: count }, () => entry), end]);
}

function nestedZip(levels: number): Buffer {
  let inner = writeZip([{ name: 'a.txt', content: 'fin@exemple.ma' }]);
  for (let level = 1; level < levels; level++) inner = writeZip([{ name: 'a.zip', content: inner }]);
  return inner;
}

function nestedMail(levels: number): string {
  const head = Array.from(
    { length: levels },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  ).join('');
  return `From: de@exemple.ma\r\nSubject: x\r\nMIME-Version: 1.0\r\n${head}Content-Type: text/plain\r\n\r\nfin\r\n`;
}

/** A directory of pictures whose next one is itself. */
function loopingTiff(): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(1, 8);
  bytes.writeUInt16LE(0x8769, 10);
  bytes.writeUInt16LE(4, 12);
  bytes.writeUInt32LE(1, 14);
  bytes.writeUInt32LE(8, 18);
  bytes.writeUInt32LE(8, 22);
  return bytes;
}

const pdfOf = (...objects: readonly string[]): string =>
  `%PDF-1.4\n${objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Size 9 /Root 1 0 R >>\n%%EOF\n`;
const tarWith = (change: (header: Buffer) => void): Buffer => {
  const bytes = Buffer.from(writeTar([{ name: 'a.txt', content: 'x' }]));
  change(bytes);
  bytes.fill(0x20, 148, 156);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
};
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name));

interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Reasons that may be given, each perhaps more than once; none = read without a word. */
  readonly reasons: readonly string[];
  readonly limits?: Partial<ReaderLimits>;
  /** Stands in what was read. */
  readonly reads?: string;
}

const deep = 100_000;
const cases: readonly Case[] = [
  {
    why: 'ZIP entries that share their data',
    name: 'a.zip',
    content: overlappingZip(300),
    limits: { minRatioBytes: 1_000_000 },
    reasons: ['ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT'],
  },
  { why: 'ZIP files nested beyond ten', name: 'a.zip', content: nestedZip(13), reasons: ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT'] },
  {
    why: 'names that climb out of an archive',
    name: 'a.zip',
    content: writeZip([{ name: '../../etc/passwd', content: 'a fin@exemple.ma' }]),
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'entities that multiply',
    name: 'a.xml',
    content: `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "fin">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]><l>&a8; fin@exemple.ma</l>`,
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'an entity from outside',
    name: 'a.xml',
    content: '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x; fin@exemple.ma</l>',
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'JSON a hundred thousand levels deep',
    name: 'a.json',
    content: `{"a":"fin@exemple.ma","b":${'['.repeat(deep)}${']'.repeat(deep)}}`,
    reasons: ['JSON_NESTING_LEVEL_OVER_LIMIT'],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'XML a hundred thousand levels deep',
    name: 'a.xml',
    content: `<r><p>fin@exemple.ma</p>${'<a>'.repeat(deep)}</r>`,
    reasons: ['MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'HTML a hundred thousand levels deep',
    name: 'a.html',
    content: `<html><body><p>fin@exemple.ma</p>${'<div>'.repeat(deep)}`,
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'zeros between the letters of a table',
    name: 'a.csv',
    content: 'nom,courriel\n\0Ali,fin@exemple.ma\nSara,b@exemple.ma\n',
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'half a pair of UTF-16',
    name: 'a.json',
    content: String.raw`{"a":"\ud800","b":"fin@exemple.ma"}`,
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'a tree of pages that is its own child',
    name: 'a.pdf',
    content: pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'),
    reasons: ['MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE', 'DECODER_DEADLINE'],
  },
  {
    why: 'a table of references that names itself',
    name: 'a.pdf',
    content: '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    reasons: ['UNABLE_TO_PARSE_FILE', 'MALFORMED_FILE'],
  },
  {
    why: 'a chain of sectors that turns back',
    name: 'a.xls',
    content: (() => {
      const bytes = writeCompound({ Workbook: Buffer.alloc(9000) });
      return Buffer.from(bytes.map((byte, index) => (index >= bytes.length - 512 && index % 4 === 0 ? 1 : byte)));
    })(),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
  {
    why: 'a picture directory that names itself',
    name: 'a.tif',
    content: loopingTiff(),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
  {
    why: 'mail a thousand parts deep',
    name: 'a.eml',
    content: nestedMail(1000),
    reasons: ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT', 'MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'],
  },
  {
    why: 'gzip data after gzip data',
    name: 'a.txt.gz',
    content: Buffer.concat([gzipSync('un '), gzipSync('fin@exemple.ma')]),
    reasons: [],
    reads: 'un fin@exemple.ma',
  },
  {
    why: 'zeros after gzip data',
    name: 'a.txt.gz',
    content: Buffer.concat([gzipSync('fin@exemple.ma'), Buffer.alloc(512)]),
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'rubbish after gzip data',
    name: 'a.txt.gz',
    content: Buffer.concat([gzipSync('fin@exemple.ma'), Buffer.from('rubbish')]),
    reasons: ['MALFORMED_FILE'],
  },
  {
    why: 'a TAR member of negative size',
    name: 'a.tar',
    content: tarWith((header) => header.fill(0xff, 124, 136)),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
  {
    why: 'a TAR member larger than its archive',
    name: 'a.tar',
    content: tarWith((header) => header.write('77777777777', 124, 'latin1')),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
  {
    why: 'a sheet of all the rows and columns there can be',
    name: 'a.xlsx',
    content: writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: '<dimension ref="A1:XFD1048576"/><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>fin@exemple.ma</t></is></c></row>',
        },
      ],
    }),
    reasons: [],
    reads: 'fin@exemple.ma',
  },
  {
    why: 'a picture that calls itself a table',
    name: 'a.csv',
    content: fixture('picture-of-a-camera.jpg'),
    reasons: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: 'auteur@exemple.ma',
  },
  {
    why: 'a table that calls itself a picture',
    name: 'a.jpg',
    content: 'nom;courriel\nAli;fin@exemple.ma\n',
    reasons: [],
    reads: 'fin@exemple.ma',
  },
];

/** Reads a file and says what became of it. A fault that the last net of `read-object.ts` catches is one all the same. */
async function readHostile({ name, content, limits = {} }: HostileCase) {
  const blocks: Block[] = [];
  const said = new Set<string>();
  const faults: object[] = [];
  for await (const part of readObject(objectOf(name, await content()), limits, null, (fault) => faults.push(fault))) {
    if (part.kind === 'block') blocks.push(part);
    else if (part.kind === 'unread') said.add(part.reason);
  }
  assert.deepEqual(faults, []);
  return { blocks, said: [...said] };
}

const families: readonly (readonly HostileCase[])[] = [
  cases.map(({ content, reads, ...rest }) => ({ ...rest, content: () => content, reads: reads === undefined ? [] : [reads] })),
  archives,
  compressed,
  documents,
  pdf,
  texts,
];

describe('files made to break parsers', () => {
  after(() => assert.ok(process.resourceUsage().maxRSS * 1024 < maxResidentBytes, 'memory stays bounded'));

  for (const one of families.flat()) {
    test(one.why, { timeout: deadlineMilliseconds }, async () => {
      const { blocks, said } = await readHostile(one);
      const allowed = one.isLenient === true ? [...one.reasons, 'MALFORMED_FILE', 'UNABLE_TO_PARSE_FILE'] : one.reasons;
      assert.deepEqual(
        said.filter((reason) => !allowed.includes(reason)),
        [],
      );
      if (one.isLenient !== true) assert.equal(said.length > 0, one.reasons.length > 0, 'nothing is left out in silence');
      for (const value of one.reads) assert.ok(placesOf(blocks, value).length > 0, `what was sound is read: ${value}`);
    });
  }
});

describe('every fixture, cut off at each sixteenth', () => {
  const names = readdirSync(join(import.meta.dirname, 'fixtures')).filter((name) => !name.endsWith('.json'));
  for (const name of names) {
    test(name, { timeout: deadlineMilliseconds }, async () => {
      const whole = fixture(name);
      for (let part = 1; part < 16; part++) {
        const { unread } = await readAll(objectOf(name, whole.subarray(0, Math.floor((whole.length * part) / 16))));
        assert.deepEqual(
          unread.filter(({ detail }) => detail.startsWith('its reader broke off')),
          [],
        );
      }
    });
  }
});
