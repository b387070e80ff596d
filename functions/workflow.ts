/** What the states of the scan workflow hand to each other. `infra/` builds the state machine on these shapes. */
import type { SealedName } from '../findings/seal.ts';
import type { ObjectRef } from '../findings/store.ts';
import type { ScanRequest } from '../channels/contract.ts';

/** Where a manifest lies; the Distributed Map's ItemReader reads it. */
export interface ManifestRef {
  readonly bucket: string;
  readonly key: string;
  readonly count: number;
}

/** `discover`: in. `scan` is the execution's name where the timer started it. */
export type DiscoverInput = ScanRequest;
/** `discover`: out, and `plan`: in. */
export interface Discovered {
  readonly v: 1;
  readonly scan: string;
  readonly seed: number;
  readonly stores: ManifestRef;
}
/** `plan`: out. Its `stores` manifest replaces the one of `discover`: each item then says how many shards the store has. */
export interface Planned extends Discovered {
  readonly shards: ManifestRef;
}

/** One line of the store manifest. */
export interface StoreItem {
  readonly v: 1;
  readonly store: string;
  /** Shards planned for it; null before `plan`. Fewer results than this = not everything was read. */
  readonly shards: number | null;
}

/** One line of the shard manifest: objects of one store that one worker reads. */
export interface Shard {
  readonly v: 1;
  /** Deterministic: a second plan of the same data gives the same id. */
  readonly id: string;
  readonly store: string;
  readonly objects: readonly (Omit<ObjectRef, 'name'> & { readonly name: SealedName })[];
}

/** `scan`: in, from the map (ItemBatcher). */
export interface ScanBatch {
  readonly Items: readonly Shard[];
  readonly BatchInput: { readonly scan: string; readonly seed: number };
}
/** `assess`: in, from the map (ItemBatcher). */
export interface AssessBatch {
  readonly Items: readonly StoreItem[];
  readonly BatchInput: { readonly scan: string };
}
/** `alert`: in. `failed` names the error that ended the workflow early. */
export interface AlertInput {
  readonly v: 1;
  /** The scan that ends; null = none does, only tell what is untold (after a re-assessment without a scan). */
  readonly scan: string | null;
  readonly failed: string | null;
}

export type { ReassessMessage } from '../channels/contract.ts';
