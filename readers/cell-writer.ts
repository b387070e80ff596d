/** Values that a decoder gives one by one, written into blocks: field and record are their places. */
import { isUtf8 } from 'node:buffer';
import { makeRowBlock } from './block.ts';
import { addCell, createCellBuffer, keepCells } from './cells.ts';
import type { Block } from './contract.ts';
import { createFieldNames } from './field-names.ts';
import { maxOwnFields, pieceBytes } from './limits.ts';

const lineFeed = 0x0a;
/** Fields of the values, and of the paths, beyond the limit: a map keyed by people names no field each. */
const sharedField = '*';
const sharedPathField = '*~';

export interface CellWriter {
  /** Index of a field; null beyond the limit, where the path becomes a cell itself. */
  field(path: string): number | null;
  add(field: number, record: number, text: string): void;
  /** As `add`, for a text in UTF-8, all of the bytes or a range of them; what is none becomes replacement characters. */
  addBytes(field: number, record: number, bytes: Uint8Array, range?: TextRange): void;
  addPath(path: string, record: number, text: string): void;
  /** The block that is full, or null. */
  takeFull(): Block | null;
  /** What there is; null if that is nothing, or if names alone were given before. */
  takeRest(): Block | null;
}

/** Texts shorter than this are written faster here than by a call into Node. */
const shortLength = 48;

function writeText(bytes: Buffer, at: number, text: string): number {
  if (text.length > shortLength) return at + bytes.write(text, at, 'utf8');
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return at + bytes.write(text, at, 'utf8');
    bytes[at + i] = code;
  }
  return at + text.length;
}

/** A text as bytes, in what holds others beside it. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Copies a text that is all ASCII; -1 where it is not. */
function copyAscii(bytes: Buffer, at: number, from: Uint8Array, { start, end }: TextRange): number {
  for (let i = start; i < end; i++) {
    const byte = from[i]!;
    if (byte >= 0x80) return -1;
    bytes[at + i - start] = byte;
  }
  return at + end - start;
}

function copyText(bytes: Buffer, at: number, from: Uint8Array, range: TextRange): number {
  const copied = range.end - range.start > shortLength ? -1 : copyAscii(bytes, at, from, range);
  if (copied !== -1) return copied;
  const text = from.subarray(range.start, range.end);
  if (!isUtf8(text)) return at + bytes.write(Buffer.from(text).toString('utf8'), at, 'utf8');
  bytes.set(text, at);
  return at + text.length;
}

/** Room for what a block holds when it is full, and some for the value that fills it. */
const capacity = pieceBytes / 2 + 4096;

export function createCellWriter(): CellWriter {
  const names = createFieldNames();
  const cells = createCellBuffer();
  const key = { field: 0, record: 0 };
  let bytes = Buffer.allocUnsafeSlow(capacity);
  let length = 0;
  let namesGiven = 0;

  const take = (): Block => {
    const block = makeRowBlock(bytes.subarray(0, length), cells, names.list);
    bytes = Buffer.allocUnsafeSlow(capacity);
    length = 0;
    keepCells(cells, 0);
    namesGiven = names.list.length;
    return block;
  };
  const makeRoom = (needed: number): void => {
    if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], Math.max(needed, bytes.length * 2));
  };
  const endCell = (field: number, record: number, end: number): void => {
    key.field = field;
    key.record = record;
    addCell(cells, length, end, key);
    bytes[end] = lineFeed;
    length = end + 1;
  };
  // A UTF-16 unit, or a byte that is replaced, takes at most three bytes of UTF-8; the line feed keeps cells apart.
  const add = (field: number, record: number, text: string): void => {
    makeRoom(length + text.length * 3 + 1);
    endCell(field, record, writeText(bytes, length, text));
  };
  const addBytes = (field: number, record: number, from: Uint8Array, range = { start: 0, end: from.length }): void => {
    makeRoom(length + (range.end - range.start) * 3 + 1);
    endCell(field, record, copyText(bytes, length, from, range));
  };
  const field = (path: string): number | null => (names.list.length < maxOwnFields ? names.add(path) : names.find(path)) ?? null;

  return {
    field,
    add,
    addBytes,
    addPath(path, record, text) {
      const own = field(path);
      if (own === null) add(names.add(sharedPathField), record, path);
      add(own ?? names.add(sharedField), record, text);
    },
    takeFull: () => (length >= pieceBytes / 2 ? take() : null),
    takeRest: () => (length > 0 || names.list.length > namesGiven ? take() : null),
  };
}
