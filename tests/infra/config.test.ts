import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { exampleFile, findConfiguration, readDeployment } from '../../infra/config.ts';
import { example, makeStack, synthesize } from './example-stack.ts';
import { printPermissions } from './permission-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-config-'));
after(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const file = join(folder, 'given.yaml');
  writeFileSync(file, text);
  return readDeployment(file);
}

const target = 'targets: [{uri: "s3://bucket"}]';
const wrong: readonly (readonly [string, RegExp, string])[] = [
  ['targets: []', /given\.yaml: targets: /, 'no target'],
  ['targets: [{uri: "ftp://host"}]', /targets\.0\.uri: a target starts with/, 'a store there is no source for'],
  [`${target}\nalertEmails: [nobody]`, /alertEmails\.0: /, 'an address that is none'],
  [`${target}\nschedule: nightly`, /schedule: is neither cron/, 'a schedule in words'],
  [`${target}\nstoreKeys: ["alias/mine"]`, /storeKeys\.0: is not an ARN of kms/, 'a key by its alias'],
  [`${target}\nlogRetentionDays: 42`, /logRetentionDays: is not a number of days/, 'days that CloudWatch Logs does not offer'],
  [`${target}\ncolour: blue`, /the file: .*colour/, 'an unknown key'],
  ['targets: [', /Cannot read .*given\.yaml: /, 'no YAML'],
];
for (const [text, message, why] of wrong) {
  test(`a configuration with ${why} is refused in one sentence that names the file`, () => {
    assert.throws(() => read(text), message);
  });
}

test('a missing file is named', () => {
  assert.throws(() => readDeployment(join(folder, 'none.yaml')), /Cannot read .*none\.yaml/);
});

test('the named file comes first, then the one in the folder, then the example', () => {
  assert.equal(findConfiguration(folder, 'other.yaml'), 'other.yaml');
  assert.equal(findConfiguration(folder, undefined), exampleFile);
  writeFileSync(join(folder, 'kashf.config.yaml'), target);
  assert.equal(findConfiguration(folder, undefined), `${folder}/kashf.config.yaml`);
});

const undeployable: readonly (readonly [Parameters<typeof makeStack>[0], RegExp])[] = [
  [{ ...example, targets: [{ uri: 'file:///home' }] }, /a folder is scanned from the command line/],
  [{ ...example, targets: [{ uri: 'dynamodb://111122223333/eu-west-3' }] }, /name each table/],
  [
    { ...example, targets: Array.from({ length: 90 }, (_, index) => ({ uri: `s3://bucket-with-a-long-name-${index}` })) },
    /name wider targets/,
  ],
];
for (const [deployment, message] of undeployable) {
  test(`what cannot be deployed is refused: ${message.source}`, () => {
    assert.throws(() => makeStack(deployment), message);
  });
}

test('a target in another account is reached through its role, and its bucket not directly', () => {
  const role = { arn: 'arn:aws:iam::444455556666:role/reader', externalId: 'secret-of-both' };
  const table = printPermissions(synthesize({ ...example, targets: [{ uri: 's3://foreign', role }] }));
  assert.match(
    table,
    /sts: AssumeRole\n    on arn:aws:iam::444455556666:role\/reader\n    if StringEquals sts:ExternalId = secret-of-both/,
  );
  assert.doesNotMatch(table, /:::foreign/);
});
