import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AlertInput } from '../../../functions/workflow.ts';
import type { AlertOutcome } from '../../../functions/alert/alert.ts';
import type { Alert, Verdict } from '../../../law/contract.ts';
import type { AuditEntry, Ledger } from '../../../ledger/contract.ts';
import { dynamoLedger } from '../../../ledger/dynamo.ts';
import { describeTable } from '../../../ledger/table.ts';
import { type Gateway, startGateway } from '../../../local/emulators/gateway.ts';
import { sampleAlert } from '../../channels/samples.ts';
import { makeContext } from '../api/event.ts';
import { at, sampleScan, sampleTreatment, sampleVerdict } from '../api/samples.ts';

let gateway: Gateway;
let ledger: Ledger;
let dynamo: DynamoDBClient;
let sqs: SQSClient;
let queue: string;
let invoke: (input: AlertInput) => Promise<AlertOutcome>;

before(async () => {
  gateway = await startGateway();
  Object.assign(process.env, gateway.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' });
  dynamo = new DynamoDBClient({});
  sqs = new SQSClient({});
  await dynamo.send(new CreateTableCommand(describeTable('ledger')));
  ledger = dynamoLedger({ client: dynamo, table: 'ledger', clock: { now: () => new Date().toISOString() } });
  const sns = new SNSClient({});
  const { TopicArn: topic = '' } = await sns.send(new CreateTopicCommand({ Name: 'alerts' }));
  queue = (await sqs.send(new CreateQueueCommand({ QueueName: 'mailbox' }))).QueueUrl ?? '';
  const endpoint = 'arn:aws:sqs:us-east-1:000000000000:mailbox';
  await sns.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint: endpoint }));
  sns.destroy();
  Object.assign(process.env, { KASHF_LEDGER_TABLE: 'ledger', KASHF_ALERT_TOPIC: topic, KASHF_EVENT_BUS: 'kashf' });
  const { handler } = await import('../../../functions/alert/handler.ts');
  invoke = (input) => handler(input, makeContext());
});
after(async () => {
  dynamo.destroy();
  sqs.destroy();
  await gateway.stop();
});

/** Subjects of the mails that came since the last time. */
async function takeMails(): Promise<string[]> {
  const subjects: string[] = [];
  for (;;) {
    const { Messages: batch = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }));
    if (batch.length === 0) return subjects.toSorted();
    for (const { Body: body = '{}', ReceiptHandle: handle } of batch) {
      subjects.push((JSON.parse(body) as { Subject: string }).Subject);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: handle }));
    }
  }
}

async function endsOf(scan: string): Promise<readonly AuditEntry[]> {
  const { items } = await ledger.audit.audit({ limit: 100, cursor: null });
  return items.filter(({ action, target }) => action === 'scan.end' && target === scan);
}

async function putScan(id: string, shards: { readonly failed?: boolean; readonly skips?: number }[], planned = shards.length) {
  await ledger.scans.putScan(sampleScan(id, { shardsPlanned: planned }));
  for (const [index, { failed = false, skips = 0 }] of shards.entries()) {
    const skip = { v: 1, store: 's3://exports', object: 'o', reason: 'PERMISSION_DENIED', detail: 'denied' } as const;
    await ledger.scans.putShardResult({
      v: 1,
      scan: id,
      shard: `shard-${index}`,
      store: 's3://exports',
      tallies: [],
      skips: Array.from({ length: skips }, (_, number) => ({ ...skip, object: `o${number}` })),
      failed,
    });
  }
}

const putAlert = (alert: Alert) => ledger.alerts.putAlert(alert, { by: 'kashf', at });

test('the handler ends the scan and tells people and machines of each untold alert, once however often it is called', async () => {
  await putScan('whole', [{}, {}]);
  await putAlert(sampleAlert({ id: 'a1' }));
  await putAlert(sampleAlert({ id: 'a2' }));
  const first = await invoke({ v: 1, scan: 'whole', failed: null });
  assert.deepEqual(first, { v: 1, scan: 'whole', state: 'completed', skips: 0, shardsFailed: 0, told: 2 });
  const ended = await ledger.scans.scan('whole');
  assert.deepEqual([ended?.state, ended?.complete], ['completed', true]);
  assert.equal((await takeMails()).length, 2);
  assert.deepEqual(
    gateway.events().map(({ DetailType: type }) => type),
    ['Kashf Alert Opened', 'Kashf Alert Opened'],
  );

  const second = await invoke({ v: 1, scan: 'whole', failed: null });
  assert.equal(second.told, 0);
  assert.deepEqual(await takeMails(), []);
  assert.equal(gateway.events().length, 2);
  assert.deepEqual(await ledger.scans.scan('whole'), ended);
  assert.equal((await endsOf('whole')).length, 1);
});

