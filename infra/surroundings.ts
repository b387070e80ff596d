/** Permissions that several functions share because AWS offers no resource to name: written once, acknowledged once. */
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { SecurityGroup, type ISecurityGroup, type IVpc, type SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgements.ts';
import { allow } from './allow.ts';
import type { FunctionNetwork } from './kashf-function.ts';

export function makeTracingPolicy(scope: Construct): ManagedPolicy {
  const tracing = new ManagedPolicy(scope, 'Tracing', {
    description: 'Kashf: write traces',
    statements: [allow(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], ['*'])],
  });
  acknowledgeWildcard(tracing, '*', 'tracing');
  return tracing;
}

export interface NetworkProps {
  readonly vpc: IVpc;
  readonly vpcSubnets?: SubnetSelection;
  readonly securityGroups?: ISecurityGroup[];
}

/** The network of the functions that reach databases. */
export function makeNetwork(scope: Construct, { vpc, vpcSubnets, securityGroups }: NetworkProps): FunctionNetwork {
  const actions = ['AssignPrivateIpAddresses', 'CreateNetworkInterface', 'DeleteNetworkInterface', 'DescribeNetworkInterfaces'];
  const more = ['DescribeSecurityGroups', 'DescribeSubnets', 'DescribeVpcs', 'UnassignPrivateIpAddresses'];
  const interfaces = new ManagedPolicy(scope, 'NetworkInterfaces', {
    description: 'Kashf: network interfaces in the VPC of the databases',
    statements: [
      allow(
        [...actions, ...more].map((action) => `ec2:${action}`),
        ['*'],
      ),
    ],
  });
  acknowledgeWildcard(interfaces, '*', 'networkInterfaces');
  const made = (): ISecurityGroup =>
    new SecurityGroup(scope, 'Outbound', { vpc, description: 'Kashf: functions that reach databases' });
  return { vpc, securityGroups: securityGroups ?? [made()], interfaces, ...(vpcSubnets && { vpcSubnets }) };
}
