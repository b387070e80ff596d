/** ZIP and TAR archives that lie about what they hold. */
import { crc32, deflateRawSync } from 'node:zlib';
import { writeTar } from '../write-tar.ts';
import { writeZip } from '../write-zip.ts';
import { planted } from './case.ts';
import type { Case } from './case.ts';

const kilobyte = 1024;

interface Entry {
  readonly name: string;
  readonly packed: Buffer;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
}

const localHeader = ({ name, packed, bytes, crc, method }: Entry): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name)]);
};

function directoryEntry(entry: Entry, at: number): Buffer {
  const local = localHeader(entry);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  local.copy(header, 6, 4, 30);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function endRecord(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** Fifield's bomb: each entry quotes the headers of all that follow as literal data, and ends in the same kernel. */
function quotedOverlap(count: number, kernelBytes: number): Buffer {
  const kernel = Buffer.alloc(kernelBytes, 'a');
  const packedKernel = deflateRawSync(kernel);
  let next: Entry = { name: 'f0', packed: packedKernel, bytes: kernelBytes, crc: crc32(kernel), method: 8 };
  let content = kernel;
  const entries = [next];
  for (let i = 1; i < count; i++) {
    const quoted = localHeader(next);
    const block = Buffer.alloc(5);
    block.writeUInt16LE(quoted.length, 1);
    block.writeUInt16LE(~quoted.length & 0xffff, 3);
    content = Buffer.concat([quoted, content]);
    const packed = Buffer.concat([block, quoted, next.packed]);
    next = { name: `f${i}`, packed, bytes: content.length, crc: crc32(content), method: 8 };
    entries.push(next);
  }
  const file = Buffer.concat([localHeader(next), next.packed]);
  const directory = Buffer.concat(
    entries.map((entry) => directoryEntry(entry, file.length - entry.packed.length - localHeader(entry).length)),
  );
  return Buffer.concat([file, directory, endRecord(count, directory.length, file.length)]);
}

/** Zeros in archives in archives, sixteen at each level, as 42.zip has them. */
function archivesOfArchives(levels: number): Buffer {
  let inner = writeZip([{ name: 'zeros', content: Buffer.alloc(16 * kilobyte * kilobyte, '0') }]);
  for (let level = 0; level < levels; level++) {
    inner = writeZip(Array.from({ length: 16 }, (_, i) => ({ name: `${i}.zip`, content: inner })));
  }
  return inner;
}

const sound = (): Buffer => writeZip([{ name: 'a.txt', content: planted }]);
/** A sound archive, its end record changed. */
const zipEnding = (change: (end: Buffer) => void): Buffer => {
  const bytes = Buffer.from(sound());
  change(bytes.subarray(bytes.length - 22));
  return bytes;
};
/** A sound archive, its only entry changed in both headers. */
const zipEntry = (change: (header: Buffer, isLocal: boolean) => void, content = planted): Buffer => {
  const bytes = Buffer.from(writeZip([{ name: 'a.txt', content, isStored: true }]));
  change(bytes.subarray(4), true);
  change(bytes.subarray(bytes.indexOf('PK\u0001\u0002') + 6), false);
  return bytes;
};
const named = (name: string | Uint8Array): Buffer => writeZip([{ name, content: planted }]);

const tarWith = (change: (header: Buffer) => void, bytes = writeTar([{ name: 'a.txt', content: planted }])): Buffer => {
  change(bytes);
  bytes.fill(0x20, 148, 156);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
};
const tar = (): Buffer => writeTar([{ name: 'a.txt', content: planted }]);

const damaged = ['MALFORMED_FILE'];

const zips: readonly Case[] = [
  {
    why: 'a bomb of entries that quote each other',
    name: 'a.zip',
    content: () => quotedOverlap(250, 4 * kilobyte * kilobyte),
    reasons: ['MALFORMED_FILE', 'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT'],
    reads: [],
    limits: { minRatioBytes: 8_000_000 },
  },
  {
    why: 'archives of archives of zeros',
    name: '42.zip',
    content: () => archivesOfArchives(4),
    reasons: ['ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT'],
    reads: [],
    limits: { minRatioBytes: 64_000_000 },
  },
  {
    why: 'more ZIP entries told of than there are',
    name: 'a.zip',
    content: () => zipEnding((end) => end.writeUInt16LE(9000, 10)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a ZIP directory of four gigabytes',
    name: 'a.zip',
    content: () => zipEnding((end) => end.writeUInt32LE(0xfffffff0, 12)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a ZIP directory beyond the end',
    name: 'a.zip',
    content: () => zipEnding((end) => end.writeUInt32LE(0xfffffff0, 16)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a ZIP directory of no bytes',
    name: 'a.zip',
    content: () => zipEnding((end) => end.writeUInt32LE(0, 12)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'zip64 that is not there',
    name: 'a.zip',
    content: () => zipEnding((end) => end.fill(0xff, 8, 20)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'zip64 of absurd numbers',
    name: 'a.zip',
    content: () => {
      const bytes = writeZip([{ name: 'a.txt', content: planted }], { isZip64: true });
      bytes.fill(0xff, bytes.indexOf('PK\u0006\u0006') + 24, bytes.indexOf('PK\u0006\u0007'));
      return bytes;
    },
    reasons: damaged,
    reads: [],
  },
  {
    why: 'zip64 whose record lies where none is',
    name: 'a.zip',
    content: () => {
      const bytes = writeZip([{ name: 'a.txt', content: planted }], { isZip64: true });
      bytes.fill(0xff, bytes.indexOf('PK\u0006\u0007') + 8, bytes.indexOf('PK\u0006\u0007') + 16);
      return bytes;
    },
    reasons: damaged,
    reads: [],
  },
  {
    why: 'a ZIP entry longer than told',
    name: 'a.zip',
    content: () => zipEntry((header) => header.writeUInt32LE(3, 18)),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a ZIP entry shorter than told',
    name: 'a.zip',
    content: () => zipEntry((header) => header.writeUInt32LE(0x7fffffff, 18)),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a ZIP entry whose packed data runs on',
    name: 'a.zip',
    content: () => zipEntry((header) => header.writeUInt32LE(0x7fffffff, 14)),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a ZIP entry with a wrong checksum',
    name: 'a.zip',
    content: () => writeZip([{ name: 'a.txt', content: planted, crc: 7 }]),
    reasons: damaged,
    reads: [planted],
  },
  ...[9, 12, 14, 93, 95, 97, 98, 1, 6].map((method): Case => ({
    why: `a ZIP entry of method ${method}`,
    name: 'a.zip',
    content: () => zipEntry((header) => header.writeUInt16LE(method, 4)),
    reasons: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  })),
  {
    why: 'a ZIP entry encrypted with AES',
    name: 'a.zip',
    content: () =>
      zipEntry((header) => {
        header.writeUInt16LE(1, 2);
        header.writeUInt16LE(99, 4);
      }),
    reasons: ['ENCRYPTED'],
    reads: [],
  },
  {
    why: 'a ZIP entry whose local header has another name',
    name: 'a.zip',
    content: () => zipEntry((header, isLocal) => void (isLocal && header.write('b.csv', 26))),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a ZIP entry whose local header is another method',
    name: 'a.zip',
    content: () => zipEntry((header, isLocal) => void (isLocal && header.writeUInt16LE(77, 4))),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a folder of a ZIP file that holds data',
    name: 'a.zip',
    content: () => named('folder/'),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'many entries of one name',
    name: 'a.zip',
    content: () => writeZip([1, 2, 3].map((i) => ({ name: 'a.txt', content: `${i}${planted}` }))),
    reasons: [],
    reads: [`1${planted}`, `2${planted}`, `3${planted}`],
  },
  {
    why: 'two ZIP files in one',
    name: 'a.zip',
    content: () => Buffer.concat([writeZip([{ name: 'b.txt', content: 'debut@exemple.ma' }]), sound()]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'rubbish before a ZIP file',
    name: 'a.zip',
    content: () => writeZip([{ name: 'a.txt', content: planted }], { before: Buffer.from('PK\u0003\u0004 rubbish') }),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'rubbish after a ZIP file',
    name: 'a.zip',
    content: () => Buffer.concat([sound(), Buffer.alloc(100, 'x')]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a megabyte of rubbish after a ZIP file',
    name: 'a.zip',
    content: () => Buffer.concat([sound(), Buffer.alloc(1_000_000, 'x')]),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'an end of a ZIP file inside its comment',
    name: 'a.zip',
    content: () => writeZip([{ name: 'a.txt', content: planted }], { comment: `x${endRecord(9, 9, 9).toString('latin1')}x` }),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a ZIP file without its directory',
    name: 'a.zip',
    content: () => sound().subarray(0, sound().indexOf('PK\u0001\u0002')),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a streamed ZIP file without its directory',
    name: 'a.zip',
    content: () => {
      const bytes = writeZip(
        [
          { name: 'a.txt', content: 'debut@exemple.ma' },
          { name: 'b.txt', content: planted },
        ],
        { hasDescriptors: true },
      );
      return bytes.subarray(0, bytes.indexOf('PK\u0001\u0002'));
    },
    reasons: damaged,
    reads: ['debut@exemple.ma', planted],
  },
  { why: 'an empty ZIP file', name: 'a.zip', content: () => endRecord(0, 0, 0), reasons: [], reads: [] },
  {
    why: 'a ZIP file of a hundred thousand entries without data',
    name: 'a.zip',
    content: () => writeZip(Array.from({ length: 20_000 }, (_, i) => ({ name: `d${i}/`, content: '', isStored: true }))),
    reasons: [],
    reads: [],
  },
  ...(
    [
      ['climbs', '../../../../etc/passwd'],
      ['is absolute', '/etc/passwd'],
      ['is of a drive', 'C:\\Windows\\system.ini'],
      ['has NUL in it', 'a.txt\0.jpg'],
      ['is no UTF-8', Buffer.from('fffe80c0af', 'hex')],
      ['turns the line around', 'fac\u202egpj.txt'],
      ['clears the screen', '\u001b[2J\u001b]0;x\u0007.txt'],
      ['has line ends', 'a\r\nb\n.txt'],
      ['is 60 kB', `${'x'.repeat(60_000)}.txt`],
      ['is empty', ''],
      ['is two dots', '..'],
      ['is a device of Windows', 'CON'],
      ['pretends to be a member', 'a.zip!/b.txt'],
    ] as const
  ).map(([what, name]): Case => ({
    why: `a name in a ZIP file that ${what}`,
    name: 'a.zip',
    content: () => named(name),
    reasons: [],
    reads: [planted],
  })),
];

const tars: readonly Case[] = [
  {
    why: 'a TAR size of base 256 below zero',
    name: 'a.tar',
    content: () => tarWith((header) => header.fill(0xff, 124, 136)),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  {
    why: 'a TAR size of base 256 near 2^63',
    name: 'a.tar',
    content: () =>
      tarWith((header) => {
        header.fill(0xff, 125, 136);
        header[124] = 0x80;
      }),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  {
    why: 'a TAR size of 8 GB in octal',
    name: 'a.tar',
    content: () => tarWith((header) => header.write('77777777777\0', 124, 'latin1')),
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  {
    why: 'a TAR size of base 256 that is right',
    name: 'a.tar',
    content: () =>
      tarWith((header) => {
        header.fill(0, 124, 136);
        header[124] = 0x80;
        header[135] = planted.length;
      }),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a TAR header with a wrong checksum',
    name: 'a.tar',
    content: () => {
      const bytes = tar();
      bytes[148] = 0x37;
      return bytes;
    },
    reasons: ['MALFORMED_FILE', 'UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  {
    why: 'pax headers before pax headers',
    name: 'a.tar',
    content: () => {
      const pax = writeTar([{ name: 'b.txt', content: '', pax: { comment: 'x' } }]).subarray(0, 1024);
      return Buffer.concat([...Array.from({ length: 5000 }, () => pax), tar()]);
    },
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax header that gives an absurd size',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.txt', content: planted, pax: { size: '9223372036854775807' } }]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax header that gives a size below zero',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.txt', content: planted, pax: { size: '-1' } }]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax record whose length lies',
    name: 'a.tar',
    content: () => {
      const bytes = writeTar([{ name: 'a.txt', content: planted, pax: { path: 'b.txt' } }]);
      bytes.write('99999999', 512, 'latin1');
      return bytes;
    },
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax path that climbs',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.txt', content: planted, pax: { path: '../../etc/passwd' } }]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax header of two megabytes',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.txt', content: planted, pax: { path: 'x'.repeat(2_000_000) } }]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a long name of GNU without an end',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.txt', content: planted, longName: 'y'.repeat(1_500_000) }]),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a pax header and nothing behind it',
    name: 'a.tar',
    content: () => writeTar([{ name: 'b.txt', content: '', pax: { path: 'x' } }]).subarray(0, 1024),
    reasons: [],
    reads: [],
  },
  {
    why: 'a sparse file of GNU',
    name: 'a.tar',
    content: () => tarWith((header) => header.write('S', 156, 'latin1')),
    reasons: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  {
    why: 'a sparse file of pax',
    name: 'a.tar',
    content: () =>
      writeTar([
        {
          name: 'a.txt',
          content: planted,
          pax: { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'x', 'GNU.sparse.realsize': '999999999999' },
        },
      ]),
    reasons: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
    reads: [],
  },
  ...['M', 'A', 'Z', ' '].map((type): Case => ({
    why: `a TAR member of type “${type}”`,
    name: 'a.tar',
    content: () => tarWith((header) => header.write(type, 156, 'latin1')),
    reasons: [],
    reads: [planted],
  })),
  ...['1', '2', '3', '4', '5', '6'].map((type): Case => ({
    why: `a TAR member of type ${type} between files`,
    name: 'a.tar',
    content: () =>
      writeTar([
        { name: 'l', content: '', type },
        { name: 'a.txt', content: planted },
      ]),
    reasons: [],
    reads: [planted],
  })),
  {
    why: 'two TAR files in one',
    name: 'a.tar',
    content: () => Buffer.concat([writeTar([{ name: 'b.txt', content: 'debut@exemple.ma' }]), tar()]),
    reasons: [],
    reads: ['debut@exemple.ma', planted],
  },
  {
    why: 'rubbish after a TAR file',
    name: 'a.tar',
    content: () => Buffer.concat([tar(), Buffer.alloc(2000, 'x')]),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'zeros after a TAR file',
    name: 'a.tar',
    content: () => Buffer.concat([tar(), Buffer.alloc(20_000)]),
    reasons: [],
    reads: [planted],
  },
  { why: 'a TAR file of zeros', name: 'a.tar', content: () => Buffer.alloc(10_240), reasons: [], reads: [] },
  { why: 'a TAR file without its end', name: 'a.tar', content: () => tar().subarray(0, 1024), reasons: [], reads: [planted] },
  {
    why: 'a TAR file cut off in a member',
    name: 'a.tar',
    content: () => tar().subarray(0, 512 + planted.length),
    reasons: [],
    reads: [planted],
  },
  {
    why: 'a TAR file cut off in a header',
    name: 'a.tar',
    content: () => Buffer.concat([tar().subarray(0, 1024), tar().subarray(0, 100)]),
    reasons: damaged,
    reads: [planted],
  },
  {
    why: 'a TAR member that is the archive itself, cut off',
    name: 'a.tar',
    content: () => writeTar([{ name: 'a.tar', content: writeTar([{ name: 'a.tar', content: tar().subarray(0, 700) }]) }]),
    reasons: [],
    reads: [planted],
  },
];

export const cases: readonly Case[] = [...zips, ...tars];
