/** Decoded text of one object with a window on it: readers look as far ahead as they need and take what they have understood. */
import type { ByteSource } from './contract.ts';
import type { Piece, Shrunk } from './encodings/decoded.ts';
import { chooseDecoder } from './encodings/encoding.ts';
import type { Decoder } from './encodings/encoding.ts';
import { contextBytes, pieceBytes } from './limits.ts';
import { advance, startOfPoint } from './origin.ts';
import type { Layout, Origin } from './origin.ts';
import type { Share } from './parts.ts';
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
  /** Where in the window the share ends that `jump` went to: beyond it lies context; `Infinity` where that is not in sight. */
  end(): number;
  /** Where the window, or a point in it, stands in the object. */
  originAt(offset: number): Origin;
  /** True if the encoding found is one in which text can be read from the middle on. */
  canJump(): boolean;
  /**
   * Goes on with a share of the object, which starts on a line of its own and is that of number `line`. Returns how many bytes of the
   * window lie before it: none, unless `withContext` asks for what surrounds the share.
   */
  jump(share: Share, line: number, withContext?: boolean): Promise<number>;
  /** Moves the window on by `length` bytes and gives `shown` bytes (by default the same) from its old start. */
  take(length: number, shown?: number): Taken;
  /** Lets go of the source; to be called however reading ends. */
  close(): Promise<void>;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

interface State {
  readonly source: ByteSource;
  pieces: AsyncGenerator<Uint8Array>;
  window: Uint8Array;
  switches: readonly number[];
  shrunk: readonly Shrunk[];
  origin: Origin;
  newline: number | null;
  ended: boolean;
  decoder: Decoder | null;
  /** Stored bytes decoded so far end here. */
  read: number;
  /** Where the share ends in the object as stored, and in the window. */
  shareEnd: number;
  end: number;
}

function decodeNext(state: State, raw: Uint8Array | null): Piece {
  if (state.decoder !== null) return state.decoder.decode(raw ?? new Uint8Array(0), raw === null);
  const first = raw ?? new Uint8Array(0);
  state.decoder = chooseDecoder(first);
  state.origin = { ...state.origin, stored: state.decoder.markBytes };
  return state.decoder.decode(first.subarray(state.decoder.markBytes), raw === null);
}

/** Continuation bytes at the start of UTF-8 that was cut anywhere. */
function strayBytes(raw: Uint8Array): number {
  let count = 0;
  while (count < 3 && count < raw.length && (raw[count]! & 0xc0) === 0x80) count++;
  return count;
}

/** Cuts pieces once more, where a share starts and where it ends. */
async function* cutAt(pieces: AsyncIterable<Uint8Array>, first: number, { start, end }: Share): AsyncGenerator<Uint8Array> {
  let offset = first;
  for await (const piece of pieces) {
    let from = 0;
    for (const cut of [start - offset, end - offset]) {
      if (cut <= from || cut >= piece.length) continue;
      yield piece.subarray(from, cut);
      from = cut;
    }
    yield piece.subarray(from);
    offset += piece.length;
  }
}

/** Window bytes, with room to grow; blocks keep the buffer they were cut from, so each filling starts a new one. */
interface Filling {
  buffer: Buffer;
  length: number;
  readonly switches: number[];
  readonly shrunk: Shrunk[];
}

function append(filling: Filling, { bytes, switches, shrunk }: Piece): void {
  const { length } = filling;
  const needed = length + bytes.length;
  if (needed > filling.buffer.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, filling.buffer.length * 2));
    larger.set(filling.buffer.subarray(0, length));
    filling.buffer = larger;
  }
  filling.buffer.set(bytes, length);
  for (const at of switches) filling.switches.push(length + at);
  for (const one of shrunk) filling.shrunk.push({ ...one, at: length + one.at });
  filling.length = needed;
}

function setNewline(state: State): void {
  if (state.newline !== null || state.window.length === 0) return;
  state.newline = !state.window.includes(lineFeed) && state.window.includes(carriageReturn) ? carriageReturn : lineFeed;
}

const newlineOf = (state: State): number => state.newline ?? lineFeed;

const layoutOf = (state: State): Layout => ({
  unit: state.decoder?.unit() ?? 'utf-8',
  switches: state.switches,
  shrunk: state.shrunk,
  newline: newlineOf(state),
});

