/** Looks at candidates: calls the detectors' own checks and notes what speaks for and against each value. */
import { noMatch } from '../confidence.ts';
import { type Look, trait } from '../define.ts';
import { isWordByte } from '../digits.ts';
import type { Engine } from './compile.ts';
import { fieldDenies, fieldMaySay, fieldOfOrganisation, fieldSays } from './field-names.ts';
import { general, role } from './vocabulary.ts';
import { addRow, anchorRow, matchRow, termRow, type Workspace } from './workspace.ts';

/** How far before a value a word may stand that says what it is, where its detector does not say. */
const contextReach = 80;
/** How far before a value a word may stand that says it is something else. */
const counterReach = 28;

/** Narrows the window to a cell, or opens it to the whole text. */
export function openWindow(work: Workspace, cell: number, at: number): void {
  const { window, cells, bytes } = work;
  window.bytes = bytes;
  window.at = at;
  window.low = cells === null ? 0 : (cells.starts[cell] ?? 0);
  window.high = cells === null ? bytes.length : (cells.ends[cell] ?? 0);
}

/** Flags of a cell's field for a detector. */
export function fieldFlags(work: Workspace, cell: number, detector: number): number {
  if (cell < 0 || work.fields.length === 0) return 0;
  return work.fields[work.cells?.fields[cell] ?? 0]?.[detector] ?? 0;
}

/** Notes a match, if it is worth one. */
export function addMatch(engine: Engine, work: Workspace, detector: number, term: number): void {
  work.found.traits &= ~trait.institutional;
  const { matches, found } = work;
  const confidence = engine.weights[detector]?.[found.traits] ?? noMatch;
  if (confidence === noMatch) return;
  const offset = addRow(matches);
  matches.data[offset + matchRow.detector] = detector;
  matches.data[offset + matchRow.start] = found.start;
  matches.data[offset + matchRow.end] = found.end;
  matches.data[offset + matchRow.traits] = found.traits;
  matches.data[offset + matchRow.confidence] = confidence;
  matches.data[offset + matchRow.term] = term;
}

/** True if a line that ends at a break leaves something open: it ends with its label, with `:` or with `?`. */
function isOpenLine(bytes: Uint8Array, from: number, end: number): boolean {
  let last = end - 1;
  while (last >= from && (bytes[last] ?? 0) <= 0x20) last--;
  if (bytes[last] === 0x3a || bytes[last] === 0x3f) return true;
  if (bytes[last] === 0x2e && last >= from) return false;
  for (let at = from; at <= last; at++) if (isWordByte(bytes[at] ?? 0) || (bytes[at] ?? 0) >= 0xd8) return false;
  return true;
}

/** True if a full stop and a word of some length begin a new sentence: abbreviations are followed by short words and digits. */
function startsSentence(bytes: Uint8Array, stop: number): boolean {
  let at = stop + 1;
  while (bytes[at] === 0x20) at++;
  const first = bytes[at] ?? 0;
  if (at === stop + 1) return false;
  if (first >= 0xd8 && first <= 0xdb) return true;
  const isLower = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
  return (
    first >= 0x41 && first <= 0x5a && isLower(bytes[at + 1] ?? 0) && isLower(bytes[at + 2] ?? 0) && isLower(bytes[at + 3] ?? 0)
  );
}

/** A value belongs to a word before it in the same sentence; over one line break only where the line is left open, and only the first value. */
function isNear({ bytes }: Workspace, from: number, to: number, isFirst: boolean): boolean {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x0a && (!isFirst || ++breaks > 1 || !isOpenLine(bytes, from, at))) return false;
    if (byte === 0x2e && startsSentence(bytes, at)) return false;
  }
  return true;
}

/** True if a term speaks of a detector's values: a context word, or a field's name before `=` or `:`. */
function isSaying(flags: number, bytes: Uint8Array, end: number): boolean {
  if ((flags & role.context) !== 0) return true;
  if ((flags & role.key) === 0) return false;
  let at = end;
  while (at < end + 3 && (bytes[at] === 0x20 || bytes[at] === 0x22 || bytes[at] === 0x27)) at++;
  return bytes[at] === 0x3d || bytes[at] === 0x3a;
}

