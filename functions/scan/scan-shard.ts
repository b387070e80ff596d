/** Reads the objects of one shard and counts what they hold. */
import { openName } from '../../findings/seal.ts';
import type { ObjectRef, Store } from '../../findings/store.ts';
import { tallyObject, tallyUnopened, type ObjectReading, type TallyOptions } from '../../findings/tally-object.ts';
import type { ShardResult } from '../../ledger/contract.ts';
import type { PartRef, ReadPart, SkipReason } from '../../readers/contract.ts';
import { ocrLimits } from '../../readers/limits.ts';
import { readObject } from '../../readers/read-object.ts';
import { blocksOfRecords } from '../../readers/records.ts';
import { UnreadableError, type Content, type Sampling, type Source, type Unreadable } from '../../sources/contract.ts';
import type { Shard } from '../workflow.ts';

export interface ScanOptions extends TallyOptions {
  readonly sampling: Sampling;
  /** Also reads the text in pictures. */
  readonly ocr: boolean;
}

/** Scans every object of a shard, one after the other. Repeating it gives the same result. */
export async function scanShard(
  shard: Shard,
  store: Store,
  source: Source,
  options: ScanOptions & { readonly scan: string },
): Promise<ShardResult> {
  const readings: ObjectReading[] = [];
  for (const object of shard.objects) {
    readings.push(...(await scanObject({ ...object, name: openName(options.key, object.name) }, store, source, options)));
  }
  return shardResult(options.scan, shard.id, store.uri, readings);
}

/** Puts the readings of a shard into the form the ledger keeps. */
export function shardResult(scan: string, shard: string, store: string, readings: readonly ObjectReading[]): ShardResult {
  return {
    v: 1,
    scan,
    shard,
    store,
    tallies: readings.map((reading) => reading.tally),
    skips: readings.flatMap(({ tally, skips }) => skips.map((skip) => ({ v: 1, store, object: tally.object, ...skip }) as const)),
    failed: false,
  };
}

/** Opens and reads one object: its reading, then those of the objects inside it. Whatever goes wrong becomes a skip of that object, what was read before stays counted, and the others go on. */
export async function scanObject(
  object: ObjectRef,
  store: Store,
  source: Source,
  options: ScanOptions,
): Promise<readonly ObjectReading[]> {
  const content = await openObject(object, store, source, options.sampling);
  const here = { ...options, store: store.uri };
  if ('reason' in content) return [tallyUnopened(object, { reason: content.reason, detail: content.detail }, here)];
  return tallyObject(object, blocksOf(content, object.part, options), here);
}

async function openObject(object: ObjectRef, store: Store, source: Source, sampling: Sampling): Promise<Content | Unreadable> {
  try {
    return await source.open(store, object, sampling);
  } catch (error) {
    return { object, ...brokenOff(error) };
  }
}

/** What an object, or a part of it, gives; an error of the source ends it with the reason, as the reader's own words do. */
export async function* blocksOf(
  content: Content,
  part: PartRef | null,
  { ocr }: Pick<ScanOptions, 'ocr'>,
): AsyncIterable<ReadPart> {
  try {
    if (content.kind === 'bytes') yield* readObject(content.source, ocr ? ocrLimits : {}, part);
    else yield* blocksOfRecords(content.records);
  } catch (error) {
    yield { kind: 'unread', ...brokenOff(error) };
  }
  if (content.kind === 'records' && content.sampled !== null)
    yield { kind: 'unread', reason: 'SAMPLED_OUT', detail: content.sampled };
}

/** Of a foreign error only the kind may leave: its message may hold what was being read. */
function brokenOff(error: unknown): { readonly reason: SkipReason; readonly detail: string } {
  if (error instanceof UnreadableError) return { reason: error.reason, detail: error.message };
  const kind = error instanceof Error ? error.name : 'unknown error';
  return { reason: 'UNABLE_TO_PARSE_FILE', detail: `reading broke off: ${kind}` };
}
