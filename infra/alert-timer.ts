/** The timer that tells of alerts that changed outside a scan: after an edit of the register, an object event, a decision. */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { AlertInput } from '../functions/workflow.ts';
import { allow } from './allow.ts';
import type { KashfFunction } from './kashf-function.ts';

/** Longest that people and machines wait for such news. */
const interval = Duration.minutes(5);

export class AlertTimer extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, alert: KashfFunction<'alert'>) {
    super(scope, id);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    this.role.addToPolicy(allow(['lambda:InvokeFunction'], [alert.function.functionArn]));
    const input: AlertInput = { v: 1, scan: null, failed: null };
    new Schedule(this, 'Schedule', {
      description: 'Kashf: tell of alerts that changed outside a scan',
      schedule: ScheduleExpression.rate(interval),
      target: new LambdaInvoke(alert.function, {
        role: this.role.withoutPolicyUpdates(),
        input: ScheduleTargetInput.fromText(JSON.stringify(input)),
        retryAttempts: 1,
        maxEventAge: interval,
      }),
    });
  }
}
