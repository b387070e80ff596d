/** Bytes looked at four at a time, as words in the order of the machine's own numbers (the lowest byte first). */

/** A word of four times the same byte. */
export const wordOf = (byte: number): number => Math.imul(byte, 0x01010101);

/** The highest bit of each zero byte of a word. Above the lowest one, bits may stand that say nothing. */
export const zerosOf = (word: number): number => (word - 0x01010101) & ~word & 0x80808080;

/** Which byte of its word (0 to 3) the lowest of such bits stands in. */
export const firstOf = (marks: number): number => (31 - Math.clz32(marks & -marks)) >> 3;

/** Index of the first byte from `from` on that is one of two; the length of the view where none is. */
export function indexOfEither(view: DataView, from: number, one: number, other: number): number {
  const end = view.byteLength;
  const ones = wordOf(one);
  const others = wordOf(other);
  let at = from;
  for (; at + 4 <= end; at += 4) {
    const word = view.getInt32(at, true);
    const marks = zerosOf(word ^ ones) | zerosOf(word ^ others);
    if (marks !== 0) return at + firstOf(marks);
  }
  while (at < end && view.getUint8(at) !== one && view.getUint8(at) !== other) at++;
  return at;
}
