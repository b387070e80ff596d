/** Finds every match of every detector in one pass over the bytes. */
import { categoryOf, type DetectorId } from './catalogue.ts';
import { judgeField, listEvidence } from './confidence.ts';
import {
  type AllowRule,
  confidences,
  type Custom,
  type DetectorFailure,
  type Evidence,
  type Match,
  type Scanner,
  type Text,
} from './contract.ts';
import type { Detector } from './define.ts';
import { checkAnchors, checkLabels } from './engine/candidates.ts';
import { compileEngine, type Engine } from './engine/compile.ts';
import { checkFields, readFieldNames } from './engine/fields.ts';
import { resolveOverlaps } from './engine/overlaps.ts';
import { placeHits, runAutomaton } from './engine/pass.ts';
import { checkWords } from './engine/words.ts';
import { makeWorkspace, marginBytes, matchRow, segmentBytes, type Workspace } from './engine/workspace.ts';
import { plain } from './normalise.ts';
import { registry } from './registry.ts';
import { versionOf } from './version.ts';

/** Bytes of context on either side of `[from, to)` that a match may depend on; more changes nothing. */
export const contextBytes = marginBytes;

/** Evidence lists are few and shared: by detector, traits and term. */
type EvidenceOf = (detector: number, traits: number, term: number) => readonly Evidence[];

function shareEvidence(engine: Engine): EvidenceOf {
  const known = new Map<number, readonly Evidence[]>();
  const terms = engine.vocabulary.terms.length + 1;
  return (detector, traits, term) => {
    const key = (detector * 4096 + traits) * terms + term + 1;
    let evidence = known.get(key);
    if (evidence === undefined) {
      evidence = listEvidence(engine.detectors[detector] as Detector, traits, engine.vocabulary.terms[term]?.text ?? null);
      known.set(key, evidence);
    }
    return evidence;
  };
}

/** Scans the matches that start in `[from, to)`, reading a margin around. */
function scanSegment(engine: Engine, work: Workspace, from: number, to: number): readonly number[] {
  const low = Math.max(0, from - marginBytes);
  const high = Math.min(work.bytes.length, to + marginBytes);
  runAutomaton(engine, work, low, high);
  work.matches.count = 0;
  if (work.hits > 0) {
    placeHits(engine, work);
    checkAnchors(engine, work);
    checkLabels(engine, work);
  }
  checkFields(engine, work, low, high);
  if (work.hits > 0) checkWords(engine, work);
  return work.matches.count === 0 ? [] : resolveOverlaps(engine, work.matches);
}

function emit(engine: Engine, work: Workspace, offset: number, evidenceOf: EvidenceOf): Match {
  const { data } = work.matches;
  const index = data[offset + matchRow.detector] ?? 0;
  const { id, category } = engine.detectors[index] as Detector;
  const evidence = evidenceOf(index, data[offset + matchRow.traits] ?? 0, data[offset + matchRow.term] ?? -1);
  return {
    detector: id,
    category: categoryOf(id, evidence, category),
    start: data[offset + matchRow.start] ?? 0,
    end: data[offset + matchRow.end] ?? 0,
    confidence: confidences[data[offset + matchRow.confidence] ?? 0] ?? 'low',
    evidence,
  };
}

/** A scanner over any list of detectors; `createScanner` is the one over the registry. */
export function makeScanner(detectors: readonly Detector[], allow: readonly AllowRule[] = []): Scanner {
  let compiled: { readonly engine: Engine; readonly evidenceOf: EvidenceOf } | null = null;
  let idle: Workspace | null = null;

  const compile = (): { readonly engine: Engine; readonly evidenceOf: EvidenceOf } => {
    if (compiled === null) {
      const engine = compileEngine(detectors);
      compiled = { engine, evidenceOf: shareEvidence(engine) };
    }
    return compiled;
  };

  function scan(text: Text, onMatch: (match: Match) => void, onFailure?: (failure: DetectorFailure) => void): void {
    const { engine, evidenceOf } = compile();
    // A callback may scan again: each scan under way has its own memory.
    const work = idle ?? makeWorkspace(detectors.length);
    idle = null;
    work.bytes = text.bytes;
    work.cells = text.cells;
    work.fields = text.cells === null ? [] : readFieldNames(engine, text.cells.fieldNames);
    work.failed.fill(0);
    work.onFailure = onFailure;
    try {
      const last = Math.min(text.to, text.bytes.length);
      for (let from = Math.max(0, text.from); from < last; from += segmentBytes) {
        const to = Math.min(from + segmentBytes, last);
        for (const offset of scanSegment(engine, work, from, to)) {
          const start = work.matches.data[offset + matchRow.start] ?? 0;
          if (start >= from && start < to) onMatch(emit(engine, work, offset, evidenceOf));
        }
      }
    } finally {
      work.bytes = new Uint8Array(0);
      work.cells = null;
      work.fields = [];
      work.onFailure = undefined;
      idle = work;
    }
  }

  const known = new Map<DetectorId, Detector>(detectors.map((detector) => [detector.id, detector]));
  return {
    version: versionOf(detectors, allow),
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
