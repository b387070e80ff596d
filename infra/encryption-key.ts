/** The key under which everything of Kashf's own lies: ledger, work files, queues, alerts, logs, the fingerprint key. */
import { Stack, type RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Makes the key and lets log groups and alarms use it; the event bus and the rules add themselves. */
export function makeEncryptionKey(scope: Construct, removalPolicy: RemovalPolicy): Key {
  const { account, partition, region } = Stack.of(scope);
  const key = new Key(scope, 'EncryptionKey', {
    description: 'Kashf: ledger, work files, queues, alerts, logs and the fingerprint key',
    enableKeyRotation: true,
    removalPolicy,
  });
  const letUse = (service: string, conditions: Record<string, Record<string, string>>): void => {
    const statement = new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal(service)],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions,
    });
    key.addToResourcePolicy(statement);
  };
  letUse(`logs.${region}.amazonaws.com`, {
    ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
  });
  // SNS may ask for the key on behalf of an alarm without saying whose it is.
  letUse('cloudwatch.amazonaws.com', { StringEqualsIfExists: { 'aws:SourceAccount': account } });
  return key;
}
