/** What the catalogue of a database says of its tables. */
import type { PoolClient } from 'pg';
import type { PostgresqlPlace } from './postgresql-uri.ts';

/** A table that the catalogue knows. */
export interface TableEntry {
  readonly schema: string;
  readonly table: string;
}

/** A table about to be read. */
export interface TableState {
  /** `r` table, `p` partitioned, `m` materialised view, `v` view, `f` foreign table. */
  readonly kind: string;
  /** With its partitions. */
  readonly sizeBytes: number;
  /** Rows by the planner's statistics; negative = never counted. */
  readonly estimatedRows: number;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  /** How its values are read. */
  readonly form: 'text' | 'json' | 'binary' | 'address';
  readonly readable: boolean;
}

/**
 * Ordinary, partitioned and materialised tables, in the order of their names; partitions belong to their table. A table that is asked
 * for by name may also be a partition, a view or a foreign table.
 */
export async function listTables(client: PoolClient, { schema, table }: PostgresqlPlace): Promise<readonly TableEntry[]> {
  const { rows } = await client.query<TableEntry>(
    `SELECT n.nspname AS schema, c.relname AS table
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
       AND ($1::text IS NULL OR n.nspname = $1)
       AND CASE WHEN $2::text IS NULL THEN c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
                ELSE c.relname = $2 AND c.relkind IN ('r', 'p', 'm', 'v', 'f') END
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
    [schema, table],
  );
  return rows;
}

/** Whether a schema is there at all. */
export async function hasSchema(client: PoolClient, schema: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema]);
  return rowCount === 1;
}

/** The state of a table and what of it the user may read; null = it is gone. */
export async function readTable(client: PoolClient, { schema, table }: TableEntry): Promise<TableState | null> {
  const tables = await client.query<{ oid: string; kind: string; bytes: string; estimate: number }>(
    `SELECT c.oid, c.relkind AS kind, sum(coalesce(pg_catalog.pg_table_size(p.oid), 0)) AS bytes, sum(p.reltuples) AS estimate
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN LATERAL pg_catalog.pg_partition_tree(c.oid) t ON t.isleaf
     JOIN pg_catalog.pg_class p ON p.oid = coalesce(t.relid, c.oid)
     WHERE n.nspname = $1 AND c.relname = $2 GROUP BY c.oid, c.relkind`,
    [schema, table],
  );
  const [found] = tables.rows;
  if (!found) return null;
  const columns = await client.query<Column>(
    `SELECT a.attname AS name,
       CASE WHEN b.typname IN ('json', 'jsonb') OR y.typcategory IN ('A', 'C') THEN 'json' WHEN b.typname = 'bytea' THEN 'binary' WHEN b.typname = 'inet' THEN 'address' ELSE 'text' END AS form,
       pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT') AND pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE') AS readable
     FROM pg_catalog.pg_attribute a
     JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
     JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
     JOIN pg_catalog.pg_type b ON b.oid = CASE y.typbasetype WHEN 0 THEN y.oid ELSE y.typbasetype END
     WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [found.oid],
  );
  return { kind: found.kind, sizeBytes: Number(found.bytes), estimatedRows: found.estimate, columns: columns.rows };
}
