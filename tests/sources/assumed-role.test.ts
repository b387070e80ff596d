import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { SourceError } from '../../sources/contract.ts';
import { sourceFor } from '../../sources/open-source.ts';
import { collect } from './contract.ts';

/** STS that gives out one role, and S3 that lets only that role in. */
function startAccount(externalId: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const key = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const fields = new URLSearchParams(body);
      if (fields.get('Action') === 'AssumeRole') {
        asked.push(`${key} ${fields.get('RoleArn')}`);
        const isTrusted = fields.get('ExternalId') === externalId;
        const credentials = `<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>`;
        response.writeHead(isTrusted ? 200 : 403, { 'content-type': 'text/xml' });
        response.end(
          isTrusted
            ? `<AssumeRoleResponse><AssumeRoleResult><Credentials>${credentials}</Credentials></AssumeRoleResult></AssumeRoleResponse>`
            : '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>',
        );
        return;
      }
      response.writeHead(key === 'ASIAROLE' && request.headers['x-amz-security-token'] === 't' ? 200 : 403).end();
    });
  });
  server.listen(0, '127.0.0.1');
  return { server, asked };
}

test('a store of another account is read by the role and the external id of its target', async () => {
  const { server, asked } = startAccount('agreed');
  await once(server, 'listening');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'AKIAOWN',
    AWS_SECRET_ACCESS_KEY: 'own',
  });
  const arn = 'arn:aws:iam::123456789012:role/read-data';
  const trusted = sourceFor('s3://theirs', { role: { arn, externalId: 'agreed' } });
  assert.deepEqual(
    (await collect(trusted.stores('s3://theirs'))).map(({ uri }) => uri),
    ['s3://theirs'],
  );
  assert.ok(asked.length > 0 && asked.every((one) => one === `AKIAOWN ${arn}`));
  const refused = [
    sourceFor('s3://theirs'),
    sourceFor('s3://theirs', { role: { arn, externalId: 'guessed' } }),
    sourceFor('dynamodb://people', { role: { arn, externalId: 'guessed' } }),
  ];
  for (const [index, source] of refused.entries()) {
    await assert.rejects(collect(source.stores(index < 2 ? 's3://theirs' : 'dynamodb://people')), (error) => {
      assert.ok(error instanceof SourceError);
      assert.equal(error.kind, 'unavailable');
      if (index > 0) assert.match(error.message, /Cannot assume the role arn:aws:iam::123456789012:role\/read-data/);
      return true;
    });
  }
  for (const source of [trusted, ...refused]) await source.close();
  server.closeAllConnections();
  server.close();
});
