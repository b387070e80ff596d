/** PDF (ISO 32000): text of each page, forms, notes and properties; read by ranges, decoded in a thread of its own. */
import type { TextFormat } from '../contract.ts';
import { readInThread } from '../threads/thread-reader.ts';

export const pdfFormat: TextFormat = {
  id: 'pdf',
  isRanged: true,
  // Readers of PDF take files whose header stands anywhere in the first kilobyte.
  recognises: ({ bytes, text, extension }) => {
    const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf('%PDF-');
    return at === 0 || (at > 0 && (text === null || extension === 'pdf'));
  },
  read: (source, limits) => readInThread('pdf', source, limits),
};
