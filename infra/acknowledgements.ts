/** Every rule of the AwsSolutions pack that is knowingly not met, with the reason. There are no others. */
import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Why a resource of a permission may hold a `*`. */
export const wildcardReasons = {
  tracing: 'X-Ray has no resources to name: its two write actions only take *.',
  networkInterfaces: 'Lambda makes and removes network interfaces in the VPC; EC2 offers no narrower resource for a function.',
  logDelivery: 'Step Functions sets up the delivery of its log; these CloudWatch Logs actions only take *.',
  manifests: 'Manifests lie under one prefix of the work bucket, one key for each scan.',
  mapResults: 'The map writes its results under one prefix of the work bucket, one key for each run.',
  mapExecutions: 'The workflow watches and stops the children of its own map runs, whose names are made at run time.',
  scannedObjects:
    'Reading every object below the configured prefix is what the scanner is for; one bucket and prefix, read only.',
} as const;
export type WildcardReason = keyof typeof wildcardReasons;

/** Acknowledges one wildcard resource in the policies below `scope`; any other wildcard there is still a finding. */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: WildcardReason): void {
  const name = nameResource(Stack.of(scope).resolve(resource));
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${name}]`, reason: wildcardReasons[reason] });
}

/** The fingerprint key is the identity of everything found, so it stays the same. */
export function acknowledgeFixedSecret(secret: IConstruct): void {
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'Fingerprints are the identity of findings and names: a rotated key would make every known finding a new one.',
  });
}

/** Kashf puts functions into subnets; it makes no routes. */
export function acknowledgeUnknownRoutes(vpc: IConstruct): void {
  Validations.of(vpc).acknowledge({
    id: '@aws-cdk/aws-ec2:noSubnetRouteTableId',
    reason: 'Functions are put into these subnets; nothing here needs to know or change their routes.',
  });
}

/** Writes a resource the way cdk-nag names it in a finding: `<LogicalId.Attribute>` for references, joined texts in between. */
function nameResource(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('${', '<').replaceAll('}', '>');
  const reference = value as {
    Ref?: string;
    'Fn::GetAtt'?: readonly [string, string];
    'Fn::Join'?: readonly [string, readonly unknown[]];
  };
  if (reference.Ref !== undefined) return `<${reference.Ref}>`;
  if (reference['Fn::GetAtt']) return `<${reference['Fn::GetAtt'].join('.')}>`;
  if (reference['Fn::Join']) return reference['Fn::Join'][1].map(nameResource).join(reference['Fn::Join'][0]);
  return JSON.stringify(value);
}
