/** Splits JSON (RFC 8259) into cells as it streams by: only the containers around the current value are kept. */
import { addCell, addEscapedCell, createCellBuffer, keepCells } from './cells.ts';
import type { CellBuffer, CellKey } from './cells.ts';
import { createFieldNames } from './field-names.ts';
import { createPathTree, elementOf, fieldOf, keyFieldOf, memberOf } from './json-path.ts';
import type { PathNode, PathTree } from './json-path.ts';

/** What may come next. */
const expected = { value: 0, valueOrClose: 1, keyOrClose: 2, key: 3, colon: 4, commaOrClose: 5 } as const;
type Expected = (typeof expected)[keyof typeof expected];

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
  /** Where the token starts at which the last call stopped. */
  at: number;
  readonly mark: Mark;
}

export type JsonOutcome = 'end' | 'more' | 'broken' | 'deep';

const incomplete = -1;
const broken = -2;
const tooDeep = -3;

const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
};
const lineFeed = 0x0a;

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

function endValue(run: JsonRun, offset: number): number {
  if (run.depth === 0) {
    startNextDocument(run);
    markHere(run, offset);
    return offset;
  }
  run.next = expected.commaOrClose;
  if (run.depth === run.recordDepth || run.depth < run.mark.depth) markHere(run, offset);
  return offset;
}

function openContainer(run: JsonRun, isArray: boolean, offset: number): number {
  if (run.depth >= run.maxDepth) return tooDeep;
  // A list of plain values inside an object belongs to that object's record; a list of objects is a list of records.
  if (!run.lines && run.recordDepth === 0 && run.depth > 0 && run.isArray[run.depth] === true) {
    run.recordDepth = run.depth;
    run.key.record = 0;
  }
  run.depth++;
  run.isArray[run.depth] = isArray;
  run.nodes[run.depth] = run.node;
  if (isArray) {
    if (!run.lines && run.depth === 1) {
      run.recordDepth = 1;
      run.key.record = 0;
    }
    run.node = elementOf(run.node);
    run.next = expected.valueOrClose;
  } else {
    run.node.next = 0;
    run.next = expected.keyOrClose;
  }
  return offset + 1;
}

function closeContainer(run: JsonRun, isArray: boolean, offset: number): number {
  if (run.depth === 0 || run.isArray[run.depth] !== isArray) return broken;
  // An empty container has no cells, but its path is content all the same.
  if (run.next !== expected.commaOrClose) fieldOf(run.tree, run.nodes[run.depth]!);
  if (run.depth === run.recordDepth) run.recordDepth = 0;
  run.depth--;
  return endValue(run, offset + 1);
}

/** Index of the quote that ends a string whose text starts at `from`; `incomplete` or `broken` (a line end inside). */
function findStringEnd(run: JsonRun, bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  run.hasEscape = false;
  for (let i = from; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === code.quote) return i;
    if (byte === code.backslash) {
      run.hasEscape = true;
      i++;
    } else if (byte === lineFeed) return broken;
  }
  return incomplete;
}

/** Reads a string whose text starts at `from` as a cell. */
function readString(run: JsonRun, bytes: Uint8Array, from: number): number {
  const end = findStringEnd(run, bytes, from);
  if (end < 0) return end;
  run.key.field = fieldOf(run.tree, run.node);
  if (run.hasEscape) addEscapedCell(run.cells, from, end, run.key);
  else addCell(run.cells, from, end, run.key);
  run.inString = false;
  return endValue(run, end + 1);
}

function readKey(run: JsonRun, bytes: Uint8Array, start: number): number {
  const end = findStringEnd(run, bytes, start + 1);
  if (end < 0) return end;
  run.node = memberOf(run.tree, run.nodes[run.depth]!, bytes, { start: start + 1, end });
  if (run.node.index < 0) {
    run.key.field = keyFieldOf(run.tree, run.node);
    if (run.hasEscape) addEscapedCell(run.cells, start + 1, end, run.key);
    else addCell(run.cells, start + 1, end, run.key);
  }
  run.next = expected.colon;
  return end + 1;
}

function isScalarByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) - 0x61) >>> 0 < 26 || byte === 0x2d || byte === 0x2e || byte === 0x2b;
}

/** Words that are values without being content; writers of other languages leave some of them in their JSON. */
const emptyWords = new Set(['null', 'NaN', 'Infinity', '-Infinity', 'undefined', 'None']);
const contentWords = new Set(['true', 'false']);

function readScalar(run: JsonRun, bytes: Uint8Array, start: number, isLast: boolean): number {
  let end = start;
  while (end < bytes.length && isScalarByte(bytes[end]!)) end++;
  if (end === bytes.length && !isLast) return incomplete;
  const digit = bytes[start] === 0x2d ? bytes[start + 1]! : bytes[start]!;
  run.key.field = fieldOf(run.tree, run.node);
  if (digit >= 0x30 && digit <= 0x39) addCell(run.cells, start, end, run.key);
  else if (end === start || end - start > 9) return broken;
  else {
    const word = String.fromCodePoint(...bytes.subarray(start, end));
    if (contentWords.has(word)) addCell(run.cells, start, end, run.key);
    else if (!emptyWords.has(word)) return broken;
  }
  return endValue(run, end);
}

function readValue(run: JsonRun, bytes: Uint8Array, at: number, isLast: boolean): number {
  if (run.depth === 0 && run.documents > 0 && !run.lines) {
    run.lines = true;
    run.key.record = run.documents;
  }
  const byte = bytes[at]!;
  if (byte === code.quote) return readString(run, bytes, at + 1);
  if (byte === code.openObject) return openContainer(run, false, at);
  if (byte === code.openArray) return openContainer(run, true, at);
  if (byte === code.closeArray && run.next === expected.valueOrClose) return closeContainer(run, true, at);
  return readScalar(run, bytes, at, isLast);
}

function readComma(run: JsonRun, at: number): number {
  if (run.isArray[run.depth] !== true) {
    run.next = expected.key;
    return at + 1;
  }
  run.next = expected.value;
  run.node = elementOf(run.nodes[run.depth]!);
  if (run.depth === run.recordDepth) run.key.record++;
  return at + 1;
}

function readToken(run: JsonRun, bytes: Uint8Array, at: number, isLast: boolean): number {
  const byte = bytes[at]!;
  switch (run.next) {
    case expected.value:
    case expected.valueOrClose:
      return readValue(run, bytes, at, isLast);
    case expected.colon:
      if (byte !== code.colon) return broken;
      run.next = expected.value;
      return at + 1;
    case expected.key:
    case expected.keyOrClose:
      if (byte === code.quote) return readKey(run, bytes, at);
      return byte === code.closeObject && run.next === expected.keyOrClose ? closeContainer(run, false, at) : broken;
    case expected.commaOrClose:
      if (byte === code.comma) return readComma(run, at);
      if (byte === code.closeObject) return closeContainer(run, false, at);
      return byte === code.closeArray ? closeContainer(run, true, at) : broken;
    default:
      return run.next satisfies never;
  }
}

/** True if the value that comes next in `bytes`, or that they go on with, is a string. */
export function isAtString(run: JsonRun, bytes: Uint8Array): boolean {
  return run.inString || (bytes[0] === code.quote && (run.next === expected.value || run.next === expected.valueOrClose));
}

/** Reads on in the bytes given, which start where the last call was told to go on, and adds the cells in them. */
export function tokeniseJson(run: JsonRun, bytes: Uint8Array, isLast: boolean): JsonOutcome {
  const end = bytes.length;
  let at = 0;
  if (run.inString) at = readString(run, bytes, 0);
  while (at >= 0 && at < end) {
    run.at = at;
    const byte = bytes[at]!;
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) at++;
    else at = readToken(run, bytes, at, isLast);
  }
  if (at >= 0) {
    run.at = end;
    return isLast ? 'end' : 'more';
  }
  if (at === incomplete) return isLast ? 'broken' : 'more';
  return at === tooDeep ? 'deep' : 'broken';
}
