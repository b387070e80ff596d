/** Bytes that a string takes in UTF-8; a surrogate counts for two, so that a pair counts for four. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) length += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return length;
}

const decoder = new TextDecoder();

/** Longest stretch that is worth decoding by hand, in bytes: a decoder takes longer to be called than a word to be read. */
const shortest = 24;

/** The text of bytes `[start, end)`, which are few more often than not. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > shortest) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else {
      const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
      if (byte < 0xc2 || byte > 0xdf || (next & 0xc0) !== 0x80) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(((byte & 31) << 6) | (next & 63));
      at++;
    }
  }
  return text;
}
