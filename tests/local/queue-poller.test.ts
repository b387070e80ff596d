import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { startGateway, type Gateway } from '../../local/emulators/gateway.ts';
import { pollQueue, type Mapping } from '../../local/queue-poller.ts';
import { makeClients, type Clients } from '../../local/resources.ts';
import type { Json } from '../../local/states.ts';

let gateway: Gateway;
let clients: Clients;
before(async () => {
  gateway = await startGateway();
  clients = makeClients(gateway.endpoint, 'eu-west-3');
});
after(async () => {
  clients.close();
  await gateway.stop();
});

/** Sends bodies through a queue of its own; returns the bodies of each call and what is left in the queue. */
async function pass(
  name: string,
  bodies: readonly string[],
  answer: (bodies: readonly string[], ids: readonly string[]) => Json,
  reportsFailures = true,
): Promise<{ readonly calls: readonly (readonly string[])[]; readonly left: number }> {
  const { QueueUrl = '' } = await clients.sqs.send(new CreateQueueCommand({ QueueName: name }));
  const queueUrl = `${gateway.endpoint}/000000000000/${name}`;
  for (const MessageBody of bodies) await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const calls: string[][] = [];
  const mapping: Mapping = {
    queueUrl,
    queueArn: `arn:aws:sqs:eu-west-3:000000000000:${name}`,
    functionArn: 'reader',
    batchSize: 2,
    reportsFailures,
  };
  const poller = pollQueue(clients.sqs, mapping, async (_, event) => {
    const { Records } = event as { Records: { body: string; messageId: string; eventSourceARN: string }[] };
    assert.ok(Records.every(({ eventSourceARN }) => eventSourceARN === mapping.queueArn));
    calls.push(Records.map(({ body }) => body));
    return answer(
      Records.map(({ body }) => body),
      Records.map(({ messageId }) => messageId),
    );
  });
  await poller.settled();
  await poller.stop();
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await clients.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }));
  return { calls, left: names.reduce((sum, key) => sum + Number(Attributes?.[key] ?? 0), 0) };
}

describe('pollQueue', () => {
  it('hands on messages in batches and removes them', async () => {
    const { calls, left } = await pass('plain', ['a', 'b', 'c'], () => ({ batchItemFailures: [] }));
    assert.deepEqual(calls.flat().toSorted(), ['a', 'b', 'c']);
    assert.ok(calls.every((batch) => batch.length <= 2));
    assert.equal(left, 0);
  });

  it('leaves the messages that the function says failed', async () => {
    const { left } = await pass('parts', ['good', 'bad'], (bodies, ids) => ({
      batchItemFailures: ids.filter((_, at) => bodies[at] === 'bad').map((itemIdentifier) => ({ itemIdentifier })),
    }));
    assert.equal(left, 1);
  });

  it('leaves the whole batch where the function throws', async () => {
    const { left } = await pass('thrown', ['a', 'b'], () => {
      throw new Error('no');
    });
    assert.equal(left, 2);
  });

  it('ignores reported failures where the mapping does not ask for them', async () => {
    const { left } = await pass(
      'unasked',
      ['a'],
      (_, ids) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
      false,
    );
    assert.equal(left, 0);
  });
});
