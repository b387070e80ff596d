/** Ranges for formats with a directory, also where the bytes only come one after the other. */
import type { ByteSource, Unread } from './contract.ts';
import { unread } from './unread.ts';

/** An object whose length is known and whose ranges cost no more than their bytes. */
export interface RandomAccess extends ByteSource {
  readonly size: number;
}

/** The bytes in memory as an object. */
export function holdBytes(name: string, bytes: Uint8Array): RandomAccess {
  return {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      if (end > start) yield bytes.subarray(start, end);
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

/** The object itself where its ranges are cheap, else a copy in memory; an `Unread` if that would be larger than `maxHeldBytes`. */
export async function openRandomAccess(
  source: ByteSource,
  { maxHeldBytes }: { readonly maxHeldBytes: number },
): Promise<RandomAccess | Unread> {
  const { name, size } = source;
  if (size !== null && source.isSequential !== true) return { name, size, stream: (range) => source.stream(range) };
  const bytes = await readBytes(source.stream(), maxHeldBytes);
  if (bytes === null) return unread('ARCHIVE_EXCEEDS_SIZE_LIMIT', `more than ${maxHeldBytes} bytes inside another object`);
  return holdBytes(name, bytes);
}

/** Reads `[start, end)` into one array; shorter where the object ends before. */
export async function readRange(source: ByteSource, start: number, end: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  if (end > start) for await (const chunk of source.stream({ start, end })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return bytes.length > end - start ? bytes.subarray(0, end - start) : bytes;
}
