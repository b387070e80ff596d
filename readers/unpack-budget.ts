/** What one object may unpack to, shared by all containers that lie inside it. */
import type { ByteSource, ReaderLimits, Unread } from './contract.ts';
import { unread } from './unread.ts';

export interface UnpackBudget {
  /** Counts one more member; false if that is one too many. */
  addMember(): boolean;
  /** The same object, its bytes counted; they end quietly where the budget does. */
  meter(source: ByteSource): ByteSource;
  /** What to say if the budget is used up; null as long as it is not. */
  problem(): Unread | null;
}

/** A budget for an object of `size` bytes as stored (null = unknown: then only the absolute limits hold). */
export function createUnpackBudget(size: number | null, limits: ReaderLimits): UnpackBudget {
  const ratioBytes = size === null ? Infinity : Math.max(limits.minRatioBytes, size * limits.maxRatio);
  const maxBytes = Math.min(limits.maxDecompressedBytes, ratioBytes);
  let unpacked = 0;
  let members = 0;
  let problem: Unread | null = null;

  const exceed = (): void => {
    const why = maxBytes < limits.maxDecompressedBytes ? `, ${limits.maxRatio} times its size` : '';
    problem ??= unread('ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT', `more than ${maxBytes} bytes when unpacked${why}`);
  };
  async function* count(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      const left = maxBytes - unpacked;
      unpacked += chunk.length;
      if (chunk.length <= left) {
        yield chunk;
        continue;
      }
      exceed();
      if (left > 0) yield chunk.subarray(0, left);
      return;
    }
  }

  return {
    addMember() {
      members += 1;
      if (members > limits.maxMembers)
        problem ??= unread('ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT', `more than ${limits.maxMembers} members`);
      return problem === null;
    },
    meter: (source) => ({ ...source, stream: (range) => count(source.stream(range)) }),
    problem: () => problem,
  };
}
