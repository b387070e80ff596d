import { kindOf, schemeOf } from './open-source.ts';
import type { ParsedTarget } from './options.ts';

/**
 * Reads a target as a person types it: a path, `s3://bucket/prefix`, `dynamodb://table`, `dynamodb://account/region/table`,
 * `postgresql://user:password@host:port/database`. Paths are relative to the working folder. Throws `SourceError` (`usage`), never showing a password.
 */
export function parseTarget(text: string): ParsedTarget {
  return kindOf(schemeOf(text) ?? 'file').parse(text);
}
