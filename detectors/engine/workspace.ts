/** Memory of one scan, reused from segment to segment: typed arrays only, so that nothing is allocated per candidate. */
import type { Cells, DetectorFailure } from '../contract.ts';
import type { Found, Window } from '../define.ts';
import { makeDigits } from '../digits.ts';
import { type FieldPlan, noPlan } from './field-plan.ts';

/** Bytes looked at in one go. */
export const segmentBytes = 1 << 17;
/** Bytes around a segment that are read as context: more than any term, value or reach is long. */
export const marginBytes = 1024;
const capacity = segmentBytes + 2 * marginBytes + 8;

/** A growing table of integers: rows of `columns` numbers. */
export interface Rows {
  data: Int32Array;
  count: number;
  readonly columns: number;
}

function makeRows(columns: number): Rows {
  return { data: new Int32Array(1024 * columns), count: 0, columns };
}

/** Adds a row and returns its offset in `data`. */
export function addRow(rows: Rows): number {
  const offset = rows.count++ * rows.columns;
  if (offset + rows.columns > rows.data.length) {
    const larger = new Int32Array(rows.data.length * 2);
    larger.set(rows.data);
    rows.data = larger;
  }
  return offset;
}

/** Columns of a stretch of bytes. */
export const stretchRow = { from: 0, to: 1 } as const;
/** Columns of a term met: which, where, and in which cell (-1 in running text). */
export const termRow = { term: 0, start: 1, end: 2, cell: 3 } as const;
/** Columns of an anchor met: which, the byte after it, its cell, and how many terms had been met by then. */
export const anchorRow = { anchor: 0, at: 1, cell: 2, terms: 3 } as const;
/** Columns of a match: detector, range, traits, confidence, and the term that speaks for it (-1 for none). */
export const matchRow = { detector: 0, start: 1, end: 2, traits: 3, confidence: 4, term: 5 } as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Workspace {
  /** Byte after each hit of the automaton, and the state it was in. */
  readonly hitEnds: Int32Array;
  readonly hitStates: Int32Array;
  /** The same for the second half of a segment. */
  readonly laterEnds: Int32Array;
  readonly laterStates: Int32Array;
  hits: number;
  /** Stretches the automaton runs over, and the cells in them that are read whole: see `engine/settled.ts`. */
  readonly stretches: Rows;
  readonly open: Rows;
  readonly terms: Rows;
  readonly anchors: Rows;
  readonly matches: Rows;
  /** End of the last match of each detector. */
  readonly lastEnds: Int32Array;
  /** How far the matches of each detector were gone along. */
  readonly cursors: Int32Array;
  readonly window: Mutable<Window>;
  readonly found: Found;
  bytes: Uint8Array;
  cells: Cells | null;
  plan: FieldPlan;
  /** 1 for detectors that have thrown in this scan. */
  readonly failed: Uint8Array;
  onFailure: ((failure: DetectorFailure) => void) | undefined;
}

const none = new Uint8Array(0);

/** Makes the memory for one scan at a time. */
export function makeWorkspace(detectors: number): Workspace {
  return {
    hitEnds: new Int32Array(capacity),
    hitStates: new Int32Array(capacity),
    laterEnds: new Int32Array(capacity),
    laterStates: new Int32Array(capacity),
    hits: 0,
    stretches: makeRows(2),
    open: makeRows(1),
    terms: makeRows(4),
    anchors: makeRows(4),
    matches: makeRows(6),
    lastEnds: new Int32Array(detectors),
    cursors: new Int32Array(detectors),
    window: { bytes: none, low: 0, high: 0, at: 0, anchor: 0, digits: makeDigits() },
    found: { start: 0, end: 0, traits: 0 },
    bytes: none,
    cells: null,
    plan: noPlan,
    failed: new Uint8Array(detectors),
    onFailure: undefined,
  };
}
