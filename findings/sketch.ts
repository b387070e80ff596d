/**
 * How many different values: the smallest keyed hashes seen (Bar-Yossef et al. 2002, "k minimum values"). Exact up to `sketchSize`,
 * an estimate with a relative error of about 1/√sketchSize above. Sketches of parts merge into the sketch of the whole.
 */
import { createHmac, hash as hashOnce } from 'node:crypto';

export const sketchSize = 128;
const hashHexDigits = 13;
const hashSpace = 16 ** hashHexDigits;

const blockBytes = 64;
const digestBytes = 32;
const longestText = 1024;

/** Room for what HMAC-SHA-256 (RFC 2104) hashes under one key; the key's blocks stand in it already. */
interface Mac {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const macs = new WeakMap<Uint8Array, Mac>();

/** One key serves many thousand values: making a `Hmac` for each costs more than all the rest of counting them. */
function macOf(key: Uint8Array): Mac {
  const known = macs.get(key);
  if (known) return known;
  const block = Buffer.alloc(blockBytes);
  block.set(key.length > blockBytes ? hashOnce('sha256', key, 'buffer') : key);
  const inner = Buffer.alloc(blockBytes + longestText);
  const outer = Buffer.alloc(blockBytes + digestBytes);
  for (const [at, byte] of block.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  macs.set(key, { inner, outer });
  return { inner, outer };
}

/** 52-bit keyed hash of a normalised value, in hex: enough to count, too little to be looked up without the key. */
export const sketchHash = (key: Uint8Array, detector: string, normalised: string): string =>
  valueHash(key, detector, normalised).slice(0, hashHexDigits);

/** Keyed hash of a normalised value, 256 bits in hex. */
export function valueHash(key: Uint8Array, detector: string, normalised: string): string {
  const text = `${detector}\0${normalised}`;
  // A UTF-16 unit takes three bytes at most.
  if (text.length * 3 > longestText) return createHmac('sha256', key).update(text).digest('hex');
  const { inner, outer } = macOf(key);
  const end = blockBytes + inner.write(text, blockBytes, 'utf8');
  outer.write(hashOnce('sha256', inner.subarray(0, end), 'hex'), blockBytes, 'hex');
  return hashOnce('sha256', outer, 'hex');
}

/** A sketch while it is filled. */
export interface Sketch {
  readonly hashes: Set<string>;
  largest: string;
}

export const emptySketch = (): Sketch => ({ hashes: new Set(), largest: '' });

/** Adds a hash; keeps the `sketchSize` smallest. */
export function addToSketch(sketch: Sketch, hash: string): void {
  if (sketch.hashes.has(hash)) return;
  if (sketch.hashes.size < sketchSize) {
    sketch.hashes.add(hash);
    if (hash > sketch.largest) sketch.largest = hash;
    return;
  }
  if (hash >= sketch.largest) return;
  sketch.hashes.delete(sketch.largest);
  sketch.hashes.add(hash);
  sketch.largest = '';
  for (const kept of sketch.hashes) if (kept > sketch.largest) sketch.largest = kept;
}

/** The hashes in ascending order: the form a sketch is stored in. */
export const sketchTexts = (sketch: Sketch): readonly string[] => [...sketch.hashes].toSorted();

/** Merges stored sketches. */
export function mergeSketches(sketches: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(sketches.flat())].toSorted().slice(0, sketchSize);
}

/** Number of different values behind a stored sketch. */
export function countDistinct(hashes: readonly string[]): number {
  const largest = hashes.at(-1);
  if (hashes.length < sketchSize || largest === undefined) return hashes.length;
  return Math.round((sketchSize - 1) / (Number.parseInt(largest, 16) / hashSpace));
}
