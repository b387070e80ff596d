/** Decoded values as texts with paths: `address.city`, `phones[*]`. */
import { isUtf8 } from 'node:buffer';

/** Deeper values are left out, as JSON nested more than that is. */
const maxDepth = 256;

export type OnText = (path: string, text: string) => void;

/** Text of bytes that are text, else null. */
export function textOfBytes(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.includes('\0') ? null : text;
}

/** Text of a value that holds no others, or null: nothing, bytes that are no text, and what holds others. */
export function textOfValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return value instanceof Uint8Array ? textOfBytes(value) : null;
}

/** Gives every text in a value. False if something lay too deep. */
export function flattenValue(path: string, value: unknown, onText: OnText, depth = 0): boolean {
  if (value === null || value === undefined) return true;
  const text = textOfValue(value);
  if (text !== null) {
    onText(path, text);
    return true;
  }
  if (typeof value !== 'object' || value instanceof Date || ArrayBuffer.isView(value)) return true;
  if (depth >= maxDepth) return false;
  let isWhole = true;
  if (Array.isArray(value)) {
    for (const item of value) isWhole = flattenValue(`${path}[*]`, item, onText, depth + 1) && isWhole;
  } else {
    for (const [key, item] of Object.entries(value)) {
      isWhole = flattenValue(path === '' ? key : `${path}.${key}`, item, onText, depth + 1) && isWhole;
    }
  }
  return isWhole;
}
