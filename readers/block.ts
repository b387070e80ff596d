/** Makes blocks: unescapes their cells in place and finds places in the bytes as they were before. */
import type { Cells } from '../detectors/contract.ts';
import { copyCells, findCell } from './cells.ts';
import type { CellBuffer } from './cells.ts';
import type { Block, Place, Placing } from './contract.ts';
import { advance } from './origin.ts';
import type { Origin } from './origin.ts';
import type { Taken } from './text-stream.ts';

/** How one format escapes text in a cell. An escape is never shorter than what it stands for. */
export interface Escapes {
  /** Writes bytes `[start, end)` unescaped from `start` on and returns where they end now. */
  unescape(bytes: Uint8Array, start: number, end: number): number;
  /** Bytes of escaped text from `start` on that become `length` bytes when unescaped. */
  escapedLength(bytes: Uint8Array, start: number, length: number): number;
}

type Locate = (start: number, end: number) => Omit<Place, 'field' | 'record' | 'page'>;

/** Places in running order cost only the way from the last one. */
function locator(text: Taken): Locate {
  let at = 0;
  let origin: Origin = text.origin;
  const moveTo = (offset: number): Origin => {
    if (offset < at) {
      at = 0;
      ({ origin } = text);
    }
    origin = advance(origin, text.bytes, { from: at, to: offset }, text.layout);
    at = offset;
    return origin;
  };
  return (start, end) => {
    const first = moveTo(start);
    const last = advance(first, text.bytes, { from: start, to: end }, text.layout);
    return { line: first.line, column: first.column + 1, byteStart: first.stored, byteEnd: last.stored };
  };
}

/** A block of running text; `[from, to)` is what it owns. */
export function makeTextBlock(text: Taken, from: number, to: number): Block {
  let locate: Locate | null = null;
  return {
    kind: 'block',
    bytes: text.bytes,
    from,
    to,
    cells: null,
    place(start, end) {
      locate ??= locator(text);
      return { ...locate(start, end), field: null, record: null, page: null };
    },
  };
}

/** Unescapes the cells listed and returns the bytes as they were before: the same array if there are none. */
function unescapeCells(bytes: Uint8Array, cells: Cells, escaped: readonly number[], escapes: Escapes): Uint8Array {
  if (escaped.length === 0) return bytes;
  const before = Buffer.from(bytes);
  for (const index of escaped) cells.ends[index] = escapes.unescape(bytes, cells.starts[index]!, cells.ends[index]!);
  return before;
}

/** A block of cells that lie in `text`, which it takes over. Cells still escaped are unescaped where they lie. */
export function makeCellBlock(text: Taken, buffer: CellBuffer, fieldNames: readonly string[], escapes: Escapes): Block {
  const cells = copyCells(buffer, fieldNames);
  const escapedCells = [...buffer.escaped];
  const before = unescapeCells(text.bytes, cells, escapedCells, escapes);
  let escaped: ReadonlySet<number> | null = null;
  let locate: Locate | null = null;
  const originalOf = (cell: number, offset: number): number => {
    const start = cells.starts[cell]!;
    escaped ??= new Set(escapedCells);
    return escaped.has(cell) ? start + escapes.escapedLength(before, start, offset - start) : offset;
  };
  return {
    kind: 'block',
    bytes: text.bytes,
    from: 0,
    to: text.bytes.length,
    cells,
    place(start, end) {
      locate ??= locator({ ...text, bytes: before });
      const cell = findCell(cells, start);
      if (cell < 0) return { ...locate(start, end), field: null, record: null, page: null };
      return {
        ...locate(originalOf(cell, start), originalOf(cell, end)),
        field: fieldNames[cells.fields[cell]!] ?? null,
        record: cells.records[cell]! + 1,
        page: null,
      };
    },
  };
}

/** How rows are placed where nothing else is said. */
const plainRows: RowPlacing = { kind: 'rows', page: null, hasRecords: true };
export type RowPlacing = Extract<Placing, { readonly kind: 'rows' }>;

/** A block of rows that have no bytes of their own in a store. */
export function makeRowBlock(
  bytes: Uint8Array,
  buffer: CellBuffer,
  fieldNames: readonly string[],
  placing: RowPlacing = plainRows,
): Block {
  return placeRows(bytes, copyCells(buffer, fieldNames), placing);
}

/** The same of cells that are there already; the block takes them over. */
export function placeRows(bytes: Uint8Array, cells: Cells, placing: RowPlacing): Block {
  return {
    kind: 'block',
    bytes,
    from: 0,
    to: bytes.length,
    cells,
    placing,
    place(start) {
      const cell = findCell(cells, start);
      return {
        line: null,
        column: null,
        byteStart: null,
        byteEnd: null,
        field: cells.fieldNames[cells.fields[cell] ?? -1] ?? null,
        record: placing.hasRecords ? (cells.records[cell] ?? -1) + 1 || null : null,
        page: placing.page,
      };
    },
  };
}
