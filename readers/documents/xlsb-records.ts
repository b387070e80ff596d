/** Records of binary workbooks after 2007 ([MS-XLSB] 2.1.4): a number and a length, seven bits a byte, then data. */
import type { Unread } from '../contract.ts';
import type { DocumentParts } from './document-parts.ts';
import type { Ending } from '../archives/unpack.ts';
import { unread } from '../unread.ts';

export type OnRecord = (id: number, data: Buffer) => void;

/** What stands at `at`: the record's number and length, and where its data starts; null where more bytes are needed. */
function readHead(bytes: Buffer, at: number): { readonly id: number; readonly length: number; readonly start: number } | null {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === undefined || second === undefined) return null;
  const isLong = first >= 0x80;
  const id = isLong ? (first & 0x7f) | ((second & 0x7f) << 7) : first;
  let length = 0;
  let start = at + (isLong ? 2 : 1);
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = bytes[start++];
    if (byte === undefined) return null;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return { id, length, start };
}

/** Gives the records of a part to `onRecord`, and what `drain` has after each piece. Of what is longer than `maxBytes` the rest is passed over. */
export async function* parseRecords<T>(
  parts: DocumentParts,
  name: string,
  { onRecord, drain, maxBytes }: { readonly onRecord: OnRecord; readonly drain: () => Iterable<T>; readonly maxBytes: number },
): AsyncGenerator<T | Unread> {
  const ending: Ending = { problem: null };
  let held = Buffer.alloc(0);
  let skip = 0;
  let cut = 0;
  for await (const chunk of parts.open(name, ending)) {
    const passed = Math.min(skip, chunk.length);
    skip -= passed;
    held = Buffer.concat([held, chunk.subarray(passed)]);
    let at = 0;
    for (let head = readHead(held, at); head !== null; head = readHead(held, at)) {
      const end = head.start + Math.min(head.length, maxBytes);
      if (end > held.length) break;
      onRecord(head.id, held.subarray(head.start, end));
      if (head.length > maxBytes) cut++;
      const next = head.start + head.length;
      skip = Math.max(0, next - held.length);
      at = Math.min(next, held.length);
    }
    held = held.subarray(at);
    yield* drain();
  }
  if (ending.problem !== null) yield ending.problem;
  else if (held.length > 0 || skip > 0) yield unread('MALFORMED_FILE', 'a part of the workbook ends within a record');
  if (cut > 0) yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `records of more than ${maxBytes} bytes: ${cut}`);
}

const readWord = (data: Buffer, at: number): number => (at + 4 <= data.length ? data.readUInt32LE(at) : 0);

/** A text with its length before it; empty where there is none. `end` is where it ends. */
export function readWideText(data: Buffer, at: number): { readonly text: string; readonly end: number } {
  const length = readWord(data, at);
  if (length === 0xffffffff) return { text: '', end: at + 4 };
  const end = Math.min(data.length, at + 4 + length * 2);
  return { text: data.toString('utf16le', at + 4, end), end };
}
