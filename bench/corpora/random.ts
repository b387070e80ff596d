/** Numbers from a seed, and what is made of them. Not for secrets. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Dice {
  /** A whole number from 0, below the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** So many decimal digits, at most 9. */
  readonly digits: (count: number) => string;
  /** So many hexadecimal digits, at most 8. */
  readonly hex: (count: number) => string;
}

export function makeDice(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    digits: (count) => String(below(10 ** count)).padStart(count, '0'),
    hex: (count) =>
      below(16 ** count)
        .toString(16)
        .padStart(count, '0'),
  };
}

/** A number from 0 to 99 in two digits. */
export const two = (value: number): string => String(value).padStart(2, '0');
