/** Ranges of sources: formats with a directory need them, streams that were unpacked do not have them. */
import type { ByteSource, Unread } from './contract.ts';
import { unread } from './unread.ts';

/** A source of known length, whose ranges cost no more than their bytes. */
export interface SizedSource extends ByteSource {
  readonly size: number;
}

/** The bytes in memory as a source. */
export function sourceOfBytes(name: string, bytes: Uint8Array): SizedSource {
  return {
    name,
    size: bytes.length,
    async *stream(range = { start: 0, end: bytes.length }) {
      const part = bytes.subarray(range.start, range.end);
      if (part.length > 0) yield part;
    },
  };
}

/** All bytes of a stream, or null where they are more than `maxBytes`. */
export async function readBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return null;
    kept.push(chunk);
  }
  return Buffer.concat(kept, length);
}

/** The source itself where its length is known; a stream of unknown length is kept in memory, up to `maxBytes`. */
export async function toSizedSource(source: ByteSource, maxBytes: number): Promise<SizedSource | Unread> {
  if (source.size !== null) return source as SizedSource;
  const bytes = await readBytes(source.stream(), maxBytes);
  if (bytes === null)
    return unread('FILE_EXCEEDS_SIZE_LIMIT', `more than ${maxBytes} bytes that can only be read from the start`);
  return sourceOfBytes(source.name, bytes);
}

/** Bytes `[start, end)` in one piece; fewer where the source ends before. */
export async function readRange(source: ByteSource, start: number, end: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.stream({ start, end })) chunks.push(chunk);
  return Buffer.concat(chunks).subarray(0, end - start);
}
