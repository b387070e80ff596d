/** gzip (RFC 1952), member after member as it streams by. What a member gave stays where its checksum fails or rubbish follows. */
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import { openCursor } from '../byte-cursor.ts';
import type { ByteCursor } from '../byte-cursor.ts';
import type { ContainerFormat } from '../contract.ts';
import { unpack } from './unpack.ts';
import type { Ending } from './unpack.ts';
import { openUnpacked } from './unpacked-source.ts';
import { unread } from '../unread.ts';

const unpackedChunkBytes = 256 * 1024;
const headerBytes = 10;
const trailerBytes = 8;
/** Bits of the header that say what else stands in it. */
const hasChecksum = 2;
const hasExtra = 4;
const hasName = 8;
const hasComment = 16;

const tooShort = unread('MALFORMED_FILE', 'gzip data ends too early');
const damaged = unread('MALFORMED_FILE', 'gzip data is damaged');
const followed = unread('MALFORMED_FILE', 'something follows the gzip data');

const isMember = (header: Uint8Array): boolean => header[0] === 0x1f && header[1] === 0x8b && header[2] === 0x08;

/** Passes over a text that ends in a zero. */
async function passText(cursor: ByteCursor): Promise<void> {
  for await (const piece of cursor.pieces(Infinity)) {
    const end = piece.indexOf(0);
    if (end === -1) continue;
    cursor.giveBack(piece.subarray(end + 1));
    return;
  }
}

/** Passes over what may stand behind the fixed part of a header. */
async function passOptional(cursor: ByteCursor, flags: number): Promise<void> {
  if ((flags & hasExtra) !== 0) {
    const length = await cursor.take(2);
    if (length.length === 2) await cursor.skip(length.readUInt16LE(0));
  }
  if ((flags & hasName) !== 0) await passText(cursor);
  if ((flags & hasComment) !== 0) await passText(cursor);
  if ((flags & hasChecksum) !== 0) await cursor.skip(2);
}

/** The bytes of a cursor for an engine, which may not need them all: the others can be given back. */
function lend(cursor: ByteCursor, engine: InflateRaw) {
  const lent: Uint8Array[] = [];
  let start = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const piece of cursor.pieces(Infinity)) {
      for (let [first] = lent; first !== undefined && start + first.length <= engine.bytesWritten; [first] = lent) {
        start += first.length;
        lent.shift();
      }
      lent.push(piece);
      yield piece;
    }
  }
  return { chunks: chunks(), giveBack: () => cursor.giveBack(Buffer.concat(lent).subarray(engine.bytesWritten - start)) };
}

/** Packed bytes of a member that is unpacked in one step: there may be millions of them in a file. */
const shortBytes = 1024;
const shortOptions = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 };

/** The data of a short member; null where it is none, and nothing was taken. */
async function takeShort(cursor: ByteCursor): Promise<Uint8Array | null> {
  const start = await cursor.take(shortBytes);
  let used = 0;
  try {
    // With `info`, the engine stands beside what it gave.
    const { buffer, engine } = inflateRawSync(start, shortOptions) as unknown as {
      readonly buffer: Buffer;
      readonly engine: InflateRaw;
    };
    if (engine.bytesWritten === start.length) return null;
    used = engine.bytesWritten;
    return buffer;
  } catch {
    // Long when unpacked, or damaged: unpacked step by step it gives what stands before the damage.
    return null;
  } finally {
    cursor.giveBack(start.subarray(used));
  }
}

async function* unpackLong(cursor: ByteCursor, maxBytes: number, ending: Ending): AsyncGenerator<Uint8Array> {
  const engine = createInflateRaw({ chunkSize: unpackedChunkBytes });
  const { chunks, giveBack } = lend(cursor, engine);
  yield* unpack({ chunks, engine, format: 'gzip', maxBytes, ending });
  giveBack();
}

/** The data of one member, held against its checksum and its length. */
async function* unpackMember(cursor: ByteCursor, maxBytes: number, ending: Ending): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  let length = 0;
  const short = await takeShort(cursor);
  for await (const chunk of short === null ? unpackLong(cursor, maxBytes, ending) : [short]) {
    checksum = crc32(chunk, checksum);
    length += chunk.length;
    yield chunk;
  }
  if (ending.problem !== null) return;
  const trailer = await cursor.take(trailerBytes);
  if (trailer.length < trailerBytes) ending.problem = tooShort;
  else if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length % 2 ** 32) ending.problem = damaged;
}

/** True if all that is left are zeros, as tapes are filled up with. */
async function isPadding(cursor: ByteCursor, start: Uint8Array): Promise<boolean> {
  if (start.some((byte) => byte !== 0)) return false;
  for await (const piece of cursor.pieces(Infinity)) if (piece.some((byte) => byte !== 0)) return false;
  return true;
}

async function* unpackGzip(chunks: AsyncIterable<Uint8Array>, maxBytes: number, ending: Ending): AsyncGenerator<Uint8Array> {
  const cursor = openCursor(chunks);
  try {
    for (let isFirst = true; ending.problem === null; isFirst = false) {
      const header = await cursor.take(headerBytes);
      if (header.length === headerBytes && isMember(header)) {
        await passOptional(cursor, header[3]!);
        yield* unpackMember(cursor, maxBytes, ending);
      } else if (isFirst) ending.problem = tooShort;
      else if (await isPadding(cursor, header)) return;
      else ending.problem = followed;
    }
  } finally {
    await cursor.close();
  }
}

export const gzipFormat: ContainerFormat = {
  id: 'gzip',
  isPacked: true,
  recognises: ({ bytes }) => isMember(bytes),
  open: (source, limits) => openUnpacked(source, limits, { extensions: ['gz', 'tgz', 'taz'], unpack: unpackGzip }),
};
