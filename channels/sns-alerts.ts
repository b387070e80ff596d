import { PublishCommand, type MessageAttributeValue, type SNSClient } from '@aws-sdk/client-sns';
import type { Alert } from '../law/contract.ts';
import { describeAlert } from './alert-event.ts';
import { writeAlertText } from './alert-text.ts';
import type { AlertChannel } from './contract.ts';

/** Tells the people: a short text in English and French, with attributes that a subscription can filter on. */
export function snsAlerts(options: { readonly client: SNSClient; readonly topic: string }): AlertChannel {
  return {
    async tell(alert) {
      const { subject, text } = writeAlertText(alert);
      await options.client.send(
        new PublishCommand({
          TopicArn: options.topic,
          Subject: subject,
          Message: text,
          MessageAttributes: attributesOf(alert),
        }),
      );
    },
  };
}

function attributesOf(alert: Alert): Record<string, MessageAttributeValue> {
  const event = describeAlert(alert);
  return {
    schemaVersion: { DataType: 'Number', StringValue: String(event.schemaVersion) },
    state: attribute(event.state),
    severity: attribute(event.severity),
    kind: attribute(event.kind),
    store: attribute(event.store),
    // Whole, for a receiver that does not want to read the sentence.
    event: attribute(JSON.stringify(event)),
  };
}

function attribute(value: string): MessageAttributeValue {
  return { DataType: 'String', StringValue: value };
}
