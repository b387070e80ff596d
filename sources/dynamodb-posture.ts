import { DescribeContinuousBackupsCommand, type DynamoDBClient, type TableDescription } from '@aws-sdk/client-dynamodb';
import type { Posture } from '../findings/store.ts';

/**
 * How a table is protected. DynamoDB encrypts every table, and refuses policies that let strangers in. Versioning = point-in-time
 * recovery. A TTL names an attribute and no duration, so `expiresAfterDays` stays unknown; so does logging, which is CloudTrail's.
 */
export async function readTablePosture(client: DynamoDBClient, table: TableDescription): Promise<Posture> {
  const backups = await client.send(new DescribeContinuousBackupsCommand({ TableName: table.TableName })).catch(() => null);
  const recovery = backups?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  return {
    encryption: table.SSEDescription?.SSEType === 'KMS' ? 'customer-key' : 'service-key',
    publicAccess: false,
    versioning: recovery === undefined ? null : recovery === 'ENABLED',
    logging: null,
    expiresAfterDays: null,
  };
}
