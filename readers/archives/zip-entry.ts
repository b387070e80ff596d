/** One entry of a ZIP file as it streams by: one range, unpacked within limits, held against its checksum. */
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from '../contract.ts';
import { unpack } from './unpack.ts';
import type { Ending } from './unpack.ts';
import { unread } from '../unread.ts';
import type { ZipEntry } from './zip-directory.ts';

const localHeaderBytes = 30;
const unpackedChunkBytes = 128 * 1024;

/** Passes the packed data of an entry on, without the header before it and the descriptor after it. */
async function* packedData(source: ByteSource, entry: ZipEntry, ending: Ending): AsyncGenerator<Uint8Array> {
  let header = Buffer.alloc(0);
  let skip = -1;
  let left = entry.packedBytes;
  for await (const chunk of source.stream({ start: entry.start, end: entry.end })) {
    let data = chunk;
    if (skip < 0) {
      header = Buffer.concat([header, chunk]);
      if (header.length < localHeaderBytes) continue;
      if (header.readUInt32LE(0) !== 0x04034b50) break;
      skip = localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
      data = header;
    }
    const passed = Math.min(skip, data.length);
    skip -= passed;
    const part = data.subarray(passed, passed + left);
    left -= part.length;
    if (part.length > 0) yield part;
    if (left === 0) return;
  }
  if (left > 0) ending.problem = unread('MALFORMED_FILE', 'the data of a ZIP entry is not where the directory says');
}

async function* stored(chunks: AsyncIterable<Uint8Array>, maxBytes: number, ending: Ending): AsyncGenerator<Uint8Array> {
  let left = maxBytes;
  for await (const chunk of chunks) {
    if (chunk.length > left) {
      yield chunk.subarray(0, left);
      ending.problem = unread('ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT', `more than ${maxBytes} bytes when unpacked`);
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
}

/** How reading an entry ended. */
export interface EntryEnding extends Ending {
  /** Bytes of packed data that were used, once all of them were; 0 for what is stored. */
  deflated?: number;
}

/** The bytes of an entry, which end quietly where they cannot be read on: `ending` says why, once they ended. */
export async function* openZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  maxBytes: number,
  ending: EntryEnding,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) {
    ending.problem = unread('ENCRYPTED', 'an entry of a ZIP file is encrypted');
    return;
  }
  if (entry.method !== 0 && entry.method !== 8) {
    ending.problem = unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', `ZIP compression method ${entry.method}`);
    return;
  }
  const chunks = packedData(source, entry, ending);
  const engine = createInflateRaw({ chunkSize: unpackedChunkBytes });
  const unpacked =
    entry.method === 0 ? stored(chunks, maxBytes, ending) : unpack({ chunks, engine, format: 'ZIP', maxBytes, ending });
  let checksum = 0;
  for await (const chunk of unpacked) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (ending.problem === null) ending.deflated = engine.bytesWritten;
  if (ending.problem === null && entry.crc !== null && checksum !== entry.crc) {
    ending.problem = unread('MALFORMED_FILE', 'the checksum of a ZIP entry does not fit');
  }
}
