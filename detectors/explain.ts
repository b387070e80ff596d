/** What matches in a text, and why: the evidence behind each match. */
import type { Match, Scanner } from './contract.ts';

/** A match with its place in the string as well as in its UTF-8 bytes. */
export interface ExplainedMatch extends Match {
  /** Offsets in UTF-16 units, for cutting the string that was given. */
  readonly from: number;
  readonly to: number;
}

/** Scans a text and returns its matches in order. The caller has the text and decides what of it may be shown. */
export function explain(scanner: Scanner, text: string): readonly ExplainedMatch[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const matches: ExplainedMatch[] = [];
  const unitsBefore = (end: number): number => decoder.decode(bytes.subarray(0, end)).length;
  scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, (match) => {
    matches.push({ ...match, from: unitsBefore(match.start), to: unitsBefore(match.end) });
  });
  return matches;
}