/** True if a word had its value already: digits follow it before the label of something else. */
function isSpent(bytes: Uint8Array, end: number, rival: number): boolean {
  for (let at = end; at < rival; at++) if ((bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) return true;
  return false;
}

/** Looks back over the terms met before a value for the nearest that speaks of it, and sets its trait; returns that term or -1. */
function readContext(engine: Engine, work: Workspace, detector: number, [before, cell]: readonly [number, number]): number {
  const { terms, found } = work;
  const { roles } = engine.vocabulary;
  const count = engine.detectors.length;
  const known = engine.detectors[detector];
  const reach = known?.kind === 'value' ? (known.reach ?? contextReach) : contextReach;
  let rival = -1;
  for (let index = before - 1; index >= 0; index--) {
    const offset = index * terms.columns;
    const end = terms.data[offset + termRow.end] ?? 0;
    if (end > found.start) continue;
    const distance = found.start - end;
    if (distance > reach || terms.data[offset + termRow.cell] !== cell) break;
    const term = terms.data[offset + termRow.term] ?? 0;
    const flags = roles[term * count + detector] ?? 0;
    if (isSaying(flags, work.bytes, end) && isNear(work, end, found.start, (work.lastEnds[detector] ?? 0) <= end)) {
      if (rival >= 0 && isSpent(work.bytes, end, rival)) break;
      found.traits |= trait.contextWord;
      return term;
    }
    if (rival < 0 && ((engine.vocabulary.anyRole[term] ?? 0) & role.context) !== 0)
      rival = terms.data[offset + termRow.start] ?? 0;
    if ((flags & role.counter) !== 0 && distance <= counterReach) {
      found.traits |= trait.counterEvidence;
      return -1;
    }
  }
  return readBracket(engine, work, detector, [before, cell]);
}

/** A word in brackets just behind the value: "AB123456 (CIN)". */
function readBracket(engine: Engine, work: Workspace, detector: number, [before, cell]: readonly [number, number]): number {
  const { terms, found, bytes } = work;
  const next = bytes[found.end] === 0x20 ? found.end + 1 : found.end;
  if (bytes[next] !== 0x28) return -1;
  for (let index = before; index < terms.count; index++) {
    const offset = index * terms.columns;
    const start = terms.data[offset + termRow.start] ?? 0;
    if (start > next + 8 || terms.data[offset + termRow.cell] !== cell) return -1;
    const term = terms.data[offset + termRow.term] ?? 0;
    if (start > next && ((engine.vocabulary.roles[term * engine.detectors.length + detector] ?? 0) & role.context) !== 0) {
      found.traits |= trait.contextWord;
      return term;
    }
  }
  return -1;
}

/** Adds what the field's name says. */
function readField(work: Workspace, cell: number, detector: number): void {
  const flags = fieldFlags(work, cell, detector);
  const { found } = work;
  if ((flags & fieldOfOrganisation) !== 0 && (found.traits & trait.institutional) !== 0) found.traits |= trait.organisation;
  if ((flags & fieldSays) !== 0) found.traits |= trait.fieldName;
  else if ((flags & fieldDenies) !== 0) found.traits |= trait.counterEvidence;
}

/** Calls a detector's own code; one that throws is reported once and left out for the rest of the scan. */
function attempt(engine: Engine, work: Workspace, index: number, looks: readonly Look[]): boolean {
  const look = looks[index];
  if (look === undefined || work.failed[index] === 1) return false;
  work.found.traits = 0;
  try {
    return look(work.window, work.found);
  } catch {
    const detector = engine.detectors[index];
    work.failed[index] = 1;
    if (detector !== undefined) work.onFailure?.({ detector: detector.id });
    return false;
  }
}

/** Checks every anchor met. */
export function checkAnchors(engine: Engine, work: Workspace): void {
  const { anchors, found, window, lastEnds } = work;
  const { data, columns, count } = anchors;
  const { owners, ownAnchors } = engine;
  lastEnds.fill(-1);
  for (let offset = 0; offset < count * columns; offset += columns) {
    const anchor = data[offset + anchorRow.anchor] ?? 0;
    const detector = owners[anchor] ?? 0;
    const at = data[offset + anchorRow.at] ?? 0;
    if (at <= (lastEnds[detector] ?? 0)) continue;
    const cell = data[offset + anchorRow.cell] ?? -1;
    openWindow(work, cell, at);
    window.anchor = ownAnchors[anchor] ?? 0;
    if (!attempt(engine, work, detector, engine.checks)) continue;
    const term = readContext(engine, work, detector, [data[offset + anchorRow.terms] ?? 0, cell]);
    lastEnds[detector] = found.end;
    readField(work, cell, detector);
    addMatch(engine, work, detector, term);
  }
}

/** True for a cell of a field that says it holds what a detector looks for, if the detector can read whole cells. */
function isReadWhole(engine: Engine, work: Workspace, index: number, cell: number): boolean {
  return engine.readsCells[index] === 1 && (fieldFlags(work, cell, index) & fieldSays) !== 0;
}

/** Looks behind every word that speaks of a value for the value itself. */
export function checkLabels(engine: Engine, work: Workspace): void {
  const { terms, window, found, lastEnds } = work;
  lastEnds.fill(-1);
  for (let index = 0; index < terms.count; index++) {
    const offset = index * terms.columns;
    const term = terms.data[offset + termRow.term] ?? 0;
    const labelled = engine.labelled[term] ?? [];
    for (let at = 0; at < labelled.length; at++) {
      const detector = labelled[at] ?? 0;
      const cell = terms.data[offset + termRow.cell] ?? -1;
      const end = terms.data[offset + termRow.end] ?? 0;
      // A label inside the value that another label led to leads nowhere else; a cell that is one value is read whole.
      if (end <= (lastEnds[detector] ?? 0) || isReadWhole(engine, work, detector, cell)) continue;
      openWindow(work, cell, end);
      window.anchor = -1;
      const flags = engine.vocabulary.roles[term * engine.detectors.length + detector] ?? 0;
      if (!isSaying(flags, work.bytes, window.at) || !attempt(engine, work, detector, engine.labelReaders)) continue;
      let said = term;
      const isBehind = found.start >= window.at;
      // A title ends no sentence: "M. Benkirane".
      const isTitle = ((engine.vocabulary.terms[term]?.general ?? 0) & general.title) !== 0;
      if (isBehind && !isTitle && !isNear(work, window.at, found.start, true)) continue;
      lastEnds[detector] = found.end;
      if (isBehind) found.traits |= trait.contextWord;
      else said = readContext(engine, work, detector, [index, cell]);
      readField(work, cell, detector);
      addMatch(engine, work, detector, said);
    }
  }
}

/**
 * Looks at a cell whose field says that it holds what a detector looks for, or leaves it to the value; called where the
 * anchors found nothing.
 */
export function checkCell(engine: Engine, work: Workspace, index: number, cell: number): void {
  const isOpen = (fieldFlags(work, cell, index) & fieldMaySay) !== 0;
  openWindow(work, cell, firstByte(work, cell));
  if (work.window.at >= work.window.high || !attempt(engine, work, index, isOpen ? engine.openCellReaders : engine.cellReaders))
    return;
  work.found.traits |= trait.fieldName;
  addMatch(engine, work, index, -1);
}

/** First byte of a cell that is no space. */
export function firstByte({ cells, bytes }: Workspace, cell: number): number {
  let at = cells?.starts[cell] ?? 0;
  const limit = Math.min(cells?.ends[cell] ?? 0, at + 64);
  while (at < limit && (bytes[at] ?? 0) <= 0x20) at++;
  return at;
}
