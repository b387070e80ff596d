/** Records of Excel's binary workbooks before 2007 ([MS-XLS] 2.1.4): a number, a length, data; data too long for one goes on in the next. */

export interface BiffRecord {
  readonly id: number;
  /** The data of the record, then that of the records that continue it; never empty. */
  readonly parts: readonly [Buffer, ...Buffer[]];
}

export const biff = {
  formula: 0x06,
  end: 0x0a,
  header: 0x14,
  footer: 0x15,
  note: 0x1c,
  is1904: 0x22,
  password: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  object: 0x5d,
  sheet: 0x85,
  severalRk: 0xbd,
  richText: 0xd6,
  style: 0xe0,
  sharedTexts: 0xfc,
  sharedText: 0xfd,
  drawnText: 0x1b6,
  link: 0x1b8,
  number: 0x203,
  text: 0x204,
  truth: 0x205,
  formulaText: 0x207,
  rk: 0x27e,
  format: 0x41e,
  start: 0x809,
} as const;

/** Records from `start` on; ends where the stream does, also within a record. */
function* listRecords(stream: Buffer, start: number): Generator<BiffRecord> {
  let open: { id: number; parts: [Buffer, ...Buffer[]] } | null = null;
  for (let at = start; at + 4 <= stream.length;) {
    const id = stream.readUInt16LE(at);
    const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    at += 4 + data.length;
    if (id === biff.continued && open !== null) open.parts.push(data);
    else {
      if (open !== null) yield open;
      open = { id, parts: [data] };
    }
  }
  if (open !== null) yield open;
}

/** Records of the part of a workbook that starts at `start`, without those of parts inside it; gives back whether its end was there. */
export function* readRecords(stream: Buffer, start: number): Generator<BiffRecord, boolean> {
  let depth = 0;
  for (const record of listRecords(stream, start)) {
    if (record.id === biff.start) depth++;
    if (record.id === biff.end) depth--;
    if (depth <= 0) return record.id === biff.end;
    if (depth === 1) yield record;
  }
  return false;
}

/** The parts of a record as one run of bytes. Numbers beyond its end are 0. */
export interface RecordCursor {
  isAtEnd(): boolean;
  number(bytes: number): number;
  skip(bytes: number): void;
  /** Characters of one or two bytes; each part that continues them says anew which. */
  characters(count: number, isWide: boolean): string;
}

export function openRecord(parts: BiffRecord['parts'], start = 0): RecordCursor {
  let index = 0;
  let at = start;
  const part = (): Buffer => parts[index]!;
  const isAtEnd = (): boolean => {
    while (at >= part().length && index + 1 < parts.length) {
      at -= part().length;
      index++;
    }
    return at >= part().length;
  };
  return {
    isAtEnd,
    number(bytes) {
      let value = 0;
      for (let i = 0; i < bytes && !isAtEnd(); i++) value += part()[at++]! * 256 ** i;
      return value;
    },
    skip(bytes) {
      at += bytes;
    },
    characters(count, isWide) {
      let text = '';
      let width = isWide ? 2 : 1;
      for (let left = count; left > 0;) {
        if (at >= part().length) {
          if (isAtEnd()) break;
          width = part()[at++]! & 1 ? 2 : 1;
        }
        const taken = Math.min(left, Math.ceil((part().length - at) / width));
        const end = at + taken * width;
        text += part().toString(width === 2 ? 'utf16le' : 'latin1', at, end);
        at = Math.min(end, part().length);
        left -= taken;
      }
      return text;
    },
  };
}

/** A text with its length, in 1 or 2 bytes, its width and its formats ([MS-XLS] 2.5.293, 2.5.294). */
export function readText(cursor: RecordCursor, lengthBytes: number): string {
  const length = cursor.number(lengthBytes);
  const flags = cursor.number(1);
  const runs = (flags & 8) === 0 ? 0 : cursor.number(2);
  const extension = (flags & 4) === 0 ? 0 : cursor.number(4);
  const text = cursor.characters(length, (flags & 1) === 1);
  cursor.skip(runs * 4 + extension);
  return text;
}
