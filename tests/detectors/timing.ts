/** Holds that time grows with the text, on a machine that does other things as well. */
import assert from 'node:assert/strict';
import { makeStopwatch } from '../../bench/processor.ts';
import type { Scanner, Text } from '../../detectors/contract.ts';
import { textOf } from './cases.ts';

/** Processor time of one scan in microseconds. */
function timeOf(scanner: Scanner, text: Text): number {
  const stopwatch = makeStopwatch();
  stopwatch.run(() => scanner.scan(text, () => undefined));
  return stopwatch.microseconds();
}

/** How often both lengths are measured at most: a quadratic scan fails every time. */
const mostRounds = 12;

/**
 * Scans a unit over and over in one and two million bytes, side by side, and holds the least times against each other until they
 * fit: a busy moment slows neither of them for good, and what is quadratic takes four times as long in every round.
 */
export function assertLinear(unit: string, scanner: Scanner): void {
  const width = new TextEncoder().encode(unit).length;
  const [small, large] = [1_000_000, 2_000_000].map((size) => textOf(unit.repeat(Math.ceil(size / width)))) as [Text, Text];
  timeOf(scanner, { ...small, to: 200_000 });
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  const isLinear = (): boolean => least.large <= 2.5 * least.small + 4_000;
  for (let round = 0; round < mostRounds && (round < 2 || !isLinear()); round++) {
    least.small = Math.min(least.small, timeOf(scanner, small));
    least.large = Math.min(least.large, timeOf(scanner, large));
  }
  assert.ok(isLinear(), `${least.small} µs, then ${least.large} µs`);
}
