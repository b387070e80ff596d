/** Permissions as they are written here: explicit actions on explicit resources. */
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement of a policy. */
export function allow(actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): PolicyStatement {
  return new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions });
}

/** Services that use a key on behalf of whoever calls them. */
export type KeyUser = 'dynamodb' | 's3' | 'secretsmanager' | 'sns' | 'sqs';

/** Leave to use a key through the named services of this region only, never directly. */
export function allowKey(key: IKey, region: string, use: 'read' | 'write', services: readonly KeyUser[]): PolicyStatement {
  const actions = use === 'read' ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
  return allow(actions, [key.keyArn], viaServices(region, services));
}

/** Condition that a key is used through one of these services. */
export function viaServices(region: string, services: readonly KeyUser[]): Conditions {
  const hosts = services.map((service) => `${service}.${region}.amazonaws.com`);
  return { StringEquals: { 'kms:ViaService': hosts.length === 1 ? (hosts[0] as string) : hosts } };
}
