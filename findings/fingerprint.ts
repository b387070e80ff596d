/** Keyed fingerprints: the same value gives the same mark under one key, and says nothing without it. */
import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 over the parts (length-prefixed, so that no two lists of parts collide), first 128 bits in hex. */
export function fingerprint(key: Uint8Array, ...parts: readonly string[]): string {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
  return mac.digest('hex').slice(0, 32);
}
