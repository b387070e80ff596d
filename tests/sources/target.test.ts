import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { SourceError } from '../../sources/contract.ts';
import { filePath, fileUri } from '../../sources/file-uri.ts';
import { sourceFor } from '../../sources/open-source.ts';
import { parsePostgresqlUri, postgresqlUri } from '../../sources/postgresql-uri.ts';
import { parseS3Uri, s3Uri } from '../../sources/s3-uri.ts';
import { parseTarget } from '../../sources/target.ts';

const none = { credentials: null, port: null, tls: null };

const readable: readonly [string, ReturnType<typeof parseTarget>][] = [
  ['exports', { scheme: 'file', uri: `file://${resolve('exports')}`, ...none }],
  ['/data/a b/../ملف #1', { scheme: 'file', uri: 'file:///data/ملف%20%231', ...none }],
  ['file:///data/a%20b/', { scheme: 'file', uri: 'file:///data/a%20b', ...none }],
  ['s3://bucket', { scheme: 's3', uri: 's3://bucket', ...none }],
  ['s3://bucket/a/b c/', { scheme: 's3', uri: 's3://bucket/a/b%20c', ...none }],
  ['dynamodb://people', { scheme: 'dynamodb', uri: 'dynamodb://people', ...none }],
  ['dynamodb://123456789012/eu-west-3/people', { scheme: 'dynamodb', uri: 'dynamodb://123456789012/eu-west-3/people', ...none }],
  ['dynamodb://123456789012/eu-west-3', { scheme: 'dynamodb', uri: 'dynamodb://123456789012/eu-west-3', ...none }],
  ['postgresql://Host/db', { scheme: 'postgresql', uri: 'postgresql://host/db', ...none }],
  [
    'postgres://me:p%40ss%23@db.example.ma:6543/portal/public/users?sslmode=require',
    {
      scheme: 'postgresql',
      uri: 'postgresql://db.example.ma/portal/public/users',
      credentials: { user: 'me', password: 'p@ss#' },
      port: 6543,
      tls: 'require',
    },
  ],
];
for (const [text, expected] of readable) {
  test(`${text} is read`, () => {
    assert.deepEqual(parseTarget(text), expected);
    assert.equal(parseTarget(expected.uri).uri, expected.uri, 'canonical');
  });
}

const refused = [
  's3://',
  's3:///key',
  'dynamodb://',
  'dynamodb://a/b/c/d',
  'dynamodb://123456789012/people',
  'postgresql://host',
  'postgresql://me:s3cret@host',
  'postgresql://me:s3cret@host/a/b/c/d',
  'postgresql://me:s3cret@host/a?sslmode=sometimes',
  'postgresql://me:12/s3cret@host/db',
  'postgresql://me:12#s3cret@host/db',
  'postgresql://me:12?s3cret@host/db',
  'postgresql://me:s3c/ret@host/db',
  'file://server/share',
  'ftp://host/file',
];
for (const text of refused) {
  test(`${text} is refused without showing a password`, () => {
    assert.throws(
      () => parseTarget(text),
      (error) => {
        assert.ok(error instanceof SourceError);
        assert.equal(error.kind, 'usage');
        assert.doesNotMatch(`${error.message} ${JSON.stringify(error)} ${String(error.cause)}`, /s3c|ret@/);
        return true;
      },
    );
  });
}

test('mysql is not there yet, and says so in one sentence', () => {
  for (const open of [() => parseTarget('mysql://me:s3cret@host/db'), () => sourceFor('mysql://host/db')]) {
    assert.throws(open, { name: 'SourceError', kind: 'usage', message: /^MySQL and MariaDB cannot be scanned yet; [^.]*$/ });
  }
});

test('an unknown scheme is answered with those that are known', () => {
  assert.throws(() => sourceFor('gs://bucket'), {
    name: 'SourceError',
    kind: 'usage',
    message: /gs:\/\/.*s3:\/\/, dynamodb:\/\/, postgresql:\/\/, file:\/\//,
  });
});

test('names of every kind come back from their URIs', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 });
  const names = fc.array(
    name.filter((text) => !/^\.{1,2}$|[/\0]/.test(text)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(names, (segments) => {
      const path = segments.join('/');
      assert.equal(filePath(fileUri(`/${path}`)), `/${path}`);
      assert.deepEqual(parseS3Uri(s3Uri({ bucket: 'bucket', prefix: path })), { bucket: 'bucket', prefix: path });
      const [database = '', schema = null, table = null] = segments.map((one) => `${one}/@`).slice(0, 3);
      const place = { host: 'host', database, schema, table };
      assert.deepEqual(parsePostgresqlUri(postgresqlUri(place)), place);
    }),
  );
});
