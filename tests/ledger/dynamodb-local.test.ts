import { after, test } from 'node:test';
import { startDynamoDbLocal } from '../support/dynamodb-local.ts';
import { testLedger } from './contract.ts';

const server = await startDynamoDbLocal();
if ('absent' in server) {
  test('the ledger on DynamoDB Local', (t) => t.diagnostic(`not run on AWS's DynamoDB Local: ${server.absent}`));
} else {
  after(() => server.stop());
  testLedger("AWS's DynamoDB Local", server.endpoint);
}
