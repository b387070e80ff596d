/** New and changed objects, from buckets that already send their events to EventBridge: rule, queue, scan function. */
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Target } from '../functions/configuration.ts';
import { parseS3Uri, type S3Place } from '../sources/s3-uri.ts';
import type { KashfFunction } from './kashf-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface ObjectEventsProps {
  readonly encryptionKey: IKey;
  /** Only S3 targets of this account send events; the others wait for the next scan. */
  readonly targets: readonly Target[];
  readonly scan: KashfFunction<'scan'>;
  /** Most calls of the scan function at once. */
  readonly concurrency: number;
}

export class ObjectEvents extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, props: ObjectEventsProps) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', { encryptionKey: props.encryptionKey, reader: 'scan' });
    const target = new SqsQueue(this.work.queue);
    for (const { bucket, prefix } of watchedBuckets(props.targets)) {
      new Rule(this, `Created-${bucket}-${prefix}`, {
        description: 'Kashf: objects made or changed in a scanned bucket',
        eventPattern: {
          source: ['aws.s3'],
          detailType: ['Object Created'],
          detail: { bucket: { name: [bucket] }, ...(prefix !== '' && { object: { key: [{ prefix: `${prefix}/` }] } }) },
        },
        targets: [target],
      });
    }
    this.work.deliverTo(props.scan, { batchSize: 10, concurrency: props.concurrency });
  }
}

function watchedBuckets(targets: readonly Target[]): readonly S3Place[] {
  return targets.flatMap(({ uri, role }) => (role || !uri.startsWith('s3://') ? [] : [parseS3Uri(uri)]));
}
