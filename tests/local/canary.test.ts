import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import { Client } from 'pg';
import type { FindingEntry } from '../../ledger/contract.ts';
import { makeApiClient, type ApiClient } from '../../local/api-client.ts';
import type { LocalDeployment } from '../../local/deployment.ts';
import { writeBytes } from '../../local/resources.ts';
import { makeFiles } from '../../local/sample/files.ts';
import { makePersons } from '../../local/sample/persons.ts';
import { deploySample, prepareSample, type PreparedSample } from '../../local/sample/organisation.ts';
import { makeRandom } from '../../local/sample/random.ts';
import { bucketDescriptions, bucketOf, newsletterTable, type BucketStore } from '../../local/sample/stores.ts';
import { makeNewsletter, makeTables } from '../../local/sample/tables.ts';
import { readLedger } from './ledger-dump.ts';

const seed = 11;
/** Values that stand nowhere else; each is planted in one kind of place of one kind of store. */
const planted = makePersons(makeRandom(seed, 'canary'), 40);
const next = (() => {
  let at = 0;
  return () => planted[at++] ?? assert.fail('too few planted persons');
})();

let folder: string;
let prepared: PreparedSample;
let deployment: LocalDeployment;
let api: ApiClient;
const logs: string[] = [];
const problems: string[] = [];

/** Plants values as cells, keys, headers, JSON keys, file names, folder names, column names, table names. */
async function plant(): Promise<void> {
  const [file, header, cell, key, value, folderName, zipped] = Array.from({ length: 7 }, next);
  mkdirSync(join(folder, `dossier ${folderName?.cin}`));
  writeFileSync(
    join(folder, `dossier ${folderName?.cin}`, `lettre de ${file?.email}.csv`),
    `${header?.email};cin\r\n1;${cell?.cin}\r\n`,
  );
  writeFileSync(join(folder, 'fiche.json'), JSON.stringify({ [key?.email ?? '']: { cin: value?.cin } }));
  writeFileSync(join(folder, 'fiche.jsonl.gz'), gzipSync(`${JSON.stringify({ telephone: zipped?.phone })}\n`));
  const [objectKey, objectHeader, objectCell, attribute, attributeValue] = Array.from({ length: 5 }, next);
  const body = `${objectHeader?.email},telephone\n1,${objectCell?.phone}\n`;
  await writeBytes(deployment.clients.s3, bucketOf('publications'), `usagers/${objectKey?.cin}/${objectKey?.email}.csv`, body);
  const Item = marshall({ email: next().email, fiche: { [attribute?.email ?? '']: `CIN ${attributeValue?.cin}` } });
  await deployment.clients.dynamodb.send(new PutItemCommand({ TableName: newsletterTable, Item }));
  const client = new Client({ connectionString: prepared.server.url('portail') });
  await client.connect();
  const [column, table, row] = Array.from({ length: 3 }, next);
  await client.query(`CREATE TABLE "releve ${table?.email}" ("note ${column?.email}" text, cin text)`);
  await client.query(`INSERT INTO "releve ${table?.email}" VALUES ('x', $1)`, [row?.cin]);
  await client.end();
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kashf-test-'));
  prepared = await prepareSample({ seed, folders: [folder] });
  deployment = await deploySample(prepared, { timeScale: 0.01, onOutput: (_, text) => void logs.push(text) });
  api = makeApiClient(deployment.apiUrl, deployment.token('administrator'));
  await plant();
  const outcome = await deployment.runScan({ v: 1, scan: 'canary', trigger: 'local', targets: null, seed });
  assert.equal(outcome.status, 'SUCCEEDED', JSON.stringify(outcome));
  await deployment.settled();
  // Answers that refuse what was sent must not repeat it either.
  const { email } = next();
  for (const [method, path, body] of [
    ['PUT', `/treatments/${email}`, {}],
    ['GET', `/findings?detector=${email}`, undefined],
    ['POST', '/scans', { targets: [`s3://${email}`] }],
    ['PATCH', `/alerts/${email}`, { state: email }],
  ] as const) {
    problems.push(JSON.stringify((await api.call(method, path, body)).body));
  }
});
after(async () => {
  await deployment?.stop();
  await prepared?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every identifier of the sample and of the plants, in the spellings it was written in. */
function collectValues(): ReadonlySet<string> {
  const texts = (Object.keys(bucketDescriptions) as BucketStore[]).flatMap((store) =>
    makeFiles(store, seed).flatMap(({ body }) =>
      ['latin1', 'utf16le'].map((encoding) => Buffer.from(body).toString(encoding as 'latin1')),
    ),
  );
  texts.push(JSON.stringify(makeTables(seed)), JSON.stringify(makeNewsletter(seed)), JSON.stringify(planted));
  const values = texts.flatMap(
    (text) => text.match(/[\w.]+@\w+\.\w+|\b[A-Z]{2}\d{6}\b|\b0[67]\d{8}\b|\+212\d{9}\b|\b\d{24}\b/g) ?? [],
  );
  return new Set(values);
}

/** Values that stand in a text. Only its look-alikes are looked up, so that large texts stay quick. */
function findValues(text: string, values: ReadonlySet<string>): readonly string[] {
  const candidates = text.match(/[\w.]+@\w+\.\w+|[A-Z]{2}\d{6}|0[67]\d{8}|\+212\d{9}|\d{24}/g) ?? [];
  return candidates.filter((candidate) => values.has(candidate));
}

async function readBuckets(): Promise<string> {
  const names = deployment.resources.filter(({ type }) => type === 'AWS::S3::Bucket').map(({ name }) => name);
  const texts: string[] = [];
  for (const Bucket of names) {
    const { Contents = [] } = await deployment.clients.s3.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key } of Contents) {
      const { Body } = await deployment.clients.s3.send(new GetObjectCommand({ Bucket, Key }));
      texts.push(Key ?? '', (await Body?.transformToString()) ?? '');
    }
  }
  return texts.join('\n');
}

async function readApi(): Promise<string> {
  const paths = [
    '/stores',
    '/findings',
    '/verdicts',
    '/alerts',
    '/scans',
    '/scans/canary/skips',
    '/scans/canary/notes',
    '/audit',
    '/treatments',
  ];
  return JSON.stringify(await Promise.all(paths.map((path) => api.list(path))));
}

describe('no value leaves the scan', () => {
  const values = collectValues();

  it('plants values that the scan does find', async () => {
    assert.ok(values.size > 2000);
    assert.ok(findValues(`x ${planted[0]?.email} y ${planted[3]?.cin}`, values).length === 2);
    const findings = await api.list<FindingEntry>('/findings');
    const inFolder = findings.filter(({ finding }) => finding.store.startsWith('file://'));
    assert.ok(
      inFolder.some(({ finding }) => finding.field === '#name'),
      'a file name',
    );
    assert.ok(
      inFolder.some(({ finding }) => finding.detector === 'global/phone'),
      'a cell behind gzip',
    );
    assert.ok(
      findings.some(({ finding }) => finding.store.includes('releve')),
      'the planted table',
    );
  });

  for (const [where, read] of [
    ['logs and metrics', async () => logs.join('')],
    ['the ledger', async () => (await readLedger(deployment)).join('\n')],
    ['manifests and map results', readBuckets],
    ['events', async () => JSON.stringify(deployment.gateway.events())],
    ['answers of the API', readApi],
    ['refusals of the API', async () => problems.join('\n')],
  ] as const) {
    it(`is in no part of ${where}`, async () => {
      const text = await read();
      assert.ok(text.length > 100, 'there is something to look at');
      assert.deepEqual(findValues(text, values), []);
    });
  }
});
