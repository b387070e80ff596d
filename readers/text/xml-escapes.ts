/** Character references and the five entities of XML (XML 1.0, 4.1 and 4.6). Any other entity stays as it is written. */
import type { Escapes } from '../block.ts';

const ampersand = 0x26;
const semicolon = 0x3b;
const replacement = 0xfffd;
/** The longest reference worth reading: `&#x0010FFFF;`. */
const longestReference = 12;
const named: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 };

function pointOf(name: string): number {
  if (!name.startsWith('#')) return named[name] ?? -1;
  const isHex = name[1] === 'x';
  const digits = name.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[\da-f]+$/iu : /^\d+$/u).test(digits)) return -1;
  const point = Number.parseInt(digits, isHex ? 16 : 10);
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? replacement : point;
}

interface Reference {
  /** UTF-8 of what it stands for. */
  readonly text: Uint8Array;
  /** Bytes as written. */
  readonly length: number;
}

const known = new Map<string, Reference | null>();
const maxKnown = 1000;

function readReference(bytes: Uint8Array, at: number, end: number): Reference | null {
  const close = bytes.subarray(at, Math.min(end, at + longestReference)).indexOf(semicolon);
  if (close < 2) return null;
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 1, close - 1).toString('latin1');
  const before = known.get(name);
  if (before !== undefined) return before;
  const point = pointOf(name);
  const read = point < 0 ? null : { text: Buffer.from(String.fromCodePoint(point), 'utf8'), length: close + 1 };
  if (known.size < maxKnown) known.set(name, read);
  return read;
}

export const xmlEscapes: Escapes = {
  unescape(bytes, start, end) {
    let to = start;
    for (let from = start; from < end;) {
      const reference = bytes[from] === ampersand ? readReference(bytes, from, end) : null;
      if (reference === null) {
        bytes[to++] = bytes[from++]!;
        continue;
      }
      bytes.set(reference.text, to);
      to += reference.text.length;
      from += reference.length;
    }
    bytes.fill(0x20, to, end);
    return to;
  },
  escapedLength(bytes, start, length) {
    let from = start;
    for (let read = 0; read < length;) {
      const reference = bytes[from] === ampersand ? readReference(bytes, from, bytes.length) : null;
      read += reference?.text.length ?? 1;
      from += reference?.length ?? 1;
    }
    return from - start;
  },
};
