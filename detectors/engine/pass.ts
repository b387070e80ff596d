/** The one pass: bytes through the automaton, then hits to terms and anchors at their places. */
import type { Cells } from '../contract.ts';
import { type Automaton, unknown } from './automaton.ts';
import type { Engine } from './compile.ts';
import { resolveTerm } from './borders.ts';
import { addRow, anchorRow, termRow, type Workspace } from './workspace.ts';

const lineEnd = 0x0a;

/** Bytes after which the automaton's state no longer depends on where it was started: more than any term or anchor spans. */
const settleBytes = 512;

/** Where the two halves of a segment stand: the next byte of the first, the states of both, and how many hits each has. */
interface Halves {
  /** Byte after the first half, and how far the second is from it. */
  readonly middle: number;
  readonly shift: number;
  at: number;
  state: number;
  later: number;
  hits: number;
  laterHits: number;
}

/**
 * The hot loop: one lookup a byte, in two halves side by side, because each lookup waits for the one before it and two chains
 * wait at the same time. Ends before a move that is not known yet, so that the table is a constant in here.
 */
function runHalves({ moves, classOf }: Automaton, work: Workspace, halves: Halves): void {
  const { middle, shift } = halves;
  const { bytes, hitEnds, hitStates, laterEnds, laterStates } = work;
  let { at, state, later, hits, laterHits } = halves;
  for (; at < middle; at++) {
    let next = moves[state + classOf[bytes[at]!]!]!;
    let nextLater = moves[later + classOf[bytes[at + shift]!]!]!;
    if ((next | nextLater) < 0) {
      if (next === unknown || nextLater === unknown) break;
      if (next < 0) {
        next = ~next;
        hitEnds[hits] = at + 1;
        hitStates[hits++] = next;
      }
      if (nextLater < 0) {
        nextLater = ~nextLater;
        laterEnds[laterHits] = at + shift + 1;
        laterStates[laterHits++] = nextLater;
      }
    }
    state = next;
    later = nextLater;
  }
  halves.at = at;
  halves.state = state;
  halves.later = later;
  halves.hits = hits;
  halves.laterHits = laterHits;
}

/** Runs the automaton over bytes `[from, to)` and notes where something ends. */
export function runAutomaton({ automaton }: Engine, work: Workspace, from: number, to: number): void {
  const length = to - from > 4 * settleBytes ? (to - from + settleBytes + 1) >> 1 : to - from;
  const { bytes } = work;
  const shift = to - length - from;
  const middle = from + length;
  const halves: Halves = { middle, shift, at: from, state: automaton.start, later: automaton.start, hits: 0, laterHits: 0 };
  for (;;) {
    runHalves(automaton, work, halves);
    if (halves.at >= middle) break;
    automaton.learn(halves.state, bytes[halves.at] ?? 0);
    automaton.learn(halves.later, bytes[halves.at + shift] ?? 0);
  }
  work.hits = joinHits(work, halves.hits, halves.laterHits, middle);
  // The end of the text ends a word, as a line break would.
  const last = automaton.learn(halves.later, lineEnd);
  if (to === bytes.length && last < 0) {
    work.hitEnds[work.hits] = to + 1;
    work.hitStates[work.hits++] = ~last;
  }
}

/** Puts the hits of the second half behind those of the first; where they overlap, the first half knows more. */
function joinHits(work: Workspace, hits: number, laterHits: number, middle: number): number {
  let first = 0;
  while (first < laterHits && (work.laterEnds[first] ?? 0) <= middle) first++;
  work.hitEnds.set(work.laterEnds.subarray(first, laterHits), hits);
  work.hitStates.set(work.laterStates.subarray(first, laterHits), hits);
  return hits + laterHits - first;
}

/** Last cell that starts at or before a byte; -1 if there is none. */
export function cellAt(cells: Cells, byte: number): number {
  let low = 0;
  let high = cells.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells.starts[middle] ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Bytes of the longest character: a closing border is one. */
const longestBorder = 4;

/** Sorts the hits into terms and anchors. What crosses a cell is dropped. */
export function placeHits(engine: Engine, work: Workspace): void {
  const { endsOf, stride } = engine.automaton;
  const ends = engine.automaton.ends.list;
  const { terms: list } = engine.vocabulary;
  const { bytes, cells, terms, anchors, found } = work;
  // A multiplication is cheaper than a division, and the half makes up for its rounding.
  const perStride = 1 / stride;
  terms.count = 0;
  anchors.count = 0;
  let cell = cells === null ? -1 : cellAt(cells, work.hitEnds[0] ?? 0);
  for (let hit = 0; hit < work.hits; hit++) {
    const end = work.hitEnds[hit] ?? 0;
    let past = 0;
    if (cells !== null) {
      while (cell + 1 < cells.count && (cells.starts[cell + 1] ?? 0) < end) cell++;
      if (cell < 0) continue;
      past = end - (cells.ends[cell] ?? 0);
      if (past > longestBorder) continue;
    }
    const id = ((work.hitStates[hit] ?? 0) * perStride + 0.5) | 0;
    const entry = endsOf[id] ?? 0;
    const firstTerm = entry + 2 + (ends[entry] ?? 0);
    if (past <= 0) for (let at = entry + 2; at < firstTerm; at++) placeAnchor(work, ends[at] ?? 0, end, cell);
    const last = firstTerm + (ends[entry + 1] ?? 0);
    for (let at = firstTerm; at < last; at++) {
      const term = ends[at] ?? 0;
      const known = list[term];
      if (known !== undefined && resolveTerm(bytes, known, end, found)) placeTerm(work, term, cell);
    }
  }
}

function placeAnchor({ anchors, terms }: Workspace, anchor: number, end: number, cell: number): void {
  const offset = addRow(anchors);
  anchors.data[offset + anchorRow.anchor] = anchor;
  anchors.data[offset + anchorRow.at] = end;
  anchors.data[offset + anchorRow.cell] = cell;
  anchors.data[offset + anchorRow.terms] = terms.count;
}

/** Notes the term just resolved, if it lies in one cell. */
function placeTerm({ cells, terms, found }: Workspace, term: number, hitCell: number): void {
  let cell = hitCell;
  // A closing border may already belong to the next cell.
  if (cells !== null) {
    while (cell > 0 && (cells.starts[cell] ?? 0) >= found.end) cell--;
    if (found.start < (cells.starts[cell] ?? 0) || found.end > (cells.ends[cell] ?? 0)) return;
  }
  const offset = addRow(terms);
  terms.data[offset + termRow.term] = term;
  terms.data[offset + termRow.start] = found.start;
  terms.data[offset + termRow.end] = found.end;
  terms.data[offset + termRow.cell] = cell;
}
