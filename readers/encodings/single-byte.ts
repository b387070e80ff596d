/** Text in a one-byte encoding as UTF-8. */
import { upperHalf } from './code-pages.ts';
import type { SingleByteEncoding } from './code-pages.ts';

interface Table {
  /** UTF-8 of each byte, three places a byte. */
  readonly bytes: Uint8Array;
  readonly lengths: Uint8Array;
}

const tables = new Map<SingleByteEncoding, Table>();

/** What an encoding leaves free is read as Windows does, so that no byte is lost. */
function makeTable(encoding: SingleByteEncoding): Table {
  const upper = upperHalf(encoding);
  const others = upperHalf('windows-1256');
  const bytes = new Uint8Array(256 * 3);
  const lengths = new Uint8Array(256);
  for (let code = 0; code < 256; code++) {
    const own = code < 0x80 ? String.fromCodePoint(code) : upper[code - 0x80]!;
    const utf8 = Buffer.from(own === '\ufffd' ? others[code - 0x80]! : own, 'utf8');
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
