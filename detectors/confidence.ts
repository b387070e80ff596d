/** The one place where evidence becomes confidence: per match from its traits, per field from its tally. */
import { type Confidence, confidences, type Evidence, type FieldTally } from './contract.ts';
import { type Detector, trait } from './define.ts';

const has = (traits: number, flag: number): boolean => (traits & flag) !== 0;

/**
 * Values: a proof with context or field is certain. Without a proof the most is `high`, and only with context or field, or
 * for a form that says itself what it is. Null means: not worth a word.
 */
function weighValue(traits: number): Confidence | null {
  if (has(traits, trait.organisation)) return 'low';
  const isProven = has(traits, trait.proof);
  const isNamed = has(traits, trait.contextWord | trait.fieldName);
  if (!isNamed && has(traits, trait.needsContext)) return null;
  if (has(traits, trait.counterEvidence) && !has(traits, trait.contextWord)) return isProven ? 'medium' : 'low';
  if (isNamed) return isProven ? 'certain' : 'high';
  if (has(traits, trait.telling | trait.personNearby)) return 'high';
  if (has(traits, trait.knownPrefix)) return isProven ? 'high' : 'medium';
  return 'low';
}

/** Words: alone a candidate; a person or a predicate makes it likely, both make it a statement about somebody. */
function weighTerm(traits: number): Confidence | null {
  const ties = Number(has(traits, trait.personNearby)) + Number(has(traits, trait.predicate));
  if (has(traits, trait.fieldName)) return 'high';
  if (has(traits, trait.strongTerm)) return ties === 2 ? 'high' : ties === 1 ? 'medium' : 'low';
  return ties === 2 ? 'medium' : ties === 1 ? 'low' : null;
}

/** Confidence of one match. */
export function weighTraits(detector: Detector, traits: number): Confidence | null {
  return detector.kind === 'value' ? weighValue(traits) : weighTerm(traits);
}

/** As many as traits can be combined. */
const combinations = 4096;
export const noMatch = -1;

/** Confidence as an index into `confidences` by traits, or `noMatch`: asked for every match, so looked up. */
export function tableWeights(detector: Detector): Int8Array {
  return Int8Array.from({ length: combinations }, (_, traits) => {
    const confidence = weighTraits(detector, traits);
    return confidence === null ? noMatch : confidences.indexOf(confidence);
  });
}

/** Traits as evidence; `term` is the context word that was met, in our spelling. */
export function listEvidence(detector: Detector, traits: number, term: string | null): readonly Evidence[] {
  const checksum = detector.kind === 'value' ? (detector.checksum ?? null) : null;
  const kinds: readonly (readonly [number, Evidence])[] = [
    [trait.proof, { kind: 'checksum', detail: checksum }],
    [trait.knownPrefix, { kind: 'prefix-known', detail: null }],
    [trait.contextWord, { kind: 'context-word', detail: term }],
    [trait.fieldName, { kind: 'field-name', detail: null }],
    [trait.personNearby, { kind: 'person-nearby', detail: null }],
    [trait.predicate, { kind: 'predicate', detail: null }],
    [trait.counterEvidence, { kind: 'counter-evidence', detail: null }],
    [trait.organisation, { kind: 'counter-evidence', detail: 'organisation' }],
  ];
  const variant = detector.kind === 'value' && has(traits, trait.variant) ? (detector.variant ?? null) : null;
  const pattern: Evidence = { kind: 'pattern', detail: detector.kind === 'lexicon' ? term : variant };
  return Object.freeze([pattern, ...kinds.filter(([flag]) => has(traits, flag)).map(([, evidence]) => evidence)]);
}

const rank = (confidence: Confidence): number => confidences.indexOf(confidence);
const atMost = (confidence: Confidence, limit: Confidence): Confidence => (rank(confidence) > rank(limit) ? limit : confidence);

/** Share of filled cells above which a field is taken to hold nothing else. */
const wholeField = 0.8;
/** Share below which the matches of a field look like chance. */
const chance = 0.05;
/** Different values a field needs before its share says anything. */
const enoughValues = 5;

/** Judges one field: what the single matches leave open, their number, share and variety decide. */
export function judgeField(tally: FieldTally): { readonly confidence: Confidence; readonly evidence: readonly Evidence[] } {
  const { matches, filled, distinct, field } = tally;
  const total = confidences.reduce((sum, level) => sum + matches[level], 0);
  const seen = tally.evidence.filter(({ count }) => count > 0).map(({ kind, detail }) => ({ kind, detail }));
  let confidence = confidences.findLast((level) => matches[level] > 0) ?? 'low';
  if (field === null || filled === 0) return { confidence, evidence: seen };

  const share = Math.min(1, total / filled);
  const evidence: Evidence[] = [
    ...seen,
    { kind: 'field-share', detail: share >= wholeField ? 'whole' : share < chance ? 'few' : 'part' },
  ];
  const hasSeen = (kind: Evidence['kind']): boolean => seen.some((one) => one.kind === kind);
  const isNamed = hasSeen('field-name') || hasSeen('context-word');
  // A few addresses of firms among those of customers say nothing about the others.
  const contrary = tally.evidence.reduce((sum, one) => (one.kind === 'counter-evidence' ? sum + one.count : sum), 0);
  const isContrary = contrary > 0 && 2 * contrary >= total;
  const isVaried = distinct >= enoughValues;
  if (filled >= enoughValues) evidence.push({ kind: 'distinctness', detail: isVaried ? 'varied' : 'few values' });

  const isSpecific = hasSeen('checksum') || hasSeen('prefix-known');
  if (!isContrary && share >= wholeField && isVaried && isSpecific) confidence = hasSeen('checksum') ? 'certain' : 'high';
  if (isContrary && !hasSeen('context-word')) confidence = atMost(confidence, hasSeen('checksum') ? 'medium' : 'low');
  if (!isNamed && hasSeen('checksum') && share < chance && filled >= 100) confidence = atMost(confidence, 'medium');
  return { confidence, evidence };
}
