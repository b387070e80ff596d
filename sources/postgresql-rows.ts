/** The rows of a table, through a cursor; whole or a seeded sample. */
import { escapeIdentifier, type PoolClient } from 'pg';
import type { FieldTexts } from '../readers/contract.ts';
import { bytesToText } from './binary.ts';
import type { Sampling } from './contract.ts';
import { jsonFields } from './json-fields.ts';
import type { Column, TableEntry, TableState } from './postgresql-catalogue.ts';

/** What is read of a table. */
export interface Reading {
  readonly query: string;
  readonly columns: readonly Column[];
  /** As in `Content`. */
  readonly sampled: string | null;
}

/** Binary values above this many bytes are not fetched. */
const maxBinaryBytes = 1024 * 1024;
/** Rows of the first fetch, and bytes that a later one aims at. */
const firstFetch = 100;
const fetchCharacters = 4 * 1024 * 1024;
/** Up to this size a table is counted and each row drawn by itself; above, whole pages are drawn. */
const countedBytes = 256 * 1024 * 1024;

/** Decides how to read the columns that may be read. A table with no more rows than asked for is read whole. */
export async function planReading(
  client: PoolClient,
  entry: TableEntry,
  state: TableState,
  sampling: Sampling,
): Promise<Reading> {
  const columns = state.columns.filter(({ readable }) => readable);
  const name = `${escapeIdentifier(entry.schema)}.${escapeIdentifier(entry.table)}`;
  // A table's own rows only: those of a table that inherits from it are read there.
  const from = state.kind === 'r' ? `ONLY ${name}` : name;
  const sample = await planSample(client, from, state, sampling);
  const query = `SELECT ${columns.map(expressionOf).join(', ')} FROM ${from}${sample?.clause ?? ''}`;
  return { query, columns, sampled: sample?.text ?? null };
}

async function planSample(client: PoolClient, from: string, state: TableState, { rows, seed }: Sampling) {
  if (rows === null) return null;
  if ((await count(client, `SELECT FROM ${from} LIMIT ${rows + 1}`)) <= rows) return null;
  if (state.kind === 'v' || state.kind === 'f') return { clause: ` LIMIT ${rows}`, text: `the first ${rows} rows` };
  const isCounted = state.sizeBytes <= countedBytes;
  const all = isCounted ? await count(client, `SELECT FROM ${from}`) : estimateRows(state);
  const method = isCounted ? 'BERNOULLI' : 'SYSTEM';
  const percent = Math.min(100, Number(((100 * rows) / all).toPrecision(4)));
  return {
    clause: ` TABLESAMPLE ${method} (${percent}) REPEATABLE (${seed}) LIMIT ${rows}`,
    text: `at most ${rows} of ${isCounted ? '' : 'about '}${all} rows, ${method} ${percent} %, seed ${seed}`,
  };
}

async function count(client: PoolClient, query: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM (${query}) AS counted`);
  return Number(rows[0]?.count);
}

/** A table that was never counted is taken to hold 60 rows a page of 8 kB. */
function estimateRows({ estimatedRows, sizeBytes }: TableState): number {
  return Math.ceil(estimatedRows > 0 ? estimatedRows : (sizeBytes / 8192) * 60);
}

function expressionOf({ name, form }: Column): string {
  const column = escapeIdentifier(name);
  if (form === 'json') return `pg_catalog.to_json(${column})::text`;
  // A cast would write the address of one host as a network.
  if (form === 'address') return `pg_catalog.abbrev(${column})`;
  if (form === 'text') return `${column}::text`;
  return `CASE WHEN pg_catalog.octet_length(${column}) <= ${maxBinaryBytes} THEN pg_catalog.encode(${column}, 'base64') WHEN ${column} IS NOT NULL THEN '!' END`;
}

/** What was left out of the rows read so far. */
export interface LeftOut {
  binaries: number;
}

/** Reads row by row in the transaction of `client`, holding a few MB at most unless single values are larger. */
export async function* readRows(client: PoolClient, { query, columns }: Reading, left: LeftOut): AsyncIterable<FieldTexts> {
  await client.query(`DECLARE kashf NO SCROLL CURSOR FOR ${query}`);
  let isFirst = true;
  for (let size = firstFetch; ;) {
    const { rows } = await client.query<(string | null)[]>({ text: `FETCH ${size} FROM kashf`, rowMode: 'array' });
    let characters = 0;
    for (const row of rows) {
      for (const text of row) characters += text?.length ?? 0;
      yield rowFields(row, columns, { isFirst, left });
      isFirst = false;
    }
    if (rows.length < size) return;
    size = Math.max(1, Math.min(10_000, Math.floor((fetchCharacters * rows.length) / Math.max(1, characters))));
  }
}

/** The first row names every column, also the empty ones: names are content. */
function rowFields(
  row: readonly (string | null)[],
  columns: readonly Column[],
  state: { isFirst: boolean; left: LeftOut },
): FieldTexts {
  const fields: (readonly [string, string])[] = [];
  for (const [index, { name, form }] of columns.entries()) {
    const text = row[index] ?? null;
    if (text === null) {
      if (state.isFirst) fields.push([name, '']);
    } else if (form === 'json') fields.push(...jsonFields(name, text));
    else if (form === 'binary') addBinary(name, text, { fields, left: state.left });
    else fields.push([name, text]);
  }
  return fields;
}

function addBinary(name: string, base64: string, to: { fields: (readonly [string, string])[]; left: LeftOut }): void {
  const text = base64 === '!' ? null : bytesToText(Buffer.from(base64, 'base64'));
  if (text === null) to.left.binaries += 1;
  else to.fields.push([name, text]);
}
