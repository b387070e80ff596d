/** One sheet of a workbook as rows of cells. */
import { plainHeader } from './sheet-blocks.ts';
import { formatNumber } from './sheet-numbers.ts';
import type { NumberStyle } from './sheet-numbers.ts';
import type { TableRow } from '../table-rows.ts';
import type { XmlHandler } from './xml-events.ts';

export interface Workbook {
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly is1904: boolean;
  readonly maxCellBytes: number;
  /** Cells whose shared text is not there. */
  missing: number;
  /** True where a text was longer than a cell may be: what follows was read as a cell of its own. */
  hasLongCell: boolean;
}

const plain: NumberStyle = { kind: 'plain' };
/** What the programs themselves allow. */
const maxColumns = 16_384;

/** Column of a reference (`AB12`), from 0; -1 where it has none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const digit = (character.codePointAt(0) ?? 0) & ~0x20;
    if (digit < 65 || digit > 90) break;
    column = column * 26 + digit - 64;
    if (column > maxColumns) return -1;
  }
  return column - 1;
}

const rowOf = (reference: string): number => Number(/\d+$/u.exec(reference)?.[0] ?? 0);

/** Characters a program could not write in XML stand as `_x000D_`. */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : text;
}

function textOf(book: Workbook, type: string, style: string, value: string): string {
  if (type === 's') {
    const text = book.texts[Number(value)];
    if (text === undefined) book.missing++;
    return text ?? '';
  }
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd' || type === 'e' || type === 'str' || type === 'inlineStr') return value;
  return formatNumber(value, book.styles[Number(style)] ?? plain, book.is1904);
}

const besides = new Set(['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']);

const wanted = new Set(['r', 't', 's']);

/** A handler that gives the rows of a sheet as they end, and the texts that stand beside them (headers and footers of the print). */
export function readSheetXml(
  book: Workbook,
  onRow: (row: TableRow) => void,
  onBeside: (name: string, text: string) => void,
): XmlHandler {
  let row = 0;
  let column = -1;
  let cells: [number, string][] = [];
  let type = 'n';
  let style = '';
  let value = '';
  let isValue = false;
  let isPhonetic = false;

  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const named = columnOf(attributes['r'] ?? '');
    if (cells.length === 0 && row === 0) row = rowOf(attributes['r'] ?? '') || 1;
    column = named === -1 ? column + 1 : named;
    type = attributes['t'] ?? 'n';
    style = attributes['s'] ?? '';
    value = '';
  };
  const closeCell = (): void => {
    const text = unescapeText(textOf(book, type, style, value));
    if (text.trim() !== '') cells.push([column, text]);
  };
  return {
    wanted,
    open(name, attributes) {
      if (name === 'c') openCell(attributes);
      else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'row') {
        row = Number(attributes['r']) || row + 1;
        column = -1;
        cells = [];
      } else if (besides.has(name)) {
        value = '';
        isValue = true;
      }
    },
    text(data) {
      if (!isValue || isPhonetic) return;
      value += data;
      if (value.length <= book.maxCellBytes) return;
      book.hasLongCell = true;
      cells.push([column, unescapeText(value)]);
      value = '';
    },
    close(name) {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'row') onRow({ row, cells });
      else if (besides.has(name)) {
        isValue = false;
        onBeside('header or footer', plainHeader(value));
      }
    },
  };
}
