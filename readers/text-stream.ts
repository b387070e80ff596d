/** Decoded text of one object with a window on it: readers look as far ahead as they need and take what they have understood. */
import type { ByteSource } from './contract.ts';
import { chooseDecoder } from './encoding.ts';
import type { Decoder, Piece } from './encoding.ts';
import { pieceBytes } from './limits.ts';
import { advance } from './origin.ts';
import type { Layout, Origin } from './origin.ts';
import { regroup } from './regroup.ts';

/** Text taken from a stream, with what finding places in it needs. */
export interface Taken {
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly layout: Layout;
}

export interface TextStream {
  /** UTF-8 that was read but not taken. */
  window(): Uint8Array;
  /** True if nothing follows the window. */
  isEnded(): boolean;
  /** The byte that ends a line. */
  newline(): number;
  /** Reads on until the window has `length` bytes or the text ends. */
  fill(length: number): Promise<void>;
  /** Moves the window on by `length` bytes and gives `shown` bytes (by default the same) from its old start. */
  take(length: number, shown?: number): Taken;
  /** Lets go of the source; to be called however reading ends. */
  close(): Promise<void>;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

interface State {
  window: Uint8Array;
  switches: readonly number[];
  origin: Origin;
  newline: number | null;
  ended: boolean;
  decoder: Decoder | null;
}

function decodeNext(state: State, raw: Uint8Array | null): Piece {
  if (state.decoder !== null) return state.decoder.decode(raw ?? new Uint8Array(0), raw === null);
  const first = raw ?? new Uint8Array(0);
  state.decoder = chooseDecoder(first);
  state.origin = { ...state.origin, stored: state.decoder.markBytes };
  return state.decoder.decode(first.subarray(state.decoder.markBytes), raw === null);
}

function append(state: State, pieces: readonly Piece[]): void {
  const switches = [...state.switches];
  let length = state.window.length;
  for (const piece of pieces) {
    for (const at of piece.switches) switches.push(length + at);
    length += piece.bytes.length;
  }
  const window = Buffer.allocUnsafeSlow(length);
  window.set(state.window, 0);
  let at = state.window.length;
  for (const piece of pieces) {
    window.set(piece.bytes, at);
    at += piece.bytes.length;
  }
  state.window = window;
  state.switches = switches;
  if (state.newline === null && length > 0) {
    state.newline = !window.includes(lineFeed) && window.includes(carriageReturn) ? carriageReturn : lineFeed;
  }
}

/** Opens an object as text, in whatever encoding it is. */
export function openText(source: ByteSource): TextStream {
  const pieces = regroup(source.stream(), pieceBytes);
  const state: State = {
    window: Buffer.alloc(0),
    switches: [],
    origin: { line: 1, column: 0, stored: 0 },
    newline: null,
    ended: false,
    decoder: null,
  };
  const newline = (): number => state.newline ?? lineFeed;

  async function fill(length: number): Promise<void> {
    const read: Piece[] = [];
    let reached = state.window.length;
    while (reached < length && !state.ended) {
      const next = await pieces.next();
      state.ended = next.done === true;
      const piece = decodeNext(state, next.done === true ? null : next.value);
      reached += piece.bytes.length;
      read.push(piece);
    }
    if (read.length > 0) append(state, read);
  }

  function take(length: number, shown = length): Taken {
    const { window, switches, origin } = state;
    const layout: Layout = { unit: state.decoder?.unit() ?? 'utf-8', switches, newline: newline() };
    state.origin = advance(origin, window, { from: 0, to: length }, layout);
    state.window = window.subarray(length);
    // An odd number of switches passed means that the window starts in one-byte text.
    const passed = switches.filter((at) => at <= length).length;
    if (switches.length > 0)
      state.switches = [...(passed % 2 === 1 ? [0] : []), ...switches.slice(passed).map((at) => at - length)];
    return { bytes: window.subarray(0, shown), origin, layout };
  }

  return {
    window: () => state.window,
    isEnded: () => state.ended,
    newline,
    fill,
    take,
    close: async () => void (await pieces.return(undefined)),
  };
}
