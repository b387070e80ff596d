/** Files and folders of this machine, as `kashf detect` finds and opens them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectRef, Store } from '../findings/store.ts';
import { SourceError, type Content, type Unreadable } from '../sources/contract.ts';
import { filePath } from '../sources/file-uri.ts';
import { sourceFor } from '../sources/open-source.ts';
import { parseTarget } from '../sources/target.ts';

export interface FoundFile {
  /** As a person would write it: the path given, then the name below it. */
  readonly path: string;
  readonly store: Store;
  readonly found: ObjectRef | Unreadable;
}

/** Lists every file at or below a path. Throws `SourceError` where there is none. */
export async function* findFiles(path: string): AsyncIterable<FoundFile> {
  const { uri, scheme } = parseTarget(path);
  if (scheme !== 'file') throw new SourceError('usage', `detect reads files and folders; for ${uri} use kashf scan`);
  const source = sourceFor(uri);
  for await (const store of source.stores(uri)) {
    const isFile = statSync(filePath(store.uri)).isFile();
    for await (const found of source.objects(store)) {
      const name = 'reason' in found ? (found.object?.name ?? '') : found.name;
      yield { path: isFile ? path : join(path, name), store, found };
    }
  }
}

/** Opens a file that was found. */
export async function openFound({ store, found }: FoundFile): Promise<Content | Unreadable> {
  if ('reason' in found) return found;
  return sourceFor(store.uri).open(store, found, { rows: null, seed: 0 });
}

/** Standard input, which comes once and has no name. */
export const standardInput: Content = {
  kind: 'bytes',
  source: { name: '', size: null, isSequential: true, stream: () => process.stdin as AsyncIterable<Uint8Array> },
};
