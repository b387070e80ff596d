/** Parquet pages unpacked and values read, within limits. Loaded when the first such object comes. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { AsyncBuffer, Compressors, FileMetaData, ParquetParsers, SchemaElement } from 'hyparquet';
import { compressors as foreign } from 'hyparquet-compressors';

const microsecondsPerMillisecond = 1000n;
const nanosecondsPerMillisecond = 1_000_000n;
const millisecondsPerDay = 86_400_000;

function instant(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Dates and instants as texts; only the values that no text says are left to the library. */
const parsers: Partial<ParquetParsers> = {
  dateFromDays: (days) => instant(days * millisecondsPerDay)?.slice(0, 10) ?? null,
  timestampFromMilliseconds: (time) => instant(Number(time)),
  timestampFromMicroseconds: (time) => instant(Number(time / microsecondsPerMillisecond)),
  timestampFromNanoseconds: (time) => instant(Number(time / nanosecondsPerMillisecond)),
};

/** Leaves texts as the bytes they are, which saves decoding and encoding them; notes that there were some. */
function leaveTexts(seen: { isText: boolean }): Partial<ParquetParsers> {
  return {
    stringFromBytes(bytes: Uint8Array): Uint8Array {
      seen.isText = true;
      return bytes;
    },
  };
}

/** The columns, without the parts of those that have any: the schema is a tree written in depth-first order. */
export function columnsOf({ schema }: FileMetaData): SchemaElement[] {
  const columns: SchemaElement[] = [];
  let inside = 0;
  for (const element of schema.slice(1)) {
    if (inside === 0) columns.push(element);
    else inside--;
    inside += element.num_children ?? 0;
  }
  return columns;
}

/** True for a column of lists, maps or structures. */
function hasParts(metadata: FileMetaData, column: string): boolean {
  const element = columnsOf(metadata).find(({ name }) => name === column);
  return element === undefined || (element.num_children ?? 0) > 0 || element.repetition_type === 'REPEATED';
}

/** Pages claim their length when unpacked: one that claims, or gives, more than `maxBytes` is refused. */
function limitedCompressors(maxBytes: number): Compressors {
  const limit =
    (unpack: (input: Uint8Array, length: number) => Uint8Array) =>
    (input: Uint8Array, length: number): Uint8Array => {
      if (length > maxBytes) throw new RangeError('a Parquet page is too long');
      return unpack(input, length);
    };
  const maxOutputLength = maxBytes;
  const own: Compressors = {
    GZIP: limit((input) => gunzipSync(input, { maxOutputLength })),
    BROTLI: limit((input) => brotliDecompressSync(input, { maxOutputLength })),
    ZSTD: limit((input) => zstdDecompressSync(input, { maxOutputLength })),
  };
  for (const codec of ['SNAPPY', 'LZ4', 'LZ4_RAW'] as const) {
    const unpack = foreign[codec];
    if (unpack) own[codec] = limit(unpack);
  }
  return own;
}

/** Values of one column for successive rows, counted from 0 over the file; with `isText`, those that are bytes are texts in UTF-8. */
export interface Values {
  readonly values: ArrayLike<unknown>;
  readonly firstRow: number;
  readonly isText: boolean;
}
export type OnValues = (values: Values) => void;

export interface ParquetDecoder {
  readonly metadata: FileMetaData;
  readColumn(column: string, rows: { readonly start: number; readonly end: number }, onValues: OnValues): Promise<void>;
}

/** Reads the footer: its last bytes first, more where they do not hold it. */
export async function openParquet(file: AsyncBuffer, limits: { readonly maxPageBytes: number; readonly footerBytes: number }) {
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: limits.footerBytes, geoparquet: false });
  const compressors = limitedCompressors(limits.maxPageBytes);
  const decoder: ParquetDecoder = {
    metadata,
    readColumn(column, { start, end }, onValues) {
      const texts = { isText: false };
      return parquetRead({
        file,
        metadata,
        compressors,
        parsers: hasParts(metadata, column) ? parsers : { ...parsers, ...leaveTexts(texts) },
        geoparquet: false,
        columns: [column],
        rowStart: start,
        rowEnd: end,
        onChunk: ({ columnData, rowStart }) => onValues({ values: columnData, firstRow: rowStart, ...texts }),
      });
    },
  };
  return decoder;
}
