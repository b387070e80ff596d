/** Cuts a stream at fixed offsets, so that nothing after it can depend on how its source was cut. */

/** Gives pieces of exactly `sizeBytes`, the last one shorter; none if the stream is empty. A piece holds until the next one is asked for. */
export async function* regroup(chunks: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.allocUnsafeSlow(sizeBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + sizeBytes - filled);
      piece.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < sizeBytes) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
