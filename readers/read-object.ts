/** The way into every format: from bytes to blocks. */
import type { Block, ByteSource, Format, Head, ReaderLimits, Unread } from './contract.ts';
import { nameFileType } from './file-type.ts';
import { openHead } from './head.ts';
import { defaultLimits } from './limits.ts';
import { formats } from './registry.ts';
import { unread } from './unread.ts';

function recognise(head: Head): Format | Unread {
  const type = nameFileType(head.bytes, head.text !== null);
  const format = type === null ? formats.find((candidate) => candidate.recognises(head)) : undefined;
  return (
    format ?? unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', type === null ? 'not text and of no known type' : `no reader for ${type}`)
  );
}

async function* readNested(source: ByteSource, limits: ReaderLimits, depth: number): AsyncGenerator<Block | Unread> {
  const { head, source: opened, close } = await openHead(source);
  try {
    if (head.bytes.length === 0) return;
    const format = recognise(head);
    if ('kind' in format) yield format;
    else if ('read' in format) yield* format.read(opened, limits);
    else if (depth >= limits.maxNesting)
      yield unread('ARCHIVE_NESTING_LEVEL_OVER_LIMIT', `more than ${limits.maxNesting} levels`);
    else {
      for await (const part of format.open(opened, limits)) {
        if ('kind' in part) yield part;
        else yield* readNested(part, limits, depth + 1);
      }
    }
  } finally {
    await close();
  }
}

/**
 * Reads an object as whatever it is: blocks of text with the place of every byte, and an `Unread` for all that could not
 * be read. An empty object gives neither. Only errors of the source itself are thrown.
 */
export async function* readObject(source: ByteSource, limits: Partial<ReaderLimits> = {}): AsyncGenerator<Block | Unread> {
  yield* readNested(source, { ...defaultLimits, ...limits }, 0);
}
