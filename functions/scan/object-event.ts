/** S3's "Object Created" event, as EventBridge puts it on the queue. */
import { z } from 'zod';
import type { ChangedObject } from './scan.ts';

const objectEvent = z.object({
  time: z.iso.datetime(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number().optional(),
      etag: z.string().optional(),
      'version-id': z.string().optional(),
    }),
  }),
});

/** The changed object of an event. Throws without quoting the event: a key may be personal data. */
export function parseChange(body: unknown): ChangedObject {
  const event = objectEvent.safeParse(body);
  if (!event.success) throw new TypeError('Cannot read the object event: it is not an "Object Created" event of S3');
  const { time, detail } = event.data;
  return {
    bucket: detail.bucket.name,
    key: detail.object.key,
    version: detail.object.etag ?? null,
    sizeBytes: detail.object.size ?? null,
    at: new Date(time).toISOString(),
  };
}
