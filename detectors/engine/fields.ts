/** Cells whose field says what they hold: the name is evidence, and every plausible value a match. */
import { trait } from '../define.ts';
import { addMatch, checkCell, firstByte } from './candidates.ts';
import type { Engine } from './compile.ts';
import { fieldMarks, fieldSays } from './field-names.ts';
import { cellAt } from './pass.ts';
import { foldWords, isArabic, isLatin, symbolOf } from './symbols.ts';
import { matchRow, type Workspace } from './workspace.ts';

/** Values that say there is nothing to say. */
const emptyValues = new Set(
  [
    '',
    'non',
    'no',
    'n',
    'false',
    'faux',
    'null',
    'nil',
    'none',
    'n a',
    'na',
    'neant',
    'aucun',
    'aucune',
    'ras',
    'r a s',
    'inconnu',
    'unknown',
    'sans',
    'vide',
    '0',
    '00',
    '0 0',
    '0 00',
    'لا',
    'لا شيء',
    'لاشيء',
    'بدون',
    'غير معروف',
    'undefined',
    'non renseigne',
  ].map(foldWords),
);

const decoder = new TextDecoder();
const longestFlag = 24;

/** Byte after the last byte of a cell that is no space. */
function lastByte({ cells, bytes }: Workspace, cell: number, start: number): number {
  let end = cells?.ends[cell] ?? start;
  while (end > start && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return end;
}

/** True for a value that tells something: not empty, not a "no" and, where words are expected, at least two letters. */
function isPlausible(work: Workspace, start: number, end: number, needsWords: boolean): boolean {
  if (end - start > longestFlag) return true;
  const text = decoder.decode(work.bytes.subarray(start, end));
  const folded = foldWords(text);
  if (folded === '') return !needsWords && /[+✓✔]/u.test(text);
  if (emptyValues.has(folded)) return false;
  if (!needsWords) return true;
  let letters = 0;
  for (const character of text) {
    const symbol = symbolOf(character.codePointAt(0) ?? 0);
    if (isLatin(symbol) || isArabic(symbol)) letters++;
  }
  return letters >= 2;
}

/** Goes along the matches that a detector's anchors gave, so that no cell is told twice. */
function makeTaken(work: Workspace, detector: number): (start: number, end: number) => boolean {
  const { data, columns } = work.matches;
  const count = work.matches.count;
  let index = 0;
  return (start, end) => {
    while (
      index < count &&
      (data[index * columns + matchRow.detector] !== detector || (data[index * columns + matchRow.start] ?? 0) < start)
    )
      index++;
    return index < count && (data[index * columns + matchRow.start] ?? 0) < end;
  };
}

function readCells(engine: Engine, work: Workspace, detector: number, [from, to]: readonly [number, number]): void {
  const { cells, fields, found } = work;
  if (cells === null) return;
  const known = engine.detectors[detector];
  const isValue = known?.kind === 'value';
  const isTaken = isValue ? makeTaken(work, detector) : null;
  for (let cell = Math.max(0, cellAt(cells, from)); cell < cells.count && (cells.starts[cell] ?? 0) < to; cell++) {
    const flags = fields[cells.fields[cell] ?? 0]?.[detector] ?? 0;
    if ((flags & (fieldSays | fieldMarks)) === 0) continue;
    if (isTaken?.(cells.starts[cell] ?? 0, cells.ends[cell] ?? 0) === true) continue;
    if (isValue) {
      checkCell(engine, work, detector, cell);
      continue;
    }
    const start = firstByte(work, cell);
    const end = lastByte(work, cell, start);
    if (start >= end || !isPlausible(work, start, end, (flags & fieldMarks) === 0)) continue;
    found.start = start;
    found.end = end;
    found.traits = trait.fieldName;
    addMatch(engine, work, detector, -1);
  }
}

/** Looks at the cells that begin in `[from, to)` for every detector that some field name speaks of. */
export function checkFields(engine: Engine, work: Workspace, from: number, to: number): void {
  if (work.cells === null || work.fields.length === 0) return;
  for (let detector = 0; detector < engine.detectors.length; detector++) {
    const known = engine.detectors[detector];
    if (known?.kind === 'value' && known.readCell === undefined) continue;
    if (work.fields.some((flags) => ((flags[detector] ?? 0) & (fieldSays | fieldMarks)) !== 0))
      readCells(engine, work, detector, [from, to]);
  }
}

/** Reads the names of all fields; empty where none of them says anything. */
export function readFieldNames(engine: Engine, names: readonly string[]): readonly Uint8Array[] {
  const flags = names.map((name) => engine.fields.read(name));
  return flags.some((one) => one.some((flag) => flag !== 0)) ? flags : [];
}
