/** 7z archives of one member, and the library that reads them, alone. */
import { crc32 } from 'node:zlib';
import openLibarchive from 'libarchive.js/src/webworker/wasm-gen/libarchive.js';
import { readDecoderFile } from '../../readers/threads/decoder-files.ts';

const signature = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
/** A dictionary of 8 MiB, as the format writes it. */
const dictionary = 22;

/** A number in the longest form that the format has. */
function long(value: number): Buffer {
  const bytes = Buffer.alloc(9, 0xff);
  bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

function headerOf(name: string, contentBytes: number, packedBytes: number): Buffer {
  const names = Buffer.from(`${name}\0`, 'utf16le');
  const packing = [Buffer.from([0x06]), long(0), Buffer.from([1, 0x09]), long(packedBytes), Buffer.from([0])];
  // One folder of one coder, LZMA2 with its dictionary; one stream in it.
  const folder = [Buffer.from([0x07, 0x0b, 1, 0, 1, 0x21, 0x21, 1, dictionary, 0x0c]), long(contentBytes), Buffer.from([0])];
  const files = [Buffer.from([0x05, 1, 0x11]), long(names.length + 1), Buffer.from([0]), names, Buffer.from([0])];
  return Buffer.concat([Buffer.from([0x01, 0x04]), ...packing, ...folder, Buffer.from([0x08, 0, 0]), ...files, Buffer.from([0])]);
}

/** An archive of one file, whose content was packed as raw LZMA2 with a dictionary of 8 MiB. */
export function writeSevenZip(name: string, content: Uint8Array, packed: Uint8Array): Buffer {
  const header = headerOf(name, content.length, packed.length);
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(packed.length), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const check = Buffer.alloc(4);
  check.writeUInt32LE(crc32(start), 0);
  return Buffer.concat([signature, check, start, packed, header]);
}

const pieceBytes = 256 * 1024;

/** Unpacks every entry and returns the bytes there were. */
export async function unpackSevenZip(archive: Uint8Array): Promise<number> {
  const library = await openLibarchive({
    wasmBinary: readDecoderFile('libarchive.js/dist/libarchive.wasm'),
    monitorRunDependencies() {},
    print() {},
    printErr() {},
  });
  const number = (name: string, ...of: readonly number[]): number =>
    library.cwrap(
      name,
      'number',
      of.map(() => 'number' as const),
    )(...of);
  const at = number('malloc', archive.length);
  library.HEAPU8.set(archive, at);
  const open = library.cwrap('archive_open', 'number', ['number', 'number', 'string', 'string']);
  const handle = open(at, archive.length, null, 'en_US.UTF-8');
  let unpacked = 0;
  for (let entry = number('get_next_entry', handle); entry !== 0; entry = number('get_next_entry', handle)) {
    for (let left = number('archive_entry_size', entry); left > 0; left -= pieceBytes) {
      const length = Math.min(left, pieceBytes);
      number('free', number('get_filedata', handle, length));
      unpacked += length;
    }
  }
  return unpacked;
}
