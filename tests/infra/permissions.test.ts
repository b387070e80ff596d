import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { synthesize } from './example-stack.ts';
import { printPermissions } from './permission-table.ts';

const golden = new URL('permissions.golden.txt', import.meta.url);

test('the permissions of every role are those of the golden table, each * with its reason', (t) => {
  const table = printPermissions(synthesize());
  t.diagnostic(`\n${table}`);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, table);
  assert.equal(table, readFileSync(golden, 'utf8'), 'Review the change, then run this test with UPDATE_GOLDEN=1');
});

test('no role may do everything a service offers', () => {
  const actions = JSON.stringify(
    Object.values(synthesize())
      .filter(({ Type }) => /^AWS::IAM::(Managed)?Policy$/.test(Type))
      .map(({ Properties }) => Properties['PolicyDocument']),
  ).matchAll(/"Action":(\[[^\]]*\]|"[^"]*")/g);
  for (const [, text = ''] of actions) assert.doesNotMatch(text, /\*/);
});

test('a wildcard without a written reason breaks the table', () => {
  const resources = structuredClone(synthesize()) as Record<
    string,
    { Type: string; Properties: Record<string, unknown>; Metadata?: Record<string, unknown> }
  >;
  const policy = Object.values(resources).find(({ Type, Metadata }) => Type === 'AWS::IAM::Policy' && Metadata?.['cdk_nag']);
  delete policy?.Metadata?.['cdk_nag'];
  assert.throws(() => printPermissions(resources), /has no written reason/);
});
