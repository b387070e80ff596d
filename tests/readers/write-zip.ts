/** Writes ZIP files for the tests, sound ones and such as others send. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string | Uint8Array;
  /** The same as UTF-8, in a field beside it. */
  readonly unicodeName?: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  readonly crc?: number;
}

export interface ZipStyle {
  /** Sizes stand after the data, as programs write that cannot go back. */
  readonly hasDescriptors?: boolean;
  readonly isZip64?: boolean;
  readonly before?: Uint8Array;
  readonly comment?: string;
}

const full32 = 0xffffffff;

function extra64(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, index) => field.writeBigUInt64LE(BigInt(number), 4 + 8 * index));
  return field;
}

/** The field of Info-ZIP that says a name again as UTF-8. */
function extraName(name: Uint8Array, unicodeName: string): Buffer {
  const text = Buffer.from(unicodeName);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + text.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([field, text]);
}

function end64(count: number, directoryBytes: number, directoryAt: number): Buffer {
  const record = Buffer.alloc(76);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(directoryBytes), 40);
  record.writeBigUInt64LE(BigInt(directoryAt), 48);
  record.writeUInt32LE(0x07064b50, 56);
  record.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

export function writeZip(parts: readonly ZipPart[], style: ZipStyle = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const packed = part.isStored === true ? content : deflateRawSync(content);
    const flags = (part.isEncrypted === true ? 1 : 0) | (style.hasDescriptors === true ? 8 : 0) | 0x800;
    const crc = part.crc ?? crc32(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(part.isStored === true ? 0 : 8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(style.isZip64 === true ? full32 : packed.length, 14);
    common.writeUInt32LE(style.isZip64 === true ? full32 : content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.from(common);
    if (style.hasDescriptors === true) local.fill(0, 10, 22);
    const descriptor = Buffer.alloc(style.hasDescriptors === true ? 16 : 0);
    if (style.hasDescriptors === true) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(packed.length, 8);
      descriptor.writeUInt32LE(content.length, 12);
    }
    files.push(Buffer.from('PK\u0003\u0004'), local, name, packed, descriptor);
    const extra = Buffer.concat([
      ...(style.isZip64 === true ? [extra64([content.length, packed.length, at])] : []),
      ...(part.unicodeName === undefined ? [] : [extraName(name, part.unicodeName)]),
    ]);
    common.writeUInt16LE(extra.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(style.isZip64 === true ? full32 : at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), common, rest, name, extra);
    at += 30 + name.length + packed.length + descriptor.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const comment = Buffer.from(style.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(style.isZip64 === true ? full32 : at, 16);
  end.writeUInt16LE(comment.length, 20);
  const zip64 = style.isZip64 === true ? [end64(parts.length, directoryBytes.length, at)] : [];
  return Buffer.concat([style.before ?? Buffer.alloc(0), ...files, directoryBytes, ...zip64, end, comment]);
}
