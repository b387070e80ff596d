/**
 * Files that decoders bring with them (WebAssembly, models), read when the first object comes that needs them: beside the bundle
 * under their own names, elsewhere where npm put them. The only place of this folder that reads a disk; it reads nothing else.
 */
import { readFileSync } from 'node:fs';

/** The bytes of a file, named by its package and its path there. */
export function readDecoderFile(path: string): Buffer {
  const isSource = import.meta.url.endsWith('.ts');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return readFileSync(isSource ? new URL(import.meta.resolve(path)) : new URL(`./${name}`, import.meta.url));
}
