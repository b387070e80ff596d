/** What lies in containers is read as if it lay alone; what cannot be read is said of the member it belongs to. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { ReaderLimits } from '../../readers/contract.ts';
import { objectOf, ownedText, placesOf, readAll } from './reading.ts';
import { writeTar } from './write-tar.ts';
import { writeZip } from './write-zip.ts';

const csv = 'nom,tel\nAli,0612345678\n';
const base64 = (text: string) => Buffer.from(text, 'base64');
/** `csv`, as bzip2 and XZ write it. */
const bzip2 = base64('QlpoOTFBWSZTWdt1/oIAAApdgAAQAAR/wCAAAieEACAAMUyYmQZGFA0G0CaMGck50wE0qy0RJS/xdyRThQkNt1/oIA==');
const xz = base64('/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAWbm9tLHRlbApBbGksMDYxMjM0NTY3OAoAAFKgqZFdaI1bAAEvF4EISbEftvN9AQAAAAAEWVo=');
const xzInXz = base64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQBP/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAWbm9tLHRlbApBbGksMDYxMjM0NTY3OAoAAFKgqZFdaI1bAAEvF4EISbEftvN9AQAAAAAEWVoAP1zUkuXIYysAAWhQcAXJ5h+2830BAAAAAARZWg==',
);
const xzTwice = Buffer.concat([xz, Buffer.alloc(8), xz]);
const bzip2Twice = Buffer.concat([bzip2, bzip2]);

const windows1256 = new TextDecoder('windows-1256');
const codes = new Map(Array.from({ length: 256 }, (_, code) => [windows1256.decode(Uint8Array.of(code)), code]));
const inWindows = (name: string): Buffer => Buffer.from(Array.from(name, (character) => codes.get(character)!));
const windowsNames = ['عقود/الزبناء.txt', 'قائمة.txt'].map((name) => ({ name: inWindows(name), content: 'CIN AB123456\n' }));
const dosNames = [
  // Code page 720: French and Arabic.
  '\u0082t\u0082/R\u0082sum\u0082 \u0085 F\u008as.txt',
  '\u009f\u00e9\u009a\u00a4\u00ed\u00a9.txt',
].map((name) => ({ name: Buffer.from(name, 'latin1'), content: 'CIN AB123456\n' }));
const accompanied = { name: inWindows('سجل.txt'), unicodeName: 'سجل.txt', content: 'CIN AB123456\n' };

interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Text of each member, by path; cells are put together with `|`. */
  readonly members: Readonly<Record<string, string>>;
  readonly unread?: Readonly<Record<string, string>>;
  readonly limits?: Partial<ReaderLimits>;
}

const cells = 'Ali|0612345678';
const text = 'CIN AB123456\n';
const nested = (depth: number): Uint8Array => {
  let inner: Uint8Array = Buffer.from(text);
  for (let level = 0; level < depth; level++) inner = writeZip([{ name: level === 0 ? 'a.txt' : 'a.zip', content: inner }]);
  return inner;
};

