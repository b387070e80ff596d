/**
 * The AWS clients of a process, made once by its handler. The SDK itself reads region, credentials and `AWS_ENDPOINT_URL`.
 * A call that hangs ends after seconds, well before the function does, so that the SDK can try again.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

const settings = { requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 } } as const;

export const createDynamoClient = (): DynamoDBClient => new DynamoDBClient(settings);
export const createEventBridgeClient = (): EventBridgeClient => new EventBridgeClient(settings);
export const createSecretsClient = (): SecretsManagerClient => new SecretsManagerClient(settings);
export const createStepFunctionsClient = (): SFNClient => new SFNClient(settings);
export const createSnsClient = (): SNSClient => new SNSClient(settings);
export const createSqsClient = (): SQSClient => new SQSClient(settings);

/** An emulator has no host name per bucket, so the bucket goes into the path where an endpoint is set. */
export const createS3Client = (): S3Client =>
  new S3Client({
    ...settings,
    forcePathStyle: [process.env['AWS_ENDPOINT_URL'], process.env['AWS_ENDPOINT_URL_S3']].some(Boolean),
  });
