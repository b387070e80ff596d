/** The stack: one scanner, as the configuration describes it, and what one needs to know to use it. */
import { CfnOutput, Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { acknowledgeUnknownRoutes } from './acknowledgements.ts';
import type { Deployment } from './config.ts';
import { KashfScanner } from './kashf-scanner.ts';
import type { KashfScannerProps } from './scanner-props.ts';

export class KashfStack extends Stack {
  readonly scanner: KashfScanner;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    const { account, region } = deployment;
    super(scope, id, {
      description: 'Kashf: finds personal data and holds it against what was declared under Law 09-08',
      env: { ...(account !== undefined && { account }), ...(region !== undefined && { region }) },
    });
    this.scanner = new KashfScanner(this, 'Kashf', this.propsOf(deployment));
    const { api, users, workflow, ledger, alerts } = this.scanner;
    const tell = (name: string, value: string): CfnOutput => new CfnOutput(this, name, { value });
    tell('ApiUrl', api.stage.url);
    tell('StateMachineArn', workflow.stateMachine.stateMachineArn);
    tell('LedgerTable', ledger.table.tableName);
    tell('AlertTopicArn', alerts.topic.topicArn);
    tell('EventBusName', alerts.bus.eventBusName);
    if (users) {
      tell('UserPoolId', users.userPool.userPoolId);
      tell('UserPoolClientId', users.client.userPoolClientId);
    }
  }

  private propsOf(deployment: Deployment): KashfScannerProps {
    const { encryptionKey, logRetentionDays, schedule, timeZone, vpc, workRetentionDays, ...same } = deployment;
    const { account: _account, region: _region, ...plain } = same;
    return {
      ...withoutUndefined(plain),
      targets: deployment.targets,
      ...(encryptionKey !== undefined && { encryptionKey: Key.fromKeyArn(this, 'Key', encryptionKey) }),
      ...(logRetentionDays !== undefined && { logRetention: logRetentionDays }),
      ...(workRetentionDays !== undefined && { workRetention: Duration.days(workRetentionDays) }),
      ...(schedule !== undefined && { schedule: ScheduleExpression.expression(schedule, TimeZone.of(timeZone)) }),
      ...(vpc && this.networkOf(vpc)),
    };
  }

  private networkOf(vpc: NonNullable<Deployment['vpc']>): Pick<KashfScannerProps, 'vpc' | 'securityGroups'> {
    const { id, availabilityZones, privateSubnets, securityGroups } = vpc;
    const imported = Vpc.fromVpcAttributes(this, 'Vpc', { vpcId: id, availabilityZones, privateSubnetIds: privateSubnets });
    acknowledgeUnknownRoutes(imported);
    return {
      vpc: imported,
      ...(securityGroups && {
        securityGroups: securityGroups.map((group) => SecurityGroup.fromSecurityGroupId(this, group, group)),
      }),
    };
  }
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Drops keys without a value, as the props of a construct want them. */
function withoutUndefined<T extends object>(value: T): Partial<Present<T>> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Present<T>>;
}
