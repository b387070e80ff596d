/** Finds every match of every detector in one pass over the bytes. */
import { categoryOf, type DetectorId } from './catalogue.ts';
import { judgeField, listEvidence, noMatch } from './confidence.ts';
import {
  type AllowRule,
  confidences,
  type Custom,
  type DetectorFailure,
  type Match,
  type Scanner,
  type Text,
} from './contract.ts';
import type { Detector } from './define.ts';
import { checkAnchors, checkLabels } from './engine/candidates.ts';
import { weighCompany } from './engine/company.ts';
import { compileEngine, type Engine } from './engine/compile.ts';
import { noPlan, planFields } from './engine/field-plan.ts';
import { checkFields } from './engine/fields.ts';
import { toPlain } from './engine/forms.ts';
import { resolveOverlaps } from './engine/overlaps.ts';
import { placeHits, runAutomaton } from './engine/pass.ts';
import { settleCells } from './engine/settled.ts';
import { checkWords } from './engine/words.ts';
import { makeWorkspace, marginBytes, matchRow, segmentBytes, type Workspace } from './engine/workspace.ts';
import { plain } from './normalise.ts';
import { registry } from './registry.ts';
import { versionOf } from './version.ts';

/** Bytes of context on either side of `[from, to)` that a match may depend on; more changes nothing. */
export const contextBytes = marginBytes;

/** What all matches with the same traits and term have in common. */
type Common = Pick<Match, 'detector' | 'category' | 'evidence'>;
type CommonOf = (detector: number, traits: number, term: number) => Common;

/** Evidence lists are few and shared: by detector, traits and term. */
function shareEvidence(engine: Engine): CommonOf {
  const known = new Map<number, Common>();
  const terms = engine.vocabulary.terms.length;
  return (index, traits, term) => {
    // Most matches have no term: their key is a small integer, which is looked up fastest.
    const kind = index * 4096 + traits;
    const key = term < 0 ? -kind - 1 : kind * terms + term;
    let common = known.get(key);
    if (common === undefined) {
      const detector = engine.detectors[index] as Detector;
      const evidence = listEvidence(detector, traits, engine.vocabulary.terms[term]?.text ?? null);
      common = { detector: detector.id, category: categoryOf(detector.id, evidence, detector.category), evidence };
      known.set(key, common);
    }
    return common;
  };
}

const nothing = new Int32Array(0);

/** Scans the matches that start in `[from, to)`, reading a margin around; returns their offsets. */
function scanSegment(engine: Engine, work: Workspace, from: number, to: number): Int32Array {
  const low = Math.max(0, from - marginBytes);
  const high = Math.min(work.bytes.length, to + marginBytes);
  work.matches.count = 0;
  settleCells(engine, work, low, high);
  const settled = work.matches.count;
  runAutomaton(engine, work);
  if (work.hits > 0) {
    placeHits(engine, work);
    checkAnchors(engine, work);
    checkLabels(engine, work);
    weighCompany(engine, work);
  }
  checkFields(engine, work, settled);
  if (work.hits > 0) checkWords(engine, work);
  return work.matches.count === 0 ? nothing : resolveOverlaps(engine, work.matches);
}

/** Hands on the matches of a segment that start in `[from, to)`. */
function emit(work: Workspace, order: Int32Array, [from, to]: readonly [number, number], hand: Hand): void {
  const { data } = work.matches;
  for (let index = 0; index < order.length; index++) {
    const offset = order[index] ?? 0;
    const start = data[offset + matchRow.start] ?? 0;
    const confidence = data[offset + matchRow.confidence] ?? noMatch;
    if (start < from || start >= to || confidence === noMatch) continue;
    const traits = data[offset + matchRow.traits] ?? 0;
    const { detector, category, evidence } = hand.commonOf(
      data[offset + matchRow.detector] ?? 0,
      traits,
      data[offset + matchRow.term] ?? -1,
    );
    const end = data[offset + matchRow.end] ?? 0;
    hand.onMatch({ detector, category, start, end, confidence: confidences[confidence] ?? 'low', evidence });
  }
}

/** What emitting needs besides the matches. */
interface Hand {
  readonly commonOf: CommonOf;
  readonly onMatch: (match: Match) => void;
}

/** A scanner over any list of detectors; `createScanner` is the one over the registry. */
export function makeScanner(detectors: readonly Detector[], allow: readonly AllowRule[] = []): Scanner {
  // What tells cells at a glance has been held against the detectors of the registry alone.
  const isClosed = detectors.every((detector) => registry.includes(detector));
  let compiled: { readonly engine: Engine; readonly commonOf: CommonOf } | null = null;
  let idle: Workspace | null = null;

  const compile = (): { readonly engine: Engine; readonly commonOf: CommonOf } => {
    if (compiled === null) {
      const engine = compileEngine(detectors, isClosed);
      compiled = { engine, commonOf: shareEvidence(engine) };
    }
    return compiled;
  };

  function scan(text: Text, onMatch: (match: Match) => void, onFailure?: (failure: DetectorFailure) => void): void {
    const plainText = toPlain(text);
    if (plainText === null) scanPlain(text, onMatch, onFailure);
    else scanPlain(plainText.text, (match) => onMatch(plainText.toOriginal(match)), onFailure);
  }

  function scanPlain(text: Text, onMatch: (match: Match) => void, onFailure?: (failure: DetectorFailure) => void): void {
    const { engine, commonOf } = compile();
    const hand = { commonOf, onMatch };
    // A callback may scan again: each scan under way has its own memory.
    const work = idle ?? makeWorkspace(detectors.length);
    idle = null;
    work.bytes = text.bytes;
    work.cells = text.cells;
    work.plan = text.cells === null ? noPlan : planFields(engine, text.cells.fieldNames);
    work.failed.fill(0);
    work.onFailure = onFailure;
    try {
      const last = Math.min(text.to, text.bytes.length);
      for (let from = Math.max(0, text.from); from < last; from += segmentBytes) {
        const to = Math.min(from + segmentBytes, last);
        emit(work, scanSegment(engine, work, from, to), [from, to], hand);
      }
    } finally {
      work.bytes = new Uint8Array(0);
      work.cells = null;
      work.plan = noPlan;
      work.onFailure = undefined;
      idle = work;
    }
  }

  const known = new Map<DetectorId, Detector>(detectors.map((detector) => [detector.id, detector]));
  return {
    version: versionOf(detectors, allow),
    detectors: detectors.map(({ id }) => id),
    allow,
    scan,
    judge: judgeField,
    normalise(id, value) {
      const detector = known.get(id);
      return detector?.kind === 'value' ? detector.normalise(value) : plain(value);
    },
  };
}

/** Makes a scanner with all detectors, or with those named. Compiles on the first scan; keep it and use it for every text. */
export function createScanner(options: { readonly only?: readonly DetectorId[] } = {}): Scanner {
  const { only } = options;
  return makeScanner(only === undefined ? registry : registry.filter(({ id }) => only.includes(id)));
}

/** A scanner with the user's own detectors as well. Where two matches are equal, the user's stays. */
export const createCustomScanner = ({ detectors, allow }: Custom): Scanner => makeScanner([...detectors, ...registry], allow);
