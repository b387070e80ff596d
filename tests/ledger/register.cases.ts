import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Conflict } from '../../ledger/contract.ts';
import { killOnce, Killed } from './faults.ts';
import { changeAt, makeTreatment } from './samples.ts';
import type { OpenBench } from './bench.ts';

/** A conflict that tells this revision. */
function conflictAt(current: number): (error: unknown) => boolean {
  return (error) => error instanceof Conflict && error.current === current;
}

export function testRegister(open: OpenBench): void {
  describe('register', () => {
    test('is empty at revision 0 before anything was declared', async () => {
      const { ledger } = await open();
      assert.deepEqual(await ledger.register.read(), { revision: 0, controller: null, treatments: [] });
      assert.equal(await ledger.register.treatment('none'), null);
    });

    test('raises the revision of the entry and of the register by one with each change', async () => {
      const { ledger } = await open();
      const { register } = ledger;
      const first = await register.putTreatment(makeTreatment('portal'), 0, changeAt(1));
      assert.deepEqual(first, {
        revision: 1,
        entry: { revision: 1, updatedAt: changeAt(1).at, updatedBy: changeAt(1).by, value: makeTreatment('portal') },
      });
      const second = await register.putTreatment(makeTreatment('portal', { name: 'Portal' }), 1, changeAt(2));
      assert.deepEqual([second.entry.revision, second.revision], [2, 2]);
      assert.deepEqual(await register.putController({ name: 'Ministry' }, changeAt(3)), { revision: 3 });
      const other = await register.putTreatment(makeTreatment('archive'), 0, changeAt(4));
      assert.deepEqual([other.entry.revision, other.revision], [1, 4]);
      const read = await register.read();
      assert.equal(read.revision, 4);
      assert.deepEqual(read.controller, { name: 'Ministry' });
      assert.deepEqual(
        read.treatments.map((entry) => [entry.value.id, entry.value.name, entry.revision]),
        [
          ['archive', 'Treatment archive', 1],
          ['portal', 'Portal', 2],
        ],
      );
    });

    test('refuses a change that expects another revision, and says which one there is', async () => {
      const { register } = (await open()).ledger;
      await assert.rejects(register.putTreatment(makeTreatment('a'), 1, changeAt(1)), conflictAt(0));
      await register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      await assert.rejects(register.putTreatment(makeTreatment('a'), 0, changeAt(2)), conflictAt(1));
      await register.putTreatment(makeTreatment('a', { name: 'Second' }), 1, changeAt(2));
      await assert.rejects(register.putTreatment(makeTreatment('a', { name: 'Third' }), 1, changeAt(3)), conflictAt(2));
      await assert.rejects(register.deleteTreatment('a', 1, changeAt(3)), conflictAt(2));
      await assert.rejects(register.deleteTreatment('none', 1, changeAt(3)), conflictAt(0));
      await assert.rejects(register.deleteTreatment('none', 0, changeAt(3)), conflictAt(0));
      assert.equal((await register.treatment('a'))?.value.name, 'Second');
    });

    test('lets one of two changes at the same time win', async () => {
      const { register } = (await open()).ledger;
      await register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      const results = await Promise.allSettled(
        ['x', 'y', 'z'].map((by) => register.putTreatment(makeTreatment('a', { name: by }), 1, changeAt(2, by))),
      );
      assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1);
      const lost = results.filter((result) => result.status === 'rejected');
      assert.ok(lost.every((result) => conflictAt(2)(result.reason)));
      assert.equal((await register.read()).revision, 2);
    });

    test('counts on when a deleted treatment is made again, so that an old revision never fits', async () => {
      const { register } = (await open()).ledger;
      await register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      assert.deepEqual(await register.deleteTreatment('a', 1, changeAt(2)), { revision: 2 });
      assert.equal(await register.treatment('a'), null);
      assert.deepEqual((await register.read()).treatments, []);
      await assert.rejects(register.putTreatment(makeTreatment('a'), 2, changeAt(3)), conflictAt(0));
      await assert.rejects(register.deleteTreatment('a', 2, changeAt(3)), conflictAt(0));
      await assert.rejects(register.deleteTreatment('a', 0, changeAt(3)), conflictAt(0));
      const again = await register.putTreatment(makeTreatment('a'), 0, changeAt(3));
      assert.deepEqual([again.entry.revision, again.revision], [3, 3]);
      await assert.rejects(register.putTreatment(makeTreatment('a', { name: 'Old' }), 1, changeAt(4)), conflictAt(3));
    });

    test('takes a repeated change for the one it was', async () => {
      const { register } = (await open()).ledger;
      const put = () => register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      assert.deepEqual(await put(), await put());
      const change = () => register.putTreatment(makeTreatment('a', { name: 'New' }), 1, changeAt(2));
      assert.deepEqual(await change(), await change());
      const remove = () => register.deleteTreatment('a', 2, changeAt(3));
      assert.deepEqual(await remove(), await remove());
      const control = () => register.putController({ name: 'Ministry' }, changeAt(4));
      assert.deepEqual(await control(), await control());
      assert.equal((await register.read()).revision, 4);
    });

    test('does not write a value equal to the stored one', async () => {
      const { register } = (await open()).ledger;
      await register.putTreatment(makeTreatment('a'), 0, changeAt(1));
      const same = await register.putTreatment(makeTreatment('a'), 1, changeAt(2));
      assert.deepEqual([same.entry.revision, same.entry.updatedAt, same.revision], [1, changeAt(1).at, 1]);
    });

    for (const moment of ['before', 'after'] as const) {
      test(`is whole when a client dies ${moment} its one write, and the retry succeeds`, async () => {
        const bench = await open();
        await bench.ledger.register.putTreatment(makeTreatment('a'), 0, changeAt(1));
        const dying = bench.through((client) => killOnce(client, moment, (sent) => sent.command === 'PutItemCommand'));
        const change = () => dying.register.putTreatment(makeTreatment('a', { name: 'New' }), 1, changeAt(2));
        await assert.rejects(change(), Killed);
        const between = await bench.ledger.register.read();
        const expected = moment === 'after' ? [2, 'New'] : [1, 'Treatment a'];
        assert.deepEqual([between.revision, between.treatments[0]?.value.name], expected);
        assert.deepEqual((await change()).entry.revision, 2);
        assert.equal((await bench.ledger.register.read()).revision, 2);
      });
    }

    test('holds a treatment longer than an item of DynamoDB', async () => {
      const { register } = (await open()).ledger;
      const long = makeTreatment('long', { purposes: Array.from({ length: 20_000 }, (_, n) => `purpose number ${n} of them`) });
      await register.putTreatment(long, 0, changeAt(1));
      assert.deepEqual((await register.treatment('long'))?.value, long);
    });
  });
}
