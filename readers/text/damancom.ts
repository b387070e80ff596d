/**
 * Declarations of wages to the CNSS (DAMANCOM, e-BDS): lines of 260 characters without separators. Only what several programs
 * agree on is taken apart: affiliate, period, insured person and name, and a CIN where one stands behind the name. The rest of a
 * line is one cell.
 */
import { addCell, createCellBuffer } from '../cells.ts';
import type { CellBuffer } from '../cells.ts';
import type { TextFormat } from '../contract.ts';
import { createFieldNames } from '../field-names.ts';
import type { FieldNames } from '../field-names.ts';
import { openText } from '../text-stream.ts';
import { readTokens } from '../token-blocks.ts';
import type { Tokens } from '../token-blocks.ts';

const lineFeed = 0x0a;
const lineLength = 260;
const recordType = /^(?:A0[0-3]|B0[0-6]|E0[0-6])/u;

interface Column {
  readonly name: string;
  /** Characters. */
  readonly width: number;
  /** What stands there if it is that column. */
  readonly shape: RegExp;
}
const columns: readonly Column[] = [
  { name: 'num_affilie_cnss', width: 7, shape: /^\d{7}$/u },
  { name: 'periode', width: 6, shape: /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/u },
  { name: 'num_assure_cnss', width: 9, shape: /^(?:\d{9}| {9})$/u },
  { name: 'nom', width: 30, shape: /^[^\d]{30}$/u },
  { name: 'prenom', width: 30, shape: /^[^\d]{30}$/u },
];
const cin: Column = { name: 'num_cin', width: 8, shape: /^[A-Z]{1,2}\d{1,7} *$/u };

interface Run {
  readonly cells: CellBuffer;
  readonly names: FieldNames;
  readonly key: { field: number; record: number };
}

/** Offset of the `count`th code point from `start`; widths are characters, which take one byte or more. */
function moveOn(bytes: Uint8Array, start: number, count: number, end: number): number {
  let at = start;
  for (let left = count; left > 0 && at < end; left--) {
    at++;
    while (at < end && (bytes[at]! & 0xc0) === 0x80) at++;
  }
  return at;
}

const textOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');

function addColumn(run: Run, bytes: Uint8Array, range: { readonly start: number; readonly end: number }, name: string): void {
  let { start, end } = range;
  while (start < end && bytes[start] === 0x20) start++;
  while (end > start && bytes[end - 1] === 0x20) end--;
  run.key.field = run.names.add(name);
  addCell(run.cells, start, end, run.key);
}

function readLine(run: Run, bytes: Uint8Array, start: number, end: number): void {
  const type = textOf(bytes, start, Math.min(end, start + 3));
  const isRecord = recordType.test(type);
  let at = isRecord ? start + 3 : start;
  const take = ({ name, width, shape }: Column): boolean => {
    const next = moveOn(bytes, at, width, end);
    if (!shape.test(textOf(bytes, at, next))) return false;
    addColumn(run, bytes, { start: at, end: next }, `${type}.${name}`);
    at = next;
    return true;
  };
  // A column out of shape ends what is known of the line.
  if (isRecord && columns.every(take)) take(cin);
  addColumn(run, bytes, { start: at, end }, isRecord ? `${type}.reste` : 'reste');
  run.key.record++;
}

function tokeniseLines(run: Run, bytes: Uint8Array, isEnded: boolean): number {
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(lineFeed, at);
    if (found === -1 && !isEnded) break;
    const end = found === -1 ? bytes.length : found;
    const isReturn = end > at && bytes[end - 1] === 0x0d;
    if (end > at) readLine(run, bytes, at, isReturn ? end - 1 : end);
    at = found === -1 ? end : end + 1;
  }
  return at;
}

/** True if the first lines are records of that length. */
function looksLikeDeclaration(text: Uint8Array, isWhole: boolean): boolean {
  const lines = textOf(text, 0, Math.min(text.length, 16 * lineLength)).split(/\r?\n/u);
  const whole = isWhole && text.length < 16 * lineLength ? lines.filter((line) => line !== '') : lines.slice(0, -1);
  return whole.length > 0 && whole.every((line) => recordType.test(line) && [...line].length === lineLength);
}

/** Nothing is escaped. */
const escapes = {
  unescape: (_: Uint8Array, __: number, end: number) => end,
  escapedLength: (_: Uint8Array, __: number, length: number) => length,
};

export const damancomFormat: TextFormat = {
  id: 'damancom',
  recognises: ({ text, isWhole }) =>
    text !== null && recordType.test(textOf(text, 0, Math.min(3, text.length))) && looksLikeDeclaration(text, isWhole),
  async *read(source, limits) {
    const stream = openText(source);
    const run: Run = { cells: createCellBuffer(), names: createFieldNames(), key: { field: 0, record: 0 } };
    const tokens: Tokens = {
      cells: run.cells,
      names: run.names,
      escapes,
      tokenise: (window, isEnded) => tokeniseLines(run, window, isEnded),
    };
    try {
      yield* readTokens(stream, tokens, limits);
    } finally {
      await stream.close();
    }
  },
};
