/** The one pass: stretches of bytes through the automaton, then hits to terms and anchors at their places. */
import type { Cells } from '../contract.ts';
import { type Automaton, unknown } from './automaton.ts';
import type { Engine } from './compile.ts';
import { resolveTerm } from './borders.ts';
import { addRow, anchorRow, type Rows, stretchRow, termRow, type Workspace } from './workspace.ts';

const lineEnd = 0x0a;

/** Bytes after which the automaton's state no longer depends on where it was started: more than any term or anchor spans. */
const settleBytes = 512;

/** One of two chains of lookups: where it is and in which state, where it must stop, in which stretch, and how many hits it has. */
interface Lane {
  at: number;
  state: number;
  stop: number;
  stretch: number;
  hits: number;
}

/**
 * The hot loop: one lookup a byte, in two lanes side by side, because each lookup waits for the one before it and two chains
 * wait at the same time. Ends before a move that is not known yet, so that the table is a constant in here.
 */
function runLanes({ moves, classOf }: Automaton, work: Workspace, [first, second]: readonly [Lane, Lane], stop: number): void {
  const { bytes, hitEnds, hitStates, laterEnds, laterStates } = work;
  const shift = second.at - first.at;
  let { at, state, hits } = first;
  let { state: later, hits: laterHits } = second;
  for (; at < stop; at++) {
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
  first.at = at;
  first.state = state;
  first.hits = hits;
  second.at = at + shift;
  second.state = later;
  second.hits = laterHits;
}

/** Where the second lane begins, and the byte up to which the first one knows more. */
interface Deal {
  readonly stretch: number;
  readonly at: number;
  readonly middle: number;
}

/** Deals the stretches out, half of their bytes to each lane; all to the first where they are few. */
function dealStretches({ data, columns, count }: Rows): Deal {
  const fromOf = (stretch: number): number => data[stretch * columns + stretchRow.from] ?? 0;
  const lengthOf = (stretch: number): number => (data[stretch * columns + stretchRow.to] ?? 0) - fromOf(stretch);
  let left = settleBytes + 1;
  for (let stretch = 0; stretch < count; stretch++) left += lengthOf(stretch);
  left >>= 1;
  if (left <= 2.5 * settleBytes) return { stretch: count, at: 0, middle: Infinity };
  let stretch = 0;
  for (; left > lengthOf(stretch); stretch++) left -= lengthOf(stretch);
  const from = fromOf(stretch);
  return left <= settleBytes
    ? { stretch, at: from, middle: from }
    : { stretch, at: from + left - settleBytes, middle: from + left };
}

/** Brings a lane that has come to its stop to the next stretch; false if there is none before `limit`. */
function goOn(lane: Lane, { data, columns, count }: Rows, limit: number, start: number): boolean {
  if (lane.at < lane.stop) return true;
  const offset = (lane.stretch + 1) * columns;
  const from = data[offset + stretchRow.from] ?? 0;
  if (lane.stretch + 1 >= count || from >= limit) return false;
  lane.stretch++;
  lane.at = from;
  lane.stop = Math.min(data[offset + stretchRow.to] ?? 0, limit);
  lane.state = start;
  return true;
}

/** Runs the automaton over the stretches and notes where something ends. */
export function runAutomaton({ automaton }: Engine, work: Workspace): void {
  const { bytes, stretches } = work;
  const { start } = automaton;
  const deal = dealStretches(stretches);
  const first: Lane = { at: 0, state: start, stop: 0, stretch: -1, hits: 0 };
  const second: Lane = { at: 0, state: start, stop: 0, stretch: deal.stretch - 1, hits: 0 };
  if (goOn(second, stretches, Infinity, start)) second.at = deal.at;
  for (;;) {
    const hasFirst = goOn(first, stretches, deal.middle, start);
    const hasSecond = goOn(second, stretches, Infinity, start);
    if (!hasFirst && !hasSecond) break;
    // A lane that is through runs along with the other, and what it meets is written over.
    const lanes = [
      hasFirst ? first : { ...second, hits: first.hits },
      hasSecond ? second : { ...first, hits: second.hits },
    ] as const;
    const stop = lanes[0].at + Math.min(lanes[0].stop - lanes[0].at, lanes[1].stop - lanes[1].at);
    runLanes(automaton, work, lanes, stop);
    if (lanes[0].at === stop) continue;
    for (const { state, at } of lanes) automaton.learn(state, bytes[at] ?? 0);
  }
  work.hits = joinHits(work, first.hits, second.hits, deal.middle);
  endText(automaton, work, deal.stretch < stretches.count ? second : first);
}

/** The end of the text ends a word, as a line break would. */
function endText(automaton: Automaton, work: Workspace, { at, state }: Lane): void {
  if (at !== work.bytes.length || work.stretches.count === 0) return;
  const last = automaton.learn(state, lineEnd);
  if (last >= 0) return;
  work.hitEnds[work.hits] = at + 1;
  work.hitStates[work.hits++] = ~last;
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
