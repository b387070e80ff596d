/**
 * `npm run bench -- --readers [--size 32] [--only a.csv,a.json]`: text, tables and JSON lines read with all detectors on; every other
 * format read beside its bare library, without detectors and with all of them. Megabytes are those of the content (unpacked where it is packed), seconds those of the processor.
 */
import { createScanner } from '../detectors/scanner.ts';
import { tallyObject } from '../findings/tally-object.ts';
import { readObject } from '../readers/read-object.ts';
import { objectOf } from './memory-object.ts';
import { subjects } from './subjects/all.ts';
import type { Subject } from './subjects/subject.ts';

const scanner = createScanner();
const key = Buffer.alloc(32, 1);

async function drain(name: string, bytes: Uint8Array): Promise<void> {
  for await (const part of readObject(objectOf(name, bytes))) {
    if (part.kind === 'unread') throw new Error(`${name}: ${part.reason}, ${part.detail}`);
  }
}

async function tally(name: string, bytes: Uint8Array): Promise<void> {
  const object = { name, version: null, sizeBytes: bytes.length, modifiedAt: null, part: null };
  await tallyObject(object, readObject(objectOf(name, bytes)), { scanner, key });
}

/** Megabytes a second of processor time, of this process and its threads. */
async function measure(bytes: number, run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return bytes / (user + system);
}

/** The best of some turns of each, in turn about: what else the machine does weighs on all alike. */
async function compare(bytes: number, turns: number, runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const best = runs.map(() => 0);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, run] of runs.entries()) best[index] = Math.max(best[index]!, await measure(bytes, run));
  }
  return best;
}

/** What is asked of the reading alone, of the library's own speed: of a fast one less, since what is made of its values costs the same. */
const fastLibrary = 120;
const leastOf = (library: number): number => (library < fastLibrary ? 0.8 : 0.45);

const figure = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = [
  'object',
  'beside',
  'reading',
  'detectors on',
  'library',
  'reading / library',
  'detectors on / library',
  'asked for',
];

/** The line of one format; figures are megabytes a second. */
async function measureSubject(subject: Subject, size: number, seed: number): Promise<string> {
  const { name, library } = subject;
  const made = await subject.make(size, seed);
  if (made === null) return row([name, library ?? '', 'no program here that packs it', '', '', '', '', '']);
  const { bytes, contentBytes, bare } = made;
  const runs = [() => drain(name, bytes), () => tally(name, bytes), ...(bare ? [bare] : [])];
  const [reading = 0, all = 0, alone = null] = await compare(contentBytes, 4, runs);
  const ours = [figure(reading), figure(all)];
  if (alone === null) return row([name, '', ...ours, '', '', '', '']);
  const ratios = [(reading / alone).toFixed(2), (all / alone).toFixed(2)];
  return row([name, library ?? '', ...ours, figure(alone), ...ratios, leastOf(alone).toFixed(2)]);
}

/** Measures every format, or those named, and writes a table of them as Markdown, line by line. */
export async function benchReaders(
  { size, seed, only }: { readonly size: number; readonly seed: number; readonly only: string | undefined },
  write: (line: string) => void,
): Promise<void> {
  const wanted = only?.split(',');
  write(row(head));
  write(row(head.map(() => '---')));
  for (const subject of subjects) {
    if (wanted === undefined || wanted.includes(subject.name)) write(await measureSubject(subject, size, seed));
  }
}
