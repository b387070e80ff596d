/** What the bench of the readers measures: one object of each format, made on the spot, beside a library where one reads the same. */
import { createInflateRaw, deflateRawSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { Parser } from 'htmlparser2';
import { makeLogs } from '../corpora/logs.ts';
import { makeRows, type Row } from '../made.ts';

export interface Made {
  readonly bytes: Uint8Array;
  /** Of the content, unpacked. */
  readonly contentBytes: number;
  /** The same read by the library alone. */
  readonly bare?: () => Promise<unknown>;
}

export interface Subject {
  /** Name of the object. */
  readonly name: string;
  /** What it is held against; null where nothing else reads the format, or nothing that is kept. */
  readonly library: string | null;
  /** Makes about `size` bytes of it from a seed; null where a program is missing that packs it. */
  make(size: number, seed: number): Promise<Made | null>;
}

export const whole = (bytes: Uint8Array, bare?: () => Promise<unknown>): Made => ({
  bytes,
  contentBytes: bytes.length,
  ...(bare ? { bare } : {}),
});

/** The text inside of what is packed. */
export const logOf = (size: number, seed: number): Uint8Array => makeLogs(size, seed, 'proxies').bytes;

/** Rows that take about `rowBytes` each. */
export function takeRows(size: number, seed: number, rowBytes: number): Row[] {
  const rows: Row[] = [];
  for (const row of makeRows(seed)) {
    if (rows.push(row) * rowBytes >= size) break;
  }
  return rows;
}

export const cellsOf = (row: Row): string[] => [String(row.id), row.date, row.state, row.amount, row.note, row.contact];

/** Counts the characters of text in markup, as the library tells them. */
export async function parseMarkup(text: string, xmlMode: boolean): Promise<number> {
  let length = 0;
  const parser = new Parser({ ontext: (part) => void (length += part.length) }, { xmlMode, decodeEntities: true });
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.end();
  return length;
}

/** Unpacks a part of an office file and parses its XML. */
export async function parsePart(part: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of Readable.from([deflateRawSync(part)]).pipe(createInflateRaw())) chunks.push(chunk as Buffer);
  await parseMarkup(Buffer.concat(chunks).toString('utf8'), true);
}
