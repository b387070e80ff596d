/** Where stretches of running text stand in the source they were taken from. */
import type { Place } from '../contract.ts';

/** A point of a text: lines from 1; columns from 0 in running text, from 1 in the source. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Line and column in the running text, then in the source, of one stretch after the other. */
type Table = Uint32Array;
const width = 4;

export interface Stretches {
  /** Notes that the running text at `written` stands at `source`. */
  add(written: Point, source: Point): void;
  /** Gives how places of text written up to now are found in the source, and forgets what lies before `from`. */
  take(from: Point): (place: Place) => Place;
}

/** The last stretch that starts at or before a point of the running text; -1 where none does. */
function find(table: Table, { line, column }: Point): number {
  let low = 0;
  let high = table.length / width;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = table[middle * width]!;
    if (at < line || (at === line && table[middle * width + 1]! <= column)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Line ends lie in the source as they lie in a stretch. */
function toSource(table: Table, place: Place): Place {
  if (place.line === null || place.column === null) return place;
  const index = find(table, { line: place.line, column: place.column - 1 });
  if (index === -1) return place;
  const [line, column, sourceLine, sourceColumn] = Array.from({ length: width }, (_, i) => table[index * width + i]!);
  const passed = place.line - line!;
  if (passed > 0) return { ...place, line: sourceLine! + passed };
  return { ...place, line: sourceLine!, column: sourceColumn! + place.column - 1 - column! };
}

/** Starts without any. */
export function createStretches(): Stretches {
  let numbers = new Uint32Array(width * 256);
  let length = 0;
  return {
    add(written, source) {
      if (length === numbers.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length++] = written.line;
      numbers[length++] = written.column;
      numbers[length++] = source.line;
      numbers[length++] = source.column;
    },
    take(from) {
      const table = numbers.slice(0, length);
      const first = Math.max(0, find(table, from)) * width;
      numbers.copyWithin(0, first, length);
      length -= first;
      return (place) => toSource(table, place);
    },
  };
}
