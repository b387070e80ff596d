import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { ChannelError, type Reassessment, type ReassessMessage } from './contract.ts';

/** The most messages SQS takes in one call. */
const batchSize = 10;

/** Asks for stores to be assessed anew through an SQS queue, one message a store. Throws if the queue refused any of them. */
export function sqsReassessment(options: { readonly client: SQSClient; readonly queue: string }): Reassessment {
  return {
    async request(stores, cause) {
      const distinct = [...new Set(stores)];
      for (let start = 0; start < distinct.length; start += batchSize) {
        await sendBatch(options, distinct.slice(start, start + batchSize), cause);
      }
    },
  };
}

async function sendBatch(
  { client, queue }: { readonly client: SQSClient; readonly queue: string },
  stores: readonly string[],
  cause: Parameters<Reassessment['request']>[1],
): Promise<void> {
  const messages = stores.map((store): ReassessMessage => ({ v: 1, store, ...cause }));
  const answer = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queue,
      Entries: messages.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) })),
    }),
  );
  const refused = answer.Failed ?? [];
  if (refused.length > 0) {
    throw new ChannelError(
      `Cannot ask for ${refused.length} of ${stores.length} stores to be assessed anew: ${refused[0]?.Code ?? 'refused'}`,
    );
  }
}
