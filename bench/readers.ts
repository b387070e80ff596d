/**
 * `npm run bench -- --readers [--size 32] [--only a.csv]`: text, tables and JSON lines read with all detectors on; every other
 * format read beside its bare library, without detectors and with all of them. Megabytes are those of the content (unpacked where it is packed), seconds those of the processor.
 */
import { createScanner } from '../detectors/scanner.ts';
import { tallyObject } from '../findings/tally-object.ts';
import { readObject } from '../readers/read-object.ts';
import { objectOf } from './memory-object.ts';
import { subjects } from './reader-subjects.ts';

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

const rate = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} MB/s`.padStart(11);

/** Measures every format and writes a line for each. */
export async function benchReaders(
  { size, seed, only }: { readonly size: number; readonly seed: number; readonly only: string | undefined },
  write: (line: string) => void,
): Promise<void> {
  write('object              reading   detectors on        library   reading / library   detectors on / library');
  for (const subject of subjects) {
    if (only !== undefined && subject.name !== only) continue;
    const made = await subject.make(size, seed);
    if (made === null) {
      write(`${subject.name.padEnd(16)} not measured: no program here that packs it`);
      continue;
    }
    const { bytes, contentBytes, bare } = made;
    const runs = [() => drain(subject.name, bytes), () => tally(subject.name, bytes), ...(bare ? [bare] : [])];
    const [reading = 0, all = 0, library = null] = await compare(contentBytes, 4, runs);
    const share = (value: number): string => (value / (library ?? 1)).toFixed(2);
    const ratio =
      library === null ? '' : `${rate(library).padStart(15)} ${share(reading).padStart(19)} ${share(all).padStart(24)}`;
    write(`${subject.name.padEnd(16)} ${rate(reading)} ${rate(all).padStart(14)} ${ratio}`.trimEnd());
  }
}