const cases: readonly Case[] = [
  {
    why: 'a ZIP of a table, a text, a folder and an empty file',
    name: 'a.zip',
    content: writeZip([
      { name: 'clients/a.csv', content: csv },
      { name: 'clients/', content: '', isStored: true },
      { name: 'b.txt', content: text, isStored: true },
      { name: 'empty', content: '' },
    ]),
    members: { 'clients/a.csv': cells, 'b.txt': text, empty: '' },
  },
  {
    why: 'zip64 and data descriptors',
    name: 'a.zip',
    content: writeZip([{ name: 'a.csv', content: csv }], { isZip64: true, hasDescriptors: true }),
    members: { 'a.csv': cells },
  },
  {
    why: 'a name in the code page of old programs',
    name: 'a.zip',
    content: writeZip([{ name: Buffer.from('r\u0082sum\u0082.txt', 'latin1'), content: text }]),
    members: { 'résumé.txt': text },
  },
  {
    why: 'Arabic and French names of Windows and of DOS, and one that stands beside as UTF-8',
    name: 'a.zip',
    content: writeZip([
      { name: 'a.zip', content: writeZip(windowsNames) },
      { name: 'b.zip', content: writeZip(dosNames) },
      accompanied,
    ]),
    members: {
      'a.zip': '',
      'a.zip!/عقود/الزبناء.txt': text,
      'a.zip!/قائمة.txt': text,
      'b.zip': '',
      'b.zip!/été/Résumé à Fès.txt': text,
      'b.zip!/الأجور.txt': text,
      'سجل.txt': text,
    },
  },
  {
    why: 'a TAR whose names are those of Windows',
    name: 'a.tar',
    content: writeTar([{ name: Buffer.from('Pi\u00e8ces/\u00e9t\u00e9.txt', 'latin1'), content: text }]),
    members: { 'Pièces/été.txt': text },
  },
  {
    why: 'names that would leave a folder are names',
    name: 'a.zip',
    content: writeZip([
      { name: '../../etc/a.txt', content: text },
      { name: '/b.txt', content: text },
      { name: String.raw`..\c.txt`, content: text },
    ]),
    members: { '../../etc/a.txt': text, '/b.txt': text, [String.raw`..\c.txt`]: text },
  },
  {
    why: 'an entry that is encrypted, one of another method, one that is damaged: each by itself',
    name: 'a.zip',
    content: writeZip([
      { name: 'locked.txt', content: text, isEncrypted: true },
      { name: 'a.txt', content: text },
      { name: 'damaged.txt', content: text, crc: 1 },
    ]),
    members: { 'locked.txt': '', 'a.txt': text, 'damaged.txt': text },
    unread: { 'locked.txt': 'ENCRYPTED', 'damaged.txt': 'MALFORMED_FILE' },
  },
  {
    why: 'a ZIP that lost its end: what is there is read',
    name: 'a.zip',
    content: writeZip([
      { name: 'a.txt', content: text },
      { name: 'b.csv', content: csv },
    ]).subarray(0, -60),
    members: { 'a.txt': text, 'b.csv': cells },
    unread: { '': 'MALFORMED_FILE' },
  },
  { why: 'a ZIP of nothing', name: 'a.zip', content: writeZip([]), members: {} },
  {
    why: 'a TAR: plain names, a prefix, pax and GNU long names, a link, a folder',
    name: 'a.tar',
    content: writeTar([
      { name: 'a.csv', content: csv },
      { name: 'c.txt', content: text, prefix: 'deep/folder' },
      { name: 'short', content: text, pax: { path: 'سجل/b.txt' } },
      { name: 'short', content: text, longName: `${'x'.repeat(150)}.txt` },
      { name: 'link', content: '', type: '2' },
      { name: 'folder/', content: '', type: '5' },
    ]),
    members: { 'a.csv': cells, 'deep/folder/c.txt': text, 'سجل/b.txt': text, [`${'x'.repeat(150)}.txt`]: text },
  },
  {
    why: 'a sparse file is said, the one after it read',
    name: 'a.tar',
    content: writeTar([
      { name: 's', content: 'abc', pax: { 'GNU.sparse.major': '1', 'GNU.sparse.name': 'sparse.img' } },
      { name: 'a.txt', content: text },
    ]),
    members: { 'sparse.img': '', 'a.txt': text },
    unread: { 'sparse.img': 'UNSUPPORTED_FILE_TYPE_EXCEPTION' },
  },
  {
    why: 'a pax header without a record names nothing',
    name: 'a.tar',
    content: writeTar([
      { name: 'pax', content: 'norecord', type: 'x' },
      { name: 'a.txt', content: text },
    ]),
    members: { 'a.txt': text },
  },
  {
    why: 'a TAR that ends within a member',
    name: 'a.tar',
    content: writeTar([{ name: 'a.txt', content: text.repeat(100) }]).subarray(0, 512 + 130),
    members: { 'a.txt': text.repeat(10) },
    unread: { 'a.txt': 'MALFORMED_FILE' },
  },
  {
    why: 'a TAR whose second header is damaged',
    name: 'a.tar',
    content: Buffer.concat([writeTar([{ name: 'a.txt', content: text }]).subarray(0, 1024), Buffer.alloc(512, 7)]),
    members: { 'a.txt': text },
    unread: { '': 'MALFORMED_FILE' },
  },
  {
    why: 'a TAR in gzip is the object itself, its members are not',
    name: 'a.tgz',
    content: gzipSync(writeTar([{ name: 'a.csv', content: csv }])),
    members: { 'a.csv': cells },
  },
  {
    why: 'a TAR in a ZIP in a TAR, by its whole path',
    name: 'a.tar',
    content: writeTar([
      { name: 'b.zip', content: writeZip([{ name: 'c.tar', content: writeTar([{ name: 'd.csv', content: csv }]) }]) },
      { name: 'e.txt', content: text },
    ]),
    members: { 'b.zip': '', 'b.zip!/c.tar': '', 'b.zip!/c.tar!/d.csv': cells, 'e.txt': text },
  },
  { why: 'bzip2', name: 'a.csv.bz2', content: bzip2, members: { '': cells } },
  { why: 'two bzip2 files in one', name: 'x', content: bzip2Twice, members: { '': csv + csv } },
  { why: 'bzip2, cut', name: 'x', content: bzip2.subarray(0, -12), members: { '': '' }, unread: { '': 'MALFORMED_FILE' } },
  { why: 'XZ', name: 'a.csv.xz', content: xz, members: { '': cells } },
  { why: 'two XZ files in one, with padding', name: 'x', content: xzTwice, members: { '': csv + csv } },
  {
    why: 'two XZ in a ZIP, and XZ in XZ',
    name: 'x.zip',
    content: writeZip([
      { name: 'a.xz', content: xz },
      { name: 'b.csv.xz', content: xz },
      { name: 'c.csv.xz.xz', content: xzInXz },
    ]),
    members: { 'a.xz': csv, 'b.csv.xz': cells, 'c.csv.xz.xz': cells },
  },
  { why: 'XZ, cut', name: 'x', content: xz.subarray(0, 40), members: { '': 'nom,tel\nAli,0' }, unread: { '': 'MALFORMED_FILE' } },
  { why: 'Zstandard', name: 'a.csv.zst', content: zstdCompressSync(csv), members: { '': cells } },
  {
    why: 'Zstandard frames one after the other, with one to be passed over',
    name: 'x',
    content: Buffer.concat([zstdCompressSync(csv), Buffer.from('502a4d1803000000ffffff', 'hex'), zstdCompressSync(csv)]),
    members: { '': csv + csv },
  },
  {
    why: 'Zstandard, cut',
    name: 'x',
    content: zstdCompressSync(csv).subarray(0, -4),
    members: {},
    unread: { '': 'MALFORMED_FILE' },
  },
  {
    why: 'Zstandard, cut within a frame to be passed over',
    name: 'x',
    content: Buffer.concat([zstdCompressSync(csv), Buffer.from('502a4d1803', 'hex')]),
    members: { '': csv },
  },
  { why: 'ten levels', name: 'a.zip', content: nested(10), members: { [`${'a.zip!/'.repeat(9)}a.txt`]: text } },
  {
    why: 'eleven levels',
    name: 'a.zip',
    content: nested(11),
    members: {},
    unread: { [Array.from({ length: 10 }, () => 'a.zip').join('!/')]: 'ARCHIVE_NESTING_LEVEL_OVER_LIMIT' },
  },
  {
    why: 'more members than allowed, counted through all levels',
    name: 'a.zip',
    content: writeZip([
      { name: 'a.zip', content: writeZip([{ name: 'a.txt', content: text }]) },
      { name: 'b.txt', content: text },
      { name: 'c.txt', content: text },
    ]),
    limits: { maxMembers: 3 },
    members: { 'a.zip!/a.txt': text, 'b.txt': text },
    unread: { '': 'ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT' },
  },
  {
    why: 'more bytes than allowed: what came before stays',
    name: 'a.zip',
    content: writeZip([
      { name: 'a.txt', content: text },
      { name: 'b.txt', content: 'x'.repeat(50_000) },
      { name: 'c.txt', content: text },
    ]),
    limits: { maxDecompressedBytes: 10_000 },
    members: { 'a.txt': text, 'b.txt': 'x'.repeat(10_000 - text.length) },
    unread: { '': 'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT' },
  },
  {
    why: 'a bomb is known by its ratio',
    name: 'a.gz',
    content: gzipSync(gzipSync(Buffer.alloc(4_000_000, 'x'))),
    limits: { minRatioBytes: 5000, maxRatio: 10 },
    members: {},
    unread: { '': 'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT' },
  },
  {
    why: 'an archive in an archive that is too large to be held',
    name: 'a.zip',
    content: writeZip([
      { name: 'b.zip', content: nested(1) },
      { name: 'c.txt', content: text },
    ]),
    limits: { maxHeldBytes: 100 },
    members: { 'c.txt': text },
    unread: { 'b.zip': 'ARCHIVE_EXCEEDS_SIZE_LIMIT' },
  },
];

