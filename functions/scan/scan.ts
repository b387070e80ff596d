/** Reads what it is given: shards of a planned scan, or single objects that have just changed. */
import type { Reassessment } from '../../channels/contract.ts';
import type { Scanner } from '../../detectors/contract.ts';
import { fingerprint } from '../../findings/fingerprint.ts';
import type { ObjectRef } from '../../findings/store.ts';
import type { Ledger } from '../../ledger/contract.ts';
import { parseS3Uri } from '../../sources/s3-uri.ts';
import type { Configuration, Target } from '../configuration.ts';
import { targetOf, type OpenSource } from '../ports.ts';
import type { ScanBatch } from '../workflow.ts';
import { scanObject, scanShard, shardResult, type ScanOptions } from './scan-shard.ts';

export interface ScanPorts {
  readonly ledger: Pick<Ledger, 'scans' | 'results'>;
  readonly openSource: OpenSource;
  readonly scanner: Scanner;
  readonly key: Uint8Array;
}

export interface ScanProgress {
  readonly shards: number;
  readonly skips: number;
}

/** Scans a batch of shards and writes each result to the ledger, under its scan and shard. */
export async function scanBatch(batch: ScanBatch, configuration: Configuration, ports: ScanPorts): Promise<ScanProgress> {
  const { scan, seed } = batch.BatchInput;
  let skips = 0;
  for (const shard of batch.Items) {
    const entry = await ports.ledger.results.store(shard.store);
    if (!entry) throw new Error(`Cannot scan ${shard.store}: discover did not note it in the ledger`);
    const source = ports.openSource(targetOf(configuration, shard.store));
    const result = await scanShard(shard, entry.store, source, { ...optionsOf(configuration, ports, seed), scan });
    await ports.ledger.scans.putShardResult(result);
    skips += result.skips.length;
  }
  return { shards: batch.Items.length, skips };
}

/** An object that was made or changed, as the store tells it. */
export interface ChangedObject {
  readonly bucket: string;
  readonly key: string;
  readonly version: string | null;
  readonly sizeBytes: number | null;
  /** When it changed, UTC ISO 8601. */
  readonly at: string;
}

/**
 * Scans one changed object at once, if a store that a scan has seen holds it, and asks for that store to be assessed. Its scan id
 * is made from object and version, so that a message delivered twice is one reading.
 */
export async function scanChange(
  change: ChangedObject,
  configuration: Configuration,
  ports: ScanPorts & { readonly reassessment: Reassessment },
): Promise<ScanProgress> {
  const place = placeChange(change, configuration);
  const entry = place ? await ports.ledger.results.store(place.target.uri) : null;
  if (!place || !entry) return { shards: 0, skips: 0 };
  const { target, name } = place;
  const object: ObjectRef = { name, version: change.version, sizeBytes: change.sizeBytes, modifiedAt: change.at, part: null };
  const scan = `event-${fingerprint(ports.key, 'change', change.bucket, change.key, change.version ?? change.at)}`;
  const readings = await scanObject(object, entry.store, ports.openSource(target), optionsOf(configuration, ports, 0));
  await ports.ledger.scans.putShardResult(shardResult(scan, scan, entry.store.uri, readings));
  await ports.reassessment.request([entry.store.uri], { scan, revision: null });
  return { shards: 1, skips: readings.reduce((sum, { skips }) => sum + skips.length, 0) };
}

/** The configured target that holds a changed object, and the object's name in it; null where none does. */
function placeChange(
  { bucket, key }: ChangedObject,
  { targets }: Configuration,
): { readonly target: Target; readonly name: string } | null {
  for (const target of targets.filter(({ uri }) => uri.startsWith('s3://'))) {
    const place = parseS3Uri(target.uri);
    const folder = place.prefix === '' ? '' : `${place.prefix}/`;
    if (place.bucket === bucket && key.startsWith(folder)) return { target, name: key.slice(folder.length) };
  }
  return null;
}

const optionsOf = (configuration: Configuration, { scanner, key }: ScanPorts, seed: number): ScanOptions => ({
  scanner,
  key,
  sampling: { rows: configuration.sampleRows, seed },
  ocr: configuration.ocr,
});
