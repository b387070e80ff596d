/**
 * `npm run bench -- --large [--size 5000] [--only line]`: peak resident memory of a process that reads one object of so many
 * megabytes with all detectors on. The object is made while it is read: neither disk nor memory holds it. `stream` is the command
 * line itself, ten gigabytes of log lines on its standard input: it ends with 1 where that takes more memory than it may.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { createScanner } from '../detectors/scanner.ts';
import { tallyObject } from '../findings/tally-object.ts';
import type { ByteSource } from '../readers/contract.ts';
import { readObject } from '../readers/read-object.ts';
import { makeLogs } from './corpora/logs.ts';
import { csvHead, csvLine, jsonLine, makeText } from './made.ts';
import { madeUp } from './memory-object.ts';
import { runKashf } from './whole-process.ts';

const seed = 1;
const bodyBytes = 8_000_000;
const table = (): Buffer => makeText(bodyBytes, seed, '', csvLine);

/** A ZIP with one stored member, in the form for sizes over 4 GB (APPNOTE 4.3): its parts, some of them again and again. */
function zipOf(name: string, body: Uint8Array, size: number): ByteSource {
  const times = Math.ceil(size / body.length);
  const length = times * body.length;
  let crc = 0;
  for (let i = 0; i < times; i++) crc = crc32(body, crc);
  const file = Buffer.from('a.csv');
  const sizes = Buffer.alloc(20);
  sizes.writeUInt16LE(1, 0);
  sizes.writeUInt16LE(16, 2);
  sizes.writeBigUInt64LE(BigInt(length), 4);
  sizes.writeBigUInt64LE(BigInt(length), 12);
  const entry = (signature: number, before: number, after: number): Buffer => {
    const fixed = Buffer.alloc(26 + before);
    fixed.writeUInt16LE(45, before - 4);
    fixed.writeUInt32LE(crc, before + 6);
    fixed.writeUInt32LE(0xffffffff, before + 10);
    fixed.writeUInt32LE(0xffffffff, before + 14);
    fixed.writeUInt16LE(file.length, before + 18);
    fixed.writeUInt16LE(sizes.length, before + 20);
    fixed.writeUInt32LE(signature, 0);
    return Buffer.concat([fixed.subarray(0, before + 22), Buffer.alloc(after), file, sizes]);
  };
  const local = entry(0x04034b50, 8, 0);
  const central = entry(0x02014b50, 10, 14);
  const at = local.length + length;
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(1n, 24);
  end.writeBigUInt64LE(1n, 32);
  end.writeBigUInt64LE(BigInt(central.length), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + central.length), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 84, 96);
  return joined(name, [local, ...Array.from({ length: times }, () => body), central, end]);
}

/** Parts one after the other as one object, by ranges too. */
function joined(name: string, parts: readonly Uint8Array[]): ByteSource {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return {
    name,
    size,
    async *stream({ start, end } = { start: 0, end: size }) {
      let at = 0;
      for (const part of parts) {
        const shown = part.subarray(Math.max(0, start - at), Math.max(0, end - at));
        for (let from = 0; from < shown.length; from += 262_144) yield shown.subarray(from, from + 262_144);
        at += part.length;
        if (at >= end) return;
      }
    },
  };
}

const objects: Readonly<Record<string, (size: number) => ByteSource>> = {
  table: (size) => madeUp('a.csv', size, table(), [csvHead]),
  log: (size) => madeUp('a.log', size, makeLogs(bodyBytes, seed).bytes),
  lines: (size) => madeUp('a.jsonl', size, makeText(bodyBytes, seed, '', jsonLine)),
  array: (size) =>
    madeUp(
      'a.json',
      size,
      makeText(bodyBytes, seed, '', (row) => `${JSON.stringify(row)},\n`),
      ['[', '{}]'],
    ),
  line: (size) =>
    madeUp(
      'a.txt',
      size,
      Buffer.from(makeLogs(bodyBytes, seed).bytes).map((byte) => (byte === 0x0a ? 0x20 : byte)),
    ),
  cell: (size) => madeUp('a.csv', size, Buffer.from('mot '.repeat(250_000)), [`${csvHead}1;"`, '"\n']),
  string: (size) => madeUp('a.json', size, Buffer.from('mot '.repeat(250_000)), ['[{"a":"', '"}]']),
  zip: (size) => zipOf('a.zip', table(), size),
};

const megabyte = 1_000_000;

/** Reads one object in this process and tells the peak, in megabytes. */
async function readOne(name: string, size: number): Promise<string> {
  const make = objects[name];
  if (make === undefined) throw new Error(`There is no ${name}: ${Object.keys(objects).join(', ')}`);
  const source = make(size);
  const object = { name: source.name, version: null, sizeBytes: source.size, modifiedAt: null, part: null };
  const start = performance.now();
  const readings = await tallyObject(object, readObject(source), { scanner: createScanner(), key: Buffer.alloc(32, 1) });
  const milliseconds = performance.now() - start;
  const skips = readings.flatMap((reading) => reading.skips.map(({ reason }) => reason));
  const resident = process.resourceUsage().maxRSS * 1024;
  const said = [...new Set(skips)].join(', ');
  return `${sayLine(name, size, resident, milliseconds)}  ${said}`.trimEnd();
}

/** Most memory the command line may take, however long what it reads is. */
const streamResidentBytes = 250 * megabyte;

async function* logStream(size: number, body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; left -= body.length) yield body;
}

/** Gives the command line a stream of log lines and counts what it found. */
async function readStream(size: number): Promise<string> {
  const { bytes, planted } = makeLogs(bodyBytes, seed);
  const { stdout, residentBytes, milliseconds } = await runKashf(
    ['detect', '--format', 'count', '--workers', '1', '-'],
    logStream(size, bytes),
  );
  const times = Math.ceil(size / bytes.length);
  const high = Number(/^global\/email\t\d+\t\d+\t(\d+)/m.exec(stdout)?.[1]);
  assert.equal(high, times * (planted['global/email'] ?? 0), 'each address of the stream is found');
  assert.ok(residentBytes < streamResidentBytes, `the stream took ${(residentBytes / megabyte).toFixed(0)} MB`);
  return sayLine('stream', size, residentBytes, milliseconds);
}

const sayLine = (name: string, size: number, resident: number, milliseconds: number): string =>
  `${name.padEnd(8)} ${(size / megabyte).toFixed(0).padStart(7)} MB ${(resident / megabyte).toFixed(0).padStart(6)} MB resident ${(milliseconds / 1000).toFixed(0).padStart(5)} s`;

/** Megabytes read where nothing else is asked for. */
const usual = { stream: 10_000, other: 1_000 } as const;

/** Reads each object in a process of its own. `megabytes` is the size of all of them; null = the usual ones. */
export async function benchLarge(
  { megabytes, only }: { readonly megabytes: number | null; readonly only: string | undefined },
  write: (line: string) => void,
): Promise<void> {
  if (only === undefined || only === 'stream') write(await readStream((megabytes ?? usual.stream) * megabyte));
  for (const name of Object.keys(objects)) {
    if (only !== undefined && name !== only) continue;
    const size = String((megabytes ?? usual.other) * megabyte);
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, size], { encoding: 'utf8' });
    write((stdout === '' ? `${name} failed: ${stderr}` : stdout).trimEnd());
  }
}

const [, script, name, size] = process.argv;
if (script === fileURLToPath(import.meta.url)) process.stdout.write(`${await readOne(name ?? '', Number(size))}\n`);
