/** Where a run over JSON stands, and how it goes back to the last point where a block may end. */
import { createCellBuffer, keepCells } from '../cells.ts';
import type { CellBuffer, CellKey } from '../cells.ts';
import { createFieldNames } from '../field-names.ts';
import { createPathTree } from './json-path.ts';
import type { PathNode, PathTree } from './json-path.ts';

/** What may come next. */
export const expected = { value: 0, valueOrClose: 1, keyOrClose: 2, key: 3, colon: 4, commaOrClose: 5 } as const;
export type Expected = (typeof expected)[keyof typeof expected];

/** A point between values where a block may end. Containers around it are still open. */
interface Mark {
  offset: number;
  cells: number;
  depth: number;
  next: Expected;
  node: PathNode;
  inString: boolean;
  record: number;
  recordDepth: number;
  documents: number;
  lines: boolean;
}

export interface JsonRun {
  readonly cells: CellBuffer;
  readonly tree: PathTree;
  readonly maxDepth: number;
  readonly key: CellKey;
  /** Each document is a record; otherwise each element of an outermost array. */
  lines: boolean;
  depth: number;
  /** True for arrays, by depth. */
  readonly isArray: boolean[];
  /** Path of each open container, by depth. */
  readonly nodes: PathNode[];
  /** Path of the next value. */
  node: PathNode;
  next: Expected;
  /** Depth of the array whose elements are records, 0 outside of one. */
  recordDepth: number;
  documents: number;
  /** True if the window starts inside a string that was cut. */
  inString: boolean;
  hasEscape: boolean;
  /** The bytes at hand. */
  view: DataView;
  /** True if no document goes on after a line end. */
  byLine: boolean;
  /** Where the token starts at which the last call stopped. */
  at: number;
  readonly mark: Mark;
}

export function startJsonRun(maxDepth: number, lines: boolean): JsonRun {
  const tree = createPathTree(createFieldNames());
  return {
    cells: createCellBuffer(),
    tree,
    maxDepth,
    key: { field: 0, record: 0 },
    lines,
    depth: 0,
    isArray: [false],
    nodes: [tree.root],
    node: tree.root,
    next: expected.value,
    recordDepth: 0,
    documents: 0,
    inString: false,
    hasEscape: false,
    view: new DataView(new ArrayBuffer(0)),
    byLine: false,
    at: 0,
    mark: {
      offset: 0,
      cells: 0,
      depth: 0,
      next: expected.value,
      node: tree.root,
      inString: false,
      record: 0,
      recordDepth: 0,
      documents: 0,
      lines,
    },
  };
}

/** Notes that a block may end at `offset`. */
export function markHere(run: JsonRun, offset: number): void {
  const { mark } = run;
  mark.offset = offset;
  mark.cells = run.cells.count;
  mark.depth = run.depth;
  mark.next = run.next;
  mark.node = run.node;
  mark.inString = run.inString;
  mark.record = run.key.record;
  mark.recordDepth = run.recordDepth;
  mark.documents = run.documents;
  mark.lines = run.lines;
}

/** Takes everything back that was read since the mark. */
export function returnToMark(run: JsonRun): void {
  const { mark } = run;
  keepCells(run.cells, mark.cells);
  run.depth = mark.depth;
  run.next = mark.next;
  run.node = mark.node;
  run.inString = mark.inString;
  run.key.record = mark.record;
  run.recordDepth = mark.recordDepth;
  run.documents = mark.documents;
  run.lines = mark.lines;
}

/** Gives up the current document and waits for the next one. */
export function startNextDocument(run: JsonRun): void {
  run.depth = 0;
  run.recordDepth = 0;
  run.node = run.tree.root;
  run.next = expected.value;
  run.documents++;
  if (run.lines) run.key.record = run.documents;
}
