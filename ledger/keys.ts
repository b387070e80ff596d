/** How the ledger's keys are made. They are part of stored items: a change here is a migration. */
import { createHash } from 'node:crypto';

/** Over how many partitions the records of one kind are spread. */
export const spread = { results: 16, findings: 4, marks: 8, untold: 4, audit: 8, lists: 8 } as const;

/** A key part for a text of any length: its SHA-256, first 128 bits, in hexadecimal. */
export function hashKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** The partition, of `over`, in which the record with this id lies. */
export function spreadKey(kind: string, id: string, over: number): string {
  return numbered(kind, Number.parseInt(hashKey(id).slice(0, 8), 16) % over);
}

/** All partitions over which `kind` is spread. */
export function spreadKeys(kind: string, over: number): readonly string[] {
  return Array.from({ length: over }, (_, number) => numbered(kind, number));
}

function numbered(kind: string, number: number): string {
  return `${kind}#${String(number).padStart(2, '0')}`;
}

/** DynamoDB takes 1,024 bytes in a sort key; what is longer keeps its beginning, for order, and ends in its hash. */
export function boundKey(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= 600 ? text : `${new TextDecoder().decode(bytes.subarray(0, 560))}~${hashKey(text)}`;
}

/** The partition of a store: its own entry, its verdicts, its alerts. */
export function storePartition(uri: string): string {
  return `store#${hashKey(uri)}`;
}
