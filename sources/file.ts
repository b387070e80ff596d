/** Folders and files of this machine. A folder is a store, and so is a single file. */
import type { Stats } from 'node:fs';
import { lstat, open as openFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { ObjectRef, Store } from '../findings/store.ts';
import type { ByteSource, SkipReason } from '../readers/contract.ts';
import { type Content, type Source, SourceError, UnreadableError, type Unreadable } from './contract.ts';
import { filePath, fileUri } from './file-uri.ts';
import { unknownPosture } from './posture.ts';

/** Bytes of one read. */
const blockBytes = 256 * 1024;

/** Opens folders and files below `file:///…`. Links are followed, but not in circles and not to what the store holds anyway. */
export function fileSource(): Source {
  return { scheme: 'file', stores, objects, open, close: async () => {} };
}

async function* stores(target: string): AsyncIterable<Store> {
  const path = filePath(target);
  const found = await stat(path).catch((error: unknown) => failTarget(path, error));
  if (!found.isDirectory() && !found.isFile()) {
    throw new SourceError('usage', `${path} is neither a file nor a folder`);
  }
  yield { uri: fileUri(path), account: null, region: null, hostingState: null, posture: unknownPosture };
}

function failTarget(path: string, error: unknown): never {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new SourceError('usage', `There is no file or folder ${path}`);
  throw new SourceError('unavailable', `Cannot read ${path}: ${reasonText(code)}`, { cause: error });
}

async function* objects(store: Store): AsyncIterable<ObjectRef | Unreadable> {
  const root = filePath(store.uri);
  const found = await stat(root).catch((error: unknown) => failTarget(root, error));
  if (found.isDirectory()) yield* walk('', { root, real: await realpath(root), seen: new Set() });
  else yield refOf(basename(root), found);
}

interface Walk {
  readonly root: string;
  /** The root without links. */
  readonly real: string;
  /** Folders outside of the root that links led to, without links. */
  readonly seen: Set<string>;
}

/** Lists a folder below the root and what lies in it, in the order of their names' code units. */
async function* walk(folder: string, state: Walk): AsyncIterable<ObjectRef | Unreadable> {
  const names = await readdir(join(state.root, folder)).catch((error: unknown) => unreadable(`${folder}/`, error));
  if (!Array.isArray(names)) {
    yield names;
    return;
  }
  for (const base of names.toSorted(byCodeUnits)) yield* visit(folder === '' ? base : `${folder}/${base}`, state);
}

async function* visit(name: string, state: Walk): AsyncIterable<ObjectRef | Unreadable> {
  const path = join(state.root, name);
  const found = await lstat(path)
    .then((info) => (info.isSymbolicLink() ? followLink(path, name, state) : info))
    .catch((error: unknown) => unreadable(name, error));
  if (found === null) return;
  if ('reason' in found) yield found;
  else if (found.isDirectory()) yield* walk(name, state);
  else if (found.isFile()) yield refOf(name, found);
  else yield { object: refOf(name, null), reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION', detail: 'a pipe, socket or device' };
}

/** What a link leads to; null where that is read anyway: inside the root under its own name, or through another link. */
async function followLink(path: string, name: string, state: Walk): Promise<Stats | Unreadable | null> {
  const real = await realpath(path);
  if (isWithin(real, state.real)) return null;
  if (isWithin(state.real, real)) {
    return { object: refOf(name, null), reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION', detail: 'a link to a folder above the store' };
  }
  for (const folder of state.seen) if (isWithin(real, folder)) return null;
  const found = await stat(real);
  if (found.isDirectory()) state.seen.add(real);
  return found;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function open(store: Store, object: ObjectRef): Promise<Content | Unreadable> {
  const root = filePath(store.uri);
  try {
    const path = (await stat(root)).isDirectory() ? join(root, object.name) : root;
    const handle = await openFile(path);
    const found = await handle.stat();
    await handle.close();
    if (object.version !== null && versionOf(found) !== object.version) {
      return { object, reason: 'OBJECT_VERSION_MISMATCH', detail: 'changed since it was listed' };
    }
    return { kind: 'bytes', source: byteSource(path, object.name, found) };
  } catch (error) {
    return { ...unreadable(object.name, error), object };
  }
}

function byteSource(path: string, name: string, found: Stats): ByteSource {
  const version = versionOf(found);
  return {
    name,
    size: found.size,
    async *stream({ start, end } = { start: 0, end: found.size }) {
      const handle = await openFile(path).catch((error: unknown) => failRead(error));
      try {
        for (let at = start; at < Math.min(end, found.size);) {
          const buffer = Buffer.allocUnsafeSlow(Math.min(blockBytes, Math.min(end, found.size) - at));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, at).catch((error: unknown) => failRead(error));
          if (bytesRead === 0) break;
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        }
        if (versionOf(await handle.stat()) !== version)
          throw new UnreadableError('OBJECT_VERSION_MISMATCH', 'changed while it was read');
      } finally {
        await handle.close();
      }
    },
  };
}

function failRead(error: unknown): never {
  throw new UnreadableError(reasonOf(codeOf(error)), reasonText(codeOf(error)), { cause: error });
}

function refOf(name: string, found: Stats | null): ObjectRef {
  return {
    name,
    version: found && versionOf(found),
    sizeBytes: found && found.size,
    modifiedAt: found && found.mtime.toISOString(),
    part: null,
  };
}

function versionOf(found: Stats): string {
  return `${found.size}-${found.mtimeMs}`;
}

function unreadable(name: string, error: unknown): Unreadable {
  const code = codeOf(error);
  return { object: refOf(name, null), reason: reasonOf(code), detail: reasonText(code) };
}

function reasonOf(code: string): SkipReason {
  if (code === 'EACCES' || code === 'EPERM') return 'PERMISSION_DENIED';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return 'SOURCE_OBJECT_NO_LONGER_AVAILABLE';
  return 'UNABLE_TO_PARSE_FILE';
}

function reasonText(code: string): string {
  const texts: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'no longer there, or a link that leads nowhere',
    ENOTDIR: 'no longer there',
    ELOOP: 'a link that leads to itself',
  };
  return texts[code] ?? `the system answered ${code}`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
