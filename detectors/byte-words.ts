/** Sets of words that are looked up straight from bytes, so that nothing is allocated where every cell is looked at. */

/** Words by their bytes, small and capital letters of ASCII alike. */
export interface ByteWords {
  has(bytes: Uint8Array, start: number, end: number): boolean;
}

const places = 1024;

/** Where words are kept: by length, first and last letter, which few others share. */
const placeOf = (first: number, last: number, length: number): number =>
  ((first | 0x20) * 33 + (last | 0x20) * 5 + length) & (places - 1);

const lowerOf = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

const encoder = new TextEncoder();

/** Makes a set of words. */
export function byteWords(words: Iterable<string>): ByteWords {
  const known = Array.from(new Set(words), (word) => encoder.encode(word).map(lowerOf)).filter(({ length }) => length > 0);
  const letters = new Uint8Array(known.reduce((sum, { length }) => sum + length, 0));
  // Word 0 is none: it ends the words of a place.
  const starts = new Uint32Array(known.length + 2);
  const nexts = new Uint16Array(known.length + 1);
  const firsts = new Uint16Array(places);
  known.forEach((word, index) => {
    const start = starts[index + 1] ?? 0;
    const place = placeOf(word[0] ?? 0, word.at(-1) ?? 0, word.length);
    letters.set(word, start);
    starts[index + 2] = start + word.length;
    nexts[index + 1] = firsts[place] ?? 0;
    firsts[place] = index + 1;
  });

  function isWord(word: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[word]!;
    if (starts[word + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at++) if (lowerOf(bytes[at]!) !== letters[from + at - start]) return false;
    return true;
  }

  return {
    has(bytes, start, end) {
      if (start >= end) return false;
      let word = firsts[placeOf(bytes[start]!, bytes[end - 1]!, end - start)]!;
      while (word !== 0 && !isWord(word, bytes, start, end)) word = nexts[word]!;
      return word !== 0;
    },
  };
}
