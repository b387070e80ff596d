/**
 * The classes of bytes the automaton tells apart, and how symbols are spelled in UTF-8. Continuation bytes share their
 * classes with ASCII: which of the two a byte is follows from the state, because a lead byte goes before.
 */
import { ARABIC, IGNORED, isBoundary, symbolOf } from './symbols.ts';

/** Lead bytes with letters or marks of ours behind them; the others begin letters of no term. The last has two bytes behind. */
const leads = [0xc2, 0xc3, 0xd8, 0xd9, 0xda, 0xdb, 0xe2] as const;

/** Classes 0 to 63 are ASCII by symbol, and continuation bytes by their low bits; then come the lead bytes. */
export const leadClass = 64;
/** Lead bytes of no interest, by the number of bytes that follow, less one. */
export const otherLeadClass = leadClass + leads.length;
export const classCount = otherLeadClass + 3;

/** What a state waits for: nothing, the last byte behind one of `leads` (by its place there, from 1), or one of these. */
export const pending = {
  none: 0,
  /** The second byte of three that begin with 0xE2. */
  second: leads.length,
  /** The third byte behind 0xE2 0x80 and 0xE2 0x81, which lead to punctuation and direction marks. */
  third: leads.length + 1,
  /** One to three bytes of a letter of no term. */
  other: leads.length + 3,
} as const;
/** Second bytes behind 0xE2 that matter, by their low bits: 0 and 1. */
export const seconds = 2;

/** The symbol that a continuation byte completes, by what was waited for and its low bits; -1 where none of ours can be. */
export interface Spelling {
  readonly symbol: number;
  /** Also followed inside a term, where every lead byte costs a state: accents, Arabic letters, no-break space, apostrophe. */
  readonly isInTerm: boolean;
}

function isUsualInTerm(point: number, symbol: number): boolean {
  if (symbol === IGNORED) return point >= 0x640 && point < 0x680;
  if (isBoundary(symbol)) return point === 0xa0 || point === 0x2019;
  return point < 0x680;
}

/** Spells the character whose last byte has these low bits, behind the bytes that a state has seen. */
export function spell(waiting: number, low: number): Spelling {
  const isThird = waiting >= pending.third;
  const lead = leads[waiting - 1] ?? 0;
  const point = isThird ? 0x2000 | ((waiting - pending.third) << 6) | low : ((lead & 31) << 6) | low;
  const symbol = symbolOf(point);
  return { symbol, isInTerm: isUsualInTerm(point, symbol) };
}

/** The class of each byte. */
export function classifyBytes(): Uint8Array {
  const classOf = new Uint8Array(256);
  for (let byte = 0; byte < 0x80; byte++) {
    const symbol = symbolOf(byte);
    if (symbol >= ARABIC) throw new RangeError(`Byte ${byte} has a symbol outside the ASCII classes`);
    classOf[byte] = symbol;
  }
  for (let low = 0; low < 64; low++) classOf[0x80 + low] = low;
  for (let byte = 0xc0; byte < 0x100; byte++) classOf[byte] = otherLeadClass + (byte < 0xe0 ? 0 : byte < 0xf0 ? 1 : 2);
  leads.forEach((byte, index) => {
    classOf[byte] = leadClass + index;
  });
  return classOf;
}
