/** Delivers an "Object Created" event the way EventBridge would: by the rules of the template, to the queues they name. */
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { LocalDeployment } from './deployment.ts';
import type { DeployedResource } from './template.ts';

export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  readonly size: number;
}

interface EventPattern {
  readonly detail?: {
    readonly bucket?: { readonly name?: readonly string[] };
    readonly object?: { readonly key?: readonly { readonly prefix: string }[] };
  };
}

/** Sends the event to every queue that a rule sends it to; returns how many those are. */
export async function tellObjectCreated({ resources, clients }: LocalDeployment, object: CreatedObject): Promise<number> {
  const rules = resources.filter((resource) => resource.type === 'AWS::Events::Rule' && matches(resource, object));
  const arns = new Set(rules.flatMap(({ properties }) => (properties['Targets'] as { Arn: string }[]).map(({ Arn }) => Arn)));
  const queues = resources.filter(({ type, arn }) => type === 'AWS::SQS::Queue' && arns.has(arn));
  const { bucket, key, etag, size } = object;
  const event = {
    version: '0',
    id: `${bucket}/${etag}`,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    time: new Date().toISOString(),
    resources: [`arn:aws:s3:::${bucket}`],
    detail: { version: '0', bucket: { name: bucket }, object: { key, size, etag }, reason: 'PutObject' },
  };
  for (const { ref } of queues) {
    await clients.sqs.send(new SendMessageCommand({ QueueUrl: ref, MessageBody: JSON.stringify(event) }));
  }
  return queues.length;
}

function matches({ properties }: DeployedResource, { bucket, key }: CreatedObject): boolean {
  const { detail } = properties['EventPattern'] as EventPattern;
  const prefixes = detail?.object?.key?.map(({ prefix }) => prefix);
  return detail?.bucket?.name?.includes(bucket) === true && (prefixes?.some((prefix) => key.startsWith(prefix)) ?? true);
}
