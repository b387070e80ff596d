import { resolve } from 'node:path';
import { SourceError } from './contract.ts';
import { escapePath, unescapeText } from './escape.ts';
import type { ParsedTarget } from './options.ts';

/** Canonical URI of a path: absolute, without `.`, `..` and a slash at the end. */
export function fileUri(path: string): string {
  return `file://${escapePath(resolve(path))}`;
}

/** Path of a `file:///…` URI. Throws `SourceError` for a URI that names another machine. */
export function filePath(uri: string): string {
  const path = unescapeText(uri.replace(/^file:\/\/(localhost(?=\/))?/, ''));
  if (!path.startsWith('/'))
    throw new SourceError('usage', `${uri} names no folder of this machine; write file:///path with three slashes`);
  return resolve(path);
}

/** Reads a path or a `file:///…` URI. */
export function parseFileTarget(text: string): ParsedTarget {
  const uri = fileUri(text.startsWith('file:') ? filePath(text) : text);
  return { scheme: 'file', uri, credentials: null, port: null, tls: null };
}
