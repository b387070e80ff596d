/** ZIP archives: the directory first, then each entry by its range. */
import type { ByteSource, ContainerFormat, ReadPart, ReaderLimits } from '../contract.ts';
import { openRandomAccess, readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import { windowed } from '../range-window.ts';
import type { Ending } from './unpack.ts';
import { cutRange } from './unpacked-source.ts';
import { decodeNames } from './member-names.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';
import { openZipEntry } from './zip-entry.ts';

const localHeaderBytes = 30;
const hasDescriptorFlag = 8;
/** A local header, the end of an empty archive, the mark of one cut into parts. */
const magics = new Set(['504b0304', '504b0506', '504b0708']);
const unnamed = '(no name)';

function sourceOfEntry(archive: RandomAccess, entry: ZipEntry, limits: ReaderLimits, ending: Ending): ByteSource {
  return {
    name: entry.name,
    size: entry.bytes,
    isSequential: true,
    stream(range) {
      const chunks = openZipEntry(archive, entry, limits.maxDecompressedBytes, ending);
      return range === undefined ? chunks : cutRange(chunks, range);
    },
  };
}

async function* openEntry(archive: RandomAccess, entry: ZipEntry, limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  if (entry.name.endsWith('/') && entry.bytes === 0) return;
  const ending: Ending = { problem: null };
  yield { kind: 'member', path: entry.name === '' ? unnamed : entry.name };
  yield sourceOfEntry(archive, entry, limits, ending);
  if (ending.problem !== null) yield ending.problem;
}

/** The entry whose local header lies at `start`, or null. One whose length stands behind its data claims the rest of the file. */
async function readLocalEntry(archive: RandomAccess, start: number): Promise<ZipEntry | null> {
  const header = await readRange(archive, start, start + localHeaderBytes);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== 0x04034b50) return null;
  const dataAt = start + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const flags = header.readUInt16LE(6);
  const isOpen = (flags & hasDescriptorFlag) !== 0 || header.readUInt32LE(18) === 0xffffffff;
  const packedBytes = isOpen ? Math.max(0, archive.size - dataAt) : header.readUInt32LE(18);
  const nameBytes = await readRange(archive, start + localHeaderBytes, start + localHeaderBytes + header.readUInt16LE(26));
  return {
    name: decodeNames([nameBytes])[0]!,
    nameBytes,
    isEncrypted: (flags & 1) === 1,
    method: header.readUInt16LE(8),
    packedBytes,
    bytes: header.readUInt32LE(22),
    crc: header.readUInt32LE(14),
    start,
    end: Math.min(archive.size, dataAt + packedBytes),
  };
}

/** What can be read without a directory: entry after entry from the start, up to the first one of unknown length. */
async function* salvage(archive: RandomAccess, limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  for (let at = 0; at < archive.size;) {
    const entry = await readLocalEntry(archive, at);
    if (entry === null) return;
    yield* openEntry(archive, entry, limits);
    at = entry.end;
  }
}

export const zipFormat: ContainerFormat = {
  id: 'zip',
  isRanged: true,
  isPacked: true,
  recognises: ({ bytes }) => magics.has(Buffer.from(bytes.subarray(0, 4)).toString('hex')),
  async *open(source, limits) {
    const direct = await openRandomAccess(source, limits);
    if ('kind' in direct) {
      yield direct;
      return;
    }
    const archive = windowed(direct);
    const entries = await readZipDirectory(direct, limits.maxMembers);
    if ('kind' in entries) {
      yield* salvage(archive, limits);
      yield { kind: 'member', path: '' };
      yield entries;
      return;
    }
    for (const entry of entries.toSorted((a, b) => a.start - b.start)) yield* openEntry(archive, entry, limits);
  },
};
