/**
 * `npm run bench [-- --size 64 --seed 1]`: megabytes a second of all detectors over server log lines, beside six plain
 * regular expressions over the same text in the same run. Match counts are held against what was planted.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { createScanner } from '../detectors/scanner.ts';
import { makeLogs } from './logs.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '64' },
    seed: { type: 'string', default: '1' },
    /** Little, to see that it works. */
    quick: { type: 'boolean', default: false },
    /** Formats beside their libraries, or the memory that large objects take, instead. */
    readers: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const size = Number(values.quick ? '8' : values.size) * 1_000_000;
const seed = Number(values.seed);
assert.ok(size > 0 && Number.isFinite(seed), 'Give --size in megabytes and --seed as a number');

const write = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.readers) {
  const { benchReaders } = await import('./readers.ts');
  await benchReaders({ size, seed, only: values.only }, write);
  process.exit();
}
if (values.large) {
  const { benchLarge } = await import('./large.ts');
  benchLarge({ size, only: values.only }, write);
  process.exit();
}

/** Runs once and returns megabytes a second. */
function measure(bytes: number, run: () => void): number {
  const start = performance.now();
  run();
  return bytes / 1000 / (performance.now() - start);
}

/** Takes the better of some runs: the machine may be busy with something else. */
const best = (bytes: number, runs: number, run: () => void): number =>
  Math.max(...Array.from({ length: runs }, () => measure(bytes, run)));

/** The plain way: one expression a kind, one pass each. */
function countPlainly(text: string): number {
  let count = 0;
  for (const r of [
    /\b[A-Z]{1,2}\d{5,6}\b/g,
    /(?:\+212|00212|0)[ .-]?[5-8](?:[ .-]?\d){8}/g,
    /[\w.+-]+@[\w-]+\.[\w.-]+/g,
    /\b\d{24}\b/g,
    /\bMA\d{26}\b/g,
    /\b\d{15}\b/g,
  ]) {
    for (const match of text.matchAll(r)) if (match.length > 0) count++;
  }
  return count;
}

const { bytes, planted } = makeLogs(size, seed);
const total = planted.emails + planted.phones + planted.cards + planted.addresses;
const scanner = createScanner();
const counts = new Map<string, number>();
const scan = (): void => {
  counts.clear();
  scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, ({ detector, confidence }) => {
    if (confidence === 'high' || confidence === 'certain') counts.set(detector, (counts.get(detector) ?? 0) + 1);
  });
};

const compiled = performance.now();
scanner.scan({ bytes, from: 0, to: 1, cells: null }, () => undefined);
write(
  `compiled in ${(performance.now() - compiled).toFixed(0)} ms; ${(bytes.length / 1e6).toFixed(0)} MB of log lines, ${total} values planted`,
);

const ours = best(bytes.length, 3, scan);
assert.deepEqual(Object.fromEntries(counts), {
  'global/email': planted.emails,
  'global/ip-address': planted.addresses,
  'global/phone': planted.phones,
  'ma/cin': planted.cards,
});

const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
let plainCount = 0;
const plain = best(bytes.length, 2, () => {
  plainCount = countPlainly(text);
});
const plainTotal = total - planted.addresses;
assert.ok(plainCount >= plainTotal, `the expressions found ${plainCount} of ${plainTotal}`);

write(`all detectors    ${ours.toFixed(0).padStart(6)} MB/s  ${total} matches, each where it was planted`);
write(`six expressions  ${plain.toFixed(0).padStart(6)} MB/s  ${plainCount} matches`);
write(`ratio            ${(ours / plain).toFixed(1).padStart(6)}`);
