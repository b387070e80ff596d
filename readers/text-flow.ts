/** Running text that a document's decoder gives piece by piece, as blocks whose places are line, column and page. */
import type { Block } from './contract.ts';
import { contextBytes, pieceBytes } from './limits.ts';
import { advance, startOfPoint } from './origin.ts';
import type { Layout, Origin } from './origin.ts';

const lineFeed = 0x0a;
const layout: Layout = { unit: 'utf-8', switches: [], newline: lineFeed };

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
}

interface Shown {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly origin: Origin;
  readonly page: number | null;
}

function makeFlowBlock({ bytes, from, to, origin, page }: Shown): Block {
  return {
    kind: 'block',
    bytes,
    from,
    to,
    cells: null,
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
  window: Uint8Array;
  /** Bytes of the window that an earlier block owns. */
  before: number;
  written: string[];
  writtenLength: number;
  isLineEmpty: boolean;
  line: number;
  column: number;
}

const start: Origin = { line: 1, column: 0, stored: 0 };

function join(state: State): void {
  state.window = Buffer.concat([state.window, Buffer.from(state.written.join(''), 'utf8')]);
  state.written = [];
  state.writtenLength = 0;
}

function emit({ ready, window, before, origin, page }: State, to: number, shownEnd: number): void {
  if (to > before) ready.push(makeFlowBlock({ bytes: window.subarray(0, shownEnd), from: before, to, origin, page }));
}

function emitAll(state: State): void {
  join(state);
  emit(state, state.window.length, state.window.length);
  state.origin = advance(state.origin, state.window, { from: 0, to: state.window.length }, layout);
  state.window = Buffer.alloc(0);
  state.before = 0;
}

function emitSome(state: State): void {
  join(state);
  while (state.window.length - state.before > pieceBytes / 2 + contextBytes) {
    const { window, before } = state;
    const to = cutPoint(window, before, before + pieceBytes / 2);
    const next = startOfPoint(window, Math.max(0, to - contextBytes));
    emit(state, to, startOfPoint(window, Math.min(window.length, to + contextBytes)));
    state.origin = advance(state.origin, window, { from: 0, to: next }, layout);
    state.window = window.subarray(next);
    state.before = to - next;
  }
}

function addText(state: State, text: string): void {
  if (text === '') return;
  state.written.push(text);
  state.writtenLength += text.length;
  state.isLineEmpty = text.endsWith('\n');
  for (let from = 0; ;) {
    const lineEnd = text.indexOf('\n', from);
    if (lineEnd === -1) {
      state.column += countPoints(text, from);
      break;
    }
    state.line++;
    state.column = 0;
    from = lineEnd + 1;
  }
  if (state.writtenLength > pieceBytes) emitSome(state);
}

function countPoints(text: string, from: number): number {
  let points = text.length - from;
  // The second half of a pair is no code point of its own.
  for (let i = from; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) points--;
  return points;
}

/** Starts a text on page `first` (null where the format has none). */
export function createTextFlow(first: number | null): TextFlow {
  const state: State = {
    ready: [],
    page: first,
    origin: start,
    window: Buffer.alloc(0),
    before: 0,
    written: [],
    writtenLength: 0,
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
  };
}
