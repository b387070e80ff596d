/** Words around a value that say what it is, or that it is something else. */
import { trait } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { contextReach, type Engine } from './compile.ts';
import { role } from './vocabulary.ts';
import { termRow, type Workspace } from './workspace.ts';

/** How far before a value a word may stand that says it is something else. */
const counterReach = 28;

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
export function isNear({ bytes }: Workspace, from: number, to: number, isFirst: boolean): boolean {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x0a && (!isFirst || ++breaks > 1 || !isOpenLine(bytes, from, at))) return false;
    if (byte === 0x2e && startsSentence(bytes, at)) return false;
  }
  return true;
}

/** True if a term speaks of a detector's values: a context word, or a field's name before `=` or `:`. */
export function isSaying(flags: number, bytes: Uint8Array, end: number): boolean {
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

/** True if a word that speaks against values numbers its line, or its line ends, before a value begins: "Article 5 : …". */
function isOver(bytes: Uint8Array, end: number, start: number): boolean {
  let isNumbered = false;
  for (let at = end; at < start; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a || (byte === 0x3a && isNumbered)) return true;
    isNumbered ||= byte >= 0x30 && byte <= 0x39;
  }
  return false;
}

/** Looks back over the terms met before a value for the nearest that speaks of it, and sets its trait; returns that term or -1. */
export function readContext(
  engine: Engine,
  work: Workspace,
  detector: number,
  [before, cell]: readonly [number, number],
): number {
  const { terms, found } = work;
  const { roles } = engine.vocabulary;
  const count = engine.detectors.length;
  const reach = engine.reaches[detector] ?? contextReach;
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
    if ((flags & role.counter) !== 0 && distance <= counterReach && !isOver(work.bytes, end, found.start)) {
      found.traits |= trait.counterEvidence;
      return -1;
    }
  }
  return readBehind(engine, work, detector, [before, cell]);
}

/** How far behind a value a word may begin that says what it was. */
const behindReach = 20;

/** True if a word behind a value is not the label of another: no digits and no colon follow in its sentence. */
function isLast(bytes: Uint8Array, end: number): boolean {
  const limit = Math.min(bytes.length, end + contextReach);
  for (let at = end; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a || byte === 0x29) return true;
    if (byte === 0x3a || byte === 0x3d || (byte >= 0x30 && byte <= 0x39 && !isWordByte(bytes[at - 1] ?? 0))) return false;
  }
  return true;
}

/** A word just behind the value: "AB123456 (CIN)", "06… c'est mon numéro". */
function readBehind(engine: Engine, work: Workspace, detector: number, [before, cell]: readonly [number, number]): number {
  const { terms, found, bytes } = work;
  // What its form tells needs no word.
  if ((found.traits & trait.telling) !== 0) return -1;
  for (let index = before; index < terms.count; index++) {
    const offset = index * terms.columns;
    const start = terms.data[offset + termRow.start] ?? 0;
    if (start > found.end + behindReach || terms.data[offset + termRow.cell] !== cell) return -1;
    if (start <= found.end) continue;
    const term = terms.data[offset + termRow.term] ?? 0;
    const flags = engine.vocabulary.roles[term * engine.detectors.length + detector] ?? 0;
    if ((flags & role.counter) !== 0) return -1;
    if ((flags & role.context) === 0) continue;
    if (!isNear(work, found.end, start, false) || !isLast(bytes, terms.data[offset + termRow.end] ?? 0)) return -1;
    found.traits |= trait.contextWord;
    return term;
  }
  return -1;
}

/** True if a word between a label and the value behind it says that it is something else: "carte de séjour". */
export function isCountered(engine: Engine, work: Workspace, detector: number, label: number): boolean {
  const { terms, found } = work;
  for (let index = label + 1; index < terms.count; index++) {
    const offset = index * terms.columns;
    const end = terms.data[offset + termRow.end] ?? 0;
    if (end > found.start) return false;
    const flags = engine.vocabulary.roles[(terms.data[offset + termRow.term] ?? 0) * engine.detectors.length + detector] ?? 0;
    if ((flags & role.counter) !== 0 && found.start - end <= counterReach && !isOver(work.bytes, end, found.start)) return true;
  }
  return false;
}
