/** Turns a list of detectors into the tables that one pass needs. */
import { tableWeights } from '../confidence.ts';
import type { Detector, Look } from '../define.ts';
import { compileAnchors } from './anchors.ts';
import { type Automaton, makeAutomaton } from './automaton.ts';
import { type FieldReader, makeFieldReader } from './field-names.ts';
import { type Beginnings, gatherBeginnings } from './beginnings.ts';
import { buildTrie } from './trie.ts';
import { gatherVocabulary, general, role, type Vocabulary } from './vocabulary.ts';

/** Everything that does not change from text to text. */
export interface Engine {
  readonly detectors: readonly Detector[];
  readonly vocabulary: Vocabulary;
  readonly automaton: Automaton;
  /** Detector of each anchor, and the anchor's index there. */
  readonly owners: Uint16Array;
  readonly ownAnchors: Uint16Array;
  /** 1 for detectors of values, and 1 for those of them that read whole cells. */
  readonly isValue: Uint8Array;
  readonly readsCells: Uint8Array;
  /** For each detector, its three ways to look. */
  readonly checks: readonly Look[];
  readonly labelReaders: readonly Look[];
  readonly cellReaders: readonly Look[];
  /** The last of them where the field's name leaves it open. */
  readonly openCellReaders: readonly Look[];
  /** Those that tell cells at a glance; none where a detector of the user's own might see more in them. */
  readonly usualReaders: readonly (Look | null)[];
  /** 1 for those of them whose usual values have words. */
  readonly hasWords: Uint8Array;
  /** How the terms of lexicons begin: see `engine/beginnings.ts`. */
  readonly beginnings: Beginnings;
  /** For each detector, confidence by traits. */
  readonly weights: readonly Int8Array[];
  readonly fields: FieldReader;
  /** For each detector, how far before a value a word may stand that says what it is, in bytes. */
  readonly reaches: Int32Array;
  /** What each term is looked at for: flags of `use`. */
  readonly uses: Uint8Array;
  /** For each term, the detectors that look behind it for a value. */
  readonly labelled: readonly (readonly number[])[];
  /** For each term, the detectors that it is a candidate of. */
  readonly weighed: readonly (readonly number[])[];
}

/** What a term is looked at for. Most are looked at for nothing until something stands near them. */
export const use = { label: 1, candidate: 2, person: 4, predicate: 8, topic: 16 } as const;

/** Bytes before a value within which a context word speaks for it, where its detector does not say. */
export const contextReach = 80;

const never: Look = () => false;

/** Reads a cell that tells by itself what it is. */
function readOpenCell(detector: Detector): Look {
  if (detector.kind !== 'value' || detector.readCell === undefined || detector.isSureAlone === undefined) return never;
  const { readCell, isSureAlone } = detector;
  return (window, found) => readCell(window, found) && isSureAlone(window, found);
}

/** Tables of weights: one for all detectors of a kind. */
function tableByKind(detectors: readonly Detector[]): readonly Int8Array[] {
  const tables = new Map<Detector['kind'], Int8Array>();
  return detectors.map((detector) => {
    const table = tables.get(detector.kind) ?? tableWeights(detector);
    tables.set(detector.kind, table);
    return table;
  });
}

const none: readonly number[] = [];

/** For each term, the detectors of a list to which it has one of some roles. */
function listByRole(
  { terms, roles }: Vocabulary,
  count: number,
  detectors: readonly number[],
  flags: number,
): (readonly number[])[] {
  return terms.map((_, term) => {
    const list = detectors.filter((index) => ((roles[term * count + index] ?? 0) & flags) !== 0);
    return list.length === 0 ? none : list;
  });
}

const speaking = general.person | general.title | general.name;

/** What each term is looked at for. */
function listUses({ terms, anyRole }: Vocabulary, labelled: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(terms, (term, index) => {
    const roles = anyRole[index] ?? 0;
    return (
      (labelled[index] === none ? 0 : use.label) |
      ((roles & (role.strong | role.weak)) === 0 ? 0 : use.candidate) |
      ((term.general & speaking) === 0 ? 0 : use.person) |
      ((roles & role.predicate) === 0 ? 0 : use.predicate) |
      ((term.general & general.topic) === 0 ? 0 : use.topic)
    );
  });
}

/**
 * Compiles the detectors. Done once, lazily: it takes tens of milliseconds. `isClosed` if what tells cells at a glance may rely on
 * there being no others than those of the registry.
 */
export function compileEngine(detectors: readonly Detector[], isClosed: boolean): Engine {
  const vocabulary = gatherVocabulary(detectors);
  const trie = buildTrie(vocabulary.terms);
  const anchorsOf = detectors.map((detector) => (detector.kind === 'value' ? detector.anchors : []));
  const anchors = compileAnchors(anchorsOf.flat());
  const automaton = makeAutomaton(trie, anchors);
  const labels = detectors.flatMap((detector, index) =>
    detector.kind === 'value' && detector.readLabelled !== undefined ? [index] : [],
  );
  const labelled = listByRole(vocabulary, detectors.length, labels, role.context | role.key);
  const all = detectors.map((_, index) => index);
  return {
    detectors,
    vocabulary,
    automaton,
    owners: Uint16Array.from(anchorsOf.flatMap((list, detector) => list.map(() => detector))),
    ownAnchors: Uint16Array.from(anchorsOf.flatMap((list) => list.map((_, anchor) => anchor))),
    isValue: Uint8Array.from(detectors, ({ kind }) => Number(kind === 'value')),
    readsCells: Uint8Array.from(detectors, (detector) => Number(detector.kind === 'value' && detector.readCell !== undefined)),
    checks: detectors.map((detector) => (detector.kind === 'value' ? detector.check : never)),
    labelReaders: detectors.map((detector) => (detector.kind === 'value' ? (detector.readLabelled ?? never) : never)),
    cellReaders: detectors.map((detector) => (detector.kind === 'value' ? (detector.readCell ?? never) : never)),
    openCellReaders: detectors.map(readOpenCell),
    usualReaders: detectors.map((detector) => (isClosed && detector.kind === 'value' ? (detector.usual?.read ?? null) : null)),
    hasWords: Uint8Array.from(detectors, (detector) => Number(detector.kind === 'value' && detector.usual?.hasWords === true)),
    beginnings: gatherBeginnings(vocabulary),
    weights: tableByKind(detectors),
    fields: makeFieldReader(detectors),
    reaches: Int32Array.from(detectors, (detector) =>
      detector.kind === 'value' ? (detector.reach ?? contextReach) : contextReach,
    ),
    uses: listUses(vocabulary, labelled),
    labelled,
    weighed: listByRole(vocabulary, detectors.length, all, role.strong | role.weak),
  };
}
