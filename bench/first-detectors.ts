/**
 * What the six expressions look for, by the detectors for it, over log lines that show the address of the organisation's own
 * proxy: the plainest comparison there is.
 */
import assert from 'node:assert/strict';
import { type DetectorId, detectorCategories } from '../detectors/catalogue.ts';
import { createScanner } from '../detectors/scanner.ts';
import { makeLogs } from './corpora/logs.ts';
import { countPlainly, latinOf } from './plain-expressions.ts';
import { rateOf } from './processor.ts';

/** How often as fast as the expressions these detectors have to be. */
export const leastRatio = 4;

const values: readonly DetectorId[] = [
  'ma/cin',
  'ma/rib',
  'ma/ice',
  'global/birth-date',
  'global/email',
  'global/phone',
  'global/iban',
];
const ids = Object.keys(detectorCategories) as readonly DetectorId[];
const only = ids.filter((id) => values.includes(id) || id.startsWith('sensitive/'));

export interface FirstMeasured {
  /** Megabytes a second of processor time, the best of some turns. */
  readonly detectors: number;
  readonly expressions: number;
}

/** Measures both in turn, and holds what is found against what was planted. */
export async function measureFirst(size: number, seed: number, rounds: number): Promise<FirstMeasured> {
  const { bytes, planted } = makeLogs(size, seed, 'proxies');
  const text = latinOf(bytes);
  const scanner = createScanner({ only });
  const best = { detectors: 0, expressions: 0 };
  for (let round = 0; round < rounds; round++) {
    let found = 0;
    const scan = (): void => scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, () => void found++);
    best.detectors = Math.max(best.detectors, await rateOf(bytes.length, scan));
    assert.equal(
      found,
      Object.values(planted).reduce((sum, count) => sum + count, 0),
      'what was planted is found, and nothing else',
    );
    best.expressions = Math.max(best.expressions, await rateOf(bytes.length, () => assert.ok(countPlainly(text) > 0)));
  }
  return best;
}
