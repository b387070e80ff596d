/** The timer that starts a scan of every configured store. */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput, TimeWindow, type ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ScanRequest } from '../channels/contract.ts';
import { allow } from './allow.ts';

export interface ScanTimerProps {
  readonly stateMachine: IStateMachine;
  readonly schedule: ScheduleExpression;
  /** Seed of every sample; the same seed looks at the same rows. */
  readonly seed: number;
}

export class ScanTimer extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { stateMachine, schedule, seed }: ScanTimerProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    this.role.addToPolicy(allow(['states:StartExecution'], [stateMachine.stateMachineArn]));
    const request: Omit<ScanRequest, 'scan'> = { v: 1, trigger: 'schedule', targets: null, seed };
    new Schedule(this, 'Schedule', {
      description: 'Kashf: scan of every configured store',
      schedule,
      timeWindow: TimeWindow.flexible(Duration.minutes(15)),
      target: new StepFunctionsStartExecution(stateMachine, {
        role: this.role.withoutPolicyUpdates(),
        input: ScheduleTargetInput.fromObject(request),
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      }),
    });
  }
}
