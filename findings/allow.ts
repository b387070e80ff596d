/** Allow lists at a place: which values of a detector are known and permitted there. */
import type { DetectorId } from '../detectors/catalogue.ts';
import type { AllowPlace, AllowRule, Scanner } from '../detectors/contract.ts';
import { fingerprint } from './fingerprint.ts';
import { valueHash } from './sketch.ts';

/** The reason why a value is permitted; null where it is not. */
export type Permits = (value: string) => string | null;

interface Keyed {
  readonly scanner: Scanner;
  /** Fingerprint key. */
  readonly key: Uint8Array;
}

const markDigits = 8;
const fingerprintDigits = 32;

/** The mark of a key, which says nothing of it: fingerprints made under another key can be told. */
export const keyMark = (key: Uint8Array): string => fingerprint(key, 'key').slice(0, markDigits);

const fingerprintOf = ({ scanner, key }: Keyed, detector: DetectorId, value: string): string =>
  valueHash(key, detector, scanner.normalise(detector, value)).slice(0, fingerprintDigits);

/** A value as an allow list names it: the mark of the key, then the keyed fingerprint of the value in its normal form. */
export const valueFingerprint = (keyed: Keyed, detector: DetectorId, value: string): string =>
  `${keyMark(keyed.key)}:${fingerprintOf(keyed, detector, value)}`;

/** Fingerprints of an allow list that were made under another key, and so permit nothing. */
export function strayFingerprints({ scanner, key }: Keyed): number {
  const own = `${keyMark(key)}:`;
  return scanner.allow.flatMap(({ fingerprints }) => fingerprints ?? []).filter((one) => !one.startsWith(own)).length;
}

const sets = new WeakMap<AllowRule, ReadonlySet<string>>();

/** The fingerprints of a rule, gathered once: it is asked at every place. */
function fingerprintsOf(rule: AllowRule): ReadonlySet<string> {
  const known = sets.get(rule) ?? new Set(rule.fingerprints);
  sets.set(rule, known);
  return known;
}

/** One rule as a test of values; its place and detector have been looked at. */
function testOf(rule: AllowRule, keyed: Keyed, detector: DetectorId): (value: string) => boolean {
  const known = rule.fingerprints === null ? null : fingerprintsOf(rule);
  const mark = known === null ? '' : keyMark(keyed.key);
  const { covers } = rule;
  return (value) =>
    (covers === null || covers(value) || covers(keyed.scanner.normalise(detector, value))) &&
    (known === null || known.has(`${mark}:${fingerprintOf(keyed, detector, value)}`));
}

/** What the allow lists say of a detector's values at a place; null where they say nothing. */
export function permitsAt(keyed: Keyed, detector: DetectorId, place: AllowPlace): Permits | null {
  const rules = keyed.scanner.allow.filter(
    ({ detectors, isAt }) => (detectors === null || detectors.includes(detector)) && (isAt === null || isAt(place)),
  );
  if (rules.length === 0) return null;
  const tests = rules.map((rule) => ({ reason: rule.reason, permits: testOf(rule, keyed, detector) }));
  return (value) => tests.find(({ permits }) => permits(value))?.reason ?? null;
}

/** Why one value is permitted at a place; null where it is not. */
export const reasonFor = (keyed: Keyed, detector: DetectorId, place: AllowPlace, value: string): string | null =>
  permitsAt(keyed, detector, place)?.(value) ?? null;