const shownText = (blocks: Parameters<typeof ownedText>[0]) =>
  blocks
    .map((block) => {
      const { cells: found, bytes } = block;
      if (found === null) return ownedText([block]);
      return Array.from(found.starts, (start, i) => Buffer.from(bytes.subarray(start, found.ends[i])).toString()).join('|');
    })
    .join('');

describe('containers', () => {
  for (const { why, name, content, members, unread = {}, limits } of cases) {
    test(why, async () => {
      const answer = await readAll(objectOf(name, content), limits);
      const texts = Object.fromEntries([...answer.members].map(([path, { blocks }]) => [path, shownText(blocks)]));
      for (const [path, expected] of Object.entries(members)) assert.equal(texts[path], expected, path);
      const said = [...answer.members].flatMap(([path, one]) => one.unread.map(({ reason }) => [path, reason]));
      assert.deepEqual(said, Object.entries(unread));
    });
  }
});

test('a place in a member is a place in the member', async () => {
  const content = writeZip([{ name: 'a.tar', content: writeTar([{ name: 'b.csv', content: csv }]) }]);
  const { members } = await readAll(objectOf('a.zip', content));
  const [place] = placesOf(members.get('a.tar!/b.csv')?.blocks ?? [], '0612345678');
  assert.deepEqual(place, { line: 2, column: 5, byteStart: 12, byteEnd: 22, field: 'tel', record: 1, page: null });
});

