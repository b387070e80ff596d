/** Connections to PostgreSQL: who connects, how, and what a refusal means in one sentence. */
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { SourceError } from './contract.ts';
import { readDatabaseSecret } from './database-secret.ts';
import { tlsModes, type SourceOptions, type TlsMode } from './options.ts';
import type { PostgresqlPlace } from './postgresql-uri.ts';

/** The databases of one source. */
export interface Connections {
  /** Runs `work` in a transaction that can only read, and rolls it back. */
  read<T>(place: PostgresqlPlace, work: (client: PoolClient) => Promise<T>): Promise<T>;
  /** Begins such a transaction; `end` gives the connection back, whatever became of it. */
  begin(place: PostgresqlPlace): Promise<{ readonly client: PoolClient; readonly end: () => Promise<void> }>;
  close(): Promise<void>;
}

/** Milliseconds that one statement may take. */
const statementTimeout = 300_000;

/**
 * What every transaction begins with. Rows that row-level security would hide are an error, not silence; a scan starts at the table's
 * first page and runs in one process, so that rows come in the same order each time; dates are ISO 8601.
 */
const preamble = [
  'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  `SET LOCAL statement_timeout = ${statementTimeout}`,
  'SET LOCAL row_security = off',
  'SET LOCAL synchronize_seqscans = off',
  'SET LOCAL max_parallel_workers_per_gather = 0',
  "SET LOCAL datestyle = 'ISO, YMD'",
  "SET LOCAL timezone = 'UTC'",
].join('; ');

/** Makes the connections of a source; none is opened yet. */
export function createConnections(options: SourceOptions): Connections {
  const pools = new Map<string, Promise<Pool>>();
  const begin = async (place: PostgresqlPlace) => {
    const key = `${place.host}/${place.database}`;
    const pool = pools.get(key) ?? openPool(place, options);
    pools.set(key, pool);
    const client = await pool
      .then((opened) => opened.connect())
      .catch((error: unknown) => {
        pools.delete(key);
        throw connectError(place, error);
      });
    await client.query(preamble).catch((error: unknown) => {
      client.release(true);
      throw connectError(place, error);
    });
    return { client, end: () => endTransaction(client) };
  };
  return {
    begin,
    async read(place, work) {
      const { client, end } = await begin(place);
      try {
        return await work(client);
      } finally {
        await end();
      }
    },
    async close() {
      const opened = await Promise.allSettled(pools.values());
      await Promise.all(opened.flatMap((pool) => (pool.status === 'fulfilled' ? pool.value.end() : [])));
    },
  };
}

async function endTransaction(client: PoolClient): Promise<void> {
  const failed = await client.query('ROLLBACK').then(
    () => false,
    () => true,
  );
  client.release(failed);
}

/** A pool that has connected once. With `prefer`, a server without TLS gets a connection without. */
async function openPool(place: PostgresqlPlace, options: SourceOptions): Promise<Pool> {
  const secret = options.secret ? await readDatabaseSecret(options.secret) : null;
  const credentials = options.credentials ?? secret;
  const mode = options.tls ?? tlsFromEnvironment() ?? 'prefer';
  const config: PoolConfig = {
    host: place.host.replace(/^\[|\]$/g, ''),
    port: options.port ?? secret?.port ?? (Number(process.env['PGPORT']) || 5432),
    database: place.database,
    user: credentials?.user,
    password: credentials?.password,
    application_name: 'kashf',
    max: 4,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  };
  if (mode === 'disable') return connectOnce(config);
  const encrypted = { ...config, ssl: { rejectUnauthorized: mode === 'verify-full' } };
  return connectOnce(encrypted).catch((error: unknown) => {
    if (mode === 'prefer' && messageOf(error).includes('does not support SSL')) return connectOnce(config);
    throw error;
  });
}

async function connectOnce(config: PoolConfig): Promise<Pool> {
  const pool = new Pool(config);
  // An idle connection that the server ends is replaced by the next one asked for.
  pool.on('error', () => {});
  const client = await pool.connect();
  client.release();
  return pool;
}

function tlsFromEnvironment(): TlsMode | null {
  return tlsModes.find((mode) => mode === process.env['PGSSLMODE']) ?? null;
}

/** The `SourceError` for a connection that did not come about. The server's own words may name the user; they are not shown. */
export function connectError({ host, database }: PostgresqlPlace, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const code = codeOf(error);
  if (code === '3D000') return new SourceError('usage', `There is no database ${database} on ${host}`);
  return new SourceError(
    'unavailable',
    `Cannot read the database ${database} on ${host}: ${connectCause(code, messageOf(error))}`,
  );
}

function connectCause(code: string, message: string): string {
  if (message.includes('password must be')) return 'it asks for a password; set PGPASSWORD or write it into the URL';
  if (message.includes('timeout')) return 'it did not answer in time; check the network and the port';
  if (message.includes('does not support SSL')) return 'it offers no TLS, and the target asks for it';
  return causes[code] ?? (code === '' ? 'the connection failed' : `the connection failed with code ${code}`);
}

const unreached = 'nothing answers there; check host, port and network';
const unknownHost = 'there is no such host';
const wrongPassword = 'it refuses this user name or password';
const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: unreached,
  ECONNRESET: unreached,
  EHOSTUNREACH: unreached,
  ENETUNREACH: unreached,
  ETIMEDOUT: unreached,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '28P01': wrongPassword,
  '28000': wrongPassword,
  '42501': 'the user may not connect to it',
  '53300': 'it has too many connections already',
  '57P03': 'it is starting up or shutting down',
};

/** SQLSTATE of the server, or the code of the failed connection; '' for neither. */
export function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
