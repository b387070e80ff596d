/** The shape of a table of cases, and texts with cells for them. */
import type { Confidence, Match, Text } from '../../detectors/contract.ts';
import type { Scanner } from '../../detectors/contract.ts';

/** What one detector must find and must leave alone. Every value is synthetic. */
export interface Cases {
  /** A text, the value in it, why it counts, and the least confidence (default `high`). */
  readonly finds: readonly (readonly [text: string, value: string, why: string, least?: Confidence])[];
  /** A text with nothing in it above `low` for values, above `medium` for words. */
  readonly ignores: readonly (readonly [text: string, why: string])[];
  /** A field name, a value in it, and the confidence expected; null for no match. */
  readonly fields?: readonly (readonly [field: string, value: string, confidence: Confidence | null])[];
  /** Makes a valid value from digits, where there is a checksum: a change of any digit must not be found. */
  readonly make?: (digits: string) => string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Running text, whole. */
export function textOf(text: string | Uint8Array): Text {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  return { bytes, from: 0, to: bytes.length, cells: null };
}

/** One record a row, one cell a value, in the order of `fieldNames`; cells lie between line breaks and semicolons. */
export function tableOf(fieldNames: readonly string[], rows: readonly (readonly string[])[]): Text {
  const starts: number[] = [];
  const ends: number[] = [];
  const fields: number[] = [];
  const records: number[] = [];
  let body = '';
  let at = 0;
  rows.forEach((row, record) =>
    row.forEach((value, field) => {
      starts.push(at);
      at += encoder.encode(value).length;
      ends.push(at);
      fields.push(field);
      records.push(record);
      body += `${value}${field + 1 === row.length ? '\n' : ';'}`;
      at++;
    }),
  );
  const cells = {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    fields: Uint32Array.from(fields),
    records: Uint32Array.from(records),
    fieldNames,
  };
  return { ...textOf(body), cells };
}

/** A match with the value it stands for. */
export type Hit = Match & { readonly value: string };

/** All matches of a text. */
export function findIn(scanner: Scanner, text: Text): readonly Hit[] {
  const hits: Hit[] = [];
  scanner.scan(text, (match) => hits.push({ ...match, value: decoder.decode(text.bytes.subarray(match.start, match.end)) }));
  return hits;
}