test('an archive that holds itself ends at the tenth level', async () => {
  // Each level holds the packed form of the one below twice: 2^10 objects, were they all read.
  let inner = writeZip([{ name: 'x', content: 'x' }]);
  for (let level = 0; level < 14; level++) {
    inner = writeZip([
      { name: 'a.zip', content: inner },
      { name: 'b.zip', content: inner },
    ]);
  }
  const { unread } = await readAll(objectOf('quine.zip', inner), { maxMembers: 500 });
  assert.deepEqual(
    new Set(unread.map(({ reason }) => reason)),
    new Set(['ARCHIVE_NESTING_LEVEL_OVER_LIMIT', 'ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT']),
  );
});

test('entries whose ranges overlap are not unpacked over and over', async () => {
  const zip = writeZip([
    { name: 'a.txt', content: 'a'.repeat(100_000), isStored: true },
    { name: 'b.txt', content: text, isStored: true },
  ]);
  // The first entry now claims the bytes of the second as well.
  const directoryAt = zip.indexOf('PK\u0001\u0002');
  zip.writeUInt32LE(100_060, directoryAt + 20);
  const { members } = await readAll(objectOf('a.zip', zip));
  assert.equal(ownedText(members.get('b.txt')?.blocks ?? []), text);
  assert.deepEqual(
    members.get('a.txt')?.unread.map(({ reason }) => reason),
    ['MALFORMED_FILE'],
  );
});

test('a ZIP file is read by ranges: head, directory, and the entries that lie together at once', async () => {
  const parts = Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, content: `${text}${index}`, isStored: true }));
  const large = { name: 'large.bin', content: Buffer.alloc(20_000_000), isStored: true };
  const zip = writeZip([...parts, large]);
  const requests: number[] = [];
  const source = objectOf('a.zip', zip);
  const counted = {
    ...source,
    async *stream(range?: { readonly start: number; readonly end: number }) {
      const index = requests.push(0) - 1;
      for await (const chunk of source.stream(range)) {
        requests[index]! += chunk.length;
        yield chunk;
      }
    },
  };
  const { members } = await readAll(counted);
  assert.equal(members.size, 202);
  // Head, end of directory, window of the small entries; of the large one no more than what shows that it is no text.
  assert.ok(requests.length <= 5, `${requests.length} requests`);
  const bytes = requests.reduce((sum, one) => sum + one, 0);
  assert.ok(bytes < 5_000_000, `${bytes} bytes`);
});
