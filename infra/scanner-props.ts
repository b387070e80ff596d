/** What a deployment says of its scanner. */
import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Configuration, Target } from '../functions/configuration.ts';
import type { Issuer } from './identity.ts';

export interface KashfScannerProps {
  /** Stores to scan. A target in another account names the role to assume there and the external id its trust policy asks for. */
  readonly targets: readonly Target[];
  /** Whether targets may be folders of the machine the functions run on. Only a run on one's own machine has such. @default false */
  readonly folders?: boolean;
  /** Secrets with `username` and `password`, by the URI of the database target. @default - the `secret` of each target */
  readonly databaseSecrets?: Readonly<Record<string, ISecret>>;
  /** ARNs of the KMS keys under which the scanned stores and the secrets of databases are encrypted. @default - none is a customer's own */
  readonly storeKeys?: readonly string[];
  /** Rows of a table to look at; null = all of them. @default null */
  readonly sampleRows?: number | null;
  /** Whether the text in pictures is read too (French and Arabic; seconds each). @default false */
  readonly ocr?: boolean;
  /** Findings below this confidence do not count for a verdict. @default 'high' */
  readonly minConfidence?: Configuration['minConfidence'];
  /** Interpretive choices (`IC-1` … `IC-35`) set away from their default. @default - none */
  readonly choices?: Configuration['choices'];
  /**
   * File of custom detectors and allow lists. It is tried at synthesis and bundled with the functions that use it. @default - none
   */
  readonly detectors?: string;
  /** When every store is scanned. @default - each night at 02:00, Africa/Casablanca */
  readonly schedule?: ScheduleExpression;
  /** Seed of the samples that scheduled scans take. @default 1 */
  readonly seed?: number;
  /** Whether new and changed objects are scanned as they come, where a bucket sends its events to EventBridge. @default true */
  readonly objectEvents?: boolean;
  /** Addresses that get the alerts and the alarms. @default - none; subscribe to `alerts.topic` */
  readonly alertEmails?: readonly string[];
  /** The issuer whose tokens the API accepts. @default - a Cognito user pool made here, with a group for each role */
  readonly identity?: Issuer;
  /** VPC from which databases are reached. @default - no VPC */
  readonly vpc?: IVpc;
  /** Subnets in the VPC. @default - its private ones */
  readonly vpcSubnets?: SubnetSelection;
  /** Security groups of the functions that reach databases. @default - one made here, with no way in */
  readonly securityGroups?: ISecurityGroup[];
  /** Key for Kashf's own data. One from elsewhere must let CloudWatch Logs, EventBridge and CloudWatch use it. @default - made here */
  readonly encryptionKey?: IKey;
  /** How long function, workflow and access logs are kept. @default - one year */
  readonly logRetention?: RetentionDays;
  /** How long manifests and map results are kept. @default - 30 days */
  readonly workRetention?: Duration;
  /** Most shards that one call of the scan function gets. @default 10 */
  readonly maxItemsPerBatch?: number;
  /** Most calls of the scan function at once. @default 100 */
  readonly maxConcurrency?: number;
  /** Share of shards, in percent, that may fail before the scan as a whole does. @default 5 */
  readonly toleratedFailurePercentage?: number;
  /** Skips of one scan that raise no alarm. @default 0 */
  readonly toleratedSkips?: number;
  /** What becomes of results when the stack is removed. @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}
