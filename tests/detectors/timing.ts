/** Holds that time grows with the text, on a machine that does other things as well. */
import assert from 'node:assert/strict';
import type { Scanner, Text } from '../../detectors/contract.ts';
import { textOf } from './cases.ts';

/** Processor time of one scan in microseconds. */
function timeOf(scanner: Scanner, text: Text): number {
  const start = process.cpuUsage();
  scanner.scan(text, () => undefined);
  const used = process.cpuUsage(start);
  return used.user + used.system;
}

/**
 * Scans a unit over and over in one and two million bytes, four times side by side, and holds the least times against each other:
 * a busy moment slows neither of them alone, and what is quadratic takes four times as long in every one.
 */
export function assertLinear(unit: string, scanner: Scanner): void {
  const width = new TextEncoder().encode(unit).length;
  const texts = [1_000_000, 2_000_000].map((size) => textOf(unit.repeat(Math.ceil(size / width))));
  timeOf(scanner, { ...(texts[0] as Text), to: 200_000 });
  const rounds = Array.from({ length: 4 }, () => texts.map((text) => timeOf(scanner, text)));
  const [small, large] = [0, 1].map((at) => Math.min(...rounds.map((times) => times[at] ?? 0))) as [number, number];
  assert.ok(large <= 2.5 * small + 4_000, `${small} µs, then ${large} µs`);
}
