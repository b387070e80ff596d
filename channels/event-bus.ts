import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describeAlert, detailTypes, eventSource } from './alert-event.ts';
import { ChannelError, type AlertChannel } from './contract.ts';

/** Tells the machines: one EventBridge event per change of an alert. Throws if the bus did not take it. */
export function eventBusAlerts(options: { readonly client: EventBridgeClient; readonly bus: string }): AlertChannel {
  return {
    async tell(alert) {
      const answer = await options.client.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: options.bus,
              Source: eventSource,
              DetailType: detailTypes[alert.state],
              Detail: JSON.stringify(describeAlert(alert)),
              Time: new Date(alert.updatedAt),
            },
          ],
        }),
      );
      if (answer.FailedEntryCount) {
        throw new ChannelError(
          `Cannot tell the event bus ${options.bus} of alert ${alert.id}: ${answer.Entries?.[0]?.ErrorCode ?? 'refused'}`,
        );
      }
    },
  };
}
