/** Where the parts of a large object begin: decided from the object and the number of parts alone, so that neighbours agree. */
import type { PartRef, SizedSource } from './contract.ts';

/** The first place in `[from, to)` where a record begins, or null if none is known to. */
export type FindBorder = (from: number, to: number) => Promise<number | null>;

/** Bytes `[start, end)` of an object, from the start of a record to the end of one. */
export interface Share {
  readonly start: number;
  readonly end: number;
}

const nominalStart = (size: number, { index, of }: PartRef): number => (index >= of ? size : Math.floor((size / of) * index));

/**
 * What a part reads: from the first border in its own stretch to the first one in the stretch of a later part. Null where no record
 * begins in its stretch: then an earlier part reads through it. What lies before `headEnd` belongs to no part.
 */
export async function shareOf(
  { size }: SizedSource,
  { index, of }: PartRef,
  headEnd: number,
  find: FindBorder,
): Promise<Share | null> {
  const startOf = async (at: number): Promise<number | null> => {
    if (at === 0) return headEnd;
    const from = Math.max(headEnd, nominalStart(size, { index: at, of }));
    const to = nominalStart(size, { index: at + 1, of });
    return from < to ? find(from, to) : null;
  };
  const start = await startOf(index);
  if (start === null) return null;
  for (let next = index + 1; next < of; next++) {
    const end = await startOf(next);
    if (end !== null) return { start, end };
  }
  return { start, end: Math.max(size, start) };
}

/** Borders of formats in which every line end ends a record. */
export function lineBorders(source: SizedSource, newline: number): FindBorder {
  return async (from, to) => {
    let at = from - 1;
    for await (const chunk of source.stream({ start: at, end: to })) {
      const index = chunk.indexOf(newline);
      if (index >= 0) return at + index + 1 < to ? at + index + 1 : null;
      at += chunk.length;
    }
    return null;
  };
}
