import { isPlainWord } from '../arabic-names.ts';
import { byteWords } from '../byte-words.ts';
import { givenNames, wordNames } from '../data/names.ts';
import { type Found, splitWords, trait, type ValueDetector, type Window } from '../define.ts';
import { foldWords } from '../engine/symbols.ts';
import {
  headOf,
  isBound,
  isFollowed,
  isLetterByte,
  isNameAhead,
  isOwnPhrase,
  isSmallPair,
  isWordBehind,
  mayFollow,
  mayGoOn,
  nameAhead,
  startsName,
  withoutClitic,
  wordFrom,
  wordStart,
  type Word,
} from '../name-borders.ts';
import {
  cues,
  family,
  fold,
  given,
  isArabicWord,
  isFamily,
  isGiven,
  isNotPerson,
  latinWord,
  pairEnds,
  particle,
  places,
  readName,
  wordLike,
} from '../names.ts';
import { isLedBy } from '../leads.ts';
import { readBehind } from '../name-labels.ts';
import { plain } from '../normalise.ts';
import { utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

/** Particles that stand before nothing but a family name. */
const descent = /^(?:ait|ayt|ben|ould|oulad|ايت|بن)$/;

/** A family name before a place, with its article or particle. */
const familyBefore = new RegExp(`(?<!\\p{L})(?:(?:El|EL|Al|AL|Ben|BEN|Ait|AIT|Aït)[ -])?${latinWord}$`, 'u');
const capitals = /^[\s-]+(?:\p{Lu}{3,}[ -]?)+$/u;

/** The family name that ends before a given name, with the space between; '' if there is none. */
function readFamilyBefore(head: string): string {
  if (!head.endsWith(' ')) return '';
  // It is at most two words: only they are looked at.
  const from = head.lastIndexOf(' ', head.lastIndexOf(' ', head.length - 2) - 1) + 1;
  const previous = familyBefore.exec(head.slice(from, -1))?.[0] ?? '';
  const parts = previous.split(/[ -]/).map(fold);
  const isName = parts.some((part, at) => family.has(part) || (at > 0 && particle.test(parts[at - 1] ?? '')));
  return previous !== '' && isName ? `${previous} ` : '';
}

/** Around a given name: a family name behind it, or before it. */
function readAround(window: Window, found: Found, met: Word): boolean {
  const { bytes, low, high } = window;
  const word = withoutClitic(met);
  const { folded, raw, start } = word;
  if (start > low && start === met.start && isBound(bytes[start - 1] ?? 0)) return false;
  if (!startsName(bytes[start] ?? 0)) return readSmall(window, found, word);
  const isArabic = isArabicWord(raw);
  const mayBeNamed = (mayGoOn(window) || mayFollow(window, start)) && (!isArabic || isFollowed(window, raw));
  const isTold = isLedBy(window, start, cues) || (isArabic && given.has(folded) && isOwnPhrase(window, start));
  if (!mayBeNamed && !isTold) return false;
  const name = readName(raw + nameAhead(window));
  const behind = name.parts.slice(1);
  const isBehind = behind.some((part, index) => isFamily(part, behind[index - 1] ?? folded));
  const isAfter = !isBehind && !isArabic && mayFollow(window, start);
  if (!isBehind && !isAfter && !isTold && behind.length === 0) return false;
  const head = headOf(window, word);
  const previous = isAfter ? readFamilyBefore(head) : '';
  const isSure = isBehind || previous !== '';
  const isCapitals =
    !isSure && behind.length > 0 && behind.length <= 3 && given.has(folded) && capitals.test(name.text.slice(raw.length));
  if (!isSure && !isCapitals && !isTold) return false;
  // A name that is also a word needs a known family name, or one with a particle of descent: "Amal Amrani" has one, "Nour Al Hayat" has not.
  const isWord = wordLike.has(folded) && !given.has(folded);
  if (isWord && !isTold && previous === '' && !behind.some((part) => family.has(part) || descent.test(part))) return false;
  if (isNotPerson(head.slice(0, head.length - previous.length)) || name.parts.some((part) => places.has(part))) return false;
  found.start = start - utf8Length(previous);
  found.end = start + utf8Length(name.text);
  found.traits = isCapitals ? trait.knownPrefix : trait.telling;
  return found.end > found.start && found.end <= high;
}

/** Small letters, as in chats: a given name that is nothing else, then a known family name, and nothing tied to either. */
function readSmall(window: Window, found: Found, { start, raw, folded }: Word): boolean {
  const { bytes, low, at, high } = window;
  if (!given.has(folded) || (start > low && (bytes[start - 1] ?? 0) > 0x20)) return false;
  const tail = decoder.decode(bytes.subarray(at, Math.min(high, at + 32)));
  const hit = /^ (?:(?:el|al|ben|ait) )?([a-z]{4,})(?![\p{L}\d@._/=-])/u.exec(tail);
  const isBehind = hit !== null && family.has(hit[1] ?? '');
  if (!isBehind && (!isLedBy(window, start, cues) || /^[\p{L}\d@._/=-]/u.test(tail))) return false;
  found.start = start;
  found.end = start + utf8Length(isBehind ? raw + hit[0] : raw);
  found.traits = trait.telling;
  return found.end <= high;
}

/** Name of a person: behind a title or a label, or a known given name beside a family name. */
export const personName: ValueDetector = {
  kind: 'value',
  id: 'global/person-name',
  title: 'Name of a person',
  finds:
    'A name behind a title or a label, or a Moroccan given name beside a family name, in Latin or Arabic letters; never a single name, nor that of a street or an institution.',
  references: [
    'Lists of given and family names compiled by hand',
    'Law 37-99 on civil status (Morocco): given name and family name',
  ],
  example: 'Mme Fatima El Amrani',
  identifies: true,
  anchors: [],
  context: {
    fr: `
      m., mr, mme, mlle, monsieur, madame, mademoiselle, dr, docteur, maître, pr, nom, prénom, nom et prénom, nom complet,
      nom de famille, prénom et nom, salarié, salariée, locataire, assuré, assurée, étudiant, étudiante, stagiaire, titulaire, nom du patient, nom du client, nom de l'élève, nom du salarié, client, soussigné,
      soussignée, nommé, nommée, dénommé, ${givenNames.fr ?? ''}, ${wordNames.fr ?? ''}`,
    ar: `
      السيد, السيدة, الآنسة, الدكتور, الدكتورة, الأستاذ, الأستاذة, الحاج, الحاجة, الاسم, الاسم الكامل, الاسم العائلي,
      الاسم الشخصي, الاسم والنسب, المسمى, المسماة, المدعو, المدعوة, ${givenNames.ar ?? ''}, ${wordNames.ar ?? ''}`,
    darija: 'si, haj, hajj, hajja, lalla, smiti, smito, smitha',
    en: 'mrs, ms, miss, full name, first name, last name, surname, patient name, customer name, employee name, employee, tenant, student',
  },
  counter: {
    fr: 'auteur, auteurs, mainteneur, traducteur',
    en: 'copyright, author, authors, maintainer, maintainers, contributor, contributors, translator, last translator',
  },
  fields: {
    says: `
      =noms, nom complet, nom prenom, nom et prenom, prenom nom, prenom, nom famille, nom client, nom patient, nom eleve, nom salarie,
      nom employe, full name, fullname, first name, firstname, last name, lastname, surname, given name, family name, middle name,
      customer name, patient name, employee name, nom jeune fille, nom naissance, contact name, nom contact, cardholder name,
      insured name, beneficiary name, student name, tenant name, guest name, holder name, nom assure, nom beneficiaire, nom locataire, nom agent,
      nom titulaire, nom conjoint, nom pere, nom mere, nom usage, nom epouse, noms prenoms, nom et prenoms, nom prenoms,
      smiya, smia, ism kamil, smiya kamla, knia, lknia, اسم الزبون, اسم المريض, اسم التلميذ, اسم الأجير, اسم الأب, اسم الأم, الاسم و النسب,
      الاسم الكامل, الاسم العائلي, الاسم الشخصي, النسب, الاسم والنسب`,
    beside:
      'nom, name, noms, names, nom fr, nom ar, name ar, name fr, display name, nom utilisateur, nom user, الاسم, nom emp, nom employe, nom etudiant, nom prof, nom stagiaire, titulaire, owner, beneficiaire, lism, nasab, assure, patient, salarie, employe, locataire, eleve, المستفيد',
    denies:
      'service full name, alias, file name, filename, host name, hostname, nom fichier, nom produit, product name, user agent, nom societe, raison sociale',
  },
  check: () => false,
  readLabelled(window, found) {
    if ((window.bytes[window.at - 1] ?? 0) <= 0x20) return false;
    const isAhead = isNameAhead(window);
    const start = wordStart(window);
    if ((!isAhead && !isWordBehind(window, start) && !isSmallPair(window, start)) || isPlainWord(window, start)) return false;
    const word = wordFrom(window, start);
    if (isGiven(withoutClitic(word).folded)) return readAround(window, found, word);
    const pair = startOfPair(window, word);
    if (pair >= 0) {
      if (!readAround(window, found, word)) return false;
      if (found.start === word.start) found.start = pair;
      return true;
    }
    return isAhead && readBehind(window, found, word);
  },
  readCell(window, found) {
    let end = window.high;
    while (end > window.at && (window.bytes[end - 1] ?? 0) <= 0x20) end--;
    if (!isNameCell(window.bytes, window.at, end)) return false;
    found.start = window.at;
    found.end = end;
    found.traits = 0;
    return true;
  },
  usual: {
    hasWords: true,
    read({ bytes, low, high }, found) {
      found.start = low;
      found.end = high;
      return (bytes[low] ?? 0) > 0x20 && (bytes[high - 1] ?? 0) > 0x20 && isNameCell(bytes, low, high);
    },
  },
  isSureAlone({ bytes }, { start, end }) {
    const parts = decoder
      .decode(bytes.subarray(start, end))
      .split(/[\s-]+/u)
      .map(fold);
    return (
      parts.some((part) => family.has(part)) && parts.every((part) => family.has(part) || isGiven(part) || particle.test(part))
    );
  },
  normalise: (value) => foldWords(plain(value)),
};

/** What stands in a column of names where there is no name, and what makes a name a firm's. */
const noNames = byteWords([
  ...places,
  ...splitWords(`
    sarl, sa, null, none, undefined, test, neant, néant, na, nil, nan, admin, administrateur, administrator, user, utilisateur,
    users, superadmin, demo, example, exemple, system, système, systeme, company, group, corp, inc, ltd, llc, association,
    responsable, client, produit, product, item, bank, banque, string, varchar, text, true, false, nom, prénom, prenom, name`),
]);

/** Letters that a capital follows inside a name: McCarthy, DeLuca, ElFassi. */
const inside = byteWords(
  splitWords('mc, mac, de, di, du, la, le, lo, van, von, el, al, ben, bou, bel, ait, abd, abdel, ould, oum, fitz, si'),
);

/** True if what stands before a capital inside a word begins a name; `CreateUser` is a thing of a program. */
const isJoinedName = (bytes: Uint8Array, from: number, at: number): boolean =>
  inside.has(bytes, from, at) || isGiven(fold(decoder.decode(bytes.subarray(from, at))));

/** True for a cell of words: letters, spaces, dashes, dots, commas, apostrophes. */
function isNameCell(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 80) return false;
  let letters = 0;
  let words = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    const byte = at < end ? (bytes[at] ?? 0) : 0x20;
    if (at > from && byte >= 0x41 && byte <= 0x5a && (bytes[at - 1] ?? 0) >= 0x61 && !isJoinedName(bytes, from, at)) return false;
    if (isLetterByte(byte) || byte >= 0x80) letters++;
    else if (byte === 0x20 || byte === 0x2c) {
      if (at > from && noNames.has(bytes, from, at)) return false;
      if (at > from) words++;
      from = at + 1;
    } else if (byte !== 0x2d && byte !== 0x2e && byte !== 0x27) return false;
  }
  return letters >= 2 && words <= 6;
}

/** Where a given name of two words begins that ends in a word that is none by itself, "Fatima Zahra", "عبد الله"; else -1. */
function startOfPair(window: Window, word: Word): number {
  if (!isWordBehind(window, word.start) || !pairEnds.has(word.folded)) return -1;
  const inFront = { ...window, at: word.start - 1 };
  const first = wordFrom(inFront, wordStart(inFront));
  return isGiven(`${first.folded} ${word.folded}`) ? first.start : -1;
}
