/** Makes the template's tables, buckets, queues, topics and secrets in the embedded servers. */
import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Gateway } from './emulators/gateway.ts';
import type { DeployedResource } from './template.ts';

/** Clients of the embedded servers. */
export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  close(): void;
}

export function makeClients(endpoint: string, region: string): Clients {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const settings = { endpoint, region, credentials };
  const clients = {
    dynamodb: new DynamoDBClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
  };
  return { ...clients, close: () => Object.values(clients).forEach((client) => client.destroy()) };
}

/** What resources are made in. */
export interface Servers {
  readonly clients: Clients;
  readonly gateway: Gateway;
  /** What each secret holds; random unless given. */
  readonly secretValue: string | undefined;
}

/** Makes every resource that holds something. Roles, alarms, log groups and keys have nothing behind them here. */
export async function createResources(
  resources: readonly DeployedResource[],
  { clients, gateway, secretValue }: Servers,
): Promise<void> {
  const makers: Readonly<Record<string, (resource: DeployedResource) => unknown>> = {
    'AWS::DynamoDB::Table': (resource) => clients.dynamodb.send(new CreateTableCommand(tableInput(resource))),
    'AWS::S3::Bucket': ({ name }) => clients.s3.send(new CreateBucketCommand({ Bucket: name })),
    'AWS::SNS::Topic': ({ name }) => clients.sns.send(new CreateTopicCommand({ Name: name })),
    'AWS::SQS::Queue': (resource) => createQueue(resource, clients.sqs),
    'AWS::SecretsManager::Secret': ({ arn }) => gateway.putSecret(arn, secretValue ?? randomBytes(32).toString('hex')),
  };
  // A queue names the queue of its dead letters, which must be there first.
  for (const later of [false, true]) {
    const now = resources.filter((resource) => 'RedrivePolicy' in resource.properties === later);
    await Promise.all(now.map((resource) => makers[resource.type]?.(resource)));
  }
}

function tableInput({ name, properties }: DeployedResource): CreateTableCommandInput {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = properties as Partial<CreateTableCommandInput>;
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
  };
}

async function createQueue({ name, properties }: DeployedResource, sqs: SQSClient): Promise<void> {
  const { VisibilityTimeout, RedrivePolicy } = properties;
  const Attributes = {
    ...(typeof VisibilityTimeout === 'number' && { VisibilityTimeout: `${VisibilityTimeout}` }),
    ...(RedrivePolicy !== undefined && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
  await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
}

export async function readText(s3: S3Client, Bucket: string, Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString('utf8')) ?? '';
}

export async function writeBytes(s3: S3Client, Bucket: string, Key: string, Body: Uint8Array | string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
}
