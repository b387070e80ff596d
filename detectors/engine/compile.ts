/** Turns a list of detectors into the tables that one pass needs. */
import type { Detector } from '../define.ts';
import { compileAnchors } from './anchors.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import { type FieldReader, makeFieldReader } from './field-names.ts';
import { buildTrie, type Trie } from './trie.ts';
import { gatherVocabulary, role, type Vocabulary } from './vocabulary.ts';

/** Everything that does not change from text to text. */
export interface Engine {
  readonly detectors: readonly Detector[];
  readonly vocabulary: Vocabulary;
  readonly trie: Trie;
  readonly automaton: Automaton;
  /** Anchors that end in each anchor state. */
  readonly accepts: readonly (readonly number[])[];
  /** Detector of each anchor, and the anchor's index there. */
  readonly owners: readonly { readonly detector: number; readonly anchor: number }[];
  readonly fields: FieldReader;
  /** For each term, the detectors that look behind it for a value. */
  readonly labelled: readonly (readonly number[])[];
}

/** Compiles the detectors. Done once, lazily: it takes tens of milliseconds. */
export function compileEngine(detectors: readonly Detector[]): Engine {
  const vocabulary = gatherVocabulary(detectors);
  const trie = buildTrie(vocabulary.terms);
  const owners = detectors.flatMap((detector, index) =>
    detector.kind === 'value' ? detector.anchors.map((_, anchor) => ({ detector: index, anchor })) : [],
  );
  const anchors = compileAnchors(detectors.flatMap((detector) => (detector.kind === 'value' ? detector.anchors : [])));
  const automaton = buildAutomaton(trie, anchors);
  const labels = detectors.flatMap((detector, index) =>
    detector.kind === 'value' && detector.readLabelled !== undefined ? [index] : [],
  );
  const labelled = vocabulary.terms.map((_, term) =>
    labels.filter((index) => ((vocabulary.roles[term * detectors.length + index] ?? 0) & (role.context | role.key)) !== 0),
  );
  return {
    detectors,
    vocabulary,
    trie,
    automaton,
    accepts: anchors.accepts,
    owners,
    fields: makeFieldReader(detectors),
    labelled,
  };
}
