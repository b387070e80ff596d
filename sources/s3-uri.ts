import { SourceError } from './contract.ts';
import { escapePath, unescapeText } from './escape.ts';
import type { ParsedTarget } from './options.ts';

/** A bucket, and the key prefix that is read as a folder ('' = the whole bucket). */
export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
}

/** Canonical URI: `s3://bucket` or `s3://bucket/prefix`, without a slash at the end. */
export function s3Uri({ bucket, prefix }: S3Place): string {
  return prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${escapePath(prefix)}`;
}

/** Throws `SourceError` where no bucket is named. */
export function parseS3Uri(uri: string): S3Place {
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]*)\/?(.*)$/s.exec(uri) ?? [];
  if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i.test(bucket)) {
    throw new SourceError('usage', 'An S3 target names a bucket: s3://bucket or s3://bucket/prefix');
  }
  return { bucket, prefix: unescapeText(prefix).replace(/\/+$/, '') };
}

/** Reads `s3://bucket/prefix`. */
export function parseS3Target(text: string): ParsedTarget {
  return { scheme: 's3', uri: s3Uri(parseS3Uri(text)), credentials: null, port: null, tls: null };
}
