/** Measures one text: all detectors, the command line, and what stands beside them, in one run. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DetectorId } from '../detectors/catalogue.ts';
import { confidences, type Scanner } from '../detectors/contract.ts';
import { createScanner } from '../detectors/scanner.ts';
import { readObject } from '../readers/read-object.ts';
import type { Measurement, Rates } from './bars.ts';
import { corpora, type CorpusId } from './corpora/all.ts';
import type { Corpus, Planted } from './corpora/corpus.ts';
import type { Hyperscan } from './hyperscan.ts';
import { objectOf } from './memory-object.ts';
import { measurePeer } from './peers.ts';
import { countPlainly, latinOf } from './plain-expressions.ts';
import { makePieces, type Pieces } from './processor.ts';
import { runKashf } from './whole-process.ts';

export interface SpeedOptions {
  readonly corpus: CorpusId;
  /** Bytes. */
  readonly size: number;
  readonly seed: number;
  /** Ours and the expressions run so often, in turn; of each piece of the text the least time counts. */
  readonly rounds: number;
  readonly hyperscan: Hyperscan | null;
  /** For files that are gone afterwards. */
  readonly folder: string;
}

/** Compiles the detectors before anything is measured; returns the milliseconds it took. */
export function warm(scanner: Scanner): number {
  const start = performance.now();
  scanner.scan({ bytes: new Uint8Array(1), from: 0, to: 1, cells: null }, () => undefined);
  return performance.now() - start;
}

const scanner = createScanner();

/** Times of the pieces that a text is read, scanned and looked through in. */
interface Clocks {
  readonly reading: Pieces;
  readonly scanning: Pieces;
  readonly expressions: Pieces;
}

/** Reads and scans, block by block; what it was sure of. */
async function scanOnce(file: string, bytes: Uint8Array, { reading, scanning }: Clocks): Promise<Planted> {
  const counts = new Map<DetectorId, number>();
  for (const clock of [reading, scanning]) clock.restart();
  reading.begin();
  for await (const part of readObject(objectOf(file, bytes))) {
    reading.end();
    assert.equal(part.kind, 'block');
    if (part.kind !== 'block') continue;
    scanning.begin();
    scanner.scan(part, ({ detector, confidence }) => {
      if (confidence === 'high' || confidence === 'certain') counts.set(detector, (counts.get(detector) ?? 0) + 1);
    });
    scanning.end();
    reading.begin();
  }
  reading.end();
  return Object.fromEntries(counts);
}

/** Characters that the expressions look through between two looks at the clock. */
const pieceLength = 1_000_000;

function lookPlainly(text: string, { expressions }: Clocks): void {
  let found = 0;
  expressions.restart();
  for (let from = 0; from < text.length; from += pieceLength) {
    const piece = text.slice(from, from + pieceLength);
    expressions.begin();
    found += countPlainly(piece);
    expressions.end();
  }
  assert.ok(found > 0);
}

/** What the `count` format says of `high` and `certain`. */
function readCounts(table: string): Planted {
  const sure = ['high', 'certain'].map((level) => 1 + confidences.findIndex((one) => one === level));
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const sums = rows.map((row) => [row[0], sure.reduce((sum, column) => sum + Number(row[column]), 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

async function measureCommand(path: string, bytes: number, planted: Planted): Promise<number> {
  const { stdout, microseconds } = await runKashf(['detect', '--format', 'count', '--workers', '1', path]);
  assert.deepEqual(readCounts(stdout), planted, 'the command line counts what was planted');
  return bytes / microseconds;
}

/** Ours, the command line and the expressions in turn: what the machine does meanwhile meets all of them. */
async function measureRounds(file: string, corpus: Corpus, { rounds, folder }: SpeedOptions): Promise<Partial<Rates>> {
  const { bytes, planted } = corpus;
  const path = join(folder, file);
  const text = latinOf(bytes);
  const clocks: Clocks = { reading: makePieces(), scanning: makePieces(), expressions: makePieces() };
  let command = 0;
  for (let round = 0; round < rounds; round++) {
    const counts = await scanOnce(file, bytes, clocks);
    assert.deepEqual(counts, planted, 'all that was planted is found, and nothing else is sure');
    lookPlainly(text, clocks);
    command = Math.max(command, await measureCommand(path, bytes.length, planted));
  }
  const [reading, scanning, looking] = [clocks.reading, clocks.scanning, clocks.expressions].map((clock) => clock.sum());
  const rate = (...times: readonly (number | undefined)[]): number =>
    bytes.length / times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
  return { engine: rate(scanning), reader: rate(reading, scanning), command, expressions: rate(looking) };
}

/** Makes the text and measures everything on it. */
export async function measureSpeed(options: SpeedOptions): Promise<Measurement> {
  const { file, make } = corpora[options.corpus];
  const made = make(options.size, options.seed);
  const path = join(options.folder, file);
  writeFileSync(path, made.bytes);
  const ours = await measureRounds(file, made, options);
  const slice = made.bytes.subarray(0, Math.min(1_000_000, Math.max(50_000, options.size / 256)));
  const rates: Rates = {
    engine: null,
    reader: null,
    command: null,
    expressions: null,
    ...ours,
    hyperscan: options.hyperscan?.scan(path, options.rounds).rate ?? null,
    'redact-pii': await measurePeer('redact-pii', slice),
    openredaction: await measurePeer('openredaction', slice),
  };
  const planted = Object.values(made.planted).reduce((sum, count) => sum + count, 0);
  return { corpus: options.corpus, bytes: made.bytes.length, planted, rates };
}
