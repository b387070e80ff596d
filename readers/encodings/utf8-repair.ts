/** UTF-8 that is not wholly valid, or was taken for something else before it was written: read as what it was meant to be. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { SingleByteEncoding } from './code-pages.ts';
import type { Piece, Shrunk } from './decoded.ts';
import { guessSingleByte } from './guess-encoding.ts';
import { endBeforeMojibake, undoMojibake } from './mojibake.ts';
import { transcode } from './single-byte.ts';

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
function cutSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    return lengthByLead(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** How much of `bytes` can be read without what follows: neither a code point nor a letter in disguise is cut. */
export function completeLength(bytes: Uint8Array): number {
  return endBeforeMojibake(bytes.subarray(0, cutSequence(bytes)));
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
export function isBrokenUtf8(bytes: Uint8Array): boolean {
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
  readonly shrunk: Shrunk[];
  at: number;
}

function addSingleBytes(repair: Repair, line: Uint8Array, encoding: SingleByteEncoding): void {
  repair.switches.push(repair.at);
  repair.at = transcode(line, { from: 0, to: line.length }, encoding, repair);
  repair.switches.push(repair.at);
}

function addUtf8(repair: Repair, line: Uint8Array): void {
  const { bytes, shrunk } = undoMojibake(line);
  for (const one of shrunk) repair.shrunk.push({ ...one, at: repair.at + one.at });
  repair.target.set(bytes, repair.at);
  repair.at += bytes.length;
}

function repairLine(repair: Repair, line: Uint8Array): void {
  if (isUtf8(line)) {
    addUtf8(repair, line);
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
function readByLine(bytes: Uint8Array): Piece {
  const repair: Repair = { target: Buffer.allocUnsafeSlow(bytes.length * 3), switches: [], shrunk: [], at: 0 };
  for (const line of linesOf(bytes)) repairLine(repair, line);
  return { bytes: repair.target.subarray(0, repair.at), switches: repair.switches, shrunk: repair.shrunk };
}

const noSwitches: readonly never[] = [];

/** Text that is UTF-8, or nearly so. */
export function readUtf8(bytes: Uint8Array): Piece {
  return isUtf8(bytes) ? { ...undoMojibake(bytes), switches: noSwitches } : readByLine(bytes);
}
