/**
 * How symbols are spelled in UTF-8, and the classes of bytes the automaton tells apart. Continuation bytes share their
 * classes with ASCII: which of the two a byte is follows from the state, because a lead byte goes before.
 */
import { ARABIC, IGNORED, isBoundary, symbolCount, symbolOf } from './symbols.ts';

/** Lead bytes with letters or marks of ours behind them; the others begin letters of no term. */
const leads = [0xc2, 0xc3, 0xd8, 0xd9, 0xda, 0xdb, 0xe2] as const;
/** Second bytes after 0xE2 that lead to punctuation and direction marks. */
const secondLeads = [0x80, 0x81] as const;

/** Classes 0 to 63 are ASCII by symbol, and continuation bytes by their low bits; then come the lead bytes. */
export const leadClass = 64;
/** The one lead byte of ours that two bytes follow. */
export const longLeadClass = leadClass + leads.indexOf(0xe2);
/** Lead bytes of no interest, by the number of bytes that follow, less one. */
export const otherLeadClass = leadClass + leads.length;
export const classCount = otherLeadClass + 3;

/** One way to write a symbol in more than one byte, as classes. `second` is null for two bytes. */
export interface Spelling {
  readonly symbol: number;
  readonly lead: number;
  readonly second: number | null;
  readonly last: number;
  /** Also followed inside a term, where every lead byte costs a state: accents, Arabic letters, no-break space, apostrophe. */
  readonly isInTerm: boolean;
}

function isUsualInTerm(point: number, symbol: number): boolean {
  if (symbol === IGNORED) return point >= 0x640 && point < 0x680;
  if (isBoundary(symbol)) return point === 0xa0 || point === 0x2019;
  return point < 0x680;
}

function listSpellings(): Spelling[] {
  const spellings: Spelling[] = [];
  const add = (point: number, lead: number, second: number | null): void => {
    const symbol = symbolOf(point);
    spellings.push({ symbol, lead, second, last: point & 63, isInTerm: isUsualInTerm(point, symbol) });
  };
  for (let low = 0; low < 64; low++) {
    leads.forEach((byte, index) => {
      if (byte !== 0xe2) add(((byte & 31) << 6) | low, leadClass + index, null);
      else for (const second of secondLeads) add(0x2000 | ((second & 63) << 6) | low, leadClass + index, second & 63);
    });
  }
  return spellings;
}

const spellings = listSpellings();
const allSymbols = Array.from({ length: symbolCount }, (_, symbol) => symbol);

/** Every spelling of each symbol in more than one byte. */
export const spellingsOf: readonly (readonly Spelling[])[] = allSymbols.map((symbol) =>
  spellings.filter((spelling) => spelling.symbol === symbol),
);

/** Those of them that are followed inside a term. */
export const spellingsInTerm: readonly (readonly Spelling[])[] = spellingsOf.map((list) =>
  list.filter(({ isInTerm }) => isInTerm),
);

/** Every symbol that separates words. */
export const boundaries: readonly number[] = allSymbols.filter(isBoundary);

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
