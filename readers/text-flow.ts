/** Running text that a document's decoder gives piece by piece, as blocks whose places are line, column and page. */
import type { Block, Placing } from './contract.ts';
import { contextBytes, pieceBytes } from './limits.ts';
import { advance, startOfPoint } from './origin.ts';
import type { Layout, Origin } from './origin.ts';

const lineFeed = 0x0a;
const layout: Layout = { unit: 'utf-8', switches: [], shrunk: [], newline: lineFeed };

export interface TextFlow {
  /** Adds text to the line that is being written; a line feed ends it. */
  add(text: string): void;
  /** Ends the line, if anything stands in it. */
  endLine(): void;
  /** Ends the text of a page; lines count from 1 again. */
  turnPage(page: number | null): void;
  /** Ends the block, so that what comes next from elsewhere stands after it; lines count on. */
  cut(): void;
  /** Takes the blocks that are complete. */
  take(): Block[];
  /** Where the next text will stand: its line from 1, and the code points before it. */
  position(): { readonly line: number; readonly column: number };
  /** Where the text begins that blocks still to come can show. */
  start(): { readonly line: number; readonly column: number };
}

export type FlowPlacing = Extract<Placing, { readonly kind: 'flow' }>;

/** A block of running text whose first byte is placed; `[from, to)` is what it owns. */
export function placeFlow(bytes: Uint8Array, range: { readonly from: number; readonly to: number }, placing: FlowPlacing): Block {
  const { line: firstLine, column: firstColumn, page } = placing;
  const origin: Origin = { line: firstLine, column: firstColumn, stored: 0 };
  return {
    kind: 'block',
    bytes,
    from: range.from,
    to: range.to,
    cells: null,
    placing,
    place(start) {
      const { line, column } = advance(origin, bytes, { from: 0, to: start }, layout);
      return { line, column: column + 1, byteStart: null, byteEnd: null, field: null, record: null, page };
    },
  };
}

/** After the last line end in `[from, to)`; where there is none, the last code point border. */
function cutPoint(bytes: Uint8Array, from: number, to: number): number {
  const lineEnd = bytes.lastIndexOf(lineFeed, to - 1);
  return lineEnd >= from ? lineEnd + 1 : startOfPoint(bytes, to);
}

interface State {
  readonly ready: Block[];
  page: number | null;
  origin: Origin;
  /** Blocks keep the buffer they were cut from: after some, the rest goes on in a new one. */
  buffer: Buffer;
  length: number;
  /** Bytes of the buffer that an earlier block owns. */
  before: number;
  isLineEmpty: boolean;
  line: number;
  column: number;
}

const start: Origin = { line: 1, column: 0, stored: 0 };
const firstCapacity = 4096;

function grow(state: State, needed: number): void {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, state.buffer.length * 2));
  larger.set(state.buffer.subarray(0, state.length));
  state.buffer = larger;
}

/** Keeps `rest` alone, in a buffer of its own. */
function keep(state: State, rest: Uint8Array): void {
  state.buffer = Buffer.allocUnsafeSlow(Math.max(firstCapacity, rest.length));
  state.buffer.set(rest);
  state.length = rest.length;
}

function emit(state: State, bytes: Uint8Array, to: number): void {
  const { ready, before: from, page } = state;
  const { line, column } = state.origin;
  if (to > from) ready.push(placeFlow(bytes, { from, to }, { kind: 'flow', page, line, column }));
}

function passBytes(state: State, bytes: Uint8Array): void {
  state.origin = advance(state.origin, bytes, { from: 0, to: bytes.length }, layout);
}

function emitAll(state: State): void {
  if (state.length === 0) return;
  const window = state.buffer.subarray(0, state.length);
  emit(state, window, window.length);
  passBytes(state, window);
  keep(state, window.subarray(window.length));
  state.before = 0;
}

function emitSome(state: State): void {
  let window: Uint8Array = state.buffer.subarray(0, state.length);
  while (window.length - state.before > pieceBytes / 2 + contextBytes) {
    const to = cutPoint(window, state.before, state.before + pieceBytes / 2);
    const next = startOfPoint(window, Math.max(0, to - contextBytes));
    emit(state, window.subarray(0, startOfPoint(window, Math.min(window.length, to + contextBytes))), to);
    passBytes(state, window.subarray(0, next));
    window = window.subarray(next);
    state.before = to - next;
  }
  keep(state, window);
}

/** Texts up to this length are written faster here than by a call into Node. */
const shortLength = 256;

/** Writes a text where there is room for it; false if it is not all ASCII. */
function writeAscii(state: State, text: string): boolean {
  const { buffer } = state;
  let { line, column, length } = state;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return false;
    buffer[length++] = unit;
    column++;
    if (unit !== lineFeed) continue;
    line++;
    column = 0;
  }
  state.line = line;
  state.column = column;
  state.length = length;
  return true;
}

function writeText(state: State, text: string): void {
  const { buffer, length: from } = state;
  state.length = from + buffer.write(text, from, 'utf8');
  const { line, column } = advance(
    { line: state.line, column: state.column, stored: 0 },
    buffer,
    { from, to: state.length },
    layout,
  );
  state.line = line;
  state.column = column;
}

function addText(state: State, text: string): void {
  if (text === '') return;
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const needed = state.length + text.length * 3;
  if (needed > state.buffer.length) grow(state, needed);
  if (text.length > shortLength || !writeAscii(state, text)) writeText(state, text);
  state.isLineEmpty = text.endsWith('\n');
  if (state.length - state.before > pieceBytes) emitSome(state);
}

/** Starts a text on page `first` (null where the format has none). */
export function createTextFlow(first: number | null): TextFlow {
  const state: State = {
    ready: [],
    page: first,
    origin: start,
    buffer: Buffer.allocUnsafeSlow(firstCapacity),
    length: 0,
    before: 0,
    isLineEmpty: true,
    line: 1,
    column: 0,
  };
  return {
    add: (text) => addText(state, text),
    endLine() {
      if (!state.isLineEmpty) addText(state, '\n');
    },
    turnPage(next) {
      emitAll(state);
      state.page = next;
      state.origin = start;
      state.isLineEmpty = true;
      state.line = 1;
      state.column = 0;
    },
    cut: () => emitAll(state),
    take: () => state.ready.splice(0),
    position: () => ({ line: state.line, column: state.column }),
    start: () => state.origin,
  };
}
