/** The bucket for what a scan needs while it runs: manifests in, map results out. Nothing in it lives long. */
import { Duration, Stack, type RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { allow, allowKey } from './allow.ts';

/** Where manifests lie (`scans/<scan>/…`), and where the map writes its results. */
export const workPrefixes = { manifests: 'scans', results: 'results' } as const;

export interface WorkBucketProps {
  readonly encryptionKey: IKey;
  /** How long manifests and results are kept. */
  readonly expiry: Duration;
  /** How long the record of who read them is kept. */
  readonly logRetention: Duration;
  readonly removalPolicy: RemovalPolicy;
}

export class WorkBucket extends Construct {
  readonly bucket: IBucket;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: WorkBucketProps) {
    super(scope, id);
    this.#key = props.encryptionKey;
    const closed = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: props.removalPolicy,
    } satisfies BucketProps;
    const abandoned = { abortIncompleteMultipartUploadAfter: Duration.days(1) };
    // S3 cannot deliver access logs to a bucket whose default key is a customer's own.
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: props.logRetention, ...abandoned }],
    }) as IBucket;
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      lifecycleRules: [{ expiration: props.expiry, ...abandoned }],
    }) as IBucket;
  }

  /** Resource of every manifest. */
  get manifests(): string {
    return this.bucket.arnForObjects(`${workPrefixes.manifests}/*`);
  }

  /** Resource of every map result. */
  get results(): string {
    return this.bucket.arnForObjects(`${workPrefixes.results}/*`);
  }

  permitManifests(use: 'read' | 'write' | 'read-write'): readonly PolicyStatement[] {
    const actions = [...(use === 'write' ? [] : ['s3:GetObject']), ...(use === 'read' ? [] : ['s3:PutObject'])];
    return [allow(actions, [this.manifests]), this.permitKey(use === 'read' ? 'read' : 'write')];
  }

  /** What Step Functions asks for to write map results, large ones in parts. */
  permitResults(): readonly PolicyStatement[] {
    const actions = ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'];
    return [allow(actions, [this.results]), this.permitKey('write')];
  }

  private permitKey(use: 'read' | 'write'): PolicyStatement {
    return allowKey(this.#key, Stack.of(this).region, use, ['s3']);
  }
}
