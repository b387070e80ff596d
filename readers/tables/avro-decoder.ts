/** Records of Avro blocks, within limits. Loaded when the first such object comes. */
import { inflateRawSync, zstdDecompressSync } from 'node:zlib';
import avro from 'avsc';
import { compressors } from 'hyparquet-compressors';

/** The schema of a file as JSON; anything at all until looked at. */
type Schema = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/** The library's name for what makes a type of numbers of one's own. */
const withNumbers = '__with';
/** 64-bit numbers as they are; the library alone would refuse those that a double cannot hold. */
const long = avro.types.LongType[withNumbers]({
  fromBuffer: (bytes: Buffer) => bytes.readBigInt64LE(),
  toBuffer: (value: bigint) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value);
    return bytes;
  },
  fromJSON: (value: number) => BigInt(value),
  toJSON: Number,
  isValid: (value: unknown) => typeof value === 'bigint',
  compare: (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1),
});

/** True if a value of that schema takes no byte: a list of millions of them would fit in ten. */
function takesNothing(schema: unknown): boolean {
  if (schema === 'null') return true;
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return false;
  const { type, fields, size } = schema as Readonly<Record<string, unknown>>;
  if (type === 'fixed') return size === 0;
  if (type === 'record' || type === 'error') {
    return Array.isArray(fields) && fields.every((field) => takesNothing((field as { readonly type: unknown }).type));
  }
  return typeof type === 'object' || type === 'null' ? takesNothing(type) : false;
}

/** True if somewhere in a schema a list holds what takes nothing. */
function hasEmptyItems(schema: unknown): boolean {
  if (schema === null || typeof schema !== 'object') return false;
  if (Array.isArray(schema)) return schema.some(hasEmptyItems);
  const { items, ...rest } = schema as Readonly<Record<string, unknown>>;
  return takesNothing(items) || hasEmptyItems(items) || Object.values(rest).some(hasEmptyItems);
}

export interface AvroDecoder {
  /** Names of the fields of its records. */
  readonly fields: readonly string[];
  /** The records of one block as they stand in it; what follows damage is left out and `isWhole` false. */
  decode(block: Buffer, count: number): { readonly records: readonly unknown[]; readonly isWhole: boolean };
}

/** Unpacks a block by the codec's name, or null for a codec that is not known. */
export function unpackerOf(codec: string, maxBytes: number): ((block: Buffer) => Uint8Array) | null {
  const maxOutputLength = maxBytes;
  if (codec === 'null' || codec === '') return (block) => block;
  if (codec === 'deflate') return (block) => inflateRawSync(block, { maxOutputLength });
  if (codec === 'zstandard') return (block) => zstdDecompressSync(block, { maxOutputLength });
  if (codec !== 'snappy') return null;
  return (block) => {
    let length = 0;
    for (let i = 0; i < 5; i++) {
      length += ((block[i] ?? 0) & 0x7f) * 2 ** (7 * i);
      if (((block[i] ?? 0) & 0x80) === 0) break;
    }
    if (length > maxBytes) throw new RangeError('an Avro block is too long');
    // The last four bytes are a checksum.
    return compressors.SNAPPY?.(block.subarray(0, -4), length) ?? block;
  };
}

/** Makes the decoder of a schema; throws where that is none, or one that holds nothing. */
export function createAvroDecoder(schema: string): AvroDecoder {
  const parsed = JSON.parse(schema) as Schema;
  if (takesNothing(parsed) || hasEmptyItems(parsed)) throw new TypeError('an Avro schema of values without bytes');
  const type = avro.Type.forSchema(parsed as avro.Schema, { registry: { long } });
  const fields = avro.Type.isType(type, 'record') ? (type as avro.types.RecordType).fields.map((field) => field.name) : [];
  return {
    fields,
    decode(block, count) {
      const records: unknown[] = [];
      let at = 0;
      try {
        while (records.length < count) {
          const { value, offset } = type.decode(block, at);
          if (offset <= at) break;
          records.push(value);
          at = offset;
        }
      } catch {
        // What was decoded before stays.
      }
      return { records, isWhole: records.length === count };
    },
  };
}
