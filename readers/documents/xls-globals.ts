/** What an Excel workbook of before 2007 says for all of its sheets: their names and places, shared texts, formats of numbers. */
import { biff, openRecord, readRecords, readText } from './biff-records.ts';
import type { BiffRecord, RecordCursor } from './biff-records.ts';
import { styleOf } from './sheet-numbers.ts';
import type { NumberStyle } from './sheet-numbers.ts';

export interface XlsSheet {
  /** Where its records start in the stream. */
  readonly start: number;
  readonly name: string;
}

export interface XlsGlobals {
  /** True from Excel 97 on (BIFF8), false for Excel 5 and 95: texts are then bytes of a code page. */
  readonly isUnicode: boolean;
  readonly isEncrypted: boolean;
  readonly isWhole: boolean;
  readonly is1904: boolean;
  readonly sheets: readonly XlsSheet[];
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** Reads a text with its length in 1 or 2 bytes. */
  readonly readText: (cursor: RecordCursor, lengthBytes: number) => string;
}

/** Code pages whose decoders go by another name than `windows-<number>`. */
const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  10_007: 'x-mac-cyrillic',
};

/** Code pages that `TextDecoder` does not know are taken for the one of the west: digits and ASCII letters are the same. */
function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
  const isWindows = codePage === 874 || (codePage >= 1250 && codePage <= 1258);
  return new TextDecoder(codePages[codePage] ?? (isWindows ? `windows-${codePage}` : 'windows-1252'));
}

interface Learning {
  readonly sheets: { readonly start: number; readonly record: BiffRecord }[];
  readonly codes: Map<number, BiffRecord>;
  readonly styles: number[];
  shared: BiffRecord | null;
  codePage: number;
  is1904: boolean;
  isEncrypted: boolean;
}

function learn(learning: Learning, record: BiffRecord): void {
  const cursor = openRecord(record.parts);
  if (record.id === biff.sheet) learning.sheets.push({ start: cursor.number(4), record });
  else if (record.id === biff.format) learning.codes.set(cursor.number(2), record);
  else if (record.id === biff.style) learning.styles.push(openRecord(record.parts, 2).number(2));
  else if (record.id === biff.sharedTexts) learning.shared = record;
  else if (record.id === biff.codePage) learning.codePage = cursor.number(2);
  else if (record.id === biff.is1904) learning.is1904 = cursor.number(2) === 1;
  else if (record.id === biff.password) learning.isEncrypted = true;
}

function readSharedTexts(record: BiffRecord | null): string[] {
  const texts: string[] = [];
  if (record === null) return texts;
  const cursor = openRecord(record.parts, 8);
  while (!cursor.isAtEnd()) texts.push(readText(cursor, 2));
  return texts;
}

/** Reads the first part of the stream `Workbook` (or `Book`); null where it does not begin as a workbook does. */
export function readGlobals(stream: Buffer): XlsGlobals | null {
  if (stream.length < 8 || stream.readUInt16LE(0) !== biff.start) return null;
  const isUnicode = stream.readUInt16LE(4) >= 0x0600;
  const learning: Learning = {
    sheets: [],
    codes: new Map(),
    styles: [],
    shared: null,
    codePage: 1252,
    is1904: false,
    isEncrypted: false,
  };
  const records = readRecords(stream, 0);
  let next = records.next();
  for (; next.done !== true; next = records.next()) learn(learning, next.value);
  const decoder = decoderOf(learning.codePage);
  const readNarrow = (cursor: RecordCursor, lengthBytes: number): string =>
    decoder.decode(Buffer.from(cursor.characters(cursor.number(lengthBytes), false), 'latin1'));
  const read = isUnicode ? readText : readNarrow;
  const codeOf = (id: number): string | undefined => {
    const record = learning.codes.get(id);
    return record && read(openRecord(record.parts, 2), isUnicode ? 2 : 1);
  };
  return {
    isUnicode,
    isEncrypted: learning.isEncrypted,
    isWhole: next.value,
    is1904: learning.is1904,
    sheets: learning.sheets.map(({ start, record }) => ({ start, name: read(openRecord(record.parts, 6), 1) })),
    texts: learning.isEncrypted ? [] : readSharedTexts(learning.shared),
    styles: learning.isEncrypted ? [] : learning.styles.map((id) => styleOf(id, codeOf(id))),
    readText: read,
  };
}
