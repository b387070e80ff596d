/**
 * `node bench/alphabets.ts [--size 1] [--only ma/rib]`: megabytes a second of all detectors over texts made to be slow, for each
 * detector: its example over and over, the characters of its example in any order, and its words in any order. The second
 * column says how much longer twice the text takes: twice as long is linear.
 */
import { parseArgs } from 'node:util';
import type { Detector } from '../detectors/define.ts';
import { registry } from '../detectors/registry.ts';
import { createScanner } from '../detectors/scanner.ts';
import { makeDice } from './corpora/random.ts';
import { wordsOf } from './detector-words.ts';
import { makeStopwatch } from './processor.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '1' }, only: { type: 'string' } } });
const size = Number(values.size) * 1_000_000;
const scanner = createScanner();
const encoder = new TextEncoder();

/** Pieces in the order of the dice, as bytes. */
function mix(pieces: readonly string[], length: number): Uint8Array {
  const { pick } = makeDice(1);
  const encoded = pieces.map((piece) => encoder.encode(piece));
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let piece = pick(encoded); at + piece.length <= length; piece = pick(encoded)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.fill(0x20, at);
}

/** Texts made of what one detector looks for. */
const alphabetsOf = (detector: Detector): readonly (readonly [what: string, pieces: readonly string[]])[] => [
  ['example', [`${detector.example} `]],
  ['characters', [...detector.example]],
  ['words', wordsOf(detector).map((word) => `${word} `)],
  ['words and digits', [...wordsOf(detector).map((word) => `${word} `), ...'0123456789']],
];

/** Seconds of the processor for one scan, the least of some. */
function secondsOf(bytes: Uint8Array): number {
  const times = [0, 1, 2].map(() => {
    const stopwatch = makeStopwatch();
    stopwatch.run(() => scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, () => undefined));
    return stopwatch.microseconds() / 1e6;
  });
  return Math.min(...times);
}

const slow: string[] = [];
for (const detector of registry) {
  if (values.only !== undefined && detector.id !== values.only) continue;
  for (const [what, pieces] of alphabetsOf(detector)) {
    const once = secondsOf(mix(pieces, size));
    const twice = secondsOf(mix(pieces, 2 * size));
    const rate = size / once / 1e6;
    const line = `${detector.id.padEnd(30)} ${what.padEnd(17)} ${rate.toFixed(1).padStart(7)} MB/s ${(twice / once).toFixed(2).padStart(7)}`;
    process.stdout.write(`${line}\n`);
    if (rate < 20) slow.push(line);
  }
}
process.stdout.write(`${slow.length} below 20 MB/s\n`);
