/** ZIP files as the readers of documents and containers open them: directory first, then the parts asked for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holdBytes } from '../../readers/random-access.ts';
import type { RandomAccess } from '../../readers/random-access.ts';
import type { Ending } from '../../readers/archives/unpack.ts';
import { readZipDirectory } from '../../readers/archives/zip-directory.ts';
import type { ZipEntry } from '../../readers/archives/zip-directory.ts';
import { openZipEntry } from '../../readers/archives/zip-entry.ts';
import { writeZip } from './write-zip.ts';

const parts = [
  { name: 'a.txt', content: 'one two three '.repeat(1000) },
  { name: 'dossier/b.txt', content: 'stored', isStored: true },
  { name: 'vide', content: '' },
];

async function entriesOf(source: RandomAccess): Promise<readonly ZipEntry[]> {
  const entries = await readZipDirectory(source, 100);
  assert.ok(Array.isArray(entries), JSON.stringify(entries));
  return entries as readonly ZipEntry[];
}

async function contentOf(source: RandomAccess, entry: ZipEntry, maxBytes = 1e6): Promise<[text: string, problem: string | null]> {
  const ending: Ending = { problem: null };
  const chunks: Uint8Array[] = [];
  for await (const chunk of openZipEntry(source, entry, maxBytes, ending)) chunks.push(chunk);
  return [Buffer.concat(chunks).toString(), ending.problem?.reason ?? null];
}

const styles = {
  plain: {},
  'sizes after the data': { hasDescriptors: true },
  zip64: { isZip64: true },
  'a program before it': { before: Buffer.from('MZ and more') },
  'a comment that holds an end': { comment: 'see PK\u0005\u0006 there, it is long enough to be one' },
};
for (const [why, style] of Object.entries(styles)) {
  test(`every entry is read: ${why}`, async () => {
    const source = holdBytes('a.zip', writeZip(parts, style));
    const entries = await entriesOf(source);
    assert.deepEqual(
      entries.map(({ name, bytes }) => [name, bytes]),
      parts.map(({ name, content }) => [name, content.length]),
    );
    for (const [index, entry] of entries.entries()) {
      assert.deepEqual(await contentOf(source, entry), [parts[index]!.content, null]);
    }
  });
}

test('the directory of a small file takes one range, an entry one more', async () => {
  const bytes = writeZip([{ name: 'x', content: Buffer.alloc(300_000, 7), isStored: true }, ...parts]);
  const ranges: [number, number][] = [];
  const plain = holdBytes('a.zip', bytes);
  const source: RandomAccess = {
    ...plain,
    stream(range) {
      ranges.push([range!.start, range!.end]);
      return plain.stream(range);
    },
  };
  const entries = await entriesOf(source);
  await contentOf(source, entries[2]!);
  assert.equal(ranges.length, 2);
  assert.ok(ranges.reduce((sum, [start, end]) => sum + end - start, 0) < 66_000);
});

describe('what cannot be read is said', () => {
  const cases: readonly [why: string, bytes: Uint8Array, index: number, expected: readonly [string, string | null]][] = [
    ['encrypted', writeZip([{ name: 'a', content: 'secret', isEncrypted: true }]), 0, ['', 'ENCRYPTED']],
    ['a false checksum', writeZip([{ name: 'a', content: 'text', crc: 1 }]), 0, ['text', 'MALFORMED_FILE']],
    [
      'more than the limit',
      writeZip([{ name: 'a', content: 'x'.repeat(2000) }]),
      0,
      ['x'.repeat(1000), 'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT'],
    ],
  ];
  for (const [why, bytes, index, expected] of cases) {
    test(why, async () => {
      const source = holdBytes('a.zip', bytes);
      assert.deepEqual(await contentOf(source, (await entriesOf(source))[index]!, 1000), expected);
    });
  }
  test('cut anywhere, a file has no directory or says that it is damaged', async () => {
    const bytes = writeZip(parts);
    for (let length = 0; length < bytes.length; length += 1) {
      const answer = await readZipDirectory(holdBytes('a.zip', bytes.subarray(0, length)), 100);
      assert.ok('reason' in answer, `cut at ${length}`);
      assert.equal(answer.reason, 'MALFORMED_FILE');
    }
  });
  test('one entry more than the limit is the sign of more', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ name: `${index}`, content: '' }));
    const answer = await readZipDirectory(holdBytes('a.zip', writeZip(many)), 10);
    assert.equal('reason' in answer ? 0 : answer.length, 11);
  });
});
