/** Text with tables in between, as word processors, web pages and slides have it: running text, and cells where a row names the columns. */
import type { Block } from './contract.ts';
import { createFieldNames } from './field-names.ts';
import { createTable, looksNamed } from './table-rows.ts';
import type { Table, TableContext, TableRow } from './table-rows.ts';
import { createTextFlow } from './text-flow.ts';
import type { TextFlow } from './text-flow.ts';

export interface TextWithTables {
  readonly flow: TextFlow;
  turnPage(page: number | null): void;
  openTable(): void;
  openRow(): void;
  /** Ends a cell of the row, with its text; `onText` is called where the cell is about to be written as running text. */
  addCell(text: string, onText?: () => void): void;
  closeRow(): void;
  closeTable(): void;
  /** Ends the text. */
  end(): void;
  take(): Block[];
}

const rowsBeforeDeciding = 50;

interface Cell {
  readonly text: string;
  readonly onText: (() => void) | undefined;
}

interface Row extends TableRow {
  readonly filled: readonly Cell[];
}

interface State {
  readonly flow: TextFlow;
  readonly context: TableContext;
  readonly ready: Block[];
  page: number | null;
  row: number;
  tables: number;
  cells: Cell[];
  /** Rows kept until it is known whether the first one names the columns. */
  undecided: Row[] | null;
  table: Table | null;
}

function collect({ ready, flow, table }: State): void {
  ready.push(...flow.take(), ...(table?.take() ?? []));
}

/** Without names for columns a table reads like its lines: words that stand beside a value speak for it. */
function writeLine({ flow }: State, { filled }: Row): void {
  flow.endLine();
  for (const [index, { text, onText }] of filled.entries()) {
    if (index > 0) flow.add('\t');
    onText?.();
    flow.add(text);
  }
  flow.add('\n');
}

function decide(state: State): void {
  const rows = state.undecided;
  state.undecided = null;
  if (rows === null) return;
  if (!looksNamed(rows)) {
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
  for (const row of rows) state.table.add(row);
}

function closeRow(state: State): void {
  const cells = state.cells.flatMap(({ text }, column) => (text === '' ? [] : [[column, text] as const]));
  if (cells.length === 0) return;
  const row: Row = { row: state.row, cells, filled: state.cells.filter(({ text }) => text !== '') };
  if (state.table !== null) state.table.add(row);
  else if (state.undecided === null) writeLine(state, row);
  else if (state.undecided.push(row) >= rowsBeforeDeciding) decide(state);
}

function closeTable(state: State): void {
  decide(state);
  state.table?.end();
  collect(state);
  state.table = null;
}

/** Starts a text on page `first`. Tables that lie in a cell of another one are to be given as its text. */
export function createTextWithTables(first: number | null): TextWithTables {
  const state: State = {
    flow: createTextFlow(first),
    context: { names: createFieldNames(), record: 0 },
    ready: [],
    page: first,
    row: 0,
    tables: 0,
    cells: [],
    undecided: null,
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
    },
    openRow() {
      state.row++;
      state.cells = [];
    },
    addCell: (text, onText) => void state.cells.push({ text: text.trim(), onText }),
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
