/** Turns a list of detectors into the tables that one pass needs. */
import { tableWeights } from '../confidence.ts';
import type { Detector, Look } from '../define.ts';
import { compileAnchors } from './anchors.ts';
import { type Automaton, makeAutomaton } from './automaton.ts';
import { type FieldReader, makeFieldReader } from './field-names.ts';
import { buildTrie } from './trie.ts';
import { gatherVocabulary, role, type Vocabulary } from './vocabulary.ts';

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
  /** For each detector, confidence by traits. */
  readonly weights: readonly Int8Array[];
  readonly fields: FieldReader;
  /** For each term, the detectors that look behind it for a value. */
  readonly labelled: readonly (readonly number[])[];
}

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

/** Compiles the detectors. Done once, lazily: it takes tens of milliseconds. */
export function compileEngine(detectors: readonly Detector[]): Engine {
  const vocabulary = gatherVocabulary(detectors);
  const trie = buildTrie(vocabulary.terms);
  const anchorsOf = detectors.map((detector) => (detector.kind === 'value' ? detector.anchors : []));
  const anchors = compileAnchors(anchorsOf.flat());
  const automaton = makeAutomaton(trie, anchors);
  const labels = detectors.flatMap((detector, index) =>
    detector.kind === 'value' && detector.readLabelled !== undefined ? [index] : [],
  );
  const labelled = vocabulary.terms.map((_, term) =>
    labels.filter((index) => ((vocabulary.roles[term * detectors.length + index] ?? 0) & (role.context | role.key)) !== 0),
  );
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
    weights: tableByKind(detectors),
    fields: makeFieldReader(detectors),
    labelled,
  };
}
