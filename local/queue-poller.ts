/** Hands the messages of a queue to a function, as an event source mapping of the template says. */
import { DeleteMessageBatchCommand, ReceiveMessageCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import type { Json } from './states.ts';

/** What the mapping says. */
export interface Mapping {
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly functionArn: string;
  /** Most messages in one call, at most 10. */
  readonly batchSize: number;
  /** True if the function answers which messages failed; else an error fails all of a batch and a success none. */
  readonly reportsFailures: boolean;
}

export interface Poller {
  /** Resolves once no message is waiting or being worked on. Messages that failed wait out their time and are not counted. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts to poll, until stopped. A message that failed stays in the queue; the queue itself moves it to its dead letters. */
export function pollQueue(sqs: SQSClient, mapping: Mapping, invoke: (functionArn: string, event: Json) => Promise<Json>): Poller {
  const stop = new AbortController();
  const polls = { empty: 0 };
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const messages = await receive(sqs, mapping, stop.signal);
      polls.empty = messages.length === 0 ? polls.empty + 1 : 0;
      if (messages.length > 0) await deliver(messages);
      else await pause(polls.empty > 5 ? 250 : 50, stop.signal);
    }
  };
  const deliver = async (messages: readonly Message[]): Promise<void> => {
    const failed = await call(messages, mapping, invoke);
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
    if (done.length === 0 || stop.signal.aborted) return;
    const Entries = done.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: mapping.queueUrl, Entries }));
  };
  const working = work();
  return {
    async settled() {
      polls.empty = 0;
      while (polls.empty < 2 && !stop.signal.aborted) await pause(25, stop.signal);
    },
    async stop() {
      stop.abort();
      await working.catch(() => undefined);
    },
  };
}

async function receive(sqs: SQSClient, mapping: Mapping, abortSignal: AbortSignal): Promise<readonly Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: mapping.queueUrl,
    MaxNumberOfMessages: Math.min(mapping.batchSize, 10),
    MessageSystemAttributeNames: ['All'],
  });
  try {
    return (await sqs.send(command, { abortSignal })).Messages ?? [];
  } catch (error) {
    if (abortSignal.aborted) return [];
    throw error;
  }
}

/** Ids of the messages that are to come again. */
async function call(
  messages: readonly Message[],
  mapping: Mapping,
  invoke: (functionArn: string, event: Json) => Promise<Json>,
): Promise<ReadonlySet<string>> {
  const Records = messages.map((message) => ({
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: (message.Attributes ?? {}) as Readonly<Record<string, string>>,
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.queueArn,
    awsRegion: mapping.queueArn.split(':')[3] ?? '',
  }));
  try {
    const result = await invoke(mapping.functionArn, { Records });
    if (!mapping.reportsFailures) return new Set();
    const { batchItemFailures = [] } = (result ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  } catch {
    // The function has logged it; SQS gives the messages again.
    return new Set(Records.map(({ messageId }) => messageId));
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
