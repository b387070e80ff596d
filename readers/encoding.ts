/** Bytes as stored to UTF-8. What is not valid in the encoding found is read in the likeliest other one: no byte is lost. */
import { isAscii, isUtf8 } from 'node:buffer';
import { guessSingleByte, transcode } from './single-byte.ts';
import type { SingleByteEncoding } from './single-byte.ts';

/** How much one code point takes in the object as stored; lets a place be found from decoded text alone. */
export type Unit = 'utf-8' | 'single-byte' | 'utf-16';

export interface Piece {
  readonly bytes: Uint8Array;
  /** Offsets in `bytes` where stored text turns from UTF-8 to one byte a code point and back; empty if it never does. */
  readonly switches: readonly number[];
}

export interface Decoder {
  /** Length of the byte order mark, which is not text. */
  readonly markBytes: number;
  /** Of everything decoded so far; `single-byte` also holds for ASCII decoded before it was known. */
  unit(): Unit;
  /** The answer may share the bytes of `raw`. */
  decode(raw: Uint8Array, isLast: boolean): Piece;
  /** A decoder for text further on in the same object, after this one has seen `settlingPieces`; null where a place to start is not found so easily. */
  elsewhere(): Decoder | null;
}

/**
 * Pieces after which the encoding of an object stands. Where they are ASCII it is UTF-8, lines that are not being read in what they look
 * like: what a stretch means then depends on nothing that lies far before it.
 */
export const settlingPieces = 2;

const noBytes = new Uint8Array(0);
const noSwitches: readonly number[] = [];
const unitsSampled = 2048;

/** True if every other byte (from `parity`) looks like the high byte of Latin or Arabic UTF-16 and the units are printable. */
function hasUtf16Pattern(head: Uint8Array, parity: 0 | 1): boolean {
  const units = Math.min(unitsSampled, head.length >> 1);
  let zeros = 0;
  let expected = 0;
  let odd = 0;
  for (let i = 0; i < units; i++) {
    const high = head[2 * i + parity]!;
    const low = head[2 * i + 1 - parity]!;
    if (high === 0) zeros++;
    if (high === 0 || high === 0x06) expected++;
    if (high === 0 && low < 0x20 && low !== 0x09 && low !== 0x0a && low !== 0x0d) odd++;
  }
  return units > 0 && zeros * 20 >= units && expected * 10 >= units * 9 && odd * 50 <= units;
}

/** UTF-16 by its mark or by the pattern of its zero bytes; everything else is decided when the first byte above 0x7F comes. */
function findUtf16(head: Uint8Array): { readonly label: 'utf-16le' | 'utf-16be'; readonly markBytes: number } | null {
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', markBytes: 2 };
  if (hasUtf16Pattern(head, 1)) return { label: 'utf-16le', markBytes: 0 };
  if (hasUtf16Pattern(head, 0)) return { label: 'utf-16be', markBytes: 0 };
  return null;
}

/** True if the bytes are UTF-16 text. */
export function isUtf16(head: Uint8Array): boolean {
  return findUtf16(head) !== null;
}

function utf16Decoder(label: 'utf-16le' | 'utf-16be', markBytes: number): Decoder {
  const text = new TextDecoder(label, { ignoreBOM: true });
  return {
    markBytes,
    unit: () => 'utf-16',
    elsewhere: () => null,
    decode: (raw, isLast) => ({ bytes: Buffer.from(text.decode(raw, { stream: !isLast }), 'utf8'), switches: noSwitches }),
  };
}

