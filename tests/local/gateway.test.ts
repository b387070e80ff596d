import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  CreateTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketLoggingCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeStateMachineCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { startGateway, type Gateway } from '../../local/emulators/gateway.ts';

let gateway: Gateway;
const executions: unknown[] = [];
before(async () => {
  gateway = await startGateway({
    buckets: {
      open: {
        region: 'eu-west-3',
        encryption: 'customer-key',
        access: 'public-acl',
        versioning: true,
        logging: false,
        expiresAfterDays: 30,
        denied: ['policyStatus'],
        objects: {
          'cold & old.txt': { storageClass: 'GLACIER' },
          'locked.txt': { error: { code: 'AccessDenied', status: 403 } },
        },
      },
    },
    secrets: { database: '{"username":"reader"}' },
    startExecution: (execution) => void executions.push(execution),
  });
  Object.assign(process.env, gateway.environment);
});
after(() => gateway.stop());

test('every service answers on the one endpoint that the environment names', async () => {
  const dynamodb = new DynamoDBClient({});
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'people',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  assert.equal((await dynamodb.send(new DescribeTableCommand({ TableName: 'people' }))).Table?.TableName, 'people');
  const sqs = new SQSClient({});
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'work' }));
  assert.equal(new URL(QueueUrl ?? '').origin, gateway.endpoint);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
  assert.equal((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0]?.Body, 'hello');
  const sns = new SNSClient({});
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'alerts' }));
  assert.ok((await sns.send(new PublishCommand({ TopicArn, Message: 'hello' }))).MessageId);
  assert.equal((await new STSClient({}).send(new GetCallerIdentityCommand())).Account, '000000000000');
});

test('secrets, events and executions are answered, kept and handed on', async () => {
  const secret = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: 'database' }));
  assert.equal(secret.SecretString, '{"username":"reader"}');
  await assert.rejects(new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: 'none' })), {
    name: 'ResourceNotFoundException',
  });
  await new EventBridgeClient({}).send(
    new PutEventsCommand({ Entries: [{ Source: 'kashf', DetailType: 'alert', Detail: '{}' }] }),
  );
  assert.deepEqual(gateway.events(), [{ Source: 'kashf', DetailType: 'alert', Detail: '{}' }]);
  const sfn = new SFNClient({});
  const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:scan';
  const start = (input: string) => sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input }));
  const { executionArn } = await start('{"a":1}');
  assert.equal((await start('{"a":1}')).executionArn, executionArn);
  assert.deepEqual(executions, [{ stateMachineArn, name: 'one', input: '{"a":1}' }]);
  await assert.rejects(start('{"a":2}'), { name: 'ExecutionAlreadyExists' });
});

test('a described bucket answers as described', async () => {
  const s3 = new S3Client({ forcePathStyle: true });
  const Bucket = 'open';
  await s3.send(new CreateBucketCommand({ Bucket }));
  assert.equal((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint, 'eu-west-3');
  const rules = (await s3.send(new GetBucketEncryptionCommand({ Bucket }))).ServerSideEncryptionConfiguration?.Rules;
  assert.equal(rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, 'aws:kms');
  await assert.rejects(s3.send(new GetPublicAccessBlockCommand({ Bucket })), { name: 'NoSuchPublicAccessBlockConfiguration' });
  await assert.rejects(s3.send(new GetBucketPolicyStatusCommand({ Bucket })), { name: 'AccessDenied' });
  const grants = (await s3.send(new GetBucketAclCommand({ Bucket }))).Grants ?? [];
  assert.deepEqual(
    grants.map(({ Grantee, Permission }) => [Grantee?.Type, Permission]),
    [
      ['CanonicalUser', 'FULL_CONTROL'],
      ['Group', 'READ'],
    ],
  );
  assert.equal((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status, 'Enabled');
  assert.equal((await s3.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled, undefined);
  const lifecycle = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  assert.equal(lifecycle.Rules?.[0]?.Expiration?.Days, 30);
});

test('described objects refuse to be read, the others do not', async () => {
  const s3 = new S3Client({ forcePathStyle: true });
  const Bucket = 'open';
  for (const Key of ['cold & old.txt', 'locked.txt', 'plain.txt'])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
  assert.deepEqual(
    Contents?.map(({ Key, StorageClass }) => [Key, StorageClass]),
    [
      ['cold & old.txt', 'GLACIER'],
      ['locked.txt', 'STANDARD'],
      ['plain.txt', 'STANDARD'],
    ],
  );
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: 'cold & old.txt' })), { name: 'InvalidObjectState' });
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key: 'locked.txt' })), { name: 'AccessDenied' });
  assert.equal(await (await s3.send(new GetObjectCommand({ Bucket, Key: 'plain.txt' }))).Body?.transformToString(), 'plain.txt');
});

test('what is not emulated is an error at once', async () => {
  const s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'silent' }));
  await assert.rejects(s3.send(new GetBucketVersioningCommand({ Bucket: 'silent' })), { name: 'NotImplemented' });
  await assert.rejects(new SFNClient({}).send(new DescribeStateMachineCommand({ stateMachineArn: 'k' })), {
    name: 'UnknownOperationException',
  });
  await assert.rejects(new DynamoDBClient({}).send(new DescribeContinuousBackupsCommand({ TableName: 'people' })), {
    name: 'UnknownOperationException',
  });
});
