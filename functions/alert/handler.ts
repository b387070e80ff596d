import { createDynamoClient, createEventBridgeClient, createSnsClient } from '../../channels/clients.ts';
import { eventBusAlerts } from '../../channels/event-bus.ts';
import { snsAlerts } from '../../channels/sns-alerts.ts';
import { dynamoLedger } from '../../ledger/dynamo.ts';
import { readEnvironment } from '../environment.ts';
import { systemClock } from '../runtime/clock.ts';
import { handle } from '../runtime/handle.ts';
import { metricNames } from '../runtime/metric-names.ts';
import { count } from '../runtime/metrics.ts';
import type { AlertInput } from '../workflow.ts';
import { endScan, type AlertPorts } from './alert.ts';

const environment = readEnvironment('alert', process.env);
const clock = systemClock;
const ports: AlertPorts = {
  ledger: dynamoLedger({ client: createDynamoClient(), table: environment.KASHF_LEDGER_TABLE, clock }),
  channels: [
    snsAlerts({ client: createSnsClient(), topic: environment.KASHF_ALERT_TOPIC }),
    eventBusAlerts({ client: createEventBridgeClient(), bus: environment.KASHF_EVENT_BUS }),
  ],
  clock,
};

export const handler = handle(async (input: AlertInput) => {
  const outcome = await endScan(input, ports);
  count(metricNames.alertsTold, outcome.told);
  if (outcome.state !== null) {
    count(outcome.state === 'completed' ? metricNames.scansCompleted : metricNames.scansFailed, 1);
    count(metricNames.skips, outcome.skips);
    count(metricNames.shardsFailed, outcome.shardsFailed);
  }
  return outcome;
});
