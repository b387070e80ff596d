import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { startGateway } from '../../local/emulators/gateway.ts';
import { startPostgresql, type PostgresqlServer } from '../../local/emulators/postgresql.ts';
import type { Store } from '../../findings/store.ts';
import { SourceError, type Source, UnreadableError } from '../../sources/contract.ts';
import { jsonFields } from '../../sources/json-fields.ts';
import { regionOfHost } from '../../sources/postgresql-uri.ts';
import { postgresqlSource } from '../../sources/postgresql.ts';
import { collect, isSentence, isUnreadable, linesOf, openContent, testSource } from './contract.ts';

let server: PostgresqlServer;
before(async () => {
  server = await startPostgresql();
});
after(() => server.stop());

async function run(database: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: server.url(database) });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const at = (path: string) => `postgresql://127.0.0.1/portal/${path}`;

const optionsOf = ({ user, password, port }: PostgresqlServer) => ({ credentials: { user, password }, port });

testSource('a PostgreSQL table', async () => {
  const own = await startPostgresql();
  const client = new Client({ connectionString: own.url() });
  await client.connect();
  await client.query('CREATE TABLE "élèves #1" (id int, note text)');
  await client.query(`INSERT INTO "élèves #1" SELECT i, 'note ' || i FROM generate_series(1, 25000) i`);
  return {
    source: postgresqlSource(optionsOf(own)),
    target: 'postgresql://127.0.0.1/postgres/public/élèves%20%231',
    uri: 'postgresql://127.0.0.1/postgres/public/élèves%20%231',
    contents: new Map([['', Array.from({ length: 25_000 }, (_, index) => `id=${index + 1}\tnote=note ${index + 1}`)]]),
    remove: async () => void (await client.query('DROP TABLE "élèves #1"')),
    missing: 'postgresql://127.0.0.1/postgres/public/nobody',
    unreachable: {
      source: postgresqlSource({ credentials: { user: 'marie', password: 'verysecret' }, port: 9 }),
      target: 'postgresql://127.0.0.1/postgres',
      secrets: ['marie', 'verysecret'],
    },
    stop: async () => {
      await client.end();
      await own.stop();
    },
  };
});