/** Reads on until what the window then holds is enough; it starts with room for `length` bytes. */
async function fillUntil(state: State, length: number, isEnough: (filled: number) => boolean): Promise<void> {
  const filling: Filling = { buffer: Buffer.allocUnsafeSlow(length + pieceBytes), length: 0, switches: [], shrunk: [] };
  append(filling, { bytes: state.window, switches: state.switches, shrunk: state.shrunk });
  while (!isEnough(filling.length) && !state.ended) {
    const next = await state.pieces.next();
    state.ended = next.done === true;
    if (state.read === state.shareEnd) state.end = filling.length;
    if (next.done !== true) state.read += next.value.length;
    const piece = decodeNext(state, next.done === true ? null : next.value);
    if (piece.shrunk.length > 0) state.source.onRepair?.();
    append(filling, piece);
  }
  state.window = filling.buffer.subarray(0, filling.length);
  state.switches = filling.switches;
  state.shrunk = filling.shrunk;
  setNewline(state);
}

const originAt = (state: State, offset: number): Origin =>
  advance(state.origin, state.window, { from: 0, to: offset }, layoutOf(state));

function take(state: State, length: number, shown: number): Taken {
  const { window, switches, shrunk, origin } = state;
  const layout = layoutOf(state);
  state.origin = originAt(state, length);
  state.window = window.subarray(length);
  state.end -= length;
  // An odd number of switches passed means that the window starts in one-byte text.
  const passed = switches.filter((at) => at <= length).length;
  if (switches.length > 0)
    state.switches = [...(passed % 2 === 1 ? [0] : []), ...switches.slice(passed).map((at) => at - length)];
  if (shrunk.length > 0) state.shrunk = shrunk.filter(({ at }) => at >= length).map((one) => ({ ...one, at: one.at - length }));
  return { bytes: window.subarray(0, shown), origin, layout };
}

/** The decoder that takes over at stored byte `first`; what it leaves out there moves the origin on. */
function decoderFrom(state: State, first: number): Decoder {
  const decoder = state.decoder?.elsewhere() ?? null;
  if (decoder === null) throw new Error('Text in this encoding is read from its start only');
  const markBytes = first === 0 ? (state.decoder?.markBytes ?? 0) : 0;
  let isFirst = true;
  return {
    ...decoder,
    markBytes,
    decode(raw, isLast) {
      const isCut = isFirst && first > 0 && decoder.unit() === 'utf-8';
      const left = isCut ? strayBytes(raw) : isFirst ? markBytes : 0;
      if (isFirst) state.origin = { ...state.origin, stored: first + left };
      isFirst = false;
      return decoder.decode(raw.subarray(left), isLast);
    },
  };
}

async function jump(state: State, share: Share, line: number, withContext: boolean): Promise<number> {
  const { source } = state;
  await state.pieces.return(undefined);
  // One piece more than is needed: a code point cut by the first one is whole in the next, as it is when reading from the start.
  const first = Math.max(0, (Math.floor(share.start / pieceBytes) - 1) * pieceBytes);
  const stop = withContext ? Math.min(source.size ?? Infinity, share.end + contextBytes) : share.end;
  state.decoder = decoderFrom(state, first);
  state.pieces = cutAt(regroup(source.stream({ start: first, end: stop }), pieceBytes), first, share);
  state.window = Buffer.alloc(0);
  state.switches = [];
  state.shrunk = [];
  state.origin = { line, column: 0, stored: share.start };
  state.ended = share.end <= share.start;
  state.read = first;
  state.shareEnd = share.end;
  state.end = Infinity;
  if (share.start > first + state.decoder.markBytes) await fillUntil(state, 2 * pieceBytes, () => state.read >= share.start);
  const before = state.window.length;
  take(state, withContext ? startOfPoint(state.window, Math.max(0, before - contextBytes)) : before, 0);
  const { length } = state.window;
  state.origin = { ...state.origin, line: line - (originAt(state, length).line - state.origin.line) };
  return length;
}

/** Opens an object as text, in whatever encoding it is. */
export function openText(source: ByteSource): TextStream {
  const state: State = {
    source,
    pieces: regroup(source.stream(), pieceBytes),
    window: Buffer.alloc(0),
    switches: [],
    shrunk: [],
    origin: { line: 1, column: 0, stored: 0 },
    newline: null,
    ended: false,
    decoder: null,
    read: 0,
    shareEnd: Infinity,
    end: Infinity,
  };
  return {
    window: () => state.window,
    isEnded: () => state.ended,
    newline: () => newlineOf(state),
    end: () => state.end,
    originAt: (offset) => originAt(state, offset),
    canJump: () => (state.decoder?.elsewhere() ?? null) !== null,
    jump: (share, line, withContext = false) => jump(state, share, line, withContext),
    async fill(length) {
      if (!state.ended && state.window.length < length) await fillUntil(state, length, (filled) => filled >= length);
    },
    take: (length, shown = length) => take(state, length, shown),
    close: async () => void (await state.pieces.return(undefined)),
  };
}
