/** Objects for benches: made of bytes in memory, or of a stream that is made while it is read. */
import type { ByteSource } from '../readers/contract.ts';

const chunkBytes = 256 * 1024;

export function objectOf(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      for (let at = start; at < end; at += chunkBytes) yield bytes.subarray(at, Math.min(end, at + chunkBytes));
    },
  };
}

/** An object of about `size` bytes that nobody holds: `body` again and again, between `head` and `tail`. */
export function madeUp(name: string, size: number, body: Uint8Array, [head = '', tail = '']: readonly string[] = []): ByteSource {
  return {
    name,
    size: null,
    async *stream() {
      yield Buffer.from(head);
      for (let left = size; left > 0; left -= body.length) yield body;
      yield Buffer.from(tail);
    },
  };
}
