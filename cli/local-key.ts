/** The fingerprint key of this machine: made once, kept readable by its owner alone, so that equal runs give equal ids. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const keyBytes = 32;

/** Reads `KASHF_KEY` (64 hexadecimal digits), else the key file under the user's configuration folder, which it makes at first. */
export function localKey(environment: Readonly<Record<string, string | undefined>> = process.env): Uint8Array {
  const given = environment['KASHF_KEY'];
  if (given !== undefined && /^[0-9a-f]{64}$/i.test(given)) return Buffer.from(given, 'hex');
  const file = join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'kashf', 'fingerprint-key');
  return readKey(file) ?? makeKey(file);
}

function readKey(file: string): Uint8Array | null {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    return key.length === keyBytes ? key : null;
  } catch {
    return null;
  }
}

/** A home that cannot be written to still gets a key, for this run alone. */
function makeKey(file: string): Uint8Array {
  const key = randomBytes(keyBytes);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    return readKey(file) ?? key;
  }
  return key;
}
