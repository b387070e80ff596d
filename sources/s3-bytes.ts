/** The bytes of one S3 object: the head that came with opening it, then ranged requests that hold on to the same version. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectRef } from '../findings/store.ts';
import type { ByteSource } from '../readers/contract.ts';
import { refusalOf, streamError } from './s3-errors.ts';

export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  readonly object: ObjectRef;
}

export interface Opened {
  /** First bytes of the object. */
  readonly head: Uint8Array;
  readonly size: number;
  /** As S3 gave it, with quotes. */
  readonly etag: string | null;
}

/** Attempts at one run of bytes, counted anew whenever some arrived. */
const attempts = 3;

/** Bytes of an opened object. A connection that breaks is taken up where it broke; a changed object ends with `UnreadableError`. */
export function readBytes(client: S3Client, at: S3Object, opened: Opened): ByteSource {
  return {
    name: at.key,
    size: opened.size,
    async *stream({ start, end } = { start: 0, end: opened.size }) {
      const stop = Math.min(end, opened.size);
      const known = opened.head.subarray(start, stop);
      if (known.length > 0) yield known;
      if (start + known.length < stop) yield* readRange(client, at, opened, { start: start + known.length, end: stop });
    },
  };
}

async function* readRange(
  client: S3Client,
  at: S3Object,
  opened: Opened,
  range: { readonly start: number; readonly end: number },
): AsyncIterable<Uint8Array> {
  let next = range.start;
  for (let left = attempts; next < range.end;) {
    try {
      for await (const chunk of await requestRange(client, at, opened, { start: next, end: range.end })) {
        next += chunk.length;
        left = attempts;
        yield chunk;
      }
      if (next < range.end) throw new Error('the connection ended early');
    } catch (error) {
      left -= 1;
      if (left === 0 || refusalOf(error)) throw streamError(error);
    }
  }
}

async function requestRange(
  client: S3Client,
  at: S3Object,
  { etag }: Opened,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<AsyncIterable<Uint8Array>> {
  const answer = await client.send(
    new GetObjectCommand({
      Bucket: at.bucket,
      Key: at.key,
      Range: `bytes=${start}-${end - 1}`,
      ...(etag === null ? {} : { IfMatch: etag }),
    }),
  );
  return answer.Body as AsyncIterable<Uint8Array>;
}
