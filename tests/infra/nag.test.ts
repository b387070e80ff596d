import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { makeStack } from './example-stack.ts';

interface Finding {
  readonly rule: string;
  readonly paths: readonly string[];
}

/** What the AwsSolutions pack finds in the example; `unacknowledged` = as if nothing were acknowledged. */
function findAll(unacknowledged = false, change: (made: ReturnType<typeof makeStack>) => void = () => {}): readonly Finding[] {
  const made = makeStack();
  change(made);
  if (unacknowledged) Object.assign(made.pack, { isAcknowledged: () => false });
  return made.pack.validateScope(made.app).violations.map(({ ruleName, violatingResources }) => ({
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

test('the AwsSolutions pack finds nothing that is not acknowledged', () => {
  assert.deepEqual(findAll(), []);
});

test('the pack is live: a wildcard that nobody acknowledged is found', () => {
  const found = findAll(false, ({ stack }) => {
    stack.scanner.functions.api.allow(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
  });
  assert.deepEqual(
    found.map(({ rule }) => rule),
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
  const found = findAll(true);
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
