/** gzip (RFC 1952), of one member or many, unpacked as it streams by. */
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import type { ByteSource, ContainerFormat, SkipReason, Unread } from './contract.ts';
import { unread } from './unread.ts';

const unpackedChunkBytes = 256 * 1024;

/** Why unpacking ended before the object did; null as long as it did not. */
interface Ending {
  problem: Unread | null;
}

interface Packed {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly maxBytes: number;
  readonly ending: Ending;
}

function explain(error: unknown): Unread {
  const name = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = name === 'Z_BUF_ERROR' ? 'gzip data ends too early' : 'gzip data is damaged';
  return unread('MALFORMED_FILE' satisfies SkipReason, detail);
}

/** Unpacks until the data, the limit or its soundness ends. Errors of the source are thrown on. */
async function* unpack({ chunks, maxBytes, ending }: Packed): AsyncGenerator<Uint8Array> {
  const engine = createGunzip({ chunkSize: unpackedChunkBytes });
  const source = { error: null as unknown, hasFailed: false };
  const feed = async (): Promise<void> => {
    try {
      for await (const chunk of chunks) {
        if (engine.destroyed) return;
        if (!engine.write(chunk)) await Promise.race([once(engine, 'drain'), once(engine, 'close')]);
      }
      engine.end();
    } catch (error) {
      // Damage of the data ends the engine, which says so itself.
      if (engine.errored !== null) return;
      source.error = error;
      source.hasFailed = true;
      engine.destroy();
    }
  };
  const feeding = feed();
  let left = maxBytes;
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      if (chunk.length > left) {
        yield chunk.subarray(0, left);
        ending.problem = unread('ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT', `more than ${maxBytes} bytes when unpacked`);
        return;
      }
      left -= chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (!source.hasFailed) ending.problem = explain(error);
  } finally {
    engine.destroy();
    await feeding;
  }
  if (source.hasFailed) throw source.error;
}

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
  recognises: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08,
  async *open(source, limits) {
    const ending: Ending = { problem: null };
    const unpacked: ByteSource = {
      name: unpackedName(source.name),
      size: null,
      stream(range) {
        const chunks = unpack({ chunks: source.stream(), maxBytes: limits.maxDecompressedBytes, ending });
        return range === undefined ? chunks : cutRange(chunks, range);
      },
    };
    yield unpacked;
    if (ending.problem !== null) yield ending.problem;
  },
};
