declare module 'unbzip2-stream/lib/bzip2.js' {
  type BitReader = ((count: number | null) => number) & { bytesRead: number };
  interface Bzip2 {
    /** Reads the file header and gives the block size in units of 100 kB. */
    header(bits: BitReader): number;
    /** Decodes one block; gives the running checksum, or null at the end of a stream. Throws for damage. */
    decompress(
      bits: BitReader,
      onByte: (byte: number) => void,
      block: Int32Array,
      blockBytes: number,
      checksum: number | null,
    ): number | null;
  }
  const bzip2: Bzip2;
  export = bzip2;
}
declare module 'unbzip2-stream/lib/bit_iterator.js' {
  function createBitReader(next: () => Uint8Array | undefined): ((count: number | null) => number) & { bytesRead: number };
  export = createBitReader;
}
