import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Manifests } from './contract.ts';

/** Manifests in S3 as JSON Lines, the form an ItemReader with `InputType: JSONL` takes: one item a line. */
export function s3Manifests(options: { readonly client: S3Client; readonly bucket: string }): Manifests {
  return {
    async write(key, items) {
      await options.client.send(
        new PutObjectCommand({
          Bucket: options.bucket,
          Key: key,
          // Bytes, for their length is known even where there are none.
          Body: Buffer.from(items.map((item) => JSON.stringify(item)).join('\n')),
          ContentType: 'application/jsonl',
        }),
      );
      return { bucket: options.bucket, key, count: items.length };
    },
    async *read({ bucket, key }) {
      const { Body: body } = await options.client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const lines = createInterface({ input: body as Readable, crlfDelay: Infinity });
      for await (const line of lines) if (line !== '') yield JSON.parse(line) as unknown;
    },
  };
}
