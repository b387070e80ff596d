/**
 * Every format, fed with damaged files of its own: whatever comes in, reading ends, in time, without an error and in bounded memory.
 * The last net of `read-object.ts`, which lets a reader fail without harm, counts as an error here: it hides no fault of ours.
 * `FUZZ_SECONDS=600 FUZZ_SEED=2 node --test tests/readers/fuzz.test.ts` goes on for longer.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Format } from '../../readers/contract.ts';
import { openHead } from '../../readers/head.ts';
import { readObject } from '../../readers/read-object.ts';
import { formats } from '../../readers/registry.ts';
import { seededRandom } from '../../bench/corpora/random.ts';
import { objectOf } from './reading.ts';

interface Fixture {
  readonly name: string;
  readonly bytes: Buffer;
}

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 15);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
/** One file of some kilobytes: far more than any takes on a busy machine, far less than for ever. */
const deadlineMilliseconds = 20_000;
const maxResidentBytes = 1_200_000_000;

const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x0a, 0x3c];

/** Damages a copy in one to four ways. */
function mutate(bytes: Buffer, other: Buffer, random: () => number): Buffer {
  const below = (limit: number): number => Math.floor(random() * limit);
  let out = Buffer.from(bytes);
  for (let turns = 1 + below(4); turns > 0; turns--) {
    const at = below(out.length + 1);
    const length = 1 + below(random() < 0.5 ? 8 : Math.max(1, out.length / 4));
    const end = Math.min(out.length, at + length);
    switch (below(8)) {
      case 0:
        if (at < out.length) out[at] = out[at]! ^ (1 << below(8));
        break;
      case 1:
        out.fill(extremes[below(extremes.length)]!, at, end);
        break;
      case 2:
        out = out.subarray(0, at);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, at), out.subarray(end)]);
        break;
      case 4:
        out = Buffer.concat([out.subarray(0, end), out.subarray(at, end), out.subarray(end)]);
        break;
      case 5:
        out = Buffer.concat([out.subarray(0, at), other.subarray(below(other.length)), out.subarray(at)]);
        break;
      case 6:
        for (let i = at; i < end; i++) out[i] = below(256);
        break;
      default:
        // A length or an offset gone wild.
        if (out.length > 4) out.writeUInt32LE([0xffffffff, 0x7fffffff, 0, out.length][below(4)]!, below(out.length - 3));
    }
    out = Buffer.from(out.subarray(0, 200_000));
  }
  return out;
}

/** Reads to the end and looks up a place in each block, as a scan does. */
async function readToEnd(name: string, bytes: Buffer): Promise<void> {
  const faults: object[] = [];
  for await (const part of readObject(objectOf(name, bytes, [4096]), {}, null, (error) => faults.push(error))) {
    if (part.kind !== 'block') continue;
    const start = part.cells === null ? part.from : (part.cells.starts[part.cells.count - 1] ?? 0);
    part.place(start, Math.min(start + 1, part.bytes.length));
  }
  if (faults.length > 0) throw new AggregateError(faults, faults[0] instanceof Error ? faults[0].stack : 'no error');
}

async function readInTime(name: string, bytes: Buffer): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('reading does not end')), deadlineMilliseconds);
  });
  try {
    await Promise.race([readToEnd(name, bytes), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

async function formatOf({ name, bytes }: Fixture): Promise<Format | undefined> {
  const { head, close } = await openHead(objectOf(name, bytes));
  await close();
  return formats.find((format) => format.recognises(head));
}

const folder = join(import.meta.dirname, 'fixtures');
const fixtures: readonly Fixture[] = readdirSync(folder)
  .filter((name) => !name.endsWith('.expected.json'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const byFormat = Map.groupBy(
  await Promise.all(fixtures.map(async (fixture) => ({ fixture, format: (await formatOf(fixture))?.id }))),
  ({ format }) => format,
);

describe('damaged files', () => {
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);
  before(() => void process.on('unhandledRejection', note));
  after(() => {
    process.off('unhandledRejection', note);
    assert.deepEqual(rejections, []);
    assert.ok(process.resourceUsage().maxRSS * 1024 < maxResidentBytes, 'memory stays bounded');
  });

  for (const { id } of formats) {
    test(id, async (context) => {
      const own = (byFormat.get(id) ?? []).map(({ fixture }) => fixture);
      assert.ok(own.length > 0, 'every format has a fixture');
      const random = seededRandom(seed);
      const end = performance.now() + (seconds * 1000) / formats.length;
      let runs = 0;
      while (runs < 3 || performance.now() < end) {
        const { name, bytes } = own[runs % own.length]!;
        const other = fixtures[Math.floor(random() * fixtures.length)]!.bytes;
        const damaged = mutate(bytes, other, random);
        try {
          await readInTime(name, damaged);
        } catch (error) {
          const shown = damaged.length <= 6000 ? damaged.toString('base64') : `${damaged.length} bytes`;
          throw new Error(`${name}, run ${runs} of seed ${seed}: ${shown}`, { cause: error });
        }
        runs++;
      }
      context.diagnostic(`${runs} damaged files`);
    });
  }
});
