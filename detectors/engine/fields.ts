/** Cells whose field says what they hold: the name is evidence, and every plausible value a match. */
import { trait } from '../define.ts';
import { addMatch, checkCell, fieldFlags, firstByte } from './candidates.ts';
import type { Engine } from './compile.ts';
import { fieldMarks } from './field-names.ts';
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
    'vierge',
    'casier vierge',
    'rien a signaler',
    'لا يوجد',
    'لا توجد',
    'لا سوابق',
    'بدون سوابق',
    'خال',
    'خالي',
    'سليم',
    'سليمة',
    'غير متوفر',
    'walo',
    'walou',
    'makaynch',
    'ma kaynch',
    'la',
    // What a service says of its own health.
    'ok',
    'up',
    'down',
    'green',
    'grey',
    'gray',
    'healthy',
    'unhealthy',
    // Names of types: their field defines what others hold.
    'string',
    'structure',
    'object',
    'list',
    'boolean',
    'integer',
    'array',
    'varchar',
    'enum',
  ].map(foldWords),
);

/** An identifier of a program, as `InferICD10CM`: letters and digits with a capital inside. */
const identifier = /^\p{Lu}[\p{L}\d]*\p{Ll}\p{Lu}[\p{L}\d]{3,}$/u;

const decoder = new TextDecoder();
const longestFlag = 40;

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
  if (emptyValues.has(folded) || identifier.test(text)) return false;
  if (!needsWords) return true;
  let letters = 0;
  for (const character of text) {
    const symbol = symbolOf(character.codePointAt(0) ?? 0);
    if (isLatin(symbol) || isArabic(symbol)) letters++;
  }
  return letters >= 2;
}

/** True if a detector's anchors gave a match in a cell, so that it is not told twice. Cells are asked for in their order. */
function isTaken(work: Workspace, detector: number, cell: number, count: number): boolean {
  const { matches, cursors, cells } = work;
  const { data, columns } = matches;
  const start = cells?.starts[cell] ?? 0;
  let index = cursors[detector] ?? 0;
  while (
    index < count &&
    (data[index * columns + matchRow.detector] !== detector || (data[index * columns + matchRow.start] ?? 0) < start)
  )
    index++;
  cursors[detector] = index;
  return index < count && (data[index * columns + matchRow.start] ?? 0) < (cells?.ends[cell] ?? 0);
}

/** Reads a cell for a detector of words that its field speaks of. */
function checkWord(engine: Engine, work: Workspace, detector: number, cell: number): void {
  const { found } = work;
  const start = firstByte(work, cell);
  const end = lastByte(work, cell, start);
  if (start >= end || !isPlausible(work, start, end, (fieldFlags(work, cell, detector) & fieldMarks) === 0)) return;
  found.start = start;
  found.end = end;
  found.traits = trait.fieldName;
  addMatch(engine, work, detector, -1);
}

/** Looks at the cells that are open for every detector that their field's name speaks of. The first `settled` matches are of others. */
export function checkFields(engine: Engine, work: Workspace, settled: number): void {
  const { cells, open } = work;
  if (cells === null) return;
  const { readers } = work.plan;
  const count = work.matches.count;
  work.cursors.fill(settled);
  for (let at = 0; at < open.count; at++) {
    const cell = open.data[at] ?? 0;
    const detectors: readonly number[] = readers[cells.fields[cell] ?? 0] ?? [];
    for (let index = 0; index < detectors.length; index++) {
      const detector = detectors[index] ?? 0;
      if (engine.isValue[detector] === 0) checkWord(engine, work, detector, cell);
      else if (!isTaken(work, detector, cell, count)) checkCell(engine, work, detector, cell);
    }
  }
}
