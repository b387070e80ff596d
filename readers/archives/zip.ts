/** ZIP archives: the directory first, then each entry by its range. */
import type { ByteSource, ContainerFormat, ReadPart, ReaderLimits } from '../contract.ts';
import { openRandomAccess, readRange } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import { windowed } from '../range-window.ts';
import { cutRange } from './unpacked-source.ts';
import { decodeNames } from './member-names.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';
import { openZipEntry } from './zip-entry.ts';
import type { EntryEnding } from './zip-entry.ts';

const localHeaderBytes = 30;
const hasDescriptorFlag = 8;
/** A local header, the end of an empty archive, the mark of one cut into parts. */
const magics = new Set(['504b0304', '504b0506', '504b0708']);
const unnamed = '(no name)';
/** Bytes searched at a time. */
const searchedBytes = 64 * 1024;

function sourceOfEntry(archive: RandomAccess, entry: ZipEntry, limits: ReaderLimits, ending: EntryEnding): ByteSource {
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

/** Gives the entry; gives back how many bytes of packed data it took, 0 where that is not known. */
async function* openEntry(
  archive: RandomAccess,
  entry: ZipEntry,
  limits: ReaderLimits,
): AsyncGenerator<ByteSource | ReadPart, number> {
  const ending: EntryEnding = { problem: null };
  if (entry.name.endsWith('/') && entry.bytes === 0) return 0;
  yield { kind: 'member', path: entry.name === '' ? unnamed : entry.name };
  yield sourceOfEntry(archive, entry, limits, ending);
  if (ending.problem !== null) yield ending.problem;
  return ending.deflated ?? 0;
}

/** An entry as its local header has it. */
interface LocalEntry extends ZipEntry {
  readonly dataAt: number;
  /** True where its length stands behind its data. */
  readonly isOpen: boolean;
}

/** The entry whose local header lies at `start`, or null. One whose length stands behind its data claims the rest of the file. */
async function readLocalEntry(archive: RandomAccess, start: number): Promise<LocalEntry | null> {
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
    crc: isOpen ? null : header.readUInt32LE(14),
    start,
    end: Math.min(archive.size, dataAt + packedBytes),
    dataAt,
    isOpen,
  };
}

/** Where the next local header stands from `start` on; the end of the file where there is none. */
async function findLocalHeader(archive: RandomAccess, start: number): Promise<number> {
  for (let at = start; at < archive.size; at += searchedBytes) {
    const found = (await readRange(archive, at, Math.min(archive.size, at + searchedBytes + 3))).indexOf('PK\u0003\u0004');
    if (found !== -1) return at + found;
  }
  return archive.size;
}

/** What can be read without a directory: entry after entry from the start, up to one whose end nothing tells. */
async function* salvage(archive: RandomAccess, limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  for (let at = 0; at < archive.size;) {
    const entry = await readLocalEntry(archive, at);
    if (entry === null) return;
    const deflated = yield* openEntry(archive, entry, limits);
    at = entry.isOpen && deflated > 0 ? await findLocalHeader(archive, entry.dataAt + deflated) : entry.end;
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
