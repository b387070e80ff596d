/** The cells of a block under construction, as growing parallel arrays. */
import type { Cells } from '../detectors/contract.ts';

export interface CellBuffer {
  count: number;
  starts: Uint32Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  fields: Uint32Array<ArrayBuffer>;
  records: Uint32Array<ArrayBuffer>;
  /** Cells whose text is still escaped, ascending. */
  escaped: number[];
}

const firstCapacity = 4096;

export function createCellBuffer(): CellBuffer {
  return {
    count: 0,
    starts: new Uint32Array(firstCapacity),
    ends: new Uint32Array(firstCapacity),
    fields: new Uint32Array(firstCapacity),
    records: new Uint32Array(firstCapacity),
    escaped: [],
  };
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function grow(buffer: CellBuffer): void {
  buffer.starts = doubled(buffer.starts);
  buffer.ends = doubled(buffer.ends);
  buffer.fields = doubled(buffer.fields);
  buffer.records = doubled(buffer.records);
}

/** Where a cell stands: its field and its record, from 0. */
export interface CellKey {
  field: number;
  record: number;
}

/** Adds bytes `[start, end)` as a cell. Empty cells are left out: nothing can match in them. */
export function addCell(buffer: CellBuffer, start: number, end: number, key: CellKey): void {
  const index = buffer.count;
  if (end <= start) return;
  if (index === buffer.starts.length) grow(buffer);
  buffer.starts[index] = start;
  buffer.ends[index] = end;
  buffer.fields[index] = key.field;
  buffer.records[index] = key.record;
  buffer.count = index + 1;
}

/** As `addCell`, for text that holds escapes. */
export function addEscapedCell(buffer: CellBuffer, start: number, end: number, key: CellKey): void {
  if (end > start) buffer.escaped.push(buffer.count);
  addCell(buffer, start, end, key);
}

/** Forgets the cells from `count` on. */
export function keepCells(buffer: CellBuffer, count: number): void {
  buffer.count = count;
  while (buffer.escaped.length > 0 && buffer.escaped.at(-1)! >= count) buffer.escaped.pop();
}

/** A copy of the cells that later changes of the buffer do not touch. */
export function copyCells(buffer: CellBuffer, fieldNames: readonly string[]): Cells {
  const { count } = buffer;
  const memory = new ArrayBuffer(count * 16);
  const copy = (array: Uint32Array, index: number): Uint32Array => {
    const part = new Uint32Array(memory, index * count * 4, count);
    part.set(array.subarray(0, count));
    return part;
  };
  return {
    count,
    starts: copy(buffer.starts, 0),
    ends: copy(buffer.ends, 1),
    fields: copy(buffer.fields, 2),
    records: copy(buffer.records, 3),
    fieldNames,
  };
}

/** Index of the last cell that starts at or before `offset`, or -1. */
export function findCell(cells: Cells, offset: number): number {
  let low = 0;
  let high = cells.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cells.starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
