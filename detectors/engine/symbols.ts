/**
 * The alphabet the automaton thinks in. Case, accents, Arabic letter variants and digits of three scripts fold to one
 * symbol each, so that a term or an anchor is written once and found in all its spellings.
 */

/** A letter no term contains: it ends every term in progress. */
export const OTHER = 0;
/** Stands for nothing: tatweel, vowel marks, zero-width and direction marks. */
export const IGNORED = 1;
export const SPACE = 2;
export const DOT = 3;
export const DASH = 4;
export const SLASH = 5;
export const PLUS = 6;
export const AT = 7;
export const OPEN = 8;
export const CLOSE = 9;
export const UNDERSCORE = 10;
export const NEWLINE = 11;
export const COLON = 12;
export const PERCENT = 13;
export const PUNCTUATION = 14;
export const DIGIT = 15;
export const LATIN = DIGIT + 10;
export const ARABIC = LATIN + 26;
/** One symbol per folded Arabic letter, U+0621 to U+064A. */
export const symbolCount = ARABIC + 42;

const singles: Readonly<Record<string, number>> = {
  ' ': SPACE,
  '.': DOT,
  '-': DASH,
  '/': SLASH,
  '+': PLUS,
  '@': AT,
  '(': OPEN,
  ')': CLOSE,
  _: UNDERSCORE,
  '\n': NEWLINE,
  '\r': NEWLINE,
  ':': COLON,
  '%': PERCENT,
};

/** Arabic letters written in several ways, and the way that stands for them. */
const arabicFolds = new Map([
  [0x622, 0x627],
  [0x623, 0x627],
  [0x625, 0x627],
  [0x671, 0x627],
  [0x624, 0x648],
  [0x626, 0x64a],
  [0x649, 0x64a],
  [0x6cc, 0x64a],
  [0x629, 0x647],
  [0x6a9, 0x643],
  [0x6af, 0x643],
  [0x6ad, 0x643],
]);

function isIgnored(point: number): boolean {
  if (point === 0x640 || point === 0x670 || point === 0xfeff) return true;
  if (point >= 0x64b && point <= 0x65f) return true;
  if (point >= 0x200b && point <= 0x200f) return true;
  return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

function latinSymbol(point: number): number {
  const lower = point | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? LATIN + lower - 0x61 : -1;
}

function asciiSymbol(point: number): number {
  if (point >= 0x30 && point <= 0x39) return DIGIT + point - 0x30;
  const letter = latinSymbol(point);
  if (letter >= 0) return letter;
  return singles[String.fromCharCode(point)] ?? PUNCTUATION;
}

function punctuationSymbol(point: number): number {
  if (point === 0xa0 || point === 0x202f || point === 0x205f || (point >= 0x2000 && point <= 0x200a)) return SPACE;
  if (point >= 0x2010 && point <= 0x2015) return DASH;
  return point === 0x2028 || point === 0x2029 ? NEWLINE : PUNCTUATION;
}

function arabicSymbol(point: number): number {
  if (point >= 0x660 && point <= 0x669) return DIGIT + point - 0x660;
  if (point >= 0x6f0 && point <= 0x6f9) return DIGIT + point - 0x6f0;
  const letter = arabicFolds.get(point) ?? point;
  if (letter >= 0x621 && letter <= 0x64a) return ARABIC + letter - 0x621;
  return point < 0x620 || point === 0x66a || point === 0x6d4 || (point >= 0x66b && point <= 0x66d) ? PUNCTUATION : OTHER;
}

function findSymbol(point: number): number {
  if (point < 0x80) return asciiSymbol(point);
  if (isIgnored(point)) return IGNORED;
  if (point < 0xc0 || (point >= 0x2000 && point < 0x2070)) return punctuationSymbol(point);
  if (point < 0x100) {
    const base = String.fromCharCode(point).normalize('NFD').charCodeAt(0);
    return Math.max(latinSymbol(base), OTHER);
  }
  return point >= 0x600 && point < 0x700 ? arabicSymbol(point) : OTHER;
}

/** Up to here symbols are looked up: it is done for every border of every word that is met. */
const tabled = 0x700;
const table = Uint8Array.from({ length: tabled }, (_, point) => findSymbol(point));

/** The symbol of a code point. */
export const symbolOf = (point: number): number => (point < tabled ? (table[point] ?? OTHER) : findSymbol(point));

/** True for what separates words. */
export const isBoundary = (symbol: number): boolean => symbol >= SPACE && symbol <= PUNCTUATION;
export const isDigit = (symbol: number): boolean => symbol >= DIGIT && symbol < LATIN;
export const isLatin = (symbol: number): boolean => symbol >= LATIN && symbol < ARABIC;
export const isArabic = (symbol: number): boolean => symbol >= ARABIC && symbol < symbolCount;

/** True for a character that stays what it is when a text is composed, whatever marks stand beside it. */
function isSettled(unit: number): boolean {
  if (unit < 0x300) return true;
  return (unit >= 0x61b && unit < 0x653) || (unit >= 0x656 && unit < 0x6d6) || (unit >= 0x6ee && unit < tabled);
}
const settled = Uint8Array.from({ length: tabled }, (_, unit) => Number(isSettled(unit)));

/** Composes a text; most are composed, and asking the runtime takes longer than looking. */
function compose(text: string): string {
  for (let at = 0; at < text.length; at++) if (settled[text.charCodeAt(at)] !== 1) return text.normalize('NFC');
  return text;
}

/** Folds a string to words: symbols with every run of boundaries as one SPACE, none at either end. */
export function foldTerm(text: string): { readonly symbols: number[]; readonly accented: boolean[] } {
  const symbols: number[] = [];
  const accented: boolean[] = [];
  const composed = compose(text);
  let last = SPACE;
  for (let at = 0; at < composed.length; at++) {
    const point = composed.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    const symbol = symbolOf(point);
    if (symbol === IGNORED) continue;
    const folded = isBoundary(symbol) ? SPACE : symbol;
    if (folded === SPACE && last === SPACE) continue;
    last = folded;
    symbols.push(folded);
    accented.push(point >= 0xc0 && point < 0x100);
  }
  if (last === SPACE) {
    symbols.pop();
    accented.pop();
  }
  return { symbols, accented };
}

function writeSymbol(symbol: number): string {
  if (isLatin(symbol)) return String.fromCharCode(0x61 + symbol - LATIN);
  if (isArabic(symbol)) return String.fromCharCode(0x621 + symbol - ARABIC);
  if (isDigit(symbol)) return String.fromCharCode(0x30 + symbol - DIGIT);
  return symbol === SPACE ? ' ' : '\u{fffd}';
}

/** How the character of each code point up to `tabled` is written; a boundary as a space, what stands for nothing as nothing. */
const written = Array.from(table, (symbol) => (symbol === IGNORED ? '' : writeSymbol(isBoundary(symbol) ? SPACE : symbol)));

/** Longest text that is folded letter by letter; a longer one is joined in one go. */
const shortText = 48;

/** Folds a short text of composed Latin or Arabic letters; null for anything else. */
function foldShort(text: string): string | null {
  let folded = '';
  let isOpen = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (settled[unit] !== 1) return null;
    const letter = written[unit] ?? '';
    if (letter === ' ') isOpen = folded !== '';
    else if (letter !== '') {
      folded += isOpen ? ` ${letter}` : letter;
      isOpen = false;
    }
  }
  return folded;
}

/** The spelling under which two writings of one word are equal. */
export function foldWords(text: string): string {
  const short = text.length <= shortText ? foldShort(text) : null;
  return short ?? foldTerm(text).symbols.map(writeSymbol).join('');
}
