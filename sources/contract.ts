/** Where data lives. One source per kind of store; each lists stores and objects, and opens one object at a time, read-only. */
import type { ObjectRef, Store } from '../findings/store.ts';
import type { ByteSource, FieldTexts, SkipReason } from '../readers/contract.ts';

/** What an object holds once opened. */
export type Content =
  | { readonly kind: 'bytes'; readonly source: ByteSource }
  /** `sampled` = rows were left out on purpose; it says how (method, seed, share) in numbers. Final once the records have ended. */
  | { readonly kind: 'records'; readonly records: AsyncIterable<FieldTexts>; readonly sampled: string | null };

/** A store or object that the source itself says cannot be read. */
export interface Unreadable {
  readonly object: ObjectRef | null;
  readonly reason: SkipReason;
  readonly detail: string;
}

export interface Sampling {
  /** Rows of a table to look at; null = all. */
  readonly rows: number | null;
  /** Seed of every random choice; the same seed gives the same sample. */
  readonly seed: number;
}

export interface Source {
  /** URI scheme without colon: `s3`, `dynamodb`, `postgresql`, `file`. */
  readonly scheme: string;
  /** Expands a target (a store's URI, or a wider one such as a database) to its stores, with posture. Throws `SourceError`. */
  stores(target: string): AsyncIterable<Store>;
  /** The store's objects, in a stable order, page by page; an object that cannot be read comes as `Unreadable`. */
  objects(store: Store): AsyncIterable<ObjectRef | Unreadable>;
  /** Opens one object, or says why not (gone, changed since listed, denied, archived, encrypted). */
  open(store: Store, object: ObjectRef, sampling: Sampling): Promise<Content | Unreadable>;
  close(): Promise<void>;
}

/** A source that could not be asked at all: unreachable, denied, no such target. The message is one sentence that helps, without credentials. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** `usage` = the target itself is wrong (exit code 2); `unavailable` = it could not be reached or read (exit code 1). */
  readonly kind: 'usage' | 'unavailable';
  constructor(kind: 'usage' | 'unavailable', message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/**
 * Thrown by a stream of bytes or records that was opened and then could not be read, or not wholly: what came before stays valid.
 * Its message is the detail, in our words.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly reason: SkipReason;
  constructor(reason: SkipReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = reason;
  }
}
