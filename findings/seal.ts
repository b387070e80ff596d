/** Sealed names: an object's name may itself be personal data, and travels encrypted between plan and scan. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** A name as it stands in a manifest: as it is, or sealed where it matches a detector. */
export type SealedName = { readonly plain: string } | { readonly sealed: string };

const nonceBytes = 12;
const tagBytes = 16;

const derive = (key: Uint8Array, purpose: string) => new Uint8Array(hkdfSync('sha256', key, '', `kashf ${purpose}`, 32));

/** AES-256-GCM under a key derived from the fingerprint key. The nonce is a MAC of the name, so that one name always gives one text. */
export function seal(key: Uint8Array, name: string): string {
  const nonce = createHmac('sha256', derive(key, 'nonce')).update(name).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'name'), nonce);
  const body = Buffer.concat([cipher.update(name, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The name behind `seal`. Throws if the text was changed or sealed under another key. */
export function unseal(key: Uint8Array, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'name'), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}

/** The true name, whichever way it travelled. */
export function openName(key: Uint8Array, name: SealedName): string {
  return 'plain' in name ? name.plain : unseal(key, name.sealed);
}
