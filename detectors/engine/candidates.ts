/** Looks at candidates: calls the detectors' own checks and notes what speaks for and against each value. */
import { noMatch } from '../confidence.ts';
import { type Look, trait } from '../define.ts';
import { type Engine, use } from './compile.ts';
import { isCountered, isNear, isSaying, readContext } from './context.ts';
import { fieldDenies, fieldMaySay, fieldOfOrganisation, fieldSays } from './field-names.ts';
import { general } from './vocabulary.ts';
import { addRow, anchorRow, matchRow, termRow, type Workspace } from './workspace.ts';

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
  if (cell < 0) return 0;
  return work.plan.flags[work.cells?.fields[cell] ?? 0]?.[detector] ?? 0;
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

/** Adds what the field's name says. */
function readField(work: Workspace, cell: number, detector: number): void {
  const flags = fieldFlags(work, cell, detector);
  const { found } = work;
  if ((flags & fieldOfOrganisation) !== 0 && (found.traits & trait.institutional) !== 0) found.traits |= trait.organisation;
  if ((flags & fieldSays) !== 0) found.traits |= trait.fieldName;
  else if ((flags & fieldDenies) !== 0) found.traits |= trait.counterEvidence;
}

/** Calls a detector's own code; one that throws is reported once and left out for the rest of the scan. */
export function attempt(engine: Engine, work: Workspace, index: number, looks: readonly (Look | null)[]): boolean {
  const look = looks[index] ?? null;
  if (look === null || work.failed[index] === 1) return false;
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
    if (((engine.uses[term] ?? 0) & use.label) === 0) continue;
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
      if (isBehind && isCountered(engine, work, detector, index)) continue;
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
