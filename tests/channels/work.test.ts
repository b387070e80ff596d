import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import type { ReassessMessage, ScanRequest } from '../../channels/contract.ts';
import { secretKeys } from '../../channels/keys.ts';
import { s3Manifests } from '../../channels/manifests.ts';
import { sqsReassessment } from '../../channels/reassessment.ts';
import { stepFunctionsWorkflow } from '../../channels/workflow.ts';
import { startJsonEndpoint } from './json-endpoint.ts';
import { credentials } from './samples.ts';

const region = 'eu-west-3';
let server: FauxqsServer;

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

before(async () => {
  server = await startFauxqs({ port: 0, logger: false, defaultRegion: region });
});
after(() => server.stop());

test('s3Manifests() writes one JSON object a line and nothing after the last', async () => {
  server.createBucket('work');
  const client = new S3Client({ region, credentials, endpoint: server.address, forcePathStyle: true });
  const manifests = s3Manifests({ client, bucket: 'work' });
  const items = [
    { v: 1, store: 's3://a/é\n"' },
    { v: 1, store: 's3://b' },
  ];
  assert.deepEqual(await manifests.write('scans/one/stores.jsonl', items), {
    bucket: 'work',
    key: 'scans/one/stores.jsonl',
    count: 2,
  });
  const back = await collect(manifests.read({ bucket: 'work', key: 'scans/one/stores.jsonl' }));
  assert.deepEqual(back, items);
  const read = async (key: string) =>
    (await client.send(new GetObjectCommand({ Bucket: 'work', Key: key }))).Body!.transformToString();
  const lines = (await read('scans/one/stores.jsonl')).split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    items,
  );
  assert.equal((await manifests.write('none.jsonl', [])).count, 0);
  assert.equal(await read('none.jsonl'), '');
  assert.deepEqual(await collect(manifests.read({ bucket: 'work', key: 'none.jsonl' })), []);
  client.destroy();
});

test('sqsReassessment() sends one message for each different store, however many', async () => {
  const { queueUrl } = server.createQueue('reassess');
  const client = new SQSClient({ region, credentials, endpoint: server.address });
  const stores = Array.from({ length: 23 }, (_, index) => `s3://bucket-${index}`);
  await sqsReassessment({ client, queue: queueUrl }).request([...stores, stores[0]!], { scan: null, revision: 7 });
  const messages: ReassessMessage[] = [];
  for (;;) {
    const answer = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }));
    if (!answer.Messages?.length) break;
    for (const message of answer.Messages) {
      messages.push(JSON.parse(message.Body!) as ReassessMessage);
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle! }));
    }
  }
  assert.deepEqual(messages.map((message) => message.store).toSorted(), stores.toSorted());
  assert.deepEqual(messages[0], { v: 1, store: messages[0]!.store, scan: null, revision: 7 });
  await sqsReassessment({ client, queue: queueUrl }).request([], { scan: 'one', revision: null });
  client.destroy();
});

test('stepFunctionsWorkflow() names the execution after the scan and takes a second start for the first', async () => {
  const started = new Set<unknown>();
  const endpoint = await startJsonEndpoint(({ body }) => {
    if (body['name'] === 'denied') return { status: 400, body: { __type: 'AccessDeniedException' } };
    if (started.has(body['name'])) return { status: 400, body: { __type: 'ExecutionAlreadyExists', message: 'exists' } };
    started.add(body['name']);
    return { status: 200, body: { executionArn: 'arn', startDate: 0 } };
  });
  const client = new SFNClient({ region, credentials, endpoint: endpoint.endpoint });
  const workflow = stepFunctionsWorkflow({ client, stateMachine: 'arn:aws:states:eu-west-3:000000000000:stateMachine:scan' });
  const request: ScanRequest = { v: 1, scan: 'scan-1', trigger: 'api', targets: ['s3://a'], seed: 5 };
  await workflow.start(request);
  await workflow.start(request);
  await assert.rejects(workflow.start({ ...request, scan: 'denied' }), { name: 'AccessDeniedException' });
  const [first] = endpoint.calls;
  assert.equal(first!.target, 'AWSStepFunctions.StartExecution');
  assert.equal(first!.body['name'], 'scan-1');
  assert.equal(first!.body['stateMachineArn'], 'arn:aws:states:eu-west-3:000000000000:stateMachine:scan');
  assert.deepEqual(JSON.parse(String(first!.body['input'])), request);
  client.destroy();
  await endpoint.stop();
});

test('secretKeys() draws the same 32 bytes from the same secret and asks once', async () => {
  const secrets: Record<string, string> = { one: 'x'.repeat(40), other: 'y'.repeat(40), short: 'z'.repeat(31) };
  let failures = 1;
  const endpoint = await startJsonEndpoint(({ body }) => {
    if (failures > 0) {
      failures -= 1;
      return { status: 400, body: { __type: 'ResourceNotFoundException' } };
    }
    return { status: 200, body: { SecretString: secrets[String(body['SecretId'])] } };
  });
  const client = new SecretsManagerClient({ region, credentials, endpoint: endpoint.endpoint });
  const keys = secretKeys({ client, secret: 'one' });
  await assert.rejects(keys.fingerprintKey(), { name: 'ResourceNotFoundException' });
  const [first, again] = await Promise.all([keys.fingerprintKey(), keys.fingerprintKey()]);
  assert.equal(first.length, 32);
  assert.equal(first, again);
  assert.equal(endpoint.calls.length, 2, 'a failure is asked again, an answer is kept');
  assert.equal(endpoint.calls[1]!.target, 'secretsmanager.GetSecretValue');
  assert.notDeepEqual(await secretKeys({ client, secret: 'other' }).fingerprintKey(), first);
  assert.deepEqual(await secretKeys({ client, secret: 'one' }).fingerprintKey(), first);
  await assert.rejects(secretKeys({ client, secret: 'short' }).fingerprintKey(), (error: Error) => {
    assert.equal(error.message, 'Cannot use the secret short as fingerprint key: it needs at least 32 characters');
    return true;
  });
  client.destroy();
  await endpoint.stop();
});
