/** Where alerts go: a topic for people, an event bus for machines. */
import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { allow, allowKey } from './allow.ts';

export interface AlertChannelsProps {
  readonly encryptionKey: IKey;
  /** Addresses that each get every alert; each confirms its subscription once. */
  readonly emails: readonly string[];
}

export class AlertChannels extends Construct {
  readonly topic: Topic;
  readonly bus: EventBus;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { encryptionKey, emails }: AlertChannelsProps) {
    super(scope, id);
    this.#key = encryptionKey;
    this.topic = new Topic(this, 'Topic', { displayName: 'Kashf alerts', masterKey: encryptionKey, enforceSSL: true });
    // A topic with a policy of its own no longer lets the account's alarms in by itself.
    const alarms = allow(['sns:Publish'], [this.topic.topicArn], {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
    });
    alarms.addPrincipals(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.topic.addToResourcePolicy(alarms);
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
    this.bus = new EventBus(this, 'Bus', { description: 'Kashf: alerts and their changes', kmsKey: encryptionKey });
  }

  permitTell(): readonly PolicyStatement[] {
    return [
      allow(['sns:Publish'], [this.topic.topicArn]),
      allow(['events:PutEvents'], [this.bus.eventBusArn]),
      allowKey(this.#key, Stack.of(this).region, 'write', ['sns']),
    ];
  }
}
