import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { startPostgresql } from '../../local/emulators/postgresql.ts';

test('the server answers with a password only, and is gone after stop', async () => {
  const server = await startPostgresql();
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  assert.match((await client.query<{ version: string }>('select version()')).rows[0]?.version ?? '', /^PostgreSQL 18/);
  await client.end();
  const stranger = new Client({
    host: server.host,
    port: server.port,
    user: server.user,
    password: 'wrong',
    database: 'postgres',
  });
  await assert.rejects(stranger.connect(), { code: '28P01' });
  await server.stop();
  const late = new Client({ connectionString: server.url() });
  await assert.rejects(late.connect(), { code: 'ECONNREFUSED' });
});
