/** Zstandard (RFC 8878), unpacked by Node as it streams by. */
import { createZstdDecompress } from 'node:zlib';
import { openCursor } from '../byte-cursor.ts';
import type { ContainerFormat } from '../contract.ts';
import { unpack } from './unpack.ts';
import type { Ending } from './unpack.ts';
import { openUnpacked } from './unpacked-source.ts';
import { unread } from '../unread.ts';
import { zstdFrames } from './zstd-frames.ts';

const unpackedChunkBytes = 256 * 1024;

async function* unpackZstd(chunks: AsyncIterable<Uint8Array>, maxBytes: number, ending: Ending): AsyncGenerator<Uint8Array> {
  const cursor = openCursor(chunks);
  try {
    for await (const frame of zstdFrames(cursor)) {
      if (frame === null) ending.problem = unread('MALFORMED_FILE', 'something follows the Zstandard data');
      else {
        const engine = createZstdDecompress({ chunkSize: unpackedChunkBytes });
        yield* unpack({ chunks: frame.chunks, engine, format: 'Zstandard', maxBytes, ending, last: () => frame.checksum() });
      }
      if (ending.problem !== null) return;
    }
  } finally {
    await cursor.close();
  }
}

export const zstdFormat: ContainerFormat = {
  id: 'zstd',
  isPacked: true,
  recognises: ({ bytes }) => bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd,
  open: (source, limits) => openUnpacked(source, limits, { extensions: ['zst', 'tzst'], unpack: unpackZstd }),
};
