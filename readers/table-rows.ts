/** Rows of the tables and sheets of a document: finds the row that names the columns and makes blocks of the others. */
import { addCell, copyCells, createCellBuffer, findCell, keepCells } from './cells.ts';
import type { CellBuffer, CellKey } from './cells.ts';
import type { Block } from './contract.ts';
import { firstRowNamesColumns } from './text/csv-dialect.ts';
import type { FieldNames } from './field-names.ts';
import { pieceBytes } from './limits.ts';

export interface TableRow {
  /** Number of the row in its sheet or table, from 1. */
  readonly row: number;
  /** Filled cells; columns count from 0, ascending. */
  readonly cells: readonly (readonly [column: number, text: string])[];
}

/** What all tables of one object share. */
export interface TableContext {
  readonly names: FieldNames;
  /** Number of the next record, over the whole object. */
  record: number;
}

export interface TableStyle {
  /** Number of the sheet or page, or null. */
  readonly page: number | null;
  /** Name of a column that no row names. */
  readonly nameOfColumn: (column: number) => string;
  /** True if cells are to be placed by their letters and numbers. */
  readonly hasReferences: boolean;
}

export interface Table {
  add(row: TableRow): void;
  end(): void;
  /** Takes the blocks that are complete. */
  take(): Block[];
}

const sampledRows = 50;
const lineFeed = 0x0a;

/** The letters of a column as spreadsheets show them. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The first row as wide as most: above it stand titles. */
function findTop(rows: readonly TableRow[]): number {
  const widths = rows.map(({ cells }) => cells.length).toSorted((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? 0;
  return rows.findIndex(({ cells }) => cells.length >= Math.max(1, usual * 0.6));
}

function namesColumns(rows: readonly TableRow[]): boolean {
  const cells = createCellBuffer();
  const bytes = Buffer.from(rows.map((row) => row.cells.map(([, text]) => text).join('')).join(''), 'utf8');
  let at = 0;
  for (const [record, row] of rows.entries()) {
    for (const [field, text] of row.cells) {
      const end = at + Buffer.byteLength(text);
      addCell(cells, at, end, { field, record });
      at = end;
    }
  }
  return firstRowNamesColumns(cells, bytes);
}

/** True if the first row is as wide as most and names the columns of those below it. */
export function looksNamed(rows: readonly TableRow[]): boolean {
  return rows.length > 1 && rows[0]!.cells.length > 1 && findTop(rows) === 0 && namesColumns(rows);
}

/** Cells gathered for one block. */
interface Gathering {
  readonly cells: CellBuffer;
  readonly key: CellKey;
  bytes: Buffer;
  length: number;
  /** Column of each cell. */
  columns: number[];
  /** Row of each record, and its number in its table: 0 above the row that names the columns. */
  rows: (readonly [row: number, record: number])[];
  /** Number of the first of them over the whole object. */
  firstRecord: number;
}

const firstCapacity = 4096;

function startGathering(): Gathering {
  return {
    cells: createCellBuffer(),
    key: { field: 0, record: 0 },
    bytes: Buffer.allocUnsafeSlow(firstCapacity),
    length: 0,
    columns: [],
    rows: [],
    firstRecord: 0,
  };
}

function gatherCell(gathering: Gathering, column: number, text: string): void {
  const { length } = gathering;
  // A UTF-16 unit takes at most three bytes of UTF-8; the line feed keeps cells apart.
  const needed = length + text.length * 3 + 1;
  if (needed > gathering.bytes.length) {
    gathering.bytes = Buffer.concat([gathering.bytes.subarray(0, length)], Math.max(needed, gathering.bytes.length * 2));
  }
  const end = length + gathering.bytes.write(text, length, 'utf8');
  if (end > length) gathering.columns.push(column);
  addCell(gathering.cells, length, end, gathering.key);
  gathering.bytes[end] = lineFeed;
  gathering.length = end + 1;
}

function takeBlock(gathering: Gathering, names: readonly string[], style: TableStyle): Block {
  const cells = copyCells(gathering.cells, names);
  const { columns, rows, firstRecord, length } = gathering;
  const bytes = gathering.bytes.subarray(0, length);
  Object.assign(gathering, { bytes: Buffer.allocUnsafeSlow(firstCapacity), length: 0, columns: [], rows: [] });
  keepCells(gathering.cells, 0);
  return {
    kind: 'block',
    bytes,
    from: 0,
    to: length,
    cells,
    place(start) {
      const cell = findCell(cells, start);
      const [row, record] = rows[(cells.records[cell] ?? firstRecord) - firstRecord] ?? [0, 0];
      const place = {
        line: null,
        column: null,
        byteStart: null,
        byteEnd: null,
        field: names[cells.fields[cell] ?? -1] ?? null,
        record: record || null,
        page: style.page,
      };
      return style.hasReferences && cell >= 0 ? { ...place, cell: `${lettersOf(columns[cell]!)}${row}` } : place;
    },
  };
}

interface Build {
  readonly context: TableContext;
  readonly style: TableStyle;
  readonly gathering: Gathering;
  readonly ready: Block[];
  /** Field of each column. */
  readonly fields: number[];
  /** First rows, kept until it is known which of them names the columns. */
  sample: TableRow[] | null;
  records: number;
  isSilent: boolean;
}

function emit(build: Build): void {
  build.isSilent = false;
  build.ready.push(takeBlock(build.gathering, build.context.names.list, build.style));
}

function writeRow(build: Build, { row, cells }: TableRow, record: number): void {
  const { context, style, gathering, fields } = build;
  if (gathering.rows.length === 0) gathering.firstRecord = context.record;
  gathering.key.record = context.record++;
  for (const [column, text] of cells) {
    gathering.key.field = fields[column] ??= context.names.add(style.nameOfColumn(column));
    gatherCell(gathering, column, text);
  }
  gathering.rows.push([row, record]);
  if (gathering.length >= pieceBytes / 2) emit(build);
}

function settle(build: Build): void {
  const rows = build.sample ?? [];
  build.sample = null;
  const top = findTop(rows);
  const isNamed = top >= 0 && rows.length > top + 1 && namesColumns(rows.slice(top));
  // Titles stand in no named column: their cells keep the names of columns nobody named.
  for (const row of rows.slice(0, isNamed ? top : 0)) writeRow(build, row, 0);
  if (isNamed) {
    build.fields.length = 0;
    for (const [column, text] of rows[top]!.cells) {
      const name = text.replaceAll(/\s+/gu, ' ').trim();
      if (name !== '') build.fields[column] = build.context.names.add(name);
    }
  }
  for (const row of rows.slice(isNamed ? top + 1 : 0)) writeRow(build, row, ++build.records);
}

/** Starts a table. Rows without a filled cell are no records. */
export function createTable(context: TableContext, style: TableStyle): Table {
  const build: Build = {
    context,
    style,
    gathering: startGathering(),
    ready: [],
    fields: [],
    sample: [],
    records: 0,
    isSilent: true,
  };
  return {
    add(row) {
      if (row.cells.length === 0) return;
      if (build.sample === null) writeRow(build, row, ++build.records);
      else if (build.sample.push(row) >= sampledRows) settle(build);
    },
    end() {
      if (build.sample !== null) settle(build);
      if (build.gathering.length > 0 || (build.isSilent && build.fields.length > 0)) emit(build);
    },
    take: () => build.ready.splice(0),
  };
}
