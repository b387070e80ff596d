/** Names of what lies in an archive: UTF-8, or whatever code page the program that wrote it ran under. */
import { isUtf8 } from 'node:buffer';
import { decodeBytes } from '../encodings/code-pages.ts';
import type { SingleByteEncoding } from '../encodings/code-pages.ts';
import { guessSingleByte } from '../encodings/guess-encoding.ts';

/** Those of DOS stand first, as the standard has it; Windows writes in its own. */
const encodings: readonly SingleByteEncoding[] = ['cp437', 'cp850', 'cp720', 'windows-1252', 'windows-1256', 'iso-8859-6'];
/** So many names tell their code page as well as all of them. */
const namesWeighed = 1000;
const slash = Buffer.from('/');

/** The names of one archive, which share a code page where they are not UTF-8. */
export function decodeNames(names: readonly Uint8Array[]): string[] {
  const others = names.filter((name) => !isUtf8(name)).slice(0, namesWeighed);
  const encoding = guessSingleByte(Buffer.concat(others.flatMap((name) => [name, slash])), encodings);
  return names.map((name) => (isUtf8(name) ? Buffer.from(name).toString('utf8') : decodeBytes(name, encoding)));
}
