/** Which stores exist, and how they are protected. */
import type { Manifests } from '../../channels/contract.ts';
import type { Clock } from '../../findings/clock.ts';
import type { Posture, Store } from '../../findings/store.ts';
import { lawVersion } from '../../law/law-version.ts';
import { stateOfRegion } from '../../law/regions.ts';
import type { Ledger } from '../../ledger/contract.ts';
import type { SkipReason } from '../../readers/contract.ts';
import { SourceError } from '../../sources/contract.ts';
import type { Configuration, Target } from '../configuration.ts';
import type { OpenSource } from '../ports.ts';
import type { Discovered, DiscoverInput, StoreItem } from '../workflow.ts';

export interface DiscoverPorts {
  readonly ledger: Pick<Ledger, 'scans' | 'results' | 'audit'>;
  readonly manifests: Manifests;
  readonly openSource: OpenSource;
  readonly clock: Clock;
  readonly detectorsVersion: string;
}

/** A store that was found, or one whose source did not answer. */
export type FoundStore = { readonly store: Store; readonly unreachable: string | null };

const unknownPosture: Posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };

/** Expands the configured targets to stores, notes each in the ledger and writes the manifest of stores. */
export async function discover(input: DiscoverInput, configuration: Configuration, ports: DiscoverPorts): Promise<Discovered> {
  const startedAt = await startScan(input, ports);
  const items: StoreItem[] = [];
  for (const target of chooseTargets(configuration, input.targets)) {
    for await (const found of findStores(target, ports.openSource)) {
      await noteStore(found, input.scan, startedAt, ports);
      items.push({ v: 1, store: found.store.uri, shards: null });
    }
  }
  const stores = await ports.manifests.write(`scans/${input.scan}/stores.jsonl`, items);
  return { v: 1, scan: input.scan, seed: input.seed, stores };
}

/** The stores behind one target. A source that does not answer gives the target itself, with the reason: silence is not emptiness. */
export async function* findStores(target: Target, openSource: OpenSource): AsyncIterable<FoundStore> {
  try {
    for await (const store of openSource(target).stores(target.uri))
      yield { store: placeStore(store, target), unreachable: null };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const store = { uri: target.uri, account: null, region: null, hostingState: target.state ?? null, posture: unknownPosture };
    yield { store, unreachable: error.message };
  }
}

/** The store with its hosting State: as configured, else that of its region, else unknown. */
export function placeStore(store: Store, target: Target): Store {
  return { ...store, hostingState: target.state ?? stateOfRegion(store.region) };
}

/** The skip reason for a store that did not answer. */
const unreachableReason = (store: string): SkipReason =>
  store.startsWith('s3://') ? 'NO_SUCH_BUCKET_AVAILABLE' : 'SOURCE_OBJECT_NO_LONGER_AVAILABLE';

function chooseTargets(configuration: Configuration, wanted: readonly string[] | null): readonly Target[] {
  if (wanted === null) return configuration.targets;
  const unknown = wanted.find((uri) => !configuration.targets.some((target) => target.uri === uri));
  if (unknown !== undefined) throw new Error(`Cannot scan ${unknown}: it is not one of the configured targets`);
  return configuration.targets.filter((target) => wanted.includes(target.uri));
}

async function startScan(input: DiscoverInput, { ledger, clock, detectorsVersion }: DiscoverPorts): Promise<string> {
  const known = await ledger.scans.scan(input.scan);
  // Delivered once more after the end: the scan stays ended.
  if (known?.state === 'completed') return known.startedAt;
  const startedAt = known?.startedAt ?? clock.now();
  await ledger.scans.putScan({
    v: 1,
    id: input.scan,
    state: 'running',
    startedAt,
    endedAt: null,
    trigger: input.trigger,
    seed: input.seed,
    detectorsVersion,
    lawVersion,
    stores: 0,
    shardsPlanned: 0,
    shardsDone: 0,
    shardsFailed: 0,
    skips: 0,
    complete: null,
  });
  // A scan asked for through the API is in the audit already, with who asked.
  if (known === null) {
    const detail = { trigger: input.trigger, seed: input.seed, targets: input.targets };
    await ledger.audit.append({ v: 1, at: startedAt, by: 'kashf', action: 'scan.start', target: input.scan, detail });
  }
  return startedAt;
}

async function noteStore(
  { store, unreachable }: FoundStore,
  scan: string,
  now: string,
  { ledger }: DiscoverPorts,
): Promise<void> {
  const known = await ledger.results.store(store.uri);
  await ledger.results.putStore({ v: 1, store, firstSeenAt: known?.firstSeenAt ?? now, lastSeenAt: now, lastScan: scan });
  if (unreachable === null) return;
  const skip = { v: 1, store: store.uri, object: null, reason: unreachableReason(store.uri), detail: unreachable } as const;
  await ledger.scans.putShardResult({
    v: 1,
    scan,
    shard: `discover-${store.uri}`,
    store: store.uri,
    tallies: [],
    skips: [skip],
    failed: true,
  });
}
