/** A deployment enters itself in its register, once, and leaves the entry to the controller. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { declareItself, placeOf } from '../../../functions/discover/declare-itself.ts';
import { dynamoLedger } from '../../../ledger/dynamo.ts';
import { describeTable } from '../../../ledger/table.ts';
import { startDynalite } from '../../../local/emulators/dynalite.ts';
import { ownTreatmentId } from '../../../papers/own-treatment.ts';

const server = await startDynalite();
const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
const client = new DynamoDBClient({ endpoint: server.endpoint, region: 'eu-west-3', credentials });
await client.send(new CreateTableCommand(describeTable('ledger')));
after(async () => {
  client.destroy();
  await server.stop();
});
const clock = { now: () => '2026-11-22T12:00:00.000Z' };
const ledger = dynamoLedger({ client, table: 'ledger', clock });
const deployment = { region: 'eu-west-3', targets: ['s3://exports'], stores: ['s3://manifests/**'], resultDays: 30 };
const own = () => ledger.register.treatment(ownTreatmentId);
const trail = async () =>
  (await ledger.audit.audit({ limit: 50, cursor: null })).items.filter(({ target }) => target === ownTreatmentId);

test('the first scan enters the scanner; later ones leave its entry alone; taken out, it comes back', async () => {
  await ledger.register.putController({ name: 'Office', address: 'Rabat' }, { by: 'lawyer', at: clock.now() });
  await declareItself(deployment, { ledger, clock });
  const entered = await own();
  assert.ok(entered);
  assert.equal(entered.updatedBy, 'kashf');
  assert.equal(entered.value.startedOn, '2026-11-22', 'a calendar date');
  assert.equal(entered.value.rightsContact, 'Office, Rabat');
  assert.deepEqual(entered.value.stores, ['s3://manifests/**']);
  assert.deepEqual(
    (await trail()).map(({ action, by }) => [action, by]),
    [['treatment.put', 'kashf']],
  );

  const completed = { ...entered.value, retention: { period: 'P2Y' } };
  await ledger.register.putTreatment(completed, entered.revision, { by: 'lawyer', at: clock.now() });
  await declareItself({ ...deployment, region: 'us-east-1' }, { ledger, clock });
  const kept = await own();
  assert.deepEqual(kept?.value, completed);
  assert.equal((await trail()).length, 1);

  await ledger.register.deleteTreatment(ownTreatmentId, kept?.revision ?? 0, { by: 'lawyer', at: clock.now() });
  await declareItself(deployment, { ledger, clock });
  assert.ok(await own());
});

test('region and account are read from the function’s ARN', () => {
  assert.deepEqual(placeOf('arn:aws:lambda:eu-west-3:111122223333:function:discover'), {
    region: 'eu-west-3',
    account: '111122223333',
  });
  assert.deepEqual(placeOf('arn'), { region: null, account: null });
});
