import { SourceError } from './contract.ts';
import { escapeSegment, unescapeText } from './escape.ts';
import { tlsModes, type ParsedTarget, type TlsMode } from './options.ts';

/** A database, one schema of it, or one table. */
export interface PostgresqlPlace {
  readonly host: string;
  readonly database: string;
  readonly schema: string | null;
  readonly table: string | null;
}

const form = 'postgresql://host/database, then perhaps /schema and /table';

/** Canonical URI: no user, no password, no port. */
export function postgresqlUri({ host, database, schema, table }: PostgresqlPlace): string {
  const names = [database, schema, table].filter((name) => name !== null);
  return `postgresql://${host}/${names.map(escapeSegment).join('/')}`;
}

/** Takes a canonical URI apart. Throws `SourceError` where it names no database. */
export function parsePostgresqlUri(uri: string): PostgresqlPlace {
  return placeOf(readUrl(uri));
}

/** Reads `postgresql://user:password@host:port/database/schema/table?sslmode=…`; `postgres://` too. No message shows any of it. */
export function parsePostgresqlTarget(text: string): ParsedTarget {
  const url = readUrl(text);
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !isTlsMode(mode)) {
    throw new SourceError('usage', `sslmode of a PostgreSQL target is one of ${tlsModes.join(', ')}`);
  }
  const user = unescapeText(url.username);
  return {
    scheme: 'postgresql',
    uri: postgresqlUri(placeOf(url)),
    credentials: user === '' ? null : { user, password: unescapeText(url.password) },
    port: url.port === '' ? null : Number(url.port),
    tls: mode,
  };
}

/** A password with `/`, `#` or `?` in it cuts the URL at the wrong place; nothing of such a URL may be shown or tried. */
function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isCut = url === null || url.hash !== '' || url.pathname.includes('@') || url.search.includes('@');
  if (isCut) {
    throw new SourceError(
      'usage',
      `A PostgreSQL target is ${form}; in a password write special characters percent-encoded (# as %23)`,
    );
  }
  return url;
}

function placeOf(url: URL): PostgresqlPlace {
  const names = url.pathname.replace(/^\//, '').replace(/\/$/, '').split('/').map(unescapeText);
  const [database = '', schema = null, table = null] = names;
  if (url.hostname === '' || names.length > 3 || names.includes('')) {
    throw new SourceError('usage', `A PostgreSQL target is ${form}`);
  }
  return { host: url.hostname.toLowerCase(), database, schema, table };
}

/** AWS region of an RDS host, which has it in its name; null for any other. */
export function regionOfHost(host: string): string | null {
  return /\.([a-z]{2}(?:-[a-z]+)+-\d)\.rds\.amazonaws\.com(?:\.cn)?$/.exec(host)?.[1] ?? null;
}

function isTlsMode(text: string): text is TlsMode {
  return (tlsModes as readonly string[]).includes(text);
}
