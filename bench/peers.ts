/** Two redactors from npm, as they come, over a slice: whole texts would take them days. */
import { OpenRedaction } from '@openredaction/core';
import { SyncRedactor } from 'redact-pii';
import { rateOf } from './processor.ts';

export const peers = {
  'redact-pii': () => {
    const redactor = new SyncRedactor();
    return (text: string): unknown => redactor.redact(text);
  },
  openredaction: () => {
    const redactor = new OpenRedaction();
    return (text: string): unknown => redactor.detect(text);
  },
} as const;

export type PeerId = keyof typeof peers;

/** Megabytes a second of processor time of a peer over a text; once with a little of it, to be warm. */
export async function measurePeer(id: PeerId, bytes: Uint8Array): Promise<number> {
  const redact = peers[id]();
  const text = new TextDecoder().decode(bytes);
  await redact(text.slice(0, 10_000));
  return rateOf(bytes.length, () => redact(text));
}
