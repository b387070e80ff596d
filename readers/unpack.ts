/** Streams bytes through a decompressor of Node's own, within limits; damage ends the stream quietly and is told afterwards. */
import { once } from 'node:events';
import type { Transform } from 'node:stream';
import type { Unread } from './contract.ts';
import { unread } from './unread.ts';

/** Why unpacking ended before the object did; null as long as it did not. */
export interface Ending {
  problem: Unread | null;
}

export interface Packed {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly engine: Transform;
  /** Name of the format, for what is said about damage. */
  readonly format: string;
  readonly maxBytes: number;
  readonly ending: Ending;
}

function explain(error: unknown, format: string): Unread {
  const name = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unread('MALFORMED_FILE', name === 'Z_BUF_ERROR' ? `${format} data ends too early` : `${format} data is damaged`);
}

/** Unpacks until the data, the limit or its soundness ends. Errors of the source are thrown on. */
export async function* unpack({ chunks, engine, format, maxBytes, ending }: Packed): AsyncGenerator<Uint8Array> {
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
    if (!source.hasFailed) ending.problem = explain(error, format);
  } finally {
    engine.destroy();
    await feeding;
  }
  if (source.hasFailed) throw source.error;
}
