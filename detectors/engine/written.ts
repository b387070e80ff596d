/** How a term is written: as an entry of a list in source code, or as somebody's first name. */
import { isWordByte } from '../digits.ts';
import type { Here } from './around.ts';
import type { Workspace } from './workspace.ts';

/** How far over spaces and line ends a list goes on, in bytes. */
const longestGap = 24;

const isQuote = (byte: number): boolean => byte === 0x27 || byte === 0x22 || byte === 0x60;
const isOneOf = (signs: string, byte: number): boolean => byte > 0 && signs.includes(String.fromCharCode(byte));

/** The first byte that is no space from a place on, in the direction of `step`; 0 where there is none nearby. */
function signFrom({ bytes }: Workspace, from: number, step: 1 | -1): number {
  for (let at = from; Math.abs(at - from) < longestGap; at += step) if ((bytes[at] ?? 0) > 0x20) return bytes[at] ?? 0;
  return 0;
}

/** True for a quoted entry of a list, `['islam', 'judaism']`, and for either side of an enumeration, `Islam = 'ISLAM',`. */
export function isListed(work: Workspace, { start, end, cell }: Here): boolean {
  if (cell >= 0) return false;
  const { bytes } = work;
  const quote = bytes[start - 1] ?? 0;
  if (isQuote(quote)) {
    if (bytes[end] !== quote) return false;
    const before = signFrom(work, start - 2, -1);
    const after = signFrom(work, end + 1, 1);
    return isOneOf('[{(,|', before) ? isOneOf(',]})|;', after) : before === 0x3d && isOneOf(',}', after);
  }
  if (signFrom(work, end, 1) !== 0x3d || !isOneOf('{,', signFrom(work, start - 1, -1))) return false;
  const equals = bytes.indexOf(0x3d, end);
  return isQuote(signFrom(work, equals + 1, 1));
}

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isSmall = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc3;

/** True for a word written as a name with another name behind it: "Christian Dupont", "Jean-Christian". */
export function isFirstName({ bytes }: Workspace, { start, end }: Here): boolean {
  if (!isCapital(bytes[start] ?? 0) || !isSmall(bytes[start + 1] ?? 0)) return false;
  if (bytes[start - 1] === 0x2d && isWordByte(bytes[start - 2] ?? 0)) return true;
  const joint = bytes[end] ?? 0;
  return (joint === 0x20 || joint === 0x2d) && isCapital(bytes[end + 1] ?? 0) && isWordByte(bytes[end + 2] ?? 0);
}
