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
  const text = (value: string) => ({ DataType: 'String', StringValue: value });
  return {
    schemaVersion: { DataType: 'Number', StringValue: String(event.schemaVersion) },
    state: text(event.state),
    severity: text(event.severity),
    kind: text(event.kind),
    store: text(event.store),
    // Whole, for a receiver that does not want to read the sentence.
    event: text(JSON.stringify(event)),
  };
}
