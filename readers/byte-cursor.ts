/** A stream taken piece by piece: so many bytes now, so many passed over. */

export interface ByteCursor {
  /** The next `length` bytes, fewer where the stream ends before. */
  take(length: number): Promise<Buffer>;
  /** The next `length` bytes as they come; what is left of them when its reader stops stays in the stream. */
  pieces(length: number): AsyncGenerator<Uint8Array, void>;
  /** Passes over `length` bytes; gives how many there were. */
  skip(length: number): Promise<number>;
  /** Puts bytes back: they come next. */
  giveBack(bytes: Uint8Array): void;
  close(): Promise<void>;
}

export function openCursor(chunks: AsyncIterable<Uint8Array>): ByteCursor {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);

  /** At most `length` bytes, at least one; null at the end. */
  async function next(length: number): Promise<Uint8Array | null> {
    while (held.length === 0) {
      const read = await iterator.next();
      if (read.done === true) return null;
      held = read.value;
    }
    const part = held.subarray(0, length);
    held = held.subarray(part.length);
    return part;
  }
  async function* pieces(length: number): AsyncGenerator<Uint8Array, void> {
    for (let left = length; left > 0;) {
      const part = await next(left);
      if (part === null) return;
      left -= part.length;
      yield part;
    }
  }
  return {
    pieces,
    async take(length) {
      const parts: Uint8Array[] = [];
      for await (const part of pieces(length)) parts.push(part);
      return Buffer.concat(parts);
    },
    async skip(length) {
      let passed = 0;
      for await (const part of pieces(length)) passed += part.length;
      return passed;
    },
    giveBack(bytes) {
      if (bytes.length > 0) held = held.length === 0 ? bytes : Buffer.concat([bytes, held]);
    },
    close: async () => void (await iterator.return?.()),
  };
}
