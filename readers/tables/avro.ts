/** Avro object container files (Avro 1.11), decoded in a thread of its own. */
import type { TextFormat } from '../contract.ts';
import { readInThread } from '../threads/thread-reader.ts';

const magic = Buffer.from('Obj\u0001', 'latin1');

export const avroFormat: TextFormat = {
  id: 'avro',
  recognises: ({ bytes }) => magic.equals(bytes.subarray(0, magic.length)),
  read: (source, limits) => readInThread('avro', source, limits),
};
