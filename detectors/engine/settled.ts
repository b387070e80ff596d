/**
 * Cells that are one value in its usual form, in a field whose name says so. A detector tells them at a glance
 * (`usual`); they are matches, and neither the automaton nor anything behind it looks at them.
 */
import { confidences } from '../contract.ts';
import { trait } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { mayHoldTerm } from './beginnings.ts';
import { addMatch, attempt, openWindow } from './candidates.ts';
import type { Engine } from './compile.ts';
import { nobody } from './field-plan.ts';
import { cellAt } from './pass.ts';
import { addRow, stretchRow, type Workspace } from './workspace.ts';

const least = confidences.indexOf('high');

/**
 * True if a detector tells a cell at a glance. Its match fills the cell and is at least `high`, so that no value within it could
 * stay beside it, and no word can be a match of its own.
 */
function settle(engine: Engine, work: Workspace, cell: number, settler: number): boolean {
  openWindow(work, cell, 0);
  const { window, found, bytes } = work;
  window.at = window.low;
  // Where a letter or digit touches the cell, what it begins with is not seen as a beginning.
  const before = window.low > 0 ? bytes[window.low - 1]! : 0x20;
  if (before >= 0x80 || isWordByte(before) || !attempt(engine, work, settler, engine.usualReaders)) return false;
  if (found.start !== window.low || found.end !== window.high) return false;
  found.traits |= trait.fieldName;
  const confidence = engine.weights[settler]?.[found.traits & ~trait.institutional] ?? 0;
  const hasWords = engine.hasWords[settler] === 1;
  if (confidence < least || (hasWords && mayHoldTerm(engine.beginnings, bytes, found.start, found.end))) return false;
  addMatch(engine, work, settler, -1);
  return true;
}

/** First byte of the character before a cell, which may be the border of a word or an anchor. */
function borderBefore(bytes: Uint8Array, start: number): number {
  let at = Math.max(0, start - 1);
  while (at > 0 && start - at < 4 && (bytes[at]! & 0xc0) === 0x80) at--;
  return at;
}

/** Byte after the character behind a cell. */
function borderBehind(bytes: Uint8Array, end: number): number {
  let at = Math.min(bytes.length, end + 1);
  while (at < bytes.length && at - end < 4 && (bytes[at]! & 0xc0) === 0x80) at++;
  return at;
}

function addStretch({ stretches }: Workspace, from: number, to: number): void {
  const offset = addRow(stretches);
  stretches.data[offset + stretchRow.from] = from;
  stretches.data[offset + stretchRow.to] = to;
}

/**
 * Settles what it can of the cells that reach into `[low, high)`. What lies between settled cells are the stretches that the
 * automaton runs over, and those of the cells in them that are read whole are listed as open.
 */
export function settleCells(engine: Engine, work: Workspace, low: number, high: number): void {
  const { bytes, cells, open, plan } = work;
  open.count = 0;
  work.stretches.count = 0;
  let from = low;
  let isOpen = true;
  let lastEnd = cells === null || plan.flags.length === 0 ? high : -1;
  if (cells !== null && lastEnd < 0) {
    const { starts, ends, fields, count } = cells;
    for (let cell = Math.max(0, cellAt(cells, low)); cell < count && starts[cell]! < high; cell++) {
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (end <= start) continue;
      const field = fields[cell]!;
      const settler = plan.settlers[field] ?? nobody;
      if (settler !== nobody && settle(engine, work, cell, settler)) {
        if (isOpen && lastEnd >= 0) addStretch(work, from, borderBehind(bytes, lastEnd));
        isOpen = false;
        continue;
      }
      if (!isOpen) from = borderBefore(bytes, start);
      isOpen = true;
      lastEnd = end;
      if (plan.readers[field]?.length === 0) continue;
      const offset = addRow(open);
      open.data[offset] = cell;
    }
  }
  if (isOpen && lastEnd >= 0) addStretch(work, from, high);
}
