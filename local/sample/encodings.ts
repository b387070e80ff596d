/** Encodings that Node only decodes: a one-byte table is turned round once and then used. */

const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const table = new Map(Array.from(letters, (letter, byte) => [letter, byte]));
  tables.set(encoding, table);
  return table;
}

function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(Array.from(text), (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no place for U+${letter.codePointAt(0)?.toString(16)}`);
    return byte;
  });
}

/** French as Windows wrote it. Throws for a letter it lacks. */
export const encodeWindows1252 = (text: string): Uint8Array => encode(text, 'windows-1252');

/** Arabic as Windows wrote it. Throws for a letter it lacks. */
export const encodeWindows1256 = (text: string): Uint8Array => encode(text, 'windows-1256');

/** UTF-16, little end first, with a byte order mark. */
export const encodeUtf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
