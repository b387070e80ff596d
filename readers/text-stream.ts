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

/** Window bytes, with room to grow; blocks keep the buffer they were cut from, so each filling starts a new one. */
interface Filling {
  buffer: Buffer;
  length: number;
  readonly switches: number[];
}

function append(filling: Filling, { bytes, switches }: Piece): void {
  const { length } = filling;
  const needed = length + bytes.length;
  if (needed > filling.buffer.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, filling.buffer.length * 2));
    larger.set(filling.buffer.subarray(0, length));
    filling.buffer = larger;
  }
  filling.buffer.set(bytes, length);
  for (const at of switches) filling.switches.push(length + at);
  filling.length = needed;
}

function setNewline(state: State): void {
  if (state.newline !== null || state.window.length === 0) return;
  state.newline = !state.window.includes(lineFeed) && state.window.includes(carriageReturn) ? carriageReturn : lineFeed;
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
    const { window } = state;
    if (state.ended || window.length >= length) return;
    const filling: Filling = { buffer: Buffer.allocUnsafeSlow(length + pieceBytes), length: 0, switches: [] };
    append(filling, { bytes: window, switches: state.switches });
    while (filling.length < length && !state.ended) {
      const next = await pieces.next();
      state.ended = next.done === true;
      append(filling, decodeNext(state, next.done === true ? null : next.value));
    }
    state.window = filling.buffer.subarray(0, filling.length);
    state.switches = filling.switches;
    setNewline(state);
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
