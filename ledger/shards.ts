/** Results of shards in the ledger: parts under a hash of the content, then a done head that makes them true. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ScanNote, Skip } from '../findings/finding.ts';
import { putItem, putItems, type Table } from './access.ts';
import type { Page, PageRequest, ScanLedger, ShardResult } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Item } from './item.ts';
import { boundKey, hashKey, spread, spreadKey, spreadKeys } from './keys.ts';
import { maxLookedAt, readAll, readSorted } from './query.ts';

/** The done head of a shard: small, so that many can be counted. */
export interface DoneHead {
  readonly pk: string;
  readonly sk: string;
  readonly store: string;
  readonly shard: string;
  readonly failed: boolean;
  readonly skips: number;
  /** Which parts are the result's. */
  readonly generation: string;
  readonly tallyParts: number;
  readonly skipParts: number;
  /** Absent where a release before notes wrote it. */
  readonly noteParts?: number;
}

/** What the parts of a result hold, each kind apart. */
type PartKind = 'tallies' | 'skips' | 'notes';

/** The done heads of a scan, each shard once. */
export interface ShardReader {
  heads(scan: string, prefix?: string, from?: string | null): AsyncIterable<DoneHead>;
}

type ShardLedger = Pick<ScanLedger, 'putShardResult' | 'shardResults' | 'shardsDone' | 'skips' | 'notes'>;

/** Results of shards, with their heads for those who count. */
export function dynamoShards(table: Table): ShardReader & { readonly ledger: ShardLedger } {
  const heads: ShardReader['heads'] = (scan, prefix = 'done#', from = null) => readHeads(table, { scan, prefix, from });
  return {
    heads,
    ledger: {
      async putShardResult(result) {
        const { head, parts } = layOut(table, result);
        await putItems(table, parts);
        await putItem(table, head);
      },
      async *shardResults(scan, store) {
        for await (const head of heads(scan, `done#${hashKey(store)}#`)) yield await readResult(table, scan, head);
      },
      async shardsDone(scan) {
        const done = new Set<string>();
        for await (const head of heads(scan)) done.add(head.shard);
        return done;
      },
      skips: (scan, page) => readListed<Skip>(table, { scan, kind: 'skips' }, page),
      notes: (scan, page) => readListed<ScanNote>(table, { scan, kind: 'notes' }, page),
    },
  };
}

const daySeconds = 86_400;
/** Part of a result in one item; with its keys it stays below DynamoDB's 400 KB. */
const partBytes = 380 * 1024;

/** What a result says of objects beside what they hold. */
function notesOf({ store, tallies }: ShardResult): readonly ScanNote[] {
  return tallies.flatMap(({ object, notes = [] }) => notes.map((note) => ({ v: 1, store, object, ...note }) as const));
}

function layOut(table: Table, result: ShardResult): { readonly head: Item; readonly parts: readonly Item[] } {
  const tallies = JSON.stringify(result.tallies);
  const skips = JSON.stringify(result.skips);
  const generation = hashKey(`${tallies}\n${skips}`);
  const pk = spreadKey(`scan#${result.scan}`, result.shard, spread.results);
  const name = `${hashKey(result.store)}#${boundKey(result.shard)}`;
  const expiresAt = Math.floor(Date.parse(table.clock.now()) / 1000) + table.ttlDays * daySeconds;
  const cut = (kind: PartKind, empty: boolean, text: string): readonly Item[] =>
    (empty ? [] : cutBytes(gzipSync(text))).map((zip, index) => ({
      pk,
      sk: `${partPrefix(name, generation)}${kind}#${String(index).padStart(4, '0')}`,
      v: 1,
      zip,
      // A day longer than the head: TTL must never leave a head without its parts.
      expiresAt: expiresAt + daySeconds,
    }));
  const tallyParts = cut('tallies', result.tallies.length === 0, tallies);
  const skipParts = cut('skips', result.skips.length === 0, skips);
  const notes = notesOf(result);
  const noteParts = cut('notes', notes.length === 0, JSON.stringify(notes));
  const head: Item = {
    pk,
    sk: `done#${name}`,
    v: 1,
    store: result.store,
    shard: result.shard,
    failed: result.failed,
    skips: result.skips.length,
    generation,
    tallyParts: tallyParts.length,
    skipParts: skipParts.length,
    noteParts: noteParts.length,
    expiresAt,
  };
  return { head, parts: [...tallyParts, ...skipParts, ...noteParts] };
}

async function* readHeads(
  table: Table,
  range: { readonly scan: string; readonly prefix: string; readonly from: string | null },
): AsyncGenerator<DoneHead> {
  const partitions = spreadKeys(`scan#${range.scan}`, spread.results);
  const now = Date.parse(table.clock.now()) / 1000;
  for await (const item of readSorted(table, { partitions, prefix: range.prefix }, { after: range.from })) {
    if (Number(item.expiresAt) > now) yield item as unknown as DoneHead;
  }
}

async function readResult(table: Table, scan: string, head: DoneHead): Promise<ShardResult> {
  const { shard, store, failed } = head;
  const [tallies, skips] = await Promise.all([
    readParts<ShardResult['tallies'][number]>(table, head, 'tallies'),
    readParts<Skip>(table, head, 'skips'),
  ]);
  return { v: 1, scan, shard, store, tallies, skips, failed };
}

async function readParts<T>(table: Table, head: DoneHead, kind: PartKind): Promise<readonly T[]> {
  const expected = { tallies: head.tallyParts, skips: head.skipParts, notes: head.noteParts ?? 0 }[kind];
  if (expected === 0) return [];
  const prefix = `${partPrefix(head.sk.slice('done#'.length), head.generation)}${kind}#`;
  const parts = await readAll(table, { partitions: [head.pk], prefix });
  if (parts.length !== expected) {
    throw new Error(
      `Cannot read the result of shard ${head.shard}: ${expected - parts.length} of its ${expected} parts are missing`,
    );
  }
  return JSON.parse(gunzipSync(Buffer.concat(parts.map((part) => part.zip ?? new Uint8Array()))).toString()) as T[];
}

/** Skips or notes in the order of stores and shards. A position is the last head gone through, and how many of the next were given. */
async function readListed<T>(
  table: Table,
  { scan, kind }: { readonly scan: string; readonly kind: PartKind },
  page: PageRequest,
): Promise<Page<T>> {
  const [after = '', given = '0'] = page.cursor === null ? [] : readCursor(page.cursor);
  const items: T[] = [];
  let last = after;
  let passed = Number(given);
  let lookedAt = 0;
  for await (const head of readHeads(table, { scan, prefix: 'done#', from: after === '' ? null : after })) {
    if (lookedAt === maxLookedAt) return { items, next: writeCursor([last, '0']) };
    lookedAt += 1;
    const listed = (await readParts<T>(table, head, kind)).slice(passed);
    const room = page.limit - items.length;
    if (listed.length > room) {
      return { items: [...items, ...listed.slice(0, room)], next: writeCursor([last, String(passed + room)]) };
    }
    items.push(...listed);
    last = head.sk;
    passed = 0;
  }
  return { items, next: null };
}

function partPrefix(name: string, generation: string): string {
  return `part#${name}#${generation}#`;
}

function cutBytes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, index) =>
    bytes.subarray(index * partBytes, (index + 1) * partBytes),
  );
}