describe('a PostgreSQL database', () => {
  let source: Source;
  before(async () => {
    await run('postgres', 'CREATE DATABASE portal', 'CREATE DATABASE vacant', "CREATE ROLE reader LOGIN PASSWORD 'p@ss word'");
    source = postgresqlSource(optionsOf(server));
    await run(
      'portal',
      'CREATE SCHEMA staff',
      'CREATE TABLE staff.dues (member text)',
      'CREATE TABLE users (id int, email text)',
      'CREATE TABLE logs (at date, line text) PARTITION BY RANGE (at)',
      "CREATE TABLE logs_2025 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
      "CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
      "INSERT INTO logs VALUES ('2025-05-01', 'old'), ('2026-05-01', 'new')",
      'CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM users',
      'CREATE VIEW names AS SELECT email FROM users',
      'CREATE TABLE pages (id int, text text)',
      "INSERT INTO pages SELECT i, repeat('x', 100) FROM generate_series(1, 5000) i",
    );
  });
  after(() => source.close());

  const storeOf = async (path: string, from = source): Promise<Store> => {
    const stores = await collect(from.stores(at(path)));
    assert.equal(stores.length, 1);
    return stores[0] as Store;
  };
  const wholeTable = { name: '', version: null, sizeBytes: null, modifiedAt: null, part: null };
  const linesAt = async (path: string, from = source) => linesOf(await openContent(from, await storeOf(path, from), wholeTable));

  test('a database expands to its tables, partitions within theirs, without views and system tables', async () => {
    const uris = (await collect(source.stores('postgresql://127.0.0.1/portal'))).map(({ uri }) => uri);
    assert.deepEqual(uris, ['public/counted', 'public/logs', 'public/pages', 'public/users', 'staff/dues'].map(at));
    assert.deepEqual(
      (await collect(source.stores(at('staff')))).map(({ uri }) => uri),
      [at('staff/dues')],
    );
    assert.deepEqual(await collect(source.stores('postgresql://127.0.0.1/vacant')), []);
  });

  test('a partitioned table is read with its partitions, a view where it is asked for by name', async () => {
    assert.deepEqual((await linesAt('public/logs')).toSorted(), ['at=2025-05-01\tline=old', 'at=2026-05-01\tline=new']);
    assert.deepEqual(await linesAt('public/logs_2026'), ['at=2026-05-01\tline=new']);
    assert.deepEqual(await linesAt('public/names'), []);
  });

  test('a table that inherits is not read twice', async () => {
    await run('portal', 'CREATE TABLE base (a int)', 'CREATE TABLE heir () INHERITS (base)', 'INSERT INTO heir VALUES (1)');
    assert.deepEqual(await linesAt('public/base'), []);
    assert.deepEqual(await linesAt('public/heir'), ['a=1']);
    await run('portal', 'DROP TABLE heir', 'DROP TABLE base');
  });

  const values: readonly [string, string, readonly string[]][] = [
    ['numeric', '123456789012345678901234.5', ['c=123456789012345678901234.5']],
    ['date', "'1990-12-31'", ['c=1990-12-31']],
    ['timestamptz', "'2026-01-02 03:04:05+01'", ['c=2026-01-02 02:04:05+00']],
    ['boolean', 'true', ['c=true']],
    ['uuid', "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'", ['c=a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11']],
    ['inet', "'41.140.0.1'", ['c=41.140.0.1']],
    ['text', "'ملف'", ['c=ملف']],
    ['text[]', "ARRAY['a,b', NULL, 'c']", ['c[*]=a,b', 'c[*]=', 'c[*]=c']],
    ['int[][]', 'ARRAY[[1,2],[3,4]]', ['c[*][*]=1', 'c[*][*]=2', 'c[*][*]=3', 'c[*][*]=4']],
    [
      'jsonb',
      `'{"a": {"b c": [123456789012345678901234, true, null]}, "AB1": {}}'`,
      ["c.a['b c'][*]=123456789012345678901234", "c.a['b c'][*]=true", "c.a['b c'][*]=", 'c.AB1='],
    ],
    ['json', `'"x"'`, ['c=x']],
    ['bytea', `'\\xc3a9'`, ['c=é']],
    ['daterange', "'[2020-01-01,2021-01-01)'", ['c=[2020-01-01,2021-01-01)']],
    ['place', "ROW('rue', 5)", ['c.street=rue', 'c.number=5']],
    ['mood', "'calm'", ['c=calm']],
    ['code', "'{1,2}'", ['c[*]=1', 'c[*]=2']],
  ];
  for (const [index, [type, literal, expected]] of values.entries()) {
    test(`a value of type ${type} as text`, async () => {
      const { place, mood, code } = {
        place: 'CREATE TYPE place AS (street text, number int)',
        mood: "CREATE TYPE mood AS ENUM ('calm')",
        code: 'CREATE DOMAIN code AS int[]',
      };
      const needed = { place, mood, code }[type as 'place'];
      await run(
        'portal',
        ...(needed ? [needed] : []),
        `CREATE TABLE typed_${index} (c ${type})`,
        `INSERT INTO typed_${index} VALUES (${literal})`,
      );
      assert.deepEqual(
        (await linesAt(`public/typed_${index}`)).flatMap((line) => line.split('\t')).toSorted(),
        [...expected].toSorted(),
      );
    });
  }

  test('columns without values show their names once', async () => {
    await run('portal', 'CREATE TABLE sparse ("CIN AB1" text, b text)', "INSERT INTO sparse VALUES (NULL, 'x'), (NULL, NULL)");
    assert.deepEqual(await linesAt('public/sparse'), ['CIN AB1=\tb=x', '']);
  });

  test('binary values that are no text are told after the last row', async () => {
    await run(
      'portal',
      'CREATE TABLE scans (a int, b bytea)',
      "INSERT INTO scans VALUES (1, '\\x00ff'), (2, convert_to(repeat('x', 1048577), 'UTF8')), (3, NULL)",
    );
    const content = await openContent(source, await storeOf('public/scans'), wholeTable);
    assert.ok(content.kind === 'records');
    let count = 0;
    await assert.rejects(
      async () => {
        for await (const _ of content.records) count += 1;
      },
      (error) =>
        error instanceof UnreadableError && error.reason === 'UNSUPPORTED_FILE_TYPE_EXCEPTION' && error.message.startsWith('2 '),
    );
    assert.equal(count, 3);
  });

  test('a sample is drawn by the seed, says how, and a small table is whole', async () => {
    const store = await storeOf('public/pages');
    const sampleOf = async (rows: number, seed: number) => {
      const content = await source.open(store, wholeTable, { rows, seed });
      assert.ok(!isUnreadable(content) && content.kind === 'records');
      return { lines: await linesOf(content), sampled: content.sampled };
    };
    const first = await sampleOf(200, 7);
    assert.ok(first.lines.length > 120 && first.lines.length <= 200, String(first.lines.length));
    assert.equal(first.sampled, 'at most 200 of 5000 rows, BERNOULLI 4 %, seed 7');
    assert.deepEqual(await sampleOf(200, 7), first);
    assert.notDeepEqual((await sampleOf(200, 8)).lines, first.lines);
    const all = await sampleOf(5000, 7);
    assert.equal(all.lines.length, 5000);
    assert.equal(all.sampled, null);
  });

  test('reading cannot write', async () => {
    await run(
      'portal',
      'CREATE TABLE trail (line text)',
      "CREATE FUNCTION leave() RETURNS int LANGUAGE sql AS $$ INSERT INTO trail VALUES ('was here') RETURNING 1 $$",
      'CREATE VIEW writing AS SELECT leave() AS one',
    );
    const store = await storeOf('public/writing');
    await assert.rejects(linesOf(await openContent(source, store, wholeTable)), {
      name: 'UnreadableError',
      message: 'reading it would write',
    });
    assert.deepEqual(await linesAt('public/trail'), []);
    await run('portal', 'DROP VIEW writing');
  });

  test('a table, a column or rows that the user may not read are reported', async () => {
    await run(
      'portal',
      'CREATE TABLE secret (a text)',
      'CREATE TABLE half (open text, shut text)',
      'GRANT SELECT (open) ON half TO reader',
      "INSERT INTO half VALUES ('x', 'y')",
      'CREATE TABLE guarded (a text)',
      'GRANT SELECT ON guarded TO reader',
      'ALTER TABLE guarded ENABLE ROW LEVEL SECURITY',
    );
    const reader = postgresqlSource({ credentials: { user: 'reader', password: 'p@ss word' }, port: server.port });
    const [listed] = await collect(reader.objects(await storeOf('public/secret', reader)));
    assert.ok(listed && isUnreadable(listed));
    assert.equal(listed.reason, 'PERMISSION_DENIED');
    const half = await openContent(reader, await storeOf('public/half', reader), wholeTable);
    assert.ok(half.kind === 'records');
    const lines: string[] = [];
    await assert.rejects(
      async () => {
        for await (const record of half.records) lines.push(JSON.stringify(record));
      },
      (error) =>
        error instanceof UnreadableError && error.reason === 'PERMISSION_DENIED' && error.message.startsWith('1 columns'),
    );
    assert.deepEqual(lines, ['[["open","x"]]']);
    const guarded = await openContent(reader, await storeOf('public/guarded', reader), wholeTable);
    await assert.rejects(linesOf(guarded), (error) => error instanceof UnreadableError && error.reason === 'PERMISSION_DENIED');
    await reader.close();
  });

  test('many tables are open at once, and rows are not held', async () => {
    const store = await storeOf('public/pages');
    const contents = await Promise.all([1, 2, 3, 4, 5, 6].map(() => openContent(source, store, wholeTable)));
    const counts = await Promise.all(contents.map(async (content) => (await linesOf(content)).length));
    assert.deepEqual(
      counts,
      Array.from({ length: 6 }, () => 5000),
    );
  });

  const secrets = ['marie', 'verysecret', 'p@ss'];
  const refused: readonly [string, string, () => Parameters<typeof postgresqlSource>[0], SourceError['kind'], RegExp][] = [
    [
      'a wrong password',
      'portal',
      () => ({ credentials: { user: 'reader', password: 'verysecret' }, port: server.port }),
      'unavailable',
      /refuses this user name or password/,
    ],
    [
      'an unknown user',
      'portal',
      () => ({ credentials: { user: 'marie', password: 'verysecret' }, port: server.port }),
      'unavailable',
      /refuses this user name or password/,
    ],
    ['no such database', 'nowhere', () => optionsOf(server), 'usage', /no database nowhere/],
    ['no such schema', 'portal/nowhere', () => optionsOf(server), 'usage', /no schema nowhere/],
    ['TLS that the server has not', 'portal', () => ({ ...optionsOf(server), tls: 'require' }), 'unavailable', /no TLS/],
  ];
  for (const [name, path, options, kind, sentence] of refused) {
    test(`${name} is said in one sentence without credentials`, async () => {
      const wrong = postgresqlSource(options());
      await assert.rejects(collect(wrong.stores(`postgresql://127.0.0.1/${path}`)), (error) => {
        assert.ok(error instanceof SourceError);
        assert.match(error.message, sentence);
        const shown = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
        for (const secret of secrets) assert.ok(!shown.includes(secret), secret);
        return isSentence(error, kind);
      });
      await wrong.close();
    });
  }

  test('a host that does not exist, and a server that speaks something else, are said so', async () => {
    const nowhere = postgresqlSource({ credentials: { user: 'marie', password: 'verysecret' } });
    await assert.rejects(collect(nowhere.stores('postgresql://no-such-host.invalid/db')), (error) =>
      isSentence(error, 'unavailable'),
    );
    const other = createServer((socket) => void socket.end('HTTP/1.1 400\r\n\r\n')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const odd = postgresqlSource({ credentials: { user: 'marie', password: 'verysecret' }, port });
    await assert.rejects(collect(odd.stores('postgresql://127.0.0.1/db')), (error) => isSentence(error, 'unavailable'));
    other.close();
  });

  test('user, password and port come from a secret or the environment too', async () => {
    const gateway = await startGateway({
      secrets: { portal: JSON.stringify({ username: 'reader', password: 'p@ss word', port: server.port }), broken: 'no JSON' },
    });
    const environment = { ...process.env };
    Object.assign(process.env, gateway.environment);
    const bySecret = postgresqlSource({ secret: 'portal' });
    assert.equal((await storeOf('staff/dues', bySecret)).uri, at('staff/dues'));
    await bySecret.close();
    for (const secret of ['broken', 'absent']) {
      const wrong = postgresqlSource({ secret, port: server.port });
      await assert.rejects(collect(wrong.stores(at('staff'))), (error) => isSentence(error, 'unavailable'));
    }
    Object.assign(process.env, { PGUSER: 'reader', PGPASSWORD: 'p@ss word', PGPORT: String(server.port) });
    const byEnvironment = postgresqlSource();
    assert.equal((await storeOf('staff/dues', byEnvironment)).uri, at('staff/dues'));
    await byEnvironment.close();
    process.env = environment;
    await gateway.stop();
  });
});

const hosts: readonly [string, string | null][] = [
  ['portal.c9akciq32.eu-west-3.rds.amazonaws.com', 'eu-west-3'],
  ['portal.cluster-ro-c9akciq32.us-gov-west-1.rds.amazonaws.com', 'us-gov-west-1'],
  ['db.example.ma', null],
  ['eu-west-3.rds.amazonaws.com.example.ma', null],
];
for (const [host, region] of hosts) test(`the region of ${host}`, () => assert.equal(regionOfHost(host), region));

const documents: readonly [string, readonly (readonly [string, string])[]][] = [
  ['{"a":{"b":[{"c":"x"}]}}', [['p.a.b[*].c', 'x']]],
  ['{"rib":007}', [['p', '{"rib":007}']]],
  ['{"rib":230780123456789012345678}', [['p.rib', '230780123456789012345678']]],
  ['{"a b":1e2,"c":[]}', [["p['a b']", '1e2']]],
  ['null', [['p', '']]],
  ['{"الاسم":"x"}', [['p.الاسم', 'x']]],
];
for (const [text, fields] of documents) test(`the JSON ${text} as fields`, () => assert.deepEqual(jsonFields('p', text), fields));
