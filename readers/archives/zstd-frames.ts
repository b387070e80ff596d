/** Where the frames of a Zstandard file begin and end (RFC 8878, section 3.1): Node's decoder stops after the first one. */
import type { ByteCursor } from '../byte-cursor.ts';

const skippable = 0x184d2a5;
const blockHeaderBytes = 3;
const rle = 1;

/** Length of a frame header after its magic number, from its descriptor byte. */
function headerBytes(descriptor: number): number {
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  return 1 + (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
}

/** A frame that holds data, to be read to its end before the next. */
export interface ZstdFrame {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The checksum behind it; empty where it has none. */
  checksum(): Promise<Uint8Array>;
}

async function openFrame(cursor: ByteCursor, magic: Buffer): Promise<ZstdFrame> {
  const descriptor = await cursor.take(1);
  const first = descriptor[0] ?? 0;
  const header = Buffer.concat([magic, descriptor, await cursor.take(headerBytes(first) - 1)]);
  return { chunks: blocks(cursor, header), checksum: () => cursor.take((first & 4) === 0 ? 0 : 4) };
}

async function* blocks(cursor: ByteCursor, frameHeader: Buffer): AsyncGenerator<Uint8Array, void> {
  yield frameHeader;
  for (;;) {
    const header = await cursor.take(blockHeaderBytes);
    yield header;
    if (header.length < blockHeaderBytes) return;
    const word = header.readUIntLE(0, blockHeaderBytes);
    yield* cursor.pieces(((word >> 1) & 3) === rle ? 1 : word >> 3);
    if ((word & 1) === 1) return;
  }
}

/** The frames that hold data; others are passed over. Null for what is no frame. */
export async function* zstdFrames(cursor: ByteCursor): AsyncGenerator<ZstdFrame | null> {
  for (;;) {
    const magic = await cursor.take(4);
    if (magic.length === 0) return;
    const number = magic.length === 4 ? magic.readUInt32LE(0) : 0;
    if (number >>> 4 === skippable) {
      const length = await cursor.take(4);
      if (length.length === 4) await cursor.skip(length.readUInt32LE(0));
    } else if (number === 0xfd2fb528) yield await openFrame(cursor, magic);
    else {
      yield null;
      return;
    }
  }
}
