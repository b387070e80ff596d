/** Compressed files: damaged, joined, followed by rubbish, inside each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { planted } from './case.ts';
import type { Case } from './case.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', 'fixtures', name));
/** The first and the last value of the fixtures. */
const both = ['sara@exemple.ma', 'omar@exemple.ma'];
const joined = (...parts: readonly (Uint8Array | string)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));
const patched = (bytes: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at] = value;
  return copy;
};
const rubbish = 'rubbish behind it';

/** A gzip member with every optional part of the header. */
function gzipOfAllFlags(content: string): Buffer {
  const head = joined(Buffer.of(0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 255), Buffer.of(3, 0), 'abc', 'a name\0', 'a comment\0');
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(crc32(head) & 0xffff);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(content), 0);
  end.writeUInt32LE(content.length, 4);
  return joined(head, sum, deflateRawSync(content), end);
}

const skippable = (content: string): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(0x184d2a50, 0);
  head.writeUInt32LE(content.length, 4);
  return joined(head, content);
};

const xz = (): Buffer => fixture('table.csv.xz');
const bz2 = (): Buffer => fixture('table.csv.bz2');

/** What each format does with two files in one, and with what does not belong to it. */
const shared: readonly Case[] = (
  [
    ['gz', () => fixture('table.csv.gz')],
    ['bz2', bz2],
    ['xz', xz],
    ['zst', () => fixture('table.csv.zst')],
  ] as const
).flatMap(([extension, packed]): Case[] => {
  const name = `a.csv.${extension}`;
  return [
    { why: `two ${extension} files in one`, name, content: () => joined(packed(), packed()), reasons: [], reads: both },
    {
      why: `rubbish after ${extension} data`,
      name,
      content: () => joined(packed(), rubbish),
      reasons: ['MALFORMED_FILE'],
      reads: both,
    },
    {
      why: `rubbish after two ${extension} files`,
      name,
      content: () => joined(packed(), packed(), rubbish),
      reasons: ['MALFORMED_FILE'],
      reads: both,
    },
    {
      why: `one byte after ${extension} data`,
      name,
      content: () => joined(packed(), 'x'),
      reasons: ['MALFORMED_FILE'],
      reads: both,
    },
    {
      why: `zeros after ${extension} data`,
      name,
      content: () => joined(packed(), Buffer.alloc(512)),
      // gzip and XZ may be filled up with them.
      reasons: extension === 'gz' || extension === 'xz' ? [] : ['MALFORMED_FILE'],
      reads: both,
    },
    {
      why: `a second ${extension} file that breaks off`,
      name,
      content: () => joined(packed(), packed().subarray(0, -20)),
      reasons: ['MALFORMED_FILE'],
      reads: both,
    },
    {
      why: `${extension} data named as a text`,
      name: 'a.txt',
      content: packed,
      reasons: [],
      reads: both,
    },
    {
      why: `text named as ${extension}`,
      name,
      content: () => `nom;courriel\nAli;${planted}\n`,
      reasons: [],
      reads: [planted],
    },
  ];
});

export const cases: readonly Case[] = [
  ...shared,
  {
    why: 'gzip data after gzip data in the middle of a value',
    name: 'a.txt.gz',
    content: () => joined(gzipSync('un fin@ex'), gzipSync(''), gzipSync('emple.ma')),
    reasons: [],
    reads: [`un ${planted}`],
  },
  {
    why: 'a gzip header with all there can be',
    name: 'a.txt.gz',
    content: () => gzipOfAllFlags(planted),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'gzip with a wrong checksum',
    name: 'a.txt.gz',
    content: () => patched(gzipSync(planted), -8, 0),
    reasons: ['MALFORMED_FILE'],
    reads: [planted],
  },
  {
    why: 'gzip with a wrong length',
    name: 'a.txt.gz',
    content: () => patched(gzipSync(planted), -1, 9),
    reasons: ['MALFORMED_FILE'],
    reads: [planted],
  },
  {
    why: 'gzip cut off before its checksum',
    name: 'a.txt.gz',
    content: () => gzipSync(planted).subarray(0, -8),
    reasons: ['MALFORMED_FILE'],
    reads: [planted],
  },
  {
    why: 'a gzip header alone',
    name: 'a.txt.gz',
    content: () => gzipSync(planted).subarray(0, 10),
    reasons: ['MALFORMED_FILE'],
    reads: [],
  },
  {
    why: 'gzip that gives a thousand times its size',
    name: 'a.txt.gz',
    content: () => joined(gzipSync(Buffer.from(`${planted}\n`)), gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'))),
    limits: { minRatioBytes: 4_000_000 },
    reasons: ['ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT'],
    reads: [planted],
  },
  {
    why: 'gzip in gzip beyond ten levels',
    name: 'a.txt.gz',
    content: () => {
      let packed = gzipSync(planted);
      for (let level = 0; level < 40; level++) packed = gzipSync(packed);
      return packed;
    },
    reasons: ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT'],
    reads: [],
  },
  {
    why: 'frames of Zstandard that hold nothing around one that does',
    name: 'a.txt.zst',
    content: () => joined(zstdCompressSync(''), skippable('xyz'), zstdCompressSync(planted), skippable('')),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a frame of Zstandard for a window of gigabytes',
    name: 'a.txt.zst',
    content: () => joined(zstdCompressSync(`${planted}\n`), Buffer.from('28b52ffd04ff010000', 'hex')),
    reasons: ['MALFORMED_FILE', 'ARCHIVE_EXCEEDS_SIZE_LIMIT'],
    reads: [planted],
  },
  {
    why: 'a frame of Zstandard that needs a dictionary',
    name: 'a.txt.zst',
    content: () => Buffer.from('28b52ffd6307000000010200', 'hex'),
    reasons: ['MALFORMED_FILE'],
    reads: [],
  },
  {
    why: 'Zstandard with a wrong checksum',
    name: 'a.txt.zst',
    content: () => patched(zstdCompressSync(planted, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }), -1, 0),
    reasons: ['MALFORMED_FILE'],
    reads: [planted],
  },
  {
    why: 'XZ whose index is damaged',
    name: 'a.csv.xz',
    content: () => patched(xz(), -20, 0xff),
    reasons: ['MALFORMED_FILE'],
    reads: both,
  },
  {
    why: 'bzip2 with a wrong checksum of the whole',
    name: 'a.csv.bz2',
    content: () => patched(bz2(), -3, 0xaa),
    reasons: ['MALFORMED_FILE'],
    reads: both,
  },
  {
    why: 'the header of bzip2 alone',
    name: 'a.csv.bz2',
    content: () => bz2().subarray(0, 10),
    reasons: ['MALFORMED_FILE'],
    reads: [],
  },
];
