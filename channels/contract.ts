/** What leaves, and what is held outside the ledger: alerts, events, workflow starts, manifests, keys. */
import type { Alert } from '../law/contract.ts';

export interface AlertChannel {
  /** Tells the people (topic) and the machines (event bus) of an alert's new state. Values never travel: codes, counts, articles. */
  tell(alert: Alert): Promise<void>;
}

export interface Workflow {
  /** Starts a scan under the given id; a second start under the same id is the same scan. */
  start(input: ScanRequest): Promise<void>;
}

export interface ScanRequest {
  readonly v: 1;
  readonly scan: string;
  readonly trigger: 'schedule' | 'api' | 'object-event' | 'local';
  /** Store URIs or targets to look at; null = all that are configured. */
  readonly targets: readonly string[] | null;
  readonly seed: number;
}

/** Work to do in the background of an API answer. */
export interface Reassessment {
  /** Asks for these stores to be assessed anew (at least once; repeating it is harmless), after rolling up `scan` where one is named. */
  request(stores: readonly string[], cause: { readonly scan: string | null; readonly revision: number | null }): Promise<void>;
}

/** Body of a message on the queue of stores to assess anew. */
export interface ReassessMessage {
  readonly v: 1;
  readonly store: string;
  /** Scan whose shard results are to be rolled up first; null = only the register changed. */
  readonly scan: string | null;
  /** Register revision that asked for it; null = none did. */
  readonly revision: number | null;
}

/** Small JSON files the state machine reads: one item a line of work. */
export interface Manifests {
  /** Writes items under a key; returns where the state machine finds them. */
  write(
    key: string,
    items: readonly unknown[],
  ): Promise<{ readonly bucket: string; readonly key: string; readonly count: number }>;
  /** Reads a manifest back, item by item. */
  read(reference: { readonly bucket: string; readonly key: string }): AsyncIterable<unknown>;
}

/** The key behind every fingerprint and sealed name: 32 bytes, made at deployment, never logged. */
export interface Keys {
  fingerprintKey(): Promise<Uint8Array>;
}

/** A channel took the call but not what was sent. The message is one sentence of ours: what, to where, with the code of the refusal. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}
