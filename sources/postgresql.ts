/** PostgreSQL databases. Every table is a store with one object, the whole table. */
import type { PoolClient } from 'pg';
import type { ObjectRef, Store } from '../findings/store.ts';
import type { FieldTexts, SkipReason } from '../readers/contract.ts';
import { type Content, type Sampling, type Source, SourceError, UnreadableError, type Unreadable } from './contract.ts';
import type { SourceOptions } from './options.ts';
import { unknownPosture } from './posture.ts';
import { hasSchema, listTables, readTable, type TableEntry, type TableState } from './postgresql-catalogue.ts';
import { codeOf, connectError, createConnections, type Connections } from './postgresql-connect.ts';
import { planReading, readRows, type Reading } from './postgresql-rows.ts';
import { parsePostgresqlUri, postgresqlUri, regionOfHost, type PostgresqlPlace } from './postgresql-uri.ts';

/** Opens `postgresql://host/database`, `…/schema` and `…/schema/table`, in transactions that can only read. */
export function postgresqlSource(options: SourceOptions = {}): Source {
  const connections = createConnections(options);
  return {
    scheme: 'postgresql',
    stores: (target) => stores(connections, parsePostgresqlUri(target)),
    objects: (store) => objects(connections, parsePostgresqlUri(store.uri)),
    open: (store, object, sampling) => open(connections, parsePostgresqlUri(store.uri), object, sampling),
    close: () => connections.close(),
  };
}

async function* stores(connections: Connections, place: PostgresqlPlace): AsyncIterable<Store> {
  const tables = await ask(connections, place, async (client) => {
    const found = await listTables(client, place);
    if (found.length === 0) await failEmpty(client, place);
    return found;
  });
  const region = regionOfHost(place.host);
  for (const table of tables) {
    yield { uri: postgresqlUri({ ...place, ...table }), account: null, region, hostingState: null, posture: unknownPosture };
  }
}

/** A database without tables is empty; a schema or table that was asked for and is not there is a wrong target. */
async function failEmpty(client: PoolClient, { host, database, schema, table }: PostgresqlPlace): Promise<void> {
  if (schema !== null && !(await hasSchema(client, schema))) {
    throw new SourceError('usage', `There is no schema ${schema} in the database ${database} on ${host}`);
  }
  if (table !== null)
    throw new SourceError('usage', `There is no table ${schema}.${table} in the database ${database} on ${host}`);
}

async function* objects(connections: Connections, place: PostgresqlPlace): AsyncIterable<ObjectRef | Unreadable> {
  const state = await ask(connections, place, (client) => readTable(client, entryOf(place)));
  const object: ObjectRef = { name: '', version: null, sizeBytes: state?.sizeBytes ?? null, modifiedAt: null, part: null };
  yield refusalOf(state, object) ?? object;
}

async function open(
  connections: Connections,
  place: PostgresqlPlace,
  object: ObjectRef,
  sampling: Sampling,
): Promise<Content | Unreadable> {
  try {
    const opened = await connections.read(place, async (client) => {
      const state = await readTable(client, entryOf(place));
      const refusal = refusalOf(state, object);
      if (refusal || state === null) return refusal;
      return { reading: await planReading(client, entryOf(place), state, sampling), hidden: hiddenColumns(state) };
    });
    if (opened === null || 'reason' in opened) return opened ?? gone(object);
    const { reading, hidden } = opened;
    return { kind: 'records', records: records(connections, place, reading, hidden), sampled: reading.sampled };
  } catch (error) {
    const refusal = refusals[codeOf(error)];
    if (refusal) return { object, ...refusal };
    throw connectError(place, error);
  }
}

/** Why a table cannot be read at all; null = it can. */
function refusalOf(state: TableState | null, object: ObjectRef): Unreadable | null {
  if (state === null) return gone(object);
  const isClosed = state.columns.length > 0 && hiddenColumns(state) === state.columns.length;
  return isClosed
    ? { object, reason: 'PERMISSION_DENIED', detail: 'the user may not read it; grant USAGE on its schema and SELECT' }
    : null;
}

function gone(object: ObjectRef): Unreadable {
  return { object, reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'the table is no longer there' };
}

function hiddenColumns({ columns }: TableState): number {
  return columns.filter(({ readable }) => !readable).length;
}

async function* records(
  connections: Connections,
  place: PostgresqlPlace,
  reading: Reading,
  hidden: number,
): AsyncIterable<FieldTexts> {
  const left = { binaries: 0 };
  const { client, end } = await connections.begin(place);
  try {
    yield* readRows(client, reading, left);
  } catch (error) {
    const refusal = refusals[codeOf(error)];
    throw refusal ? new UnreadableError(refusal.reason, refusal.detail) : connectError(place, error);
  } finally {
    await end();
  }
  if (hidden > 0) throw new UnreadableError('PERMISSION_DENIED', `${hidden} columns that the user may not read; grant SELECT`);
  if (left.binaries > 0)
    throw new UnreadableError('UNSUPPORTED_FILE_TYPE_EXCEPTION', `${left.binaries} binary values that hold no text`);
}

/** SQLSTATE codes that speak of the table, not of the connection. */
const refusals: Readonly<Record<string, { readonly reason: SkipReason; readonly detail: string }>> = {
  '42P01': { reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'the table is no longer there' },
  '42501': {
    reason: 'PERMISSION_DENIED',
    detail: 'the user may not read it, or row-level security hides rows; grant SELECT and BYPASSRLS',
  },
  '25006': { reason: 'UNABLE_TO_PARSE_FILE', detail: 'reading it would write' },
  '57014': { reason: 'TIME_CUT_OFF_REACHED', detail: 'the statement took too long' },
  '55P03': { reason: 'TIME_CUT_OFF_REACHED', detail: 'the table was locked for too long' },
  '55000': { reason: 'UNABLE_TO_PARSE_FILE', detail: 'a materialised view that was never filled' },
};

/** Asks the catalogue; a failure there is one of the connection. */
async function ask<T>(
  connections: Connections,
  place: PostgresqlPlace,
  question: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return connections.read(place, question).catch((error: unknown) => {
    throw connectError(place, error);
  });
}

function entryOf({ schema, table }: PostgresqlPlace): TableEntry {
  return { schema: schema ?? '', table: table ?? '' };
}
