/** bzip2, block by block; the decoder is loaded when the first such object comes. */
import type { ContainerFormat } from '../contract.ts';
import type { Ending } from './unpack.ts';
import { openUnpacked } from './unpacked-source.ts';
import { unread } from '../unread.ts';

/** Of a block of data, and of the end of a file that holds none. */
const blockMagics = new Set(['314159265359', '177245385090']);
const blockUnit = 100_000;
/** More than the packed form of the largest block takes beyond its size. */
const slackBytes = 25_000;
/** 900 kB of runs, each of which stands for up to 255 bytes in five. */
const firstOutputBytes = 1024 * 1024;

/** Collects bytes in a buffer that grows; far less memory than a list of numbers. */
function createOutput() {
  let bytes = Buffer.allocUnsafeSlow(firstOutputBytes);
  let length = 0;
  return {
    add: (byte: number): void => {
      if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2);
      bytes[length++] = byte;
    },
    take: (): Buffer => {
      const taken = Buffer.from(bytes.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}

async function* unpackBzip2(chunks: AsyncIterable<Uint8Array>, _: number, ending: Ending): AsyncGenerator<Uint8Array> {
  const { default: bzip2 } = await import('unbzip2-stream/lib/bzip2.js');
  const { default: createBitReader } = await import('unbzip2-stream/lib/bit_iterator.js');
  const queue: Uint8Array[] = [];
  const output = createOutput();
  let bits: ReturnType<typeof createBitReader> | null = null;
  let received = 0;
  let blockSize = 0;
  let block = new Int32Array(0);
  let checksum: number | null = null;

  /** One step: a file header, a block, or the end of a stream (after which another may follow). */
  const step = (): void => {
    bits ??= createBitReader(() => queue.shift());
    if (blockSize === 0) {
      blockSize = bzip2.header(bits);
      checksum = 0;
      if (block.length !== blockSize * blockUnit) block = new Int32Array(blockSize * blockUnit);
      return;
    }
    checksum = bzip2.decompress(bits, output.add, block, block.length, checksum);
    if (checksum === null) blockSize = 0;
  };
  const isReady = (isLast: boolean): boolean => {
    const left = received - (bits?.bytesRead ?? 0);
    return isLast ? left > 0 : left >= slackBytes + blockUnit * Math.max(blockSize, 1);
  };

  try {
    for await (const chunk of endedBy(chunks)) {
      if (chunk !== null) {
        queue.push(chunk);
        received += chunk.length;
      }
      while (isReady(chunk === null)) {
        try {
          step();
        } catch {
          ending.problem = unread('MALFORMED_FILE', 'bzip2 data is damaged or ends too early');
        }
        yield output.take();
        if (ending.problem !== null) return;
      }
    }
    if (checksum !== null) ending.problem = unread('MALFORMED_FILE', 'bzip2 data ends too early');
  } finally {
    queue.length = 0;
  }
}

/** The stream, then null. */
async function* endedBy(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  yield* chunks;
  yield null;
}

export const bzip2Format: ContainerFormat = {
  id: 'bzip2',
  isPacked: true,
  recognises: ({ bytes }) => {
    const start = Buffer.from(bytes.subarray(0, 10));
    return /^BZh[1-9]$/u.test(start.toString('latin1', 0, 4)) && blockMagics.has(start.toString('hex', 4, 10));
  },
  open: (source, limits) => openUnpacked(source, limits, { extensions: ['bz2', 'tbz2', 'tbz', 'tb2'], unpack: unpackBzip2 }),
};
