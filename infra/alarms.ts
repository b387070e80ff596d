/** What somebody must hear of without looking: failures, messages nobody could work on, data nobody could read. */
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions/environment.ts';
import type { KashfFunction } from './kashf-function.ts';
import type { ScanWorkflow } from './scan-workflow.ts';
import type { WorkQueue } from './work-queue.ts';

/** Where the functions write their metrics. */
export const metricNamespace = 'Kashf';

export interface AlarmsProps {
  readonly topic: ITopic;
  readonly functions: readonly KashfFunction<FunctionName>[];
  readonly workflow: ScanWorkflow;
  readonly queues: readonly WorkQueue[];
  readonly skips: IMetric;
}

/** A number the functions count, such as `Skips`, summed over an hour. */
export const countMetric = (name: string): Metric =>
  new Metric({ namespace: metricNamespace, metricName: name, statistic: 'Sum', period: Duration.hours(1) });

export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const action = new SnsAction(props.topic);
    const warn = (name: string, alarmDescription: string, metric: IMetric): void => {
      const alarm = new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
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
    for (const { deadLetters, node } of props.queues) {
      const waiting = deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' });
      warn(
        `DeadLetters-${node.path.split('/').at(-2) ?? node.id}`,
        'Kashf: messages failed five times and wait in a dead-letter queue',
        waiting,
      );
    }
    warn('Skips', 'Kashf: something was not, or not wholly, read; GET /scans/{id}/skips lists it with reasons', props.skips);
  }
}
