/** What somebody must hear of without looking: failures, messages nobody could work on, data nobody could read. */
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions/environment.ts';
import { metricNames, metricNamespace, metricService, type MetricName } from '../functions/runtime/metric-names.ts';
import type { KashfFunction } from './kashf-function.ts';
import type { ScanWorkflow } from './scan-workflow.ts';
import type { WorkQueue } from './work-queue.ts';

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly functions: readonly KashfFunction<FunctionName>[];
  readonly workflow: ScanWorkflow;
  /** Queues by the name of what waits in them. */
  readonly queues: Readonly<Record<string, WorkQueue>>;
  /** Skips of one scan that nobody needs to hear of. */
  readonly toleratedSkips: number;
}

/** A number that the functions count, summed over an hour. */
export function countMetric(name: keyof typeof metricNames): Metric {
  const metricName: MetricName = metricNames[name];
  const dimensionsMap = { service: metricService };
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap, statistic: 'Sum', period: Duration.hours(1) });
}

export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    const warn = (name: string, alarmDescription: string, metric: IMetric, tolerated = 0): void => {
      const alarm = new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: tolerated,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
    };
    for (const one of props.functions) {
      warn(`Errors-${one.node.id}`, `Kashf: the ${one.node.id} function failed; its log says why`, one.function.metricErrors());
    }
    const { stateMachine } = props.workflow;
    warn('ScanFailed', 'Kashf: a scan failed; GET /scans shows which', stateMachine.metricFailed());
    warn('ScanTimedOut', 'Kashf: a scan ran longer than it may', stateMachine.metricTimedOut());
    for (const [name, { deadLetters }] of Object.entries(props.queues)) {
      const waiting = deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
      warn(`DeadLetters-${name}`, 'Kashf: messages failed five times and wait in a dead-letter queue', waiting);
    }
    const skipped = 'Kashf: something was not, or not wholly, read; GET /scans/{id}/skips lists it with reasons';
    warn('Skips', skipped, countMetric('skips'), props.toleratedSkips);
    warn('ShardsFailed', 'Kashf: shards of a scan failed and are missing from its verdicts', countMetric('shardsFailed'));
    warn('ApiFaults', 'Kashf: the API could not answer through a fault of its own', countMetric('apiFaults'));
  }
}
