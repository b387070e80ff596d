/** How symbols are spelled in UTF-8, and the classes of bytes the automaton tells apart. */
import { ARABIC, isBoundary, symbolCount, symbolOf } from './symbols.ts';

/** Lead bytes with letters or marks of ours behind them; every other one begins a letter of no term. */
const leads = [0xc2, 0xc3, 0xd8, 0xd9, 0xda, 0xdb, 0xe2] as const;
/** Second bytes after 0xE2 that lead to punctuation and direction marks. */
const secondLeads = [0x80, 0x81] as const;

/** Classes 0 to 63 are symbols spelled in ASCII; then come the 64 continuation bytes, then the lead bytes. */
export const continuationClass = 64;
const strayClass = continuationClass + 64;
export const leadClass = strayClass + 1;
export const classCount = leadClass + leads.length;

/** One way to write a symbol in more than one byte, as classes. `second` is null for two bytes. */
export interface Spelling {
  readonly symbol: number;
  readonly lead: number;
  readonly second: number | null;
  readonly last: number;
}

function listSpellings(): Spelling[] {
  const spellings: Spelling[] = [];
  for (let low = 0; low < 64; low++) {
    const last = continuationClass + low;
    leads.forEach((byte, index) => {
      const lead = leadClass + index;
      if (byte !== 0xe2) spellings.push({ symbol: symbolOf(((byte & 31) << 6) | low), lead, second: null, last });
      else {
        for (const second of secondLeads) {
          const symbol = symbolOf(0x2000 | ((second & 63) << 6) | low);
          spellings.push({ symbol, lead, second: continuationClass + (second & 63), last });
        }
      }
    });
  }
  return spellings;
}

const spellings = listSpellings();

/** Every spelling of each symbol in more than one byte. */
export const spellingsOf: readonly (readonly Spelling[])[] = Array.from({ length: symbolCount }, (_, symbol) =>
  spellings.filter((spelling) => spelling.symbol === symbol),
);

/** Every symbol that separates words. */
export const boundaries: readonly number[] = Array.from({ length: symbolCount }, (_, symbol) => symbol).filter(isBoundary);

/** The class of each byte. */
export function classifyBytes(): Uint8Array {
  const classOf = new Uint8Array(256).fill(strayClass);
  for (let byte = 0; byte < 0x80; byte++) {
    const symbol = symbolOf(byte);
    if (symbol >= ARABIC) throw new RangeError(`Byte ${byte} has a symbol outside the ASCII classes`);
    classOf[byte] = symbol;
  }
  for (let low = 0; low < 64; low++) classOf[0x80 + low] = continuationClass + low;
  leads.forEach((byte, index) => {
    classOf[byte] = leadClass + index;
  });
  return classOf;
}