test('the handler tells of the next change of an alert it has told of before', async () => {
  await putAlert(sampleAlert({ id: 'a1', state: 'acknowledged', revision: 2, toldRevision: 1 }));
  assert.equal((await invoke({ v: 1, scan: null, failed: null })).told, 1);
  assert.deepEqual(await takeMails(), ['Kashf: alert acknowledged, undeclared-store (high)']);
  assert.equal(gateway.events().at(-1)?.DetailType, 'Kashf Alert Acknowledged');
});

const endings: [name: string, shards: { failed?: boolean; skips?: number }[], planned: number, complete: boolean][] = [
  ['nothing was missed', [{}, {}], 2, true],
  ['something was skipped', [{}, { skips: 2 }], 2, false],
  ['a shard failed', [{}, { failed: true }], 2, false],
  ['a shard never came back', [{}], 2, false],
];
for (const [index, [name, shards, planned, complete]] of endings.entries()) {
  test(`a scan is ${complete ? '' : 'not '}complete where ${name}`, async () => {
    const id = `ending-${index}`;
    await putScan(id, shards, planned);
    await invoke({ v: 1, scan: id, failed: null });
    const scan = await ledger.scans.scan(id);
    assert.deepEqual([scan?.state, scan?.complete], ['completed', complete]);
    assert.deepEqual((await endsOf(id))[0]?.detail, { state: 'completed', complete, failed: null });
  });
}

test('a workflow that failed leaves a failed scan that names the error, even where no scan was written yet', async () => {
  await putScan('broken', [{}]);
  for (const id of ['broken', 'never-begun']) {
    await invoke({ v: 1, scan: id, failed: 'States.Timeout' });
    const scan = await ledger.scans.scan(id);
    assert.deepEqual([scan?.state, scan?.complete], ['failed', false]);
    assert.ok(scan?.endedAt);
    assert.equal((await endsOf(id))[0]?.detail['failed'], 'States.Timeout');
  }
});

test('a scan that completed does not fail afterwards; a failed one that was redriven completes', async () => {
  await putScan('first', [{}]);
  await invoke({ v: 1, scan: 'first', failed: null });
  await invoke({ v: 1, scan: 'first', failed: 'States.TaskFailed' });
  assert.equal((await ledger.scans.scan('first'))?.state, 'completed');
  assert.equal((await endsOf('first')).length, 1);

  await putScan('second', [{}]);
  await invoke({ v: 1, scan: 'second', failed: 'States.TaskFailed' });
  await invoke({ v: 1, scan: 'second', failed: null });
  assert.equal((await ledger.scans.scan('second'))?.state, 'completed');
});

test('an alert that a channel refused stays untold, and is told by the next call', async () => {
  const { tellAlerts } = await import('../../../functions/alert/alert.ts');
  const { snsAlerts } = await import('../../../channels/sns-alerts.ts');
  const client = new SNSClient({});
  await putAlert(sampleAlert({ id: 'late' }));
  const nowhere = snsAlerts({ client, topic: 'arn:aws:sns:us-east-1:000000000000:nowhere' });
  const clock = { now: () => at };
  await assert.rejects(tellAlerts({ ledger, channels: [nowhere], clock }), { name: 'NotFoundException' });
  client.destroy();
  assert.equal((await ledger.alerts.alert('late'))?.toldRevision, 0);
  assert.equal((await invoke({ v: 1, scan: null, failed: null })).told, 1);
  assert.equal((await ledger.alerts.alert('late'))?.toldRevision, 1);
});

test('after a scan, what an entry declares and no store of it holds is a verdict on the entry, without an alert', async () => {
  const change = { by: 'kashf', at };
  const declared = sampleTreatment('portal', { dataCategories: [{ category: 'contact' }, { category: 'health' }] });
  await ledger.register.putTreatment(declared, 0, change);
  const seen = { treatment: 'portal', state: 'covered', revision: 1 } as const;
  const entryVerdicts = async (scan: string, ...verdicts: readonly Verdict[]) => {
    for (const verdict of verdicts) await ledger.results.putVerdicts(verdict.store, [verdict], change);
    await putScan(scan, [{}]);
    assert.equal((await invoke({ v: 1, scan, failed: null })).told, 0);
    const { items } = await ledger.results.verdicts({ treatment: 'portal' }, { limit: 100, cursor: null });
    return items
      .filter(({ store }) => store === 'register:portal')
      .flatMap(({ gaps }) => gaps.map((gap) => [gap.kind, gap.category]));
  };
  const first = sampleVerdict('s3://portal/a', { ...seen, categories: ['contact'] });
  assert.deepEqual(await entryVerdicts('entries-1', first), [['declared-not-found', 'health']]);
  const unread = sampleVerdict('s3://portal/b', { ...seen, complete: false });
  assert.deepEqual(await entryVerdicts('entries-2', unread), [], 'a store that was not read whole leaves it open');
  const second = sampleVerdict('s3://portal/b', { ...seen, categories: ['health'] });
  assert.deepEqual(await entryVerdicts('entries-3', second), []);
  assert.deepEqual(await ledger.alerts.alertsOf('register:portal'), []);
});
