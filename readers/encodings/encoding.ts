/** Bytes as stored to UTF-8. What is not valid in the encoding found is read in the likeliest other one: no byte is lost. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { SingleByteEncoding } from './code-pages.ts';
import { plainPiece } from './decoded.ts';
import type { Piece, Unit } from './decoded.ts';
import { guessSingleByte } from './guess-encoding.ts';
import { transcode } from './single-byte.ts';
import { completeLength, isBrokenUtf8, readUtf8 } from './utf8-repair.ts';

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
const unitsSampled = 2048;

/** True if every other byte (from `parity`) looks like the high byte of Latin or Arabic UTF-16 and the units are printable. Arabic alone has no zeros. */
function hasUtf16Pattern(head: Uint8Array, parity: 0 | 1): boolean {
  const units = Math.min(unitsSampled, head.length >> 1);
  let zeros = 0;
  let expected = 0;
  let arabic = 0;
  let odd = 0;
  for (let i = 0; i < units; i++) {
    const high = head[2 * i + parity]!;
    const low = head[2 * i + 1 - parity]!;
    if (high === 0) zeros++;
    if (high === 0 || high === 0x06) expected++;
    if (high === 0x06 && low >= 0x0c && low < 0x70) arabic++;
    if (high === 0 && low < 0x20 && low !== 0x09 && low !== 0x0a && low !== 0x0d) odd++;
  }
  const isArabic = units > 1 && zeros + arabic === units;
  return units > 0 && (isArabic || zeros * 20 >= units) && expected * 10 >= units * 9 && odd * 50 <= units;
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
    decode: (raw, isLast) => plainPiece(Buffer.from(text.decode(raw, { stream: !isLast }), 'utf8')),
  };
}

function decodeSingleByte(raw: Uint8Array, encoding: SingleByteEncoding): Piece {
  const target = Buffer.allocUnsafeSlow(raw.length * 3);
  const end = transcode(raw, { from: 0, to: raw.length }, encoding, { target, at: 0 });
  return plainPiece(target.subarray(0, end));
}

type Mode = 'ascii' | 'utf-8' | SingleByteEncoding;

function byteDecoder(markBytes: number, firstMode: Mode = 'ascii'): Decoder {
  let mode = firstMode;
  let held: Uint8Array = noBytes;
  let asciiPieces = 0;

  function decodeUtf8(raw: Uint8Array, isLast: boolean): Piece {
    const cut = isLast ? raw.length : completeLength(raw);
    const body = raw.subarray(0, cut);
    if (mode === 'ascii' && !isAscii(body)) mode = isUtf8(body) || isBrokenUtf8(body) ? 'utf-8' : guessSingleByte(raw);
    if (mode !== 'utf-8' && mode !== 'ascii') return decodeSingleByte(raw, mode);
    held = Buffer.from(raw.subarray(cut));
    return readUtf8(body);
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
      return plainPiece(whole);
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
