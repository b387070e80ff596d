/** Messages from SQS: each stands for itself, and only those that failed come again (partial batch responses). */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';

export type QueueEvent = SQSEvent;
export type QueueAnswer = PartialItemFailureResponse;

/** True for an event of SQS, false for what the workflow hands over. */
export const isQueueEvent = (input: object): input is QueueEvent => 'Records' in input;

/** Hands each message's parsed body to `use`; a message whose use fails is reported for another delivery. */
export function eachRecord(event: QueueEvent, context: Context, use: (body: unknown) => Promise<void>): Promise<QueueAnswer> {
  const processor = new BatchProcessor(EventType.SQS);
  return processPartialResponse(event, (record: SQSRecord) => use(JSON.parse(record.body)), processor, {
    context,
    throwOnFullBatchFailure: false,
  });
}
