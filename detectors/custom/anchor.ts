/** What of a pattern the one pass can look for: a bounded beginning that is rare enough in any text. */
import { ARABIC, DIGIT, IGNORED, LATIN, OTHER, SPACE, isDigit, isLatin, symbolCount, symbolOf } from '../engine/symbols.ts';
import type { Pattern } from './pattern.ts';
import type { Points } from './points.ts';

/** The beginning of a value, as an anchor of `engine/anchors.ts`. */
export interface Prefix {
  readonly anchor: string;
  /** Least and most characters of the value up to the end of the anchor. */
  readonly least: number;
  readonly most: number;
}

/** How much a prefix must tell before it is looked for, and when it has told enough. A digit tells 1.5, three letters in a row 9. */
const enoughToLook = 8;
const enoughToStop = 14;
/** Beginnings of different lengths are tried one after the other: so many at most. */
const mostLengths = 8;
/** Ranges larger than this hold letters that no anchor knows. */
const largeRange = 0x400;

interface Growing {
  text: string;
  least: number;
  most: number;
  told: number;
}

/** The symbols of a set; null where one of them is no symbol that an anchor may go on over. */
function symbolsOf(points: Points): readonly number[] | null {
  const symbols = new Set<number>();
  for (const [first, last] of points) {
    if (last - first > largeRange) return null;
    for (let point = first; point <= last; point++) symbols.add(symbolOf(point));
  }
  return symbols.has(OTHER) || symbols.has(IGNORED) ? null : [...symbols].toSorted((a, b) => a - b);
}

const signs: readonly string[] = Array.from({ length: 0x80 }, (_, point) => String.fromCharCode(point));

/** How a symbol is written in an anchor. */
function writeSymbol(symbol: number): string {
  if (isLatin(symbol)) return String.fromCharCode(0x61 + symbol - LATIN);
  if (isDigit(symbol)) return String(symbol - DIGIT);
  if (symbol >= ARABIC) return String.fromCharCode(0x621 + symbol - ARABIC);
  return `\\${signs.find((sign) => symbolOf(sign.charCodeAt(0)) === symbol) ?? '!'}`;
}

function writeSet(symbols: readonly number[]): string {
  if (symbols.length === 10 && symbols.every(isDigit)) return '\\d';
  if (symbols.length === 26 && symbols.every(isLatin)) return '\\l';
  const written = symbols.map(writeSymbol).join('');
  return symbols.length === 1 ? written : `[${written}]`;
}

/** What one character of a set tells. */
function weigh(symbols: readonly number[]): number {
  const [only] = symbols;
  if (symbols.length > 26 || symbols.includes(SPACE)) return 0;
  if (symbols.length === 1 && only !== undefined) return isLatin(only) || only >= ARABIC ? 3 : 4;
  if (symbols.length <= 3) return 2;
  return symbols.every(isDigit) ? 1.5 : 0.5;
}

/** Writes the whole of a part, whatever it tells; null where it cannot be written. */
function writeWhole(pattern: Pattern): Growing | null {
  if (pattern.kind === 'set') {
    const symbols = symbolsOf(pattern.points);
    return symbols === null ? null : { text: writeSet(symbols), least: 1, most: 1, told: weigh(symbols) };
  }
  if (pattern.kind === 'repeat') {
    const { least, most } = pattern;
    const part = writeWhole(pattern.part);
    if (part === null || most > symbolCount) return null;
    const text = most === 0 ? '' : `(${part.text}){${least},${most}}`;
    return { text, least: least * part.least, most: most * part.most, told: least * part.told };
  }
  const parts = pattern.parts.map(writeWhole);
  if (!parts.every((part) => part !== null)) return null;
  const sum = (read: (part: Growing) => number): number => parts.reduce((total, part) => total + read(part), 0);
  if (pattern.kind === 'sequence') {
    return {
      text: parts.map(({ text }) => text).join(''),
      least: sum((one) => one.least),
      most: sum((one) => one.most),
      told: sum((one) => one.told),
    };
  }
  return {
    text: `(${parts.map(({ text }) => text).join('|')})`,
    least: Math.min(...parts.map(({ least }) => least)),
    most: Math.max(...parts.map(({ most }) => most)),
    told: Math.min(...parts.map(({ told }) => told)),
  };
}

/** The parts of a pattern as one after the other, counted repetitions written out. */
function unroll(pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'sequence') return pattern.parts.flatMap(unroll);
  if (pattern.kind !== 'repeat' || pattern.least === 0) return [pattern];
  const rest: Pattern = { ...pattern, least: 0, most: pattern.most - pattern.least };
  const copies = Array.from({ length: pattern.least }, () => unroll(pattern.part)).flat();
  return rest.most === 0 ? copies : [...copies, rest];
}

/** Reads as much of one way through a pattern as it takes. */
function growPrefix(pattern: Pattern): Prefix | null {
  const grown: Growing = { text: '', least: 0, most: 0, told: 0 };
  for (const part of unroll(pattern)) {
    const written = writeWhole(part);
    if (written === null || grown.most + written.most - grown.least - written.least > mostLengths) break;
    grown.text += written.text;
    grown.least += written.least;
    grown.most += written.most;
    grown.told += written.told;
    if (grown.told >= enoughToStop) break;
  }
  if (grown.told < enoughToLook) return null;
  return { anchor: `[^\\l\\d]${grown.text}`, least: grown.least, most: grown.most };
}

/** Anchors for a pattern, one for each way it may begin; null where one of them would be met on every line. */
export function findPrefixes(pattern: Pattern): readonly Prefix[] | null {
  const prefixes = (pattern.kind === 'choice' ? pattern.parts : [pattern]).map(growPrefix);
  return prefixes.every((prefix) => prefix !== null) ? prefixes : null;
}
