/** What all kinds of workbooks give beside their cells, and how their cells are placed. */
import type { Block, Unread } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import type { TableStyle } from '../table-rows.ts';
import { unread } from '../unread.ts';

/** How the cells of a sheet are placed; sheets count from 1 in the order of the workbook. */
export function styleOfSheet(number: number): TableStyle {
  return {
    page: number,
    nameOfColumn: (column) => (number === 1 ? `column ${column + 1}` : `sheet ${number} column ${column + 1}`),
    hasReferences: true,
  };
}

/** Names of sheets are written by people, and may name some. */
export function blocksOfSheetNames(names: readonly string[]): AsyncGenerator<Block> {
  return blocksOfProperties(names.filter((name) => name !== '').map((name) => ['sheet', name] as const));
}

/** A comment or link of a cell: its place names the cell. */
export async function* blocksOfCell(name: string, text: string, { page, cell }: { page: number; cell: string }) {
  for await (const block of blocksOfProperties([[name, text]])) {
    const placed: Block = { ...block, place: (start, end) => ({ ...block.place(start, end), page, cell }) };
    yield placed;
  }
}

/** The text of a header or footer of the print without instructions of layout (`&C&"Arial"&12`). */
export function plainHeader(text: string): string {
  return text.replaceAll(/&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[A-Z])/gu, ' ').trim();
}

/** What to say of cells whose shared text is not there; nothing if there are none. */
export function explainMissing(cells: number): Unread[] {
  return cells === 0 ? [] : [unread('MALFORMED_FILE', `cells whose text is not in the workbook: ${cells}`)];
}

/** What to say of a cell that was cut; nothing of it is lost. */
export const longCell = unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', 'a cell longer than is held at once was read in parts');
