/** A queue in front of a function: encrypted, TLS only, with a dead-letter queue, and given back in parts when some messages fail. */
import { Duration, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow, allowKey } from './allow.ts';
import { limits, type KashfFunction } from './kashf-function.ts';
import type { FunctionName } from '../functions/environment.ts';

export interface WorkQueueProps {
  readonly encryptionKey: IKey;
  /** Function that the messages are for: its timeout sets how long one stays hidden. */
  readonly reader: FunctionName;
}

export interface Delivery {
  /** Most messages in one call. */
  readonly batchSize: number;
  /** Most calls at once. */
  readonly concurrency: number;
}

export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { encryptionKey, reader }: WorkQueueProps) {
    super(scope, id);
    this.#key = encryptionKey;
    const sealed = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    } satisfies QueueProps;
    this.deadLetters = new Queue(this, 'DeadLetters', sealed);
    this.queue = new Queue(this, 'Queue', {
      ...sealed,
      // Six times the function's timeout is what Lambda asks for, so that its own retries do not overlap.
      visibilityTimeout: Duration.seconds(6 * limits[reader].timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  /** Has the messages handed to the function; it answers which of a batch failed, and only those come again. */
  deliverTo(target: KashfFunction<FunctionName>, { batchSize, concurrency }: Delivery): void {
    target.allow(
      allow(
        ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        [this.queue.queueArn],
      ),
      allowKey(this.#key, Stack.of(this).region, 'read', ['sqs']),
    );
    const mapping = new EventSourceMapping(this, 'Delivery', {
      target: target.function,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxBatchingWindow: Duration.seconds(5),
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    mapping.node.addDependency(target.role);
  }

  permitSend(): readonly PolicyStatement[] {
    return [allow(['sqs:SendMessage'], [this.queue.queueArn]), allowKey(this.#key, Stack.of(this).region, 'write', ['sqs'])];
  }
}
