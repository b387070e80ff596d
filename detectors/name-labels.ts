/** Reads the name behind a title or a label: "M. Karim Alaoui", "Nom : Alaoui", "Je soussigné, Karim Alaoui". */
import { type Found, splitWords, type Window } from './define.ts';
import { headOf, nameAhead, textAhead, wordBefore, type Word } from './name-borders.ts';
import { family, isArabicWord, isFamily, isGiven, isNotPerson, places, readName, titles, weakTitles } from './names.ts';
import { utf8Length } from './utf8.ts';

const decoder = new TextDecoder();

function place(window: Window, found: Found, head: number, text: string): boolean {
  found.start = window.at + head;
  found.end = found.start + utf8Length(text);
  found.traits = 0;
  return found.end <= window.high;
}

/** True where an M is no title: a length, an item of a list, an option, or the second of somebody's initials. */
const isInitial = (head: string): boolean =>
  /(?:[\d)\]-]|(?<!\p{Ll}{2})\.)\s?$/u.test(head) ||
  (/\p{Lu}\p{Ll}+ $/u.test(head) && !/(?:Bonjour|Bonsoir|Cher|Merci|Par|Avec|Pour|Que|De|Et|Chez|À|Vu) $/u.test(head));

/** Words of English, and of French, that a sentence is seldom without; those that both have are left out. */
const english =
  /(?<!\p{L})(?:the|of|is|are|was|and|in|with|by|for|to|from|that|this|which|be|has|will|an|as|any|must|shall)(?!\p{L})/u;
const french =
  /(?<!\p{L})(?:le|la|les|de|du|des|et|est|par|une?|dans|sur|pour|avec|au|aux|que|qui|il|elle|ce)(?!\p{L})|[dl]['’]\p{L}/iu;

/** True in an English sentence: there an M is an initial or a variable, and no title. */
function isInEnglish(window: Window, label: Word): boolean {
  const around = headOf(window, label) + textAhead(window);
  return english.test(around) && !french.test(around);
}

/** How far before an M the item L of a list is looked for, in bytes. */
const itemReach = 400;

/** True where an M begins a sentence, or a line below an item "L.": only a known name makes it a title there. */
function mayBeItem(window: Window, label: Word): boolean {
  const { bytes, low } = window;
  const head = headOf(window, label);
  if (/\p{Ll}{2}\.\s?$/u.test(head)) return true;
  if (!/\n[ \t]*$/u.test(head)) return false;
  return /(?:^|\n)[ \t]*L[.)] /u.test(decoder.decode(bytes.subarray(Math.max(low, label.start - itemReach), label.start)));
}

/** True if what stands between a label and its value may follow: a quote, spaces, a colon or an equals sign; else there is none. */
function mayLeadIn({ bytes, high, at }: Window, isTitle: boolean): boolean {
  const first = bytes[at] ?? 0;
  if (isTitle) return first === 0x20 || first === 0x2e || first >= 0x80;
  let next = first === 0x22 || first === 0x27 ? at + 1 : at;
  while (next < high && (bytes[next] === 0x20 || ((bytes[next] ?? 0) >= 0x09 && (bytes[next] ?? 0) <= 0x0d))) next++;
  const byte = next < high ? (bytes[next] ?? 0) : 0;
  // A quote or a space of another kind may stand there, which no Arabic or Latin letter begins like.
  return byte === 0x3a || byte === 0x3d || byte === 0x28 || byte === 0xc2 || byte >= 0xe1;
}

/** Behind a title or a label. */
export function readBehind(window: Window, found: Found, label: Word): boolean {
  const { folded: word, raw } = label;
  const isTitle = titles.has(word);
  const isWeak = weakTitles.has(word);
  const isSomeTitle = isTitle || isWeak;
  if (!mayLeadIn(window, isSomeTitle) && !isSaid(word)) return false;
  const rest = isSomeTitle ? nameAhead(window) : textAhead(window);
  const lead = (isSomeTitle ? /^\.?[ \u{a0}]{1,2}/u : /^["'”»]?\s{0,2}(?:\([^()]{1,16}\)\s?)?[:=]>?\s{0,2}["'«“]?\s?/u).exec(
    rest,
  )?.[0];
  if (lead === undefined) return isSaid(word) && readSaid(window, found, rest);
  if (isTitle && raw.length <= 4 && !/^\p{Lu}|^[\u{621}-\u{64a}]/u.test(raw)) return false;
  // "MS" is a maker of software, "Ms" a title.
  if (raw === 'MS' || raw === 'DR') return false;
  if (word === 'm' && (raw !== 'M' || isInitial(wordBefore(window, label.start)))) return false;
  const name = readName(rest.slice(lead.length));
  if (name.parts.length === 0 || name.text.length < 3) return false;
  const isKnown = name.parts.some(
    (part, at) => isGiven(part) || (isArabicWord(part) ? family.has(part) : isFamily(part, name.parts[at - 1] ?? '')),
  );
  const isBare = word === 'm' && !isKnown && (!lead.startsWith('.') || mayBeItem(window, label) || isInEnglish(window, label));
  if ((isWeak || isBare || isLoose(word)) && !isKnown) return false;
  const behind = rest.slice(lead.length + name.text.length);
  // "fullName = Word(alphas)", "fullname=None," : what a program calls, and what it writes for nothing.
  if (!isTitle && lead.includes('=') && /^(?:\(|::|\.\p{L}|\[|->)/u.test(behind)) return false;
  // "Dr. Dobb's Journal": a thing called after somebody.
  if (isTitle && /['’]s \p{Lu}/u.test(name.text)) return false;
  // A single word in capitals is a code unless it is known as a name.
  if (!isKnown && !isTitle && name.parts.length === 1 && /^[\p{Lu}_]{2,}$/u.test(name.text)) return false;
  if (isWeak && isNotPerson(headOf(window, label))) return false;
  if (name.parts.some((part) => places.has(part))) return false;
  return place(window, found, utf8Length(lead), name.text);
}

/** "I the undersigned": the name follows without a sign. */
const saying = new Set(
  splitWords(
    'soussigne, soussignee, nomme, nommee, denomme, prenomme, المسمي, المسماه, المدعو, المدعوه, الموقع, smiti, smito, smitha',
  ),
);
const isSaid = (word: string): boolean => saying.has(word);
/** Labels that stand before other things than names as well. */
const isLoose = (word: string): boolean =>
  /^(?:nom|الاسم|client\p{L}*|salariee?|locataire|assuree?|etudiante?|stagiaire|titulaire|employee|tenant|student)s?$/u.test(word);

function readSaid(window: Window, found: Found, rest: string): boolean {
  const lead = /^(?:\(e\))?[\s,،]{1,3}(?:(?:M|Mme|Mlle|Dr)\.?\s|السيدة?\s|أسفله\s)?/u.exec(rest)?.[0] ?? '';
  const name = readName(rest.slice(lead.length));
  if (lead === '' || name.parts.length < 1) return false;
  return place(window, found, utf8Length(lead), name.text);
}
