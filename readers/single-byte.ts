/** The one-byte encodings of French and Arabic Windows, told apart by how their letters lie together. */

export type SingleByteEncoding = 'windows-1252' | 'windows-1256';

interface Table {
  /** UTF-8 of each byte, three places a byte. */
  readonly bytes: Uint8Array;
  readonly lengths: Uint8Array;
}

const tables = new Map<SingleByteEncoding, Table>();

function makeTable(encoding: SingleByteEncoding): Table {
  const decoder = new TextDecoder(encoding);
  const bytes = new Uint8Array(256 * 3);
  const lengths = new Uint8Array(256);
  for (let code = 0; code < 256; code++) {
    const character = code < 0x80 ? String.fromCodePoint(code) : decoder.decode(Uint8Array.of(code));
    const utf8 = Buffer.from(character, 'utf8');
    bytes.set(utf8, code * 3);
    lengths[code] = utf8.length;
  }
  return { bytes, lengths };
}

function tableOf(encoding: SingleByteEncoding): Table {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const made = makeTable(encoding);
  tables.set(encoding, made);
  return made;
}

/** Writes bytes `[from, to)` as UTF-8 into `target` at `at` (room for three bytes each) and returns where it ended. */
export function transcode(
  source: Uint8Array,
  range: { readonly from: number; readonly to: number },
  encoding: SingleByteEncoding,
  into: { readonly target: Uint8Array; readonly at: number },
): number {
  const { bytes, lengths } = tableOf(encoding);
  const { target } = into;
  let at = into.at;
  for (let i = range.from; i < range.to; i++) {
    const code = source[i]!;
    if (code < 0x80) {
      target[at++] = code;
      continue;
    }
    const length = lengths[code]!;
    for (let k = 0; k < length; k++) target[at++] = bytes[code * 3 + k]!;
  }
  return at;
}

/**
 * Arabic words are runs of bytes above 0x7F; French ones have such a byte here and there among ASCII letters. windows-1256
 * holds the French small letters at the places of windows-1252, so mixed text reads right as 1256.
 */
export function guessSingleByte(source: Uint8Array): SingleByteEncoding {
  let high = 0;
  let inRuns = 0;
  let run = 0;
  for (let i = 0; i <= source.length; i++) {
    if (i < source.length && source[i]! >= 0xc0) {
      run++;
      continue;
    }
    high += run;
    if (run >= 3) inRuns += run;
    run = 0;
  }
  // A third: Arabic words of one or two letters are common, three accented letters in a row are not.
  return high > 0 && inRuns * 3 >= high ? 'windows-1256' : 'windows-1252';
}
