/** The plain way to look for six kinds of values: one expression a kind, one pass each, nothing validated. */

const expressions: readonly RegExp[] = [
  /\b[A-Z]{1,2}\d{5,6}\b/g,
  /(?:\+212|00212|0)[ .-]?[5-8](?:[ .-]?\d){8}/g,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\b\d{24}\b/g,
  /\bMA\d{26}\b/g,
  /\b\d{15}\b/g,
];

/** Bytes decoded at a time; lines longer than the rest of a piece are cut. */
const pieceBytes = 16_000_000;

/** The text of some bytes, in pieces that end with a line: decoding is no part of what is measured. */
export function decodePieces(bytes: Uint8Array): readonly string[] {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const lineEnd = bytes.lastIndexOf(0x0a, from + pieceBytes);
    const to = from + pieceBytes >= bytes.length || lineEnd < from ? bytes.length : lineEnd + 1;
    pieces.push(decoder.decode(bytes.subarray(from, to)));
    from = to;
  }
  return pieces;
}

/** Counts the matches of all six. */
export function countPlainly(pieces: readonly string[]): number {
  let count = 0;
  for (const text of pieces) {
    for (const expression of expressions) for (const match of text.matchAll(expression)) if (match.length > 0) count++;
  }
  return count;
}
