/** TAR archives as they stream by. */
import { openCursor } from '../byte-cursor.ts';
import type { ByteCursor } from '../byte-cursor.ts';
import type { ByteSource, ContainerFormat, ReadPart, Unread } from '../contract.ts';
import { decodeNames } from './member-names.ts';
import { isTarEnd, readPax, readTarHeader, tarBlockBytes } from './tar-header.ts';
import type { TarHeader } from './tar-header.ts';
import { unread } from '../unread.ts';

/** Names and attributes of one member; more is no honest archive. */
const maxExtensionBytes = 1024 * 1024;
/** Links, devices, folders, pipes and lists of folders. Every other type is to be taken for a file (POSIX.1-2001, pax). */
const noFiles = new Set(['1', '2', '3', '4', '5', '6', 'D']);
/** GNU's old sparse files: what follows the header is not the file as it was. */
const sparse = 'S';

/** What headers before a member say of it. */
interface Extension {
  name: string | null;
  bytes: number | null;
  isSparse: boolean;
}

const padding = (bytes: number): number => (tarBlockBytes - (bytes % tarBlockBytes)) % tarBlockBytes;
const tooShort = (): Unread => unread('MALFORMED_FILE', 'the TAR archive ends early');

/** Takes up a header that describes the next one; false if it describes itself. */
async function readExtension(cursor: ByteCursor, header: TarHeader, extension: Extension): Promise<boolean> {
  const { type, bytes } = header;
  if (!['x', 'g', 'L', 'K', 'V'].includes(type)) return false;
  const body = await cursor.take(Math.min(bytes, maxExtensionBytes));
  await cursor.skip(bytes - body.length + padding(bytes));
  if (type === 'L') extension.name = decodeNames([body])[0]!.replace(/\0.*$/su, '');
  if (type !== 'x') return true;
  const pax = readPax(body);
  extension.name = pax.get('GNU.sparse.name') ?? pax.get('path') ?? extension.name;
  const size = Number(pax.get('size') ?? Number.NaN);
  if (Number.isSafeInteger(size) && size >= 0) extension.bytes = size;
  if ([...pax.keys()].some((key) => key.startsWith('GNU.sparse.'))) extension.isSparse = true;
  return true;
}

function memberSource(cursor: ByteCursor, name: string, bytes: number, read: { bytes: number }): ByteSource {
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const part of cursor.pieces(bytes - read.bytes)) {
      read.bytes += part.length;
      yield part;
    }
  }
  return { name, size: bytes, isSequential: true, stream: pass };
}

/** One member; gives back false where the archive ends within it. */
async function* readMember(
  cursor: ByteCursor,
  header: TarHeader,
  extension: Extension,
): AsyncGenerator<ByteSource | ReadPart, boolean> {
  const name = (extension.name ?? header.name) || '(no name)';
  const bytes = extension.bytes ?? header.bytes;
  const read = { bytes: 0 };
  if (header.type === sparse || extension.isSparse) {
    yield { kind: 'member', path: name };
    yield unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'a sparse file in a TAR archive');
    if (header.type === sparse) await passSparseHeaders(cursor);
  } else if (!noFiles.has(header.type) && !(name.endsWith('/') && bytes === 0)) {
    yield { kind: 'member', path: name };
    yield memberSource(cursor, name, bytes, read);
  }
  const left = bytes - read.bytes;
  const passed = await cursor.skip(left);
  await cursor.skip(padding(bytes));
  return passed === left;
}

/** Blocks of the map of a sparse file; the last byte used says whether another follows. */
async function passSparseHeaders(cursor: ByteCursor): Promise<void> {
  for (let block = await cursor.take(tarBlockBytes); block[504] === 1;) block = await cursor.take(tarBlockBytes);
}

/** What is wrong where a header should stand. */
function explain(block: Buffer, isEnded: boolean): Unread {
  if (isEnded) return unread('MALFORMED_FILE', 'something follows the TAR archive');
  return block.length < tarBlockBytes ? tooShort() : unread('MALFORMED_FILE', 'a header of the TAR archive is damaged');
}

async function* readArchive(cursor: ByteCursor): AsyncGenerator<ByteSource | ReadPart> {
  let extension: Extension = { name: null, bytes: null, isSparse: false };
  let isEnded = false;
  for (;;) {
    const block = await cursor.take(tarBlockBytes);
    if (block.length === 0) return;
    // Zeros end an archive and fill up the tape; another archive may be written behind them.
    isEnded ||= isTarEnd(block);
    if (isTarEnd(block)) continue;
    const header = readTarHeader(block);
    if (header === null) {
      yield { kind: 'member', path: '' };
      yield explain(block, isEnded);
      return;
    }
    isEnded = false;
    if (await readExtension(cursor, header, extension)) continue;
    if (!(yield* readMember(cursor, header, extension))) {
      yield tooShort();
      return;
    }
    extension = { name: null, bytes: null, isSparse: false };
  }
}

export const tarFormat: ContainerFormat = {
  id: 'tar',
  isPacked: false,
  recognises: ({ bytes, extension }) => {
    const block = Buffer.from(bytes.subarray(0, tarBlockBytes));
    const isUstar = block.toString('latin1', 257, 262) === 'ustar';
    if (extension === 'tar' && block.length === tarBlockBytes && isTarEnd(block)) return true;
    return (isUstar || extension === 'tar') && readTarHeader(block) !== null;
  },
  async *open(source) {
    const cursor = openCursor(source.stream());
    try {
      yield* readArchive(cursor);
    } finally {
      await cursor.close();
    }
  },
};
