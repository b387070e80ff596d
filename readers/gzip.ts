/** gzip (RFC 1952), of one member or many, unpacked as it streams by. */
import { createGunzip } from 'node:zlib';
import type { ByteSource, ContainerFormat } from './contract.ts';
import { unpack } from './unpack.ts';
import type { Ending } from './unpack.ts';

const unpackedChunkBytes = 256 * 1024;

async function* cutRange(
  chunks: AsyncIterable<Uint8Array>,
  range: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, range.start - offset), Math.max(0, range.end - offset));
    if (part.length > 0) yield part;
    offset += chunk.length;
    if (offset >= range.end) return;
  }
}

function unpackedName(name: string): string {
  return name.replace(/\.tgz$/iu, '.tar').replace(/\.gz$/iu, '');
}

export const gzipFormat: ContainerFormat = {
  id: 'gzip',
  isPacked: true,
  recognises: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08,
  async *open(source, limits) {
    const ending: Ending = { problem: null };
    const unpacked: ByteSource = {
      name: unpackedName(source.name),
      size: null,
      isSequential: true,
      stream(range) {
        const engine = createGunzip({ chunkSize: unpackedChunkBytes });
        const chunks = unpack({
          chunks: source.stream(),
          engine,
          format: 'gzip',
          maxBytes: limits.maxDecompressedBytes,
          ending,
        });
        return range === undefined ? chunks : cutRange(chunks, range);
      },
    };
    yield unpacked;
    if (ending.problem !== null) yield ending.problem;
  },
};
