/** Text with tables in between, as word processors, web pages and slides have it: running text, and cells where a row names the columns. */
import type { Block } from './contract.ts';
import { createFieldNames } from './field-names.ts';
import { createTable, looksNamed } from './table-rows.ts';
import type { Table, TableContext, TableRow } from './table-rows.ts';
import { createTextFlow } from './text-flow.ts';
import type { TextFlow } from './text-flow.ts';

/** `Source` says where a cell stands in what was read; see `onText`. */
export interface TextWithTables<Source = never> {
  readonly flow: TextFlow;
  turnPage(page: number | null): void;
  openTable(): void;
  openRow(): void;
  /** Ends a cell of the row, with its text. */
  addCell(text: string, source?: Source): void;
  closeRow(): void;
  closeTable(): void;
  /** Ends the text. */
  end(): void;
  take(): Block[];
}

const rowsBeforeDeciding = 50;

/** Above this a row is cut: no page has it, and cells are kept until their row ends. */
const maxCells = 16_384;
const maxKeptLength = 4 * 1024 * 1024;

interface Cell<Source> {
  readonly text: string;
  readonly source: Source | undefined;
}

interface Row<Source> {
  readonly number: number;
  readonly cells: readonly Cell<Source>[];
}

interface State<Source> {
  /** Told where a cell stands that is about to be written as running text. */
  readonly onText: ((source: Source) => void) | undefined;
  readonly flow: TextFlow;
  readonly context: TableContext;
  readonly ready: Block[];
  page: number | null;
  row: number;
  tables: number;
  cells: Cell<Source>[];
  /** Rows kept until it is known whether the first one names the columns, and the length of their texts with that of `cells`. */
  undecided: Row<Source>[] | null;
  keptLength: number;
  table: Table | null;
}

function collect<Source>({ ready, flow, table }: State<Source>): void {
  ready.push(...flow.take(), ...(table?.take() ?? []));
}

/** Without names for columns a table reads like its lines: words that stand beside a value speak for it. */
function writeLine<Source>({ flow, onText }: State<Source>, { cells }: Row<Source>): void {
  flow.endLine();
  let isFirst = true;
  for (const { text, source } of cells) {
    if (text === '') continue;
    if (!isFirst) flow.add('\t');
    isFirst = false;
    if (source !== undefined) onText?.(source);
    flow.add(text);
  }
  flow.add('\n');
}

function tableRow<Source>({ number, cells }: Row<Source>): TableRow {
  const filled: [number, string][] = [];
  for (const [column, { text }] of cells.entries()) if (text !== '') filled.push([column, text]);
  return { row: number, cells: filled };
}

function decide<Source>(state: State<Source>): void {
  const rows = state.undecided;
  state.undecided = null;
  if (rows === null) return;
  const tableRows = rows.map(tableRow);
  if (!looksNamed(tableRows)) {
    for (const row of rows) writeLine(state, row);
    return;
  }
  state.flow.endLine();
  state.flow.cut();
  collect(state);
  const number = state.tables;
  state.table = createTable(state.context, {
    page: state.page,
    nameOfColumn: (column) => (number === 1 ? `column ${column + 1}` : `table ${number} column ${column + 1}`),
    hasReferences: false,
  });
  for (const row of tableRows) state.table.add(row);
}

function addCell<Source>(state: State<Source>, text: string, source: Source | undefined): void {
  state.cells.push({ text, source });
  state.keptLength += text.length;
  if (state.cells.length >= maxCells || state.keptLength > maxKeptLength) closeRow(state);
}

function closeRow<Source>(state: State<Source>): void {
  const row: Row<Source> = { number: state.row, cells: state.cells };
  state.cells = [];
  if (row.cells.every(({ text }) => text === '')) return;
  const { undecided, table, keptLength } = state;
  if (undecided === null) state.keptLength = 0;
  if (table !== null) table.add(tableRow(row));
  else if (undecided === null) writeLine(state, row);
  else if (undecided.push(row) >= rowsBeforeDeciding || keptLength > maxKeptLength) {
    state.keptLength = 0;
    decide(state);
  }
}

function closeTable<Source>(state: State<Source>): void {
  decide(state);
  state.table?.end();
  collect(state);
  state.table = null;
}

/** Starts a text on page `first`. Tables that lie in a cell of another one are to be given as its text. */
export function createTextWithTables<Source = never>(
  first: number | null,
  onText?: (source: Source) => void,
): TextWithTables<Source> {
  const state: State<Source> = {
    onText,
    flow: createTextFlow(first),
    context: { names: createFieldNames(), record: 0 },
    ready: [],
    page: first,
    row: 0,
    tables: 0,
    cells: [],
    undecided: null,
    keptLength: 0,
    table: null,
  };
  return {
    flow: state.flow,
    turnPage(next) {
      state.page = next;
      state.flow.turnPage(next);
      collect(state);
    },
    openTable() {
      state.tables++;
      state.row = 0;
      state.undecided = [];
      state.keptLength = 0;
    },
    openRow() {
      state.row++;
      state.cells = [];
    },
    addCell: (text, source) => addCell(state, text.trim(), source),
    closeRow: () => closeRow(state),
    closeTable: () => closeTable(state),
    end() {
      state.flow.endLine();
      state.flow.cut();
      collect(state);
    },
    take() {
      collect(state);
      return state.ready.splice(0);
    },
  };
}
