import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { tableActions } from '../../ledger/table.ts';
import { collect, type OpenBench, whole } from './bench.ts';
import { recordCommands } from './faults.ts';
import {
  changeAt,
  makeAlert,
  makeEntry,
  makeFinding,
  makeMark,
  makeResult,
  makeScan,
  makeStoreEntry,
  makeTreatment,
  makeVerdict,
  storeUri,
} from './samples.ts';

export function testTable(open: OpenBench): void {
  describe('the table', () => {
    test('is asked for the listed actions and no other: no path scans it', async () => {
      const bench = await open();
      const seen = new Set<string>();
      const ledger = bench.through((client) => recordCommands(client, seen));
      const { register, scans, results, alerts, audit } = ledger;
      await register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      await register.putController({ name: 'Ministry' }, changeAt(1));
      await register.deleteTreatment('a', 1, changeAt(2));
      await register.read();
      await scans.putScan(makeScan('s'));
      await scans.putShardResult(makeResult('s', 'a'));
      await collect(scans.shardResults('s', storeUri));
      await scans.shardsDone('s');
      await results.putStore(makeStoreEntry(storeUri));
      await results.putFindings(storeUri, [makeFinding('a')]);
      await collect(results.findingsOf(storeUri));
      await results.putMarks(storeUri, [makeMark('a')]);
      await collect(results.marks(storeUri));
      await results.deleteMarks(storeUri, ['a']);
      await results.putVerdicts(storeUri, [makeVerdict(null)], changeAt(1));
      await results.putVerdicts(storeUri, [makeVerdict('a')], changeAt(1));
      await alerts.putAlert(makeAlert('a'), changeAt(1));
      await collect(alerts.untold());
      await alerts.told('a', 1);
      await audit.append(makeEntry(1));
      const lists = [scans.scans(whole), scans.skips('s', whole), results.stores(whole), results.findings({}, whole)];
      await Promise.all([...lists, results.verdicts({}, whole), alerts.alerts({}, whole), audit.audit(whole)]);
      assert.deepEqual([...seen].map((command) => `dynamodb:${command}`).toSorted(), [...tableActions]);
    });

    test('refuses an item of a newer version with a sentence', async () => {
      const { ledger, client, table } = await open();
      const Item = marshall({ pk: 'register', sk: 'treatment#a', v: 2, revision: 1 });
      await client.send(new PutItemCommand({ TableName: table, Item }));
      await assert.rejects(ledger.register.treatment('a'), /it has version 2, this program knows 1/);
      await assert.rejects(ledger.register.read(), /it has version 2, this program knows 1/);
    });
  });
}
