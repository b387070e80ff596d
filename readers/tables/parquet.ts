/** Parquet by ranges, decoded in a thread of its own. */
import type { TextFormat } from '../contract.ts';
import { readInThread } from '../threads/thread-reader.ts';

/** The magic number, then the first byte of a page header or footer: text does not begin like that. */
const magics = new Set(['PAR1\u0015', 'PARE\u0015']);

export const parquetFormat: TextFormat = {
  id: 'parquet',
  isRanged: true,
  recognises: ({ bytes }) => magics.has(Buffer.from(bytes.subarray(0, 5)).toString('latin1')),
  read: (source, limits) => readInThread('parquet', source, limits),
};
