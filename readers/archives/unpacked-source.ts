/** A compressed object as the object it holds: one name, one stream, no members. */
import type { ByteSource, ReadPart, ReaderLimits } from '../contract.ts';
import type { Ending } from './unpack.ts';

/** Unpacks a stream; ends quietly where it cannot go on and says why in `ending`. */
export type Unpack = (chunks: AsyncIterable<Uint8Array>, maxBytes: number, ending: Ending) => AsyncIterable<Uint8Array>;

/** Passes on `[start, end)` of a stream. */
export async function* cutRange(
  chunks: AsyncIterable<Uint8Array>,
  range: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, range.start - offset), Math.max(0, range.end - offset));
    if (part.length > 0) yield part;
    offset += chunk.length;
    if (offset >= range.end) return;
  }
}

/** The name inside: `.tar` for the short forms of a packed TAR, else the name without its last extension if that is one of the format. */
function unpackedName(name: string, extensions: readonly string[]): string {
  const [own, ...ofTar] = extensions;
  const lower = name.toLowerCase();
  if (lower.endsWith(`.${own}`)) return name.slice(0, -1 - (own?.length ?? 0));
  const short = ofTar.find((extension) => lower.endsWith(`.${extension}`));
  return short === undefined ? name : `${name.slice(0, -short.length)}tar`;
}

/** `extensions`: the format's own one, then those that stand for a TAR inside it. */
export async function* openUnpacked(
  source: ByteSource,
  limits: ReaderLimits,
  { extensions, unpack }: { readonly extensions: readonly string[]; readonly unpack: Unpack },
): AsyncGenerator<ByteSource | ReadPart> {
  const ending: Ending = { problem: null };
  yield {
    name: unpackedName(source.name, extensions),
    size: null,
    isSequential: true,
    stream(range) {
      const chunks = unpack(source.stream(), limits.maxDecompressedBytes, ending);
      return range === undefined ? chunks : cutRange(chunks, range);
    },
  };
  if (ending.problem !== null) yield ending.problem;
}
