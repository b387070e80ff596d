/** What a thread of decoders and the thread that asks it say to each other. One object is decoded at a time, one result after the other. */
import type { ReaderLimits } from '../contract.ts';

/** What a thread can decode; `decoder-worker.ts` has the module of each. */
export type DecoderName = 'pdf' | 'parquet' | 'avro' | 'image' | 'mail';

export interface ObjectInfo {
  readonly name: string;
  readonly size: number | null;
  readonly isSequential: boolean;
}

export type ToDecoder =
  | { readonly kind: 'start'; readonly decoder: DecoderName; readonly object: ObjectInfo; readonly limits: ReaderLimits }
  | { readonly kind: 'next' }
  /** The next bytes of stream `id`; null at its end. */
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array | null };

export type FromDecoder =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'end' }
  /** It threw; of the error only its kind may leave. */
  | { readonly kind: 'fault'; readonly name: string; readonly stack: string }
  | { readonly kind: 'read'; readonly id: number; readonly range: { readonly start: number; readonly end: number } | null }
  | { readonly kind: 'close'; readonly id: number };

/** One result, with the memory that goes along. */
export interface Sent {
  readonly message: unknown;
  readonly transfer: readonly ArrayBuffer[];
}
