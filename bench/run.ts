/**
 * `npm run bench [-- --size 256 --seed 1 --only logs,csv]`: how fast all detectors are over five texts, beside other ways to look, in
 * one run. `--write` renews docs/speed.md, `--check` holds the ratios against it, `--quick` is a little of everything.
 * `--readers` and `--large` measure formats and memory instead.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createScanner } from '../detectors/scanner.ts';
import { fullSize, type Measurement, ratiosOf } from './bars.ts';
import { corpusIds, type CorpusId } from './corpora/all.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    readers: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const seed = Number(options.seed);
const bytes = (megabytes: number): number => Number(options.size ?? (options.quick ? 8 : megabytes)) * 1_000_000;
if (!(bytes(1) > 0) || !Number.isFinite(seed)) throw new RangeError('Give --size in megabytes and --seed as a number');
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** How often a text is measured whose ratios have fallen: a busy moment passes, a slower scanner stays slower. */
const mostTurns = 3;

if (options.readers) {
  const { benchReaders } = await import('./readers.ts');
  await benchReaders({ size: bytes(64), seed, only: options.only }, write);
} else if (options.large) {
  const { benchLarge } = await import('./large.ts');
  await benchLarge({ megabytes: options.size === undefined ? null : Number(options.size), only: options.only }, write);
} else await benchSpeed();

function pickCorpora(only: string | undefined): readonly CorpusId[] {
  const wanted = only?.split(',') ?? corpusIds;
  const unknown = wanted.find((name) => !corpusIds.some((id) => id === name));
  if (unknown !== undefined) throw new RangeError(`There is no text ${unknown}: ${corpusIds.join(', ')}`);
  return corpusIds.filter((id) => wanted.includes(id));
}

async function benchSpeed(): Promise<void> {
  const { measureSpeed, warm } = await import('./speed.ts');
  const { openHyperscan } = await import('./hyperscan.ts');
  const folder = mkdtempSync(join(tmpdir(), 'kashf-bench-'));
  const measurements: Measurement[] = [];
  try {
    write(`detectors compiled in ${warm(createScanner()).toFixed(0)} ms`);
    const opened = openHyperscan(folder);
    const hyperscan = typeof opened === 'string' ? null : opened;
    write(typeof opened === 'string' ? opened : `Hyperscan with ${opened.expressions} expressions`);
    if (options.only === undefined) await benchFirst();
    for (const corpus of pickCorpora(options.only)) {
      const measure = (): Promise<Measurement> =>
        measureSpeed({ corpus, size: bytes(fullSize / 1e6), seed, rounds: 5, hyperscan, folder });
      const measured = await measure();
      measurements.push(options.check ? await holdAgainstPage(measured, measure) : measured);
      write(`${corpus}: ${(measured.bytes / 1e6).toFixed(0)} MB, ${measured.planted} values planted and found`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await report(measurements);
}

/** Measures a text again while one of its ratios is below the page's; says so, and ends with 1, where it stays there. */
async function holdAgainstPage(first: Measurement, measure: () => Promise<Measurement>): Promise<Measurement> {
  const { compareWithPage, page } = await import('./speed-page.ts');
  const text = readFileSync(page, 'utf8');
  let measured = first;
  for (let turn = 1; ; turn++) {
    const fallen = compareWithPage(text, ratiosOf([measured]));
    if (fallen.length === 0) return measured;
    for (const line of fallen) write(`fallen: ${line}${turn < mostTurns ? '; once more' : ''}`);
    if (turn === mostTurns) {
      process.exitCode = 1;
      return measured;
    }
    measured = await measure();
  }
}

async function benchFirst(): Promise<void> {
  const { leastRatio, measureFirst } = await import('./first-detectors.ts');
  const { detectors, expressions } = await measureFirst(Math.min(bytes(32), 32_000_000), seed, 5);
  const ratio = detectors / expressions;
  const figures = `${detectors.toFixed(0)} and ${expressions.toFixed(0)} MB/s, ${ratio.toFixed(1)} times as fast`;
  write(`the first detectors and six expressions, log lines of a proxy: ${figures} (${leastRatio} asked for)`);
  if (options.check && ratio < leastRatio) process.exitCode = 1;
}

async function report(measurements: readonly Measurement[]): Promise<void> {
  const { page, rateTable, ratioTable, renderPage } = await import('./speed-page.ts');
  write(`\nMB/s of processor time\n\n${rateTable(measurements)}\n\n${ratioTable(ratiosOf(measurements))}`);
  if (!options.write) return;
  const { introduction } = await import('./speed-introduction.ts');
  writeFileSync(page, renderPage(measurements, introduction));
}
