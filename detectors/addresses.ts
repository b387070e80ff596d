/** What an address is made of: words for streets, towns, and the parts that tell somebody's door from a headline. */
import { townsAr, townsFr } from './data/towns.ts';
import { splitWords } from './define.ts';
import { foldWords } from './engine/symbols.ts';

/** Words that begin an address or a part of it; every other label only says that one may follow. */
export const streetWords: ReadonlySet<string> = new Set(
  splitWords(
    `rue, avenue, av, ave, bd, bld, boulevard, impasse, passage, zankat, zanqat, charii, lotissement, hay, quartier, derb, douar,
     résidence, immeuble, imm, place, route, شارع, زنقة, ساحة, حي, درب, دوار, تجزئة, إقامة, عمارة, zen9a, zan9a, 7ay, chari3,
     3imara, street`,
  ).map(foldWords),
);

/** Folds words; most are plain letters. */
export const fold = (words: string): string =>
  /^[A-Za-z]+(?: [A-Za-z]+)?$/.test(words) ? words.toLowerCase() : foldWords(words);

export const towns: ReadonlySet<string> = new Set(splitWords(`${townsFr},${townsAr}`).map(foldWords));

/** What stands before the word for a street: a number, a flat, a building, each with a comma or a space behind. */
export const leadsIn =
  /(?:(?:^|[\s:,;("'«>-])(?:(?:n[°ºo]\s?|رقم\s?|app(?:t|artement)?\.?\s?|imm(?:euble)?\.?\s?|villa\s?|bloc\s?|lot\.?\s?|عمارة\s?|شقة\s?)[A-Z]?\d{0,4}[A-Za-z]?|\d{1,4}(?:\s?(?:bis|ter))?)\s{0,2}[,،-]?\s{0,2}){1,3}$/iu;

/** Parts of an address behind the street's name. */
const parts: readonly RegExp[] = [
  /(?:^|[\s,،;])(?:n[°ºo]|رقم)\s?\d{1,4}(?!\d)/iu,
  /(?:^|[\s,،;])(?:app(?:t|artement)?\.?|apt\.?|étage|etg|porte|esc(?:alier)?\.?|شقة|الشقة|طابق|الطابق)\s?(?:n[°ºo]\s?)?[A-Z]?\d{1,4}(?!\d)|\d{1,2}\s?(?:er|ère|[eè]me|e)\s?étage/iu,
  /(?:^|[\s,،;])(?i:imm(?:euble)?\.?|bloc|blk|gh|bât(?:iment)?\.?|bat\.?|résidence|residence|rés\.?|عمارة|بلوك|إقامة)\s?(?:n[°ºo]\s?)?(?:[A-Z]?\d{1,4}|[A-Z])(?![\p{L}\d])/u,
  /(?:^|[\s,،;])(?i:hay|quartier|qu\.|lot(?:issement|\.)|derb|douar|cité|secteur|résidence|rés\.|حي|درب|دوار|تجزئة|إقامة|قطاع)\s(?:\p{Lu}|[\u{621}-\u{64a}]|\d)/u,
  /(?:^|[\s,،;(-])(?:[1-9]\d{4})(?=[\s,،;.)-]|$)/u,
] as const;

/** A name or number right behind the word for a street. */
export const streetName =
  /^\s{0,2}(?:n[°ºo]\s?\d{1,4}|\d{1,4}(?!\d|[.,]\d|\s?%)|(?:(?:de|du|des|la|le|les|el|al|ibn)\s|[dl]['’]){0,3}(?:\p{Lu}[\p{L}'’.-]+|[\u{621}-\u{64a}]{2,}))/u;

/** The words a street's name goes on with: "Hassan II", "Moulay Youssef". */
export const restOfName = /^(?:\s(?:\p{Lu}[\p{L}'’-]+|[IVX]{1,4}(?!\p{L}))){1,3}/u;

/** Where an address may end: at the end of a line or sentence, or where a field of another kind begins. */
export const stop =
  /[\n\r\t|<>{}"=]|(?<!(?i:imm|appt?|apt|lot|rés|res|av|ave|bd|bld|bat|bât|n))[.!?؟]\s+\p{Lu}|;\s|(?i:t[ée]l|gsm|e-?mail|cin|fax)(?!\p{L})|الهاتف|\s[–—]\s/u;

const segment = /[^,،]+/gu;
/** A word, and up to two more: towns have at most three. */
const firstWords = /^[\s\d.-]*([^\s\d]+)(?:\s([^\s\d]+))?/u;
const lastWords = /(?:([^\s\d]+)\s)?([^\s\d]+)[\s.)]*$/u;

const isTown = (name: string): boolean => towns.has(fold(name));

const isBlank = (text: string, at: number): boolean => text[at]?.trim() === '';
const isTail = (text: string, at: number): boolean => text[at] === '.' || text[at] === ')' || isBlank(text, at);

/** First character of the word that ends before a place: neither a space nor a digit is in it. */
function wordBefore(text: string, end: number): number {
  let start = end;
  while (start > 0 && !isBlank(text, start - 1) && !(text.charCodeAt(start - 1) >= 0x30 && text.charCodeAt(start - 1) <= 0x39))
    start--;
  return start;
}

/** Where the last two words of a text begin at the earliest: an expression tried from every place before would take long. */
function startOfLastWords(text: string): number {
  let end = text.length;
  while (end > 0 && isTail(text, end - 1)) end--;
  if (end === 0) return 0;
  const last = wordBefore(text, end);
  return last > 0 && isBlank(text, last - 1) ? wordBefore(text, last - 1) : last;
}

/** Where a town ends that begins or ends a stretch between commas; -1 if none does. */
function townIn(text: string): number {
  const from = startOfLastWords(text);
  const last = lastWords.exec(text.slice(from));
  const [all = '', second, third = ''] = last ?? [];
  const end = last === null ? -1 : from + last.index + all.trimEnd().replace(/[.)]+$/u, '').length;
  if (last !== null && (isTown(third) || (second !== undefined && isTown(`${second} ${third}`)))) return end;
  const first = firstWords.exec(text);
  if (first === null) return -1;
  const [whole, word = '', next] = first;
  if (next !== undefined && isTown(`${word} ${next}`)) return whole.length;
  return isTown(word) ? whole.length - (next === undefined ? 0 : next.length + 1) : -1;
}

/** Character after the last town named in a text, -1 if there is none. */
export function lastTown(text: string): number {
  let last = -1;
  for (const { 0: stretch, index } of text.matchAll(segment)) {
    const end = townIn(stretch);
    if (end >= 0) last = index + end;
  }
  return last;
}

/** How many parts follow, and where the last of them ends. */
export function readParts(text: string): { readonly count: number; readonly end: number } {
  let count = 0;
  let end = 0;
  for (const part of parts) {
    const hit = part.exec(text);
    if (hit === null) continue;
    count++;
    const name = /^(?:[ ][\p{L}'’-]+){0,2}/u.exec(text.slice(hit.index + hit[0].length))?.[0] ?? '';
    const isNamed = /\s[\p{Lu}\u{621}-\u{64a}]$/u.test(hit[0]);
    const rest = isNamed
      ? (/^[\p{L}'’-]*(?:\s(?:\p{Lu}|[\u{621}-\u{64a}])[\p{L}'’-]*)?/u.exec(text.slice(hit.index + hit[0].length))?.[0] ?? '')
      : '';
    end = Math.max(end, hit.index + hit[0].length + (isNamed ? rest.length : Math.min(0, name.length)));
  }
  const town = lastTown(text);
  return town < 0 ? { count, end } : { count: count + 1, end: Math.max(end, town) };
}

/** A word for a street or quarter, and the beginning of its name. */
const startsStreet = /(?:^|[,،]\s?)(\p{L}+)\.?\s(?:\p{Lu}|[\u{621}-\u{64a}]|\d|(?:de|du|des|la|el|al|l')\s?\p{L})/u;
export const isStreet = (text: string): boolean => streetWords.has(fold(startsStreet.exec(text)?.[1] ?? ''));

/** True for a text that a field for addresses holds: a street, or words with a number or a town. */
export function isAddress(text: string): boolean {
  if (!/\p{L}{2}/u.test(text) || text.length < 8 || /@|\/\/|[{}<>=]|adress|address|عنوان/iu.test(text)) return false;
  if (!/[\s,]/.test(text)) return false;
  return /\d/.test(text) || lastTown(text) >= 0 || isStreet(text);
}
