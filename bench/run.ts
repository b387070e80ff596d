/**
 * `npm run bench [-- --size 64 --seed 1]`: megabytes a second of all detectors over server log lines, beside six plain
 * regular expressions over the same text in the same run. Match counts are held against what was planted. Two kinds of lines:
 * with the address of the organisation's own proxy, and with that of a person, which is a match the expressions do not look for.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import type { Scanner } from '../detectors/contract.ts';
import { registry } from '../detectors/registry.ts';
import { createScanner } from '../detectors/scanner.ts';
import { makeLogs, type Clients } from './corpora/logs.ts';

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
    /** Ends with 1 where the first ratio is below this. */
    'at-least': { type: 'string', default: '0' },
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

/** Runs once and returns megabytes a second of processor time: what else the machine does is not counted. */
function measure(bytes: number, run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return bytes / (user + system);
}

/** The best of some runs, once the code is warm. */
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

/** Scans one kind of log lines both ways, asserts what was found, and says how much faster ours is. */
function compareOn(what: string, scanner: Scanner, clients: Clients): number {
  const { bytes, planted } = makeLogs(size, seed, clients);
  const counts = new Map<string, number>();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let plainCount = 0;
  const scan = (): void => {
    counts.clear();
    scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, ({ detector, confidence }) => {
      if (confidence === 'high' || confidence === 'certain') counts.set(detector, (counts.get(detector) ?? 0) + 1);
    });
  };
  const ours = best(bytes.length, 6, scan);
  const plain = best(bytes.length, 6, () => {
    plainCount = countPlainly(text);
  });
  assert.deepEqual(Object.fromEntries(counts), planted);
  const { 'global/ip-address': addresses = 0, ...others } = planted;
  const known = Object.values(others).reduce((sum, count) => sum + count, 0);
  assert.ok(plainCount >= known, `the expressions found ${plainCount} of ${known}`);
  const megabytes = (bytes.length / 1e6).toFixed(0);
  write(`${megabytes} MB of log lines, clients are ${clients}: ${known} values and ${addresses} addresses planted`);
  write(`  ${what.padEnd(15)}  ${ours.toFixed(0).padStart(6)} MB/s  each match where it was planted`);
  write(`  six expressions  ${plain.toFixed(0).padStart(6)} MB/s  ${plainCount} matches`);
  write(`  ratio            ${(ours / plain).toFixed(1).padStart(6)}`);
  return ours / plain;
}

/** What the six expressions look for, birth dates and everything sensitive: like beside like. */
const firstIds: readonly string[] = [
  'ma/cin',
  'ma/rib',
  'ma/ice',
  'global/birth-date',
  'global/email',
  'global/phone',
  'global/iban',
];
const likes = createScanner({
  only: registry.map(({ id }) => id).filter((id) => firstIds.includes(id) || id.startsWith('sensitive/')),
});
const scanner = createScanner();
const started = performance.now();
scanner.scan({ bytes: new Uint8Array(1), from: 0, to: 1, cells: null }, () => undefined);
write(`compiled in ${(performance.now() - started).toFixed(0)} ms`);
const ratio = compareOn('first detectors', likes, 'proxies');
compareOn('all detectors', scanner, 'proxies');
compareOn('all detectors', scanner, 'persons');
if (ratio < Number(values['at-least'])) {
  write(`the first detectors: ${ratio.toFixed(1)} times the six expressions, ${values['at-least']} were asked for`);
  process.exitCode = 1;
}
