/** Streams bytes through a decompressor of Node's own, within limits; damage ends the stream quietly and is told afterwards. */
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import type { Unread } from '../contract.ts';
import { packedBytes } from '../limits.ts';
import { regroup } from '../regroup.ts';
import { unread } from '../unread.ts';

const firstPieceBytes = 64;

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
  /** What follows `chunks`, given by itself: should it fail, nothing of what they held is lost. */
  readonly last?: () => Promise<Uint8Array>;
}

function explain(error: unknown, format: string): Unread {
  const name = error instanceof Error && 'code' in error ? String(error.code) : '';
  return unread('MALFORMED_FILE', name === 'Z_BUF_ERROR' ? `${format} data ends too early` : `${format} data is damaged`);
}

/**
 * Pieces cut at fixed offsets, never longer than all before them: where data is damaged, the unpacker drops what it made of the
 * last piece. They are copies, as the unpacker queues them.
 */
async function* cutPieces({ chunks, last }: Packed): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const whole of regroup(chunks, packedBytes)) {
    for (let from = 0; from < whole.length;) {
      const to = Math.min(whole.length, from + Math.max(firstPieceBytes, given));
      yield Buffer.from(whole.subarray(from, to));
      given += to - from;
      from = to;
    }
  }
  if (last !== undefined) yield await last();
}

/**
 * Unpacks until the data, the limit or its soundness ends; how much that is does not depend on how the source was cut. Errors
 * of the source are thrown on.
 */
export async function* unpack(packed: Packed): AsyncGenerator<Uint8Array> {
  const { engine, format, maxBytes, ending } = packed;
  const input = Readable.from(cutPieces(packed), { objectMode: false });
  const closed = new Promise<void>((resolve) => input.once('close', resolve));
  const failure = { error: null as Error | null };
  input.once('error', (error) => {
    failure.error = error;
    engine.destroy();
  });
  input.pipe(engine);
  let left = maxBytes;
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left >= 0) continue;
      ending.problem = unread('ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT', `more than ${maxBytes} bytes when unpacked`);
      return;
    }
  } catch (error) {
    if (failure.error === null) ending.problem = explain(error, format);
  } finally {
    engine.destroy();
    input.destroy();
    await closed;
  }
  if (failure.error !== null) throw failure.error;
}