/** Bytes that a lead byte asks for, or 0 if it is none. */
function lengthByLead(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Length of the valid UTF-8 sequence at `at` (RFC 3629, section 4), or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lengthByLead(lead);
  if (length < 2) return length;
  if (at + length > bytes.length) return 0;
  for (let i = at + 1; i < at + length; i++) if ((bytes[i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const isOutside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return isOverlong || isOutside ? 0 : length;
}

/** Where a sequence that the end of `bytes` cuts begins; the length of `bytes` where it cuts none. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    return lengthByLead(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** True if more of the bytes above 0x7F lie in valid sequences than not. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let balance = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 1) balance++;
    if (length === 0) balance--;
    i += length === 0 ? 1 : length;
  }
  return balance > 0;
}

/** Runs over the lines of a text, line ends included. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline === -1 ? bytes.length : newline + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/**
 * True if text that is not valid UTF-8 is best read as UTF-8 all the same: one line in ten beyond ASCII is valid, which
 * hardly a line of a one-byte encoding is by chance, or the only line there is has a few bad bytes.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let invalid = 0;
  for (const line of linesOf(bytes)) {
    if (isAscii(line)) continue;
    if (isUtf8(line)) valid++;
    else invalid++;
  }
  return valid > 0 ? valid * 10 >= invalid : isMostlyUtf8(bytes);
}

interface Repair {
  readonly target: Uint8Array;
  readonly switches: number[];
  at: number;
}

function addSingleBytes(repair: Repair, line: Uint8Array, encoding: SingleByteEncoding): void {
  repair.switches.push(repair.at);
  repair.at = transcode(line, { from: 0, to: line.length }, encoding, repair);
  repair.switches.push(repair.at);
}

function repairLine(repair: Repair, line: Uint8Array): void {
  if (isUtf8(line)) {
    repair.target.set(line, repair.at);
    repair.at += line.length;
    return;
  }
  if (!isMostlyUtf8(line)) {
    addSingleBytes(repair, line, guessSingleByte(line));
    return;
  }
  for (let i = 0; i < line.length;) {
    const length = sequenceLength(line, i);
    for (let k = 0; k < length; k++) repair.target[repair.at++] = line[i + k]!;
    if (length === 0) addSingleBytes(repair, line.subarray(i, i + 1), 'windows-1252');
    i += length === 0 ? 1 : length;
  }
}

/** UTF-8 with lines of another encoding in between: each such line is read in the encoding it looks like. */
function repairUtf8(bytes: Uint8Array): Piece {
  const repair: Repair = { target: Buffer.allocUnsafeSlow(bytes.length * 3), switches: [], at: 0 };
  for (const line of linesOf(bytes)) repairLine(repair, line);
  return { bytes: repair.target.subarray(0, repair.at), switches: repair.switches };
}

function decodeSingleByte(raw: Uint8Array, encoding: SingleByteEncoding): Piece {
  const target = Buffer.allocUnsafeSlow(raw.length * 3);
  const end = transcode(raw, { from: 0, to: raw.length }, encoding, { target, at: 0 });
  return { bytes: target.subarray(0, end), switches: noSwitches };
}

type Mode = 'ascii' | 'utf-8' | SingleByteEncoding;

function byteDecoder(markBytes: number, firstMode: Mode = 'ascii'): Decoder {
  let mode = firstMode;
  let held: Uint8Array = noBytes;
  let asciiPieces = 0;

  function decodeUtf8(raw: Uint8Array, isLast: boolean): Piece {
    const cut = isLast ? raw.length : completeLength(raw);
    const body = raw.subarray(0, cut);
    const valid = isUtf8(body);
    if (mode === 'ascii' && !isAscii(body)) mode = valid || isBrokenUtf8(body) ? 'utf-8' : guessSingleByte(raw);
    if (mode !== 'utf-8' && mode !== 'ascii') return decodeSingleByte(raw, mode);
    held = Buffer.from(raw.subarray(cut));
    return valid ? { bytes: body, switches: noSwitches } : repairUtf8(body);
  }

  return {
    markBytes,
    unit: () => (mode === 'ascii' || mode === 'utf-8' ? 'utf-8' : 'single-byte'),
    decode(raw, isLast) {
      if (mode !== 'ascii' && mode !== 'utf-8') return decodeSingleByte(raw, mode);
      const whole = held.length === 0 ? raw : Buffer.concat([held, raw]);
      held = noBytes;
      if (mode !== 'ascii' || !isAscii(whole)) return decodeUtf8(whole, isLast);
      asciiPieces += 1;
      if (asciiPieces === settlingPieces) mode = 'utf-8';
      return { bytes: whole, switches: noSwitches };
    },
    elsewhere: () => byteDecoder(0, mode),
  };
}

/** The decoder that fits the first bytes of an object. Give it the bytes after the mark. */
export function chooseDecoder(head: Uint8Array): Decoder {
  const utf16 = findUtf16(head);
  if (utf16 !== null) return utf16Decoder(utf16.label, utf16.markBytes);
  return byteDecoder(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
}

/** Bytes that decoded text `[from, to)` takes in the object as stored. */
export function storedLength(text: Uint8Array, from: number, to: number, layout: StoredLayout): number {
  if (layout.unit === 'utf-8' && layout.switches.length === 0) return to - from;
  if (layout.unit === 'utf-8') return mixedLength(text, from, to, layout.switches);
  let points = 0;
  let astral = 0;
  for (let i = from; i < to; i++) {
    if ((text[i]! & 0xc0) !== 0x80) points++;
    if (text[i]! >= 0xf0) astral++;
  }
  return layout.unit === 'single-byte' ? points : 2 * (points + astral);
}

export interface StoredLayout {
  readonly unit: Unit;
  readonly switches: readonly number[];
}

function mixedLength(text: Uint8Array, from: number, to: number, switches: readonly number[]): number {
  let stored = 0;
  let next = 0;
  while (next < switches.length && switches[next]! <= from) next++;
  for (let i = from; i < to; i++) {
    while (next < switches.length && switches[next]! <= i) next++;
    const isSingle = next % 2 === 1;
    if (!isSingle || (text[i]! & 0xc0) !== 0x80) stored++;
  }
  return stored;
}
