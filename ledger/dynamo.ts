/** The ledger on one DynamoDB table (`table.ts`). */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../findings/clock.ts';
import type { Table } from './access.ts';
import { dynamoAlerts } from './alerts.ts';
import { dynamoAudit } from './audit.ts';
import { resultDays, type Ledger } from './contract.ts';
import { dynamoRegister } from './register.ts';
import { dynamoResults } from './results.ts';
import { dynamoScans } from './scans.ts';

export interface LedgerOptions {
  readonly client: DynamoDBClient;
  /** Name of the table. */
  readonly table: string;
  readonly clock: Clock;
  /** Days that the results of shards are kept; 30 unless given. */
  readonly ttlDays?: number;
}

/** The ledger, all ports on the same table. */
export function dynamoLedger(options: LedgerOptions): Ledger {
  const table: Table = {
    client: options.client,
    name: options.table,
    clock: options.clock,
    ttlDays: options.ttlDays ?? resultDays,
  };
  return {
    register: dynamoRegister(table),
    scans: dynamoScans(table),
    results: dynamoResults(table),
    alerts: dynamoAlerts(table),
    audit: dynamoAudit(table),
  };
}
