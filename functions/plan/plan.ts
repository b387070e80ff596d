/** Which objects the stores hold, cut into shards of work. */
import type { Manifests } from '../../channels/contract.ts';
import type { Scanner } from '../../detectors/contract.ts';
import { readName } from '../../findings/names.ts';
import type { ObjectRef, Store } from '../../findings/store.ts';
import { tallyUnopened, type ObjectReading } from '../../findings/tally-object.ts';
import type { Ledger, ShardResult } from '../../ledger/contract.ts';
import { SourceError, type Unreadable } from '../../sources/contract.ts';
import type { Configuration } from '../configuration.ts';
import { targetOf, type OpenSource } from '../ports.ts';
import type { Discovered, Planned, Shard, StoreItem } from '../workflow.ts';
import { planShards } from './plan-shards.ts';

export interface PlanPorts {
  readonly ledger: Pick<Ledger, 'scans' | 'results'>;
  readonly manifests: Manifests;
  readonly openSource: OpenSource;
  readonly scanner: Scanner;
  readonly key: Uint8Array;
}

/** Lists every store and writes the manifest of shards, and the manifest of stores with the number of shards each has. */
export async function plan(input: Discovered, configuration: Configuration, ports: PlanPorts): Promise<Planned> {
  const shards: Shard[] = [];
  const items: StoreItem[] = [];
  for await (const item of ports.manifests.read(input.stores)) {
    const { store: uri } = item as StoreItem;
    const planned = await planStore(uri, input.scan, configuration, ports);
    shards.push(...planned);
    items.push({ v: 1, store: uri, shards: planned.length });
  }
  const [stores, shardManifest] = await Promise.all([
    ports.manifests.write(`scans/${input.scan}/planned-stores.jsonl`, items),
    ports.manifests.write(`scans/${input.scan}/shards.jsonl`, shards),
  ]);
  const scan = await ports.ledger.scans.scan(input.scan);
  if (scan) await ports.ledger.scans.putScan({ ...scan, stores: items.length, shardsPlanned: shards.length });
  return { ...input, stores, shards: shardManifest };
}

async function planStore(uri: string, scan: string, configuration: Configuration, ports: PlanPorts): Promise<readonly Shard[]> {
  const entry = await ports.ledger.results.store(uri);
  if (!entry) throw new Error(`Cannot plan ${uri}: discover did not note it in the ledger`);
  const source = ports.openSource(targetOf(configuration, uri));
  const listing = await listObjects(source.objects(entry.store));
  await noteUnreadable(listing.unreadable, entry.store, scan, ports);
  const seal = (name: string) => readName(ports.scanner, ports.key, name).sealed;
  return [...planShards(uri, listing.objects, ports.key, seal)];
}

interface Listing {
  readonly objects: readonly ObjectRef[];
  readonly unreadable: readonly Unreadable[];
}

/** Lists a store to its end. A listing that breaks off says so as a skip of the whole store. */
async function listObjects(found: AsyncIterable<ObjectRef | Unreadable>): Promise<Listing> {
  const objects: ObjectRef[] = [];
  const unreadable: Unreadable[] = [];
  try {
    for await (const one of found) {
      if ('reason' in one) unreadable.push(one);
      else objects.push(one);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    unreadable.push({ object: null, reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: error.message });
  }
  return { objects, unreadable };
}

async function noteUnreadable(unreadable: readonly Unreadable[], store: Store, scan: string, ports: PlanPorts): Promise<void> {
  if (unreadable.length === 0) return;
  const readings = unreadable.map(({ object, reason, detail }) => ({
    reading: object === null ? null : tallyUnopened(object, { reason, detail }, { ...ports, store: store.uri }),
    reason,
    detail,
  }));
  const result: ShardResult = {
    v: 1,
    scan,
    shard: `plan-${store.uri}`,
    store: store.uri,
    tallies: readings.flatMap(({ reading }) => (reading ? [(reading satisfies ObjectReading).tally] : [])),
    skips: readings.map(({ reading, reason, detail }) => ({
      v: 1,
      store: store.uri,
      object: reading?.tally.object ?? null,
      reason,
      detail,
    })),
    failed: readings.some(({ reading }) => reading === null),
  };
  await ports.ledger.scans.putShardResult(result);
}
