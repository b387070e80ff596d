/** What every ledger must do, on every table: run by the tests of this folder on dynalite and on AWS's DynamoDB Local. */
import { after, describe } from 'node:test';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { dynamoLedger } from '../../ledger/dynamo.ts';
import type { Ledger } from '../../ledger/contract.ts';
import { describeTable } from '../../ledger/table.ts';
import type { OpenBench } from './bench.ts';
import { minute } from './samples.ts';
import { testAlerts } from './alerts.cases.ts';
import { testAudit } from './audit.cases.ts';
import { testRegister } from './register.cases.ts';
import { testRepeats } from './repeats.cases.ts';
import { testResults } from './results.cases.ts';
import { testScans } from './scans.cases.ts';
import { testTable } from './table.cases.ts';

/** Registers the whole suite against the DynamoDB at this endpoint. */
export function testLedger(name: string, endpoint: string): void {
  describe(`the ledger on ${name}`, () => {
    const clients: DynamoDBClient[] = [];
    const connect = (): DynamoDBClient => {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const client = new DynamoDBClient({ endpoint, region: 'eu-west-3', credentials, maxAttempts: 3 });
      clients.push(client);
      return client;
    };
    const shared = connect();
    let tables = 0;
    const open: OpenBench = async () => {
      tables += 1;
      const table = `kashf-${process.pid}-${tables}`;
      await shared.send(new CreateTableCommand(describeTable(table)));
      await waitUntilTableExists({ client: shared, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 }, { TableName: table });
      const on = (client: DynamoDBClient, now = minute(0)): Ledger => dynamoLedger({ client, table, clock: { now: () => now } });
      return {
        ledger: on(shared),
        client: shared,
        table,
        through(prepare) {
          const client = connect();
          prepare(client);
          return on(client);
        },
        later: (days) => on(shared, minute(days * 24 * 60)),
      };
    };
    after(() => {
      for (const client of clients) client.destroy();
    });
    testRegister(open);
    testScans(open);
    testResults(open);
    testAlerts(open);
    testAudit(open);
    testRepeats(open);
    testTable(open);
  });
}
