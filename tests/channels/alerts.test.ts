import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import { describeAlert, detailTypes } from '../../channels/alert-event.ts';
import { eventBusAlerts } from '../../channels/event-bus.ts';
import { snsAlerts } from '../../channels/sns-alerts.ts';
import { alertStates } from '../../law/contract.ts';
import { renderGap, renderPenalty } from '../../law/text.ts';
import { startJsonEndpoint, type JsonEndpoint } from './json-endpoint.ts';
import { credentials, sampleAlert } from './samples.ts';

const region = 'eu-west-3';

interface Notification {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Record<string, { readonly Type: string; readonly Value: string }>;
}

let server: FauxqsServer;
let sns: SNSClient;
let sqs: SQSClient;
let topic: string;
let queue: string;
let bus: JsonEndpoint;
let refusal: string | null = null;

before(async () => {
  server = await startFauxqs({ port: 0, logger: false, defaultRegion: region });
  queue = server.createQueue('told').queueUrl;
  topic = server.createTopic('alerts').topicArn;
  server.subscribe({ topic: 'alerts', queue: 'told' });
  sns = new SNSClient({ region, credentials, endpoint: server.address });
  sqs = new SQSClient({ region, credentials, endpoint: server.address });
  bus = await startJsonEndpoint(() => ({
    status: 200,
    body: refusal
      ? { FailedEntryCount: 1, Entries: [{ ErrorCode: refusal }] }
      : { FailedEntryCount: 0, Entries: [{ EventId: '1' }] },
  }));
});
after(async () => {
  sns.destroy();
  sqs.destroy();
  await server.stop();
  await bus.stop();
});
beforeEach(() => {
  refusal = null;
  bus.calls.length = 0;
});

async function receive(): Promise<Notification> {
  const answer = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, WaitTimeSeconds: 2, MaxNumberOfMessages: 1 }));
  const message = answer.Messages?.[0];
  assert.ok(message?.Body, 'a notification arrives');
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: message.ReceiptHandle! }));
  return JSON.parse(message.Body) as Notification;
}

test('snsAlerts() tells people in English and French, with attributes to filter on', async () => {
  await snsAlerts({ client: sns, topic }).tell(sampleAlert());
  const { Subject, Message, MessageAttributes } = await receive();
  assert.equal(Subject, 'Kashf: alert opened, undeclared-store (high)');
  const { gap } = sampleAlert();
  assert.match(Message, /^Alert opened: .+ \(high\)$/m);
  assert.match(Message, /^Alerte ouverte: .+ \(élevée\)$/m);
  for (const language of ['en', 'fr'] as const) {
    assert.ok(Message.includes(renderGap(gap, language)));
    assert.ok(Message.includes(renderPenalty(gap.penalty!, language)));
  }
  assert.match(Message, /^Store: s3:\/\/exports\/staff$/m);
  assert.match(Message, /^Law 09-08, Art\. 12\(1\)\(e\), 52$/m);
  assert.deepEqual(
    Object.fromEntries(
      ['state', 'severity', 'kind', 'store', 'schemaVersion'].map((name) => [name, MessageAttributes[name]?.Value]),
    ),
    { state: 'open', severity: 'high', kind: 'undeclared-store', store: 's3://exports/staff', schemaVersion: '1' },
  );
  assert.deepEqual(JSON.parse(MessageAttributes['event']!.Value), describeAlert(sampleAlert()));
});

for (const state of alertStates) {
  test(`both channels say that an alert is ${state}, and nothing of who changed it or why`, async () => {
    const alert = sampleAlert({
      state,
      revision: 4,
      reason: 'Said by somebody',
      suppressedUntil: state === 'suppressed' ? '2026-09-01T00:00:00.000Z' : null,
    });
    await snsAlerts({ client: sns, topic }).tell(alert);
    const eventBridge = new EventBridgeClient({ region, credentials, endpoint: bus.endpoint });
    await eventBusAlerts({ client: eventBridge, bus: 'kashf-bus' }).tell(alert);
    eventBridge.destroy();

    const mail = await receive();
    const isPending = state === 'open' || state === 'reopened';
    assert.equal(
      mail.Message.includes(renderGap(alert.gap, 'en')),
      isPending,
      'what to do is said while there is something to do',
    );
    const notification = JSON.stringify(mail);
    assert.equal(bus.calls.length, 1);
    assert.equal(bus.calls[0]!.target, 'AWSEvents.PutEvents');
    const [entry] = bus.calls[0]!.body['Entries'] as Record<string, unknown>[];
    assert.equal(entry!['Source'], 'kashf');
    assert.equal(entry!['DetailType'], detailTypes[state]);
    assert.equal(entry!['EventBusName'], 'kashf-bus');
    const detail = JSON.parse(String(entry!['Detail'])) as Record<string, unknown>;
    assert.deepEqual(detail, describeAlert(alert));
    assert.equal(detail['schemaVersion'], 1);
    for (const told of [notification, JSON.stringify(entry)]) {
      assert.doesNotMatch(told, /subject-of-somebody|Said by somebody/);
    }
  });
}

test('eventBusAlerts() throws with the code when the bus refuses the entry', async () => {
  refusal = 'ThrottlingException';
  const eventBridge = new EventBridgeClient({ region, credentials, endpoint: bus.endpoint });
  await assert.rejects(eventBusAlerts({ client: eventBridge, bus: 'kashf-bus' }).tell(sampleAlert()), {
    name: 'ChannelError',
    message: 'Cannot tell the event bus kashf-bus of alert a1b2c3: ThrottlingException',
  });
  eventBridge.destroy();
});
