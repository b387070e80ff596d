import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { deploymentSchema, type Deployment } from '../../infra/config.ts';
import { example, makeStack } from './example-stack.ts';

interface Finding {
  readonly rule: string;
  readonly paths: readonly string[];
}

/** What the AwsSolutions pack finds in a stack. */
function findAll({ app, pack }: ReturnType<typeof makeStack>): readonly Finding[] {
  return pack.validateScope(app).violations.map(({ ruleName, violatingResources }) => ({
    rule: ruleName,
    paths: violatingResources.map(({ constructPath }) => constructPath ?? ''),
  }));
}

/** Every acknowledgement: on which construct, of what, why. */
function listAcknowledgements(): readonly { readonly path: string; readonly rule: string; readonly reason: string }[] {
  const { node } = makeStack().app;
  return node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({ path: construct.node.path, rule: rule.replace(/^annotation::/i, ''), reason })),
  );
}

const clean: readonly (readonly [string, Deployment])[] = [
  ['the example', example],
  ['a single bucket and nothing else', deploymentSchema.parse({ targets: [{ uri: 's3://only' }] })],
  [
    'an own issuer and an own key',
    { ...example, identity: { issuer: 'https://login.example.org', audience: ['kashf'] }, encryptionKey: example.storeKeys?.[0] },
  ],
  ['a prefix with signs that policies read', deploymentSchema.parse({ targets: [{ uri: 's3://only/a$b*c?d' }] })],
];
for (const [name, deployment] of clean) {
  test(`the AwsSolutions pack finds nothing that is not acknowledged in ${name}`, () => {
    assert.deepEqual(findAll(makeStack(deployment)), []);
  });
}

test('the pack is live: a wildcard that nobody acknowledged is found', () => {
  const made = makeStack();
  made.stack.scanner.functions.api.allow(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
  assert.deepEqual(
    findAll(made).map(({ rule }) => rule),
    ['AwsSolutions-IAM5[Resource::*]'],
  );
});

test('at most fifteen acknowledgements, each with a reason that says something', (t) => {
  const given = listAcknowledgements();
  t.diagnostic(`\n${given.map(({ path, rule, reason }) => `${path}\n  ${rule}\n  ${reason}`).join('\n')}`);
  assert.ok(given.length <= 15, `${given.length} acknowledgements`);
  for (const { rule, reason } of given) assert.ok(reason.length > 40, `${rule}: ${reason}`);
});

test('no acknowledgement is stale: each is about a finding at or below its construct', () => {
  const made = makeStack();
  Object.assign(made.pack, { isAcknowledged: () => false });
  const found = findAll(made);
  for (const { path, rule } of listAcknowledgements().filter(({ rule: id }) => id.startsWith('AwsSolutions-'))) {
    const finding = found.find((one) => one.rule === rule && one.paths.some((at) => at === path || at.startsWith(`${path}/`)));
    assert.ok(finding, `${path}: ${rule} is not found any more`);
  }
});

test('no acknowledgement opens a whole service, or every object there is', () => {
  for (const { rule } of listAcknowledgements()) {
    assert.doesNotMatch(rule, /Action::/);
    assert.doesNotMatch(rule, /:::\*|:table\/\*|:secret:\*/);
  }
});
