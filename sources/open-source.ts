import { type Source, SourceError } from './contract.ts';
import type { SourceOptions } from './options.ts';
import { storeKinds, type StoreKind } from './registry.ts';

/** Schemes that mean a kind of store under another name. */
const aliases: Readonly<Record<string, string>> = { postgres: 'postgresql' };

/** The source that reads a target or store, by its URI's scheme. Connects to nothing yet. Throws `SourceError` for a scheme there is no source for. */
export function sourceFor(uri: string, options: SourceOptions = {}): Source {
  return kindOf(schemeOf(uri) ?? 'file').open(options);
}

/** The scheme of a URI; null for a plain path. */
export function schemeOf(text: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  return scheme === undefined ? null : (aliases[scheme] ?? scheme);
}

/** The kind of store a scheme names. Throws `SourceError` where there is none. */
export function kindOf(scheme: string): StoreKind {
  const found = storeKinds.find((one) => one.scheme === scheme);
  if (found) return found;
  if (scheme === 'mysql' || scheme === 'mariadb') {
    throw new SourceError('usage', 'MySQL and MariaDB cannot be scanned yet; export the tables to files and scan the folder');
  }
  const known = storeKinds.map((one) => `${one.scheme}://`).join(', ');
  throw new SourceError('usage', `There is no kind of store called ${scheme}://; a target is a path or starts with ${known}`);
}
