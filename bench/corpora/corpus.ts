/** Texts to measure with: made from a seed, with what was written into them counted. */
import type { BuiltInId } from '../../detectors/catalogue.ts';

/** How many values of each kind stand in a text. */
export type Planted = Partial<Record<BuiltInId, number>>;

export interface Corpus {
  /** UTF-8, whole lines. */
  readonly bytes: Uint8Array;
  readonly planted: Planted;
}

/** Says that a value was written. */
export type Plant = (detector: BuiltInId, count?: number) => void;

/** Bytes of text that are made at a time. */
const blockBytes = 100_000;

/**
 * Fills at most `size` bytes with `head` and as many pieces as fit. Pieces are joined in blocks, and only whole blocks are
 * kept, so that everything counted as planted is there.
 */
export function fillCorpus(size: number, head: string, makePiece: (plant: Plant) => string): Corpus {
  const counts = new Map<BuiltInId, number>();
  const plant: Plant = (detector, count = 1) => void counts.set(detector, (counts.get(detector) ?? 0) + count);
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.write(head);
  for (;;) {
    const planted = Object.fromEntries(counts);
    let block = '';
    while (block.length < blockBytes) block += makePiece(plant);
    if (at + Buffer.byteLength(block) > size) return { bytes: bytes.subarray(0, at), planted };
    at += bytes.write(block, at);
  }
}
