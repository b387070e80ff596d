/** What is packed, and what holds others: a log in each. */
import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { createGunzip, createInflateRaw, createZstdDecompress, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import unbzip2 from 'unbzip2-stream';
import xz from 'xz-decompress';
import { writeTar } from '../../tests/readers/write-tar.ts';
import { writeZip } from '../../tests/readers/write-zip.ts';
import { unpackSevenZip, writeSevenZip } from './seven-zip.ts';
import { logOf, type Subject } from './subject.ts';

/** Node's streams as they are used everywhere; some packages still make those of the first kind. */
function pipeThrough(bytes: Uint8Array, engine: NodeJS.ReadWriteStream): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) => bytes.subarray(i * 65_536, (i + 1) * 65_536));
  return new Promise((resolve, reject) => {
    engine.on('data', () => undefined);
    engine.on('end', resolve);
    engine.on('error', reject);
    Readable.from(chunks).pipe(engine);
  });
}

/** What a program of the system packs, or null where it is not there. */
function packWith(program: string, bytes: Uint8Array, ...switches: readonly string[]): Buffer | null {
  const { stdout, status } = spawnSync(program, [...switches, '-c'], { input: bytes, maxBuffer: bytes.length * 2 });
  return status === 0 ? stdout : null;
}

export const packed: readonly Subject[] = [
  {
    name: 'a.log.gz',
    library: 'node:zlib',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = gzipSync(content);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, createGunzip()) };
    },
  },
  {
    name: 'a.log.zst',
    library: 'node:zlib',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = zstdCompressSync(content);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, createZstdDecompress()) };
    },
  },
  {
    name: 'a.log.bz2',
    library: 'unbzip2-stream',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = packWith('bzip2', content);
      return bytes && { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, unbzip2()) };
    },
  },
  {
    name: 'a.log.xz',
    library: 'xz-decompress',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = packWith('xz', content);
      if (bytes === null) return null;
      const bare = async (): Promise<void> => {
        const reader = new xz.XzReadableStream(new Blob([bytes]).stream()).getReader();
        while (!(await reader.read()).done);
      };
      return { bytes, contentBytes: content.length, bare };
    },
  },
  {
    name: 'a.zip',
    library: 'node:zlib',
    async make(size, seed) {
      const content = logOf(size, seed);
      const member = deflateRawSync(content);
      const bytes = writeZip([{ name: 'a.log', content }]);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(member, createInflateRaw()) };
    },
  },
  {
    name: 'a.tar',
    library: null,
    async make(size, seed) {
      const content = logOf(size, seed);
      return { bytes: writeTar([{ name: 'a.log', content }]), contentBytes: content.length };
    },
  },
  {
    name: 'a.7z',
    library: 'libarchive.js',
    async make(size, seed) {
      const content = logOf(size, seed);
      const stream = packWith('xz', content, '--format=raw', '--lzma2=dict=8MiB');
      if (stream === null) return null;
      const bytes = writeSevenZip('a.log', content, stream);
      return { bytes, contentBytes: content.length, bare: () => unpackSevenZip(bytes) };
    },
  },
];
