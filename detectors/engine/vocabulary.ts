/** All words of all detectors as one list of terms, each with what it means to whom. */
import { type Detector, listTerms, splitWords, type Terms } from '../define.ts';
import { names, persons, streets } from '../data/persons.ts';
import { topics } from '../data/topics.ts';
import { foldedHash } from '../folded-words.ts';
import { SPACE, foldTerm, isArabic } from './symbols.ts';
import type { TrieTerm } from './trie.ts';

/** What a term is to a detector. Flags of one byte. */
export const role = {
  context: 1,
  counter: 2,
  strong: 4,
  weak: 8,
  predicate: 16,
  falseFriend: 32,
  key: 64,
  firstName: 128,
} as const;
/** What a term is to all. */
export const general = { person: 1, street: 2, title: 4, name: 8, topic: 16 } as const;

export interface Term extends TrieTerm {
  /** As we spell it, for evidence. */
  readonly text: string;
  readonly isArabic: boolean;
  /** Ends with a border in the trie: short words would otherwise be met inside longer ones too often. */
  readonly isClosed: boolean;
  /** Letters of a single word; 0 for a term of several. */
  readonly solid: number;
  /** Single letters with dots between, as abbreviations are spelled. */
  readonly isSpelled: boolean;
  general: number;
}

export interface Vocabulary {
  readonly terms: readonly Term[];
  /** `roles[term * detectors + detector]`. */
  readonly roles: Uint8Array;
  /** Union of each term's roles over all detectors. */
  readonly anyRole: Uint8Array;
  /** Detectors to which a common word just before a term is a predicate, by the hash of the folded word. */
  readonly commonPredicates: ReadonlyMap<number, readonly number[]>;
}

const shortWord = 5;

/** Words as short as "est" or "is" stand on every line: they are read where a term calls for them, not looked for. */
const isCommon = (word: string): boolean => /^(?:\p{Script=Latin}{1,4}|\p{Script=Arabic}{1,2}|أنا|إنه)$/u.test(word);

function makeTerm(text: string): Term {
  const { symbols, accented } = foldTerm(text);
  const startsArabic = isArabic(symbols[0] ?? 0);
  const isClosed = !startsArabic && symbols.length < shortWord;
  const open = startsArabic ? symbols : [SPACE, ...symbols];
  return {
    text: text.toLowerCase(),
    symbols: isClosed ? [...open, SPACE] : open,
    accented: startsArabic ? accented : [false, ...accented],
    isArabic: startsArabic,
    isClosed,
    solid: symbols.includes(SPACE) ? 0 : symbols.length,
    isSpelled: /^\p{L}(?:[. ]\p{L})+$/u.test(text),
    general: 0,
  };
}

/** An Arabic word and, where it begins with the article, its form behind the particle "for", which swallows a letter. */
const spellings = (word: string): readonly string[] => (word.startsWith('ال') ? [word, `لل${word.slice(2)}`] : [word]);

/** Names of fields as they stand before `=` and `:` in logs and settings. */
const listKeys = (detector: Detector): readonly string[] =>
  detector.kind === 'value' ? splitWords(detector.fields.says).flatMap((name) => [name, name.replaceAll(' ', '')]) : [];

/** Every word of a detector with its role. */
function listRoles(detector: Detector): readonly (readonly [string, number])[] {
  const lists: readonly (readonly [Terms | undefined, number])[] =
    detector.kind === 'value'
      ? [
          [detector.context, role.context],
          [detector.counter, role.counter],
        ]
      : [
          [detector.strong, role.strong],
          [detector.weak, role.weak],
          [detector.falseFriends, role.falseFriend],
          [detector.firstNames, role.firstName],
        ];
  const predicates = detector.kind === 'lexicon' ? listTerms(detector.predicates).filter((word) => !isCommon(word)) : [];
  return [
    ...lists.flatMap(([terms, flag]) => listTerms(terms).map((word) => [word, flag] as const)),
    ...predicates.map((word) => [word, role.predicate] as const),
    ...listKeys(detector).map((word) => [word, role.key] as const),
  ];
}

function gatherCommonPredicates(detectors: readonly Detector[]): ReadonlyMap<number, readonly number[]> {
  const common = new Map<number, number[]>();
  detectors.forEach((detector, index) => {
    if (detector.kind !== 'lexicon') return;
    for (const word of listTerms(detector.predicates).filter(isCommon)) {
      const folded = foldedHash(word);
      common.set(folded, [...(common.get(folded) ?? []), index]);
    }
  });
  return common;
}

/** Gathers the words of the detectors and the words for persons and streets. */
export function gatherVocabulary(detectors: readonly Detector[]): Vocabulary {
  const terms: Term[] = [];
  const indexOf = new Map<string, number>();
  // Detectors share many words: each is folded once.
  const indexOfText = new Map<string, number>();
  const add = (text: string): number => {
    const known = indexOfText.get(text);
    if (known !== undefined) return known;
    const term = makeTerm(text);
    const key = String.fromCharCode(...term.symbols);
    const index = indexOf.get(key) ?? terms.push(term) - 1;
    indexOf.set(key, index);
    indexOfText.set(text, index);
    return index;
  };
  const uses: (readonly [number, number, number])[] = detectors.flatMap((detector, at) =>
    listRoles(detector).flatMap(([word, flag]) => spellings(word).map((spelling) => [add(spelling), at, flag] as const)),
  );
  const mark = (words: readonly string[], flag: number): void => {
    for (const word of words) {
      const term = terms[add(word)];
      if (term !== undefined) term.general |= flag;
    }
  };
  mark(listTerms(persons.words), general.person);
  mark(listTerms(persons.titles), general.title);
  mark(listTerms(streets), general.street);
  mark(listTerms(names), general.name);
  mark(listTerms(topics), general.topic);
  const roles = new Uint8Array(terms.length * detectors.length);
  const anyRole = new Uint8Array(terms.length);
  for (const [term, at, flag] of uses) {
    const entry = term * detectors.length + at;
    roles[entry] = (roles[entry] ?? 0) | flag;
    anyRole[term] = (anyRole[term] ?? 0) | flag;
  }
  return { terms, roles, anyRole, commonPredicates: gatherCommonPredicates(detectors) };
}
