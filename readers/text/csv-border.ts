/**
 * Where a record begins in the middle of a delimited table. Seen from the middle, a line end may stand in quotes or not. Both readings
 * are followed: the rules of the tokeniser are forgiving enough that they soon end a cell at the same place, and from there on are one.
 */
import type { SizedSource } from '../contract.ts';
import type { CsvDialect } from './csv-tokeniser.ts';
import { quote } from './csv-tokeniser.ts';
import { pieceBytes } from '../limits.ts';
import type { FindBorder } from '../parts.ts';

/** The bytes at hand; `isLast` if the object ends with them. */
interface View {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
  readonly dialect: CsvDialect;
  /** No quoted text is longer: a quote without its like within this is a plain character. */
  readonly quotedBytes: number;
}

/** Thrown inside this file alone, where the bytes at hand do not decide. */
class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** Index of the quote that closes text from `from` on; -1 if none does. */
function findClosing({ bytes, isLast, quotedBytes }: View, from: number): number {
  const limit = Math.min(bytes.length, from + quotedBytes);
  for (let at = bytes.indexOf(quote, from); at !== -1 && at < limit; at = bytes.indexOf(quote, at + 2)) {
    if (at + 1 === bytes.length && !isLast) throw new Undecided();
    if (bytes[at + 1] !== quote) return at;
  }
  if (limit === bytes.length && !isLast) throw new Undecided();
  return -1;
}

/** Index of the delimiter or line end that comes next. */
function findEnd({ bytes, dialect }: View, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === dialect.delimiter || bytes[at] === dialect.newline) return at;
  // Beyond the end of the object no record begins; before it, more bytes may tell.
  throw new Undecided();
}

/** The end of the cell that starts at `start`. */
function endOfCell(view: View, start: number): number {
  if (start >= view.bytes.length) throw new Undecided();
  const closing = view.bytes[start] === quote ? findClosing(view, start + 1) : -1;
  return findEnd(view, closing === -1 ? start : closing + 1);
}

/** First border after byte 0, seen from a byte that is no quote. */
function borderIn(view: View): number {
  const { bytes, dialect } = view;
  let at = 0;
  // Between two quotes nobody can say whether they are a pair.
  while (bytes[at] === quote) at++;
  if (at + 1 >= bytes.length) throw new Undecided();
  let outside = findEnd(view, at);
  const closing = findClosing(view, at + 1);
  let inside = closing === -1 ? outside : findEnd(view, closing + 1);
  while (outside !== inside) {
    if (outside < inside) outside = endOfCell(view, outside + 1);
    else inside = endOfCell(view, inside + 1);
  }
  while (bytes[outside] !== dialect.newline) outside = endOfCell(view, outside + 1);
  return outside + 1;
}

/** The border if the bytes at hand decide, else null. */
function tryBorder(view: View): number | null {
  try {
    return borderIn(view);
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

/** Bytes to look at next: twice as many, but no more than tell that no quote was open. */
function nextTry(tried: number, quotedBytes: number): number {
  const enough = quotedBytes + pieceBytes;
  return tried < enough ? Math.min(enough, Math.max(pieceBytes, tried * 2)) : tried * 2;
}

/** Borders of tables. Where even twice `quotedBytes` do not decide, none is known. */
export function recordBorders(source: SizedSource, dialect: CsvDialect, quotedBytes: number): FindBorder {
  return async (from, to) => {
    const start = from - 1;
    const end = Math.min(source.size, start + 2 * quotedBytes);
    let bytes = Buffer.allocUnsafeSlow(0);
    let length = 0;
    let tried = 0;
    for await (const chunk of source.stream({ start, end })) {
      if (length + chunk.length > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], (length + chunk.length) * 2);
      bytes.set(chunk, length);
      length += chunk.length;
      if (length < nextTry(tried, quotedBytes) && start + length < end) continue;
      tried = length;
      const isLast = start + length >= source.size;
      const border = tryBorder({ bytes: bytes.subarray(0, length), isLast, dialect, quotedBytes });
      if (border !== null) return start + border < to ? start + border : null;
    }
    return null;
  };
}
