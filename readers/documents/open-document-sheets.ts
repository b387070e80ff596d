/** Sheets of OpenDocument: rows and cells are written once and repeated by number. */
import type { Block } from '../contract.ts';
import { styleOfSheet } from './sheet-blocks.ts';
import { createTable, lettersOf } from '../table-rows.ts';
import type { Table, TableContext } from '../table-rows.ts';
import type { Attributes, XmlHandler } from './xml-events.ts';

const maxColumns = 16_384;
/** Rows repeated to fill a sheet down to its end are empty; more than this of a filled row says nothing new. */
const maxRepeated = 1000;

function repeatOf(attributes: Attributes, name: string): number {
  return Math.max(1, Number(attributes[name] ?? 1) || 1);
}

/** White space that the markup writes as elements; null for other elements. */
export function spaceOf(name: string, attributes: Attributes): string | null {
  if (name === 's') return ' '.repeat(Math.min(1000, repeatOf(attributes, 'c')));
  if (name === 'tab') return '\t';
  return name === 'line-break' ? '\n' : null;
}

/** The value of a cell where it says more than its text: an exact date, all digits of a number. */
function exactText(shown: string, attributes: Attributes): string {
  const type = attributes['value-type'];
  if (shown === '') return attributes['date-value'] ?? attributes['string-value'] ?? attributes['value'] ?? '';
  if (type === 'date') return attributes['date-value'] ?? shown;
  return type === 'float' && /e\+|#{3}/iu.test(shown) ? (attributes['value'] ?? shown) : shown;
}

/** A comment, placed at the cell it speaks of; sheets count from 1. */
export interface SheetComment {
  readonly page: number;
  readonly cell: string;
  readonly text: string;
}

interface Reading {
  readonly context: TableContext;
  readonly ready: Block[];
  table: Table | null;
  sheet: number;
  row: number;
  repeatedRows: number;
  column: number;
  repeatedCells: number;
  cells: [number, string][];
  cell: { readonly attributes: Attributes; text: string } | null;
  annotation: string | null;
  paragraphs: number;
}

function add(reading: Reading, data: string): void {
  if (reading.annotation !== null) reading.annotation += data;
  else if (reading.cell !== null) reading.cell.text += data;
}

function openTable(reading: Reading): void {
  reading.sheet++;
  reading.row = 0;
  reading.table = createTable(reading.context, styleOfSheet(reading.sheet));
}

function closeTable({ table, ready }: Reading): void {
  table?.end();
  ready.push(...(table?.take() ?? []));
}

function closeCell(reading: Reading): void {
  const { cell, cells, column, repeatedCells } = reading;
  const text = cell === null ? '' : exactText(cell.text.trim(), cell.attributes);
  const last = text === '' ? column : Math.min(maxColumns, column + repeatedCells);
  for (let at = column; at < last; at++) cells.push([at, text]);
  reading.column += repeatedCells;
  reading.cell = null;
}

function closeRow({ cells, repeatedRows, row, table, ready }: Reading): void {
  const rows = cells.length === 0 ? 0 : Math.min(repeatedRows, maxRepeated);
  for (let i = 0; i < rows; i++) table?.add({ row: row + i + 1, cells });
  ready.push(...(table?.take() ?? []));
}

function open(reading: Reading, name: string, attributes: Attributes): void {
  const space = spaceOf(name, attributes);
  if (space !== null) add(reading, space);
  else if (name === 'table') openTable(reading);
  else if (name === 'table-row') {
    reading.repeatedRows = repeatOf(attributes, 'number-rows-repeated');
    reading.column = 0;
    reading.cells = [];
  } else if (name === 'table-cell' || name === 'covered-table-cell') {
    reading.repeatedCells = repeatOf(attributes, 'number-columns-repeated');
    reading.cell = { attributes, text: '' };
  } else if (name === 'annotation') reading.annotation = '';
  else if (name === 'p') reading.paragraphs++;
}

/** A handler that adds the blocks of the sheets to `ready` and gives the comments of their cells apart. */
export function handleSheets(context: TableContext, ready: Block[], onComment: (comment: SheetComment) => void): XmlHandler {
  const reading: Reading = {
    context,
    ready,
    table: null,
    sheet: 0,
    row: 0,
    repeatedRows: 1,
    column: 0,
    repeatedCells: 1,
    cells: [],
    cell: null,
    annotation: null,
    paragraphs: 0,
  };
  return {
    open: (name, attributes) => open(reading, name, attributes),
    text(data) {
      if (reading.paragraphs > 0) add(reading, data);
    },
    close(name) {
      if (name === 'p') {
        reading.paragraphs--;
        add(reading, '\n');
      } else if (name === 'annotation') {
        const { sheet, row, column, annotation } = reading;
        const text = annotation?.trim() ?? '';
        if (text !== '') onComment({ page: sheet, cell: `${lettersOf(column)}${row + 1}`, text });
        reading.annotation = null;
      } else if (name === 'table-cell' || name === 'covered-table-cell') closeCell(reading);
      else if (name === 'table-row') {
        closeRow(reading);
        reading.row += reading.repeatedRows;
      } else if (name === 'table') closeTable(reading);
    },
  };
}
