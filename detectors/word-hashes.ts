/** Sets of words that are looked up straight from bytes, so that nothing is allocated where every cell is looked at. */

const firstHash = 0x811c9dc5;

/** FNV-1a of the bytes of a word, capitals of ASCII as small letters. */
export function hashWord(bytes: Uint8Array, start: number, end: number): number {
  let hash = firstHash;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    hash = Math.imul(hash ^ (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte), 0x01000193);
  }
  return hash;
}

/** The hashes of some words. */
export function hashWords(words: Iterable<string>): ReadonlySet<number> {
  const encoder = new TextEncoder();
  return new Set(
    [...words].map((word) => {
      const bytes = encoder.encode(word);
      return hashWord(bytes, 0, bytes.length);
    }),
  );
}
