import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Conflict } from '../../ledger/contract.ts';
import type { Alert } from '../../law/contract.ts';
import { collect, type OpenBench, readPages, whole } from './bench.ts';
import { killOnce, Killed } from './faults.ts';
import { changeAt, makeAlert, makeGap, minute, storeUri } from './samples.ts';

const elsewhere = 's3://elsewhere/';

function rank(alert: Alert): number {
  return ['open', 'acknowledged', 'resolved'].indexOf(alert.state) * 2 + ['critical', 'low'].indexOf(alert.gap.severity);
}

export function testAlerts(open: OpenBench): void {
  describe('alerts', () => {
    test('are written revision after revision, and refused otherwise', async () => {
      const { alerts } = (await open()).ledger;
      assert.equal(await alerts.alert('a'), null);
      await alerts.putAlert(makeAlert('a'), changeAt(1));
      await alerts.putAlert(makeAlert('a'), changeAt(1));
      const acknowledged = makeAlert('a', { state: 'acknowledged', revision: 2, updatedBy: 'ops' });
      await alerts.putAlert(acknowledged, changeAt(2, 'ops'));
      assert.deepEqual(await alerts.alert('a'), acknowledged);
      const late = makeAlert('a', { state: 'resolved', revision: 2 });
      await assert.rejects(alerts.putAlert(late, changeAt(3)), (error) => error instanceof Conflict && error.current === 2);
      await assert.rejects(alerts.putAlert(makeAlert('a', { revision: 4 }), changeAt(3)), Conflict);
      assert.deepEqual(await alerts.alertsOf(storeUri), [acknowledged]);
      assert.deepEqual(await alerts.alertsOf(elsewhere), []);
    });

    test('let one of two changes at the same time win', async () => {
      const { alerts } = (await open()).ledger;
      const results = await Promise.allSettled(
        ['x', 'y', 'z'].map((by) => alerts.putAlert(makeAlert('a', { updatedBy: by }), changeAt(1, by))),
      );
      assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
      assert.equal((await alerts.alert('a'))?.revision, 1);
    });

    test('are listed the most urgent first and filtered by state, severity and store', async () => {
      const { alerts } = (await open()).ledger;
      const states = ['open', 'resolved', 'acknowledged'] as const;
      const severities = ['low', 'critical'] as const;
      const all: Alert[] = Array.from({ length: 24 }, (_, n) => {
        const id = `a${String(n).padStart(2, '0')}`;
        return makeAlert(id, {
          store: n % 4 === 0 ? elsewhere : storeUri,
          state: states[n % 3] ?? 'open',
          gap: makeGap(id, { severity: severities[n % 2] ?? 'low' }),
          openedAt: minute(n),
        });
      });
      for (const alert of all) await alerts.putAlert(alert, changeAt(1));
      const listed = (await readPages((page) => alerts.alerts({}, page), 5)).flat();
      const expected = all.toSorted((a, b) => rank(a) - rank(b) || (a.openedAt < b.openedAt ? -1 : 1));
      assert.deepEqual(
        listed.map((alert) => alert.id),
        expected.map((alert) => alert.id),
      );
      for (const state of [undefined, 'open', 'suppressed'] as const) {
        for (const severity of [undefined, 'critical'] as const) {
          for (const store of [undefined, elsewhere]) {
            const filter = {
              ...(state === undefined ? {} : { state }),
              ...(severity === undefined ? {} : { severity }),
              ...(store === undefined ? {} : { store }),
            };
            const kept = all.filter(
              (alert) =>
                (state ?? alert.state) === alert.state &&
                (severity ?? alert.gap.severity) === alert.gap.severity &&
                (store ?? alert.store) === alert.store,
            );
            const found = (await readPages((page) => alerts.alerts(filter, page), 3)).flat().map((alert) => alert.id);
            assert.deepEqual(
              found.toSorted(),
              kept.map((alert) => alert.id),
              JSON.stringify(filter),
            );
          }
        }
      }
    });

    test('move in the lists with their state', async () => {
      const { alerts } = (await open()).ledger;
      await alerts.putAlert(makeAlert('a'), changeAt(1));
      await alerts.putAlert(makeAlert('a', { state: 'resolved', revision: 2 }), changeAt(2));
      assert.deepEqual((await alerts.alerts({ state: 'open' }, whole)).items, []);
      assert.equal((await alerts.alerts({ state: 'resolved' }, whole)).items.length, 1);
    });

    test('are untold until their latest revision was told', async () => {
      const { alerts } = (await open()).ledger;
      const untold = async (): Promise<readonly string[]> =>
        (await collect(alerts.untold())).map((alert) => `${alert.id}@${alert.revision}`);
      await alerts.putAlert(makeAlert('a'), changeAt(1));
      await alerts.putAlert(makeAlert('b', { store: elsewhere }), changeAt(1));
      assert.deepEqual((await untold()).toSorted(), ['a@1', 'b@1']);
      await alerts.told('b', 1);
      await alerts.told('b', 1);
      await alerts.told('unknown', 1);
      assert.deepEqual(await untold(), ['a@1']);
      assert.equal((await alerts.alert('b'))?.toldRevision, 1);
      await alerts.putAlert(makeAlert('a', { revision: 2, state: 'reopened' }), changeAt(2));
      await alerts.told('a', 1);
      assert.deepEqual(await untold(), ['a@2']);
      await alerts.told('a', 2);
      await alerts.told('a', 1);
      assert.deepEqual(await untold(), []);
      assert.equal((await alerts.alert('a'))?.toldRevision, 2);
      await alerts.putAlert(makeAlert('a', { revision: 3, toldRevision: 3, state: 'acknowledged' }), changeAt(3));
      assert.deepEqual(await untold(), []);
    });

    for (const nth of [1, 2, 3]) {
      test(`are told once all the same when a worker dies before write ${nth} of 3`, async () => {
        const bench = await open();
        let seen = 0;
        const dying = bench.through((client) =>
          killOnce(client, 'before', (sent) => {
            if (sent.command === 'PutItemCommand') seen += 1;
            return sent.command === 'PutItemCommand' && seen === nth;
          }),
        );
        await assert.rejects(dying.alerts.putAlert(makeAlert('a'), changeAt(1)), Killed);
        assert.deepEqual(await collect(bench.ledger.alerts.untold()), []);
        assert.equal(await bench.ledger.alerts.alert('a'), null);
        assert.deepEqual(await bench.ledger.alerts.alertsOf(storeUri), []);
        await dying.alerts.putAlert(makeAlert('a'), changeAt(1));
        assert.deepEqual(await collect(bench.ledger.alerts.untold()), [makeAlert('a')]);
      });
    }

    test('stay told when the teller dies between its two writes', async () => {
      const bench = await open();
      await bench.ledger.alerts.putAlert(makeAlert('a'), changeAt(1));
      const dying = bench.through((client) => killOnce(client, 'before', (sent) => sent.command === 'DeleteItemCommand'));
      await assert.rejects(dying.alerts.told('a', 1), Killed);
      assert.deepEqual(await collect(bench.ledger.alerts.untold()), []);
      await dying.alerts.told('a', 1);
      assert.deepEqual(await collect(bench.ledger.alerts.untold()), []);
    });
  });
}
