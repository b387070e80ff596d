import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { BadCursor } from '../../ledger/contract.ts';
import { collect, type OpenBench, readPages, whole } from './bench.ts';
import { killOnce, Killed } from './faults.ts';
import { makeResult, makeScan, makeSkip, makeTally, minute, storeUri } from './samples.ts';

/** Texts that compression cannot shorten, the same in every run. */
function makeNoise(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => createHash('sha256').update(String(n)).digest('hex'));
}

export function testScans(open: OpenBench): void {
  describe('scans', () => {
    test('lists scans newest first, page by page', async () => {
      const { scans } = (await open()).ledger;
      const ids = Array.from({ length: 23 }, (_, n) => `scan-${(n * 7) % 23}`);
      for (const id of ids) await scans.putScan(makeScan(id, { startedAt: minute(Number(id.slice(5))) }));
      const pages = await readPages((page) => scans.scans(page), 10);
      assert.deepEqual(
        pages.map((page) => page.length),
        [10, 10, 3],
      );
      assert.deepEqual(
        pages.flat().map((scan) => scan.id),
        Array.from({ length: 23 }, (_, n) => `scan-${22 - n}`),
      );
      assert.equal(await scans.scan('none'), null);
    });

    test('counts progress from results, each shard once however often it is delivered', async () => {
      const { scans } = (await open()).ledger;
      await scans.putScan(makeScan('s', { shardsDone: 9, skips: 9 }));
      assert.deepEqual(await scans.scan('s'), makeScan('s'));
      await scans.putShardResult(makeResult('s', 'a', { skips: [makeSkip('1'), makeSkip('2')] }));
      await scans.putShardResult(makeResult('s', 'b', { failed: true, tallies: [] }));
      await scans.putShardResult(makeResult('s', 'a', { skips: [makeSkip('1'), makeSkip('2')] }));
      assert.deepEqual(await scans.scan('s'), makeScan('s', { shardsDone: 2, shardsFailed: 1, skips: 2 }));
      await scans.putShardResult(makeResult('s', 'a', { skips: [makeSkip('1')] }));
      await scans.putScan(makeScan('s'));
      assert.equal((await scans.scan('s'))?.skips, 1);
      assert.deepEqual((await scans.scans(whole)).items, [makeScan('s', { shardsDone: 2, shardsFailed: 1, skips: 1 })]);
      assert.deepEqual(await scans.shardsDone('s'), new Set(['a', 'b']));
      assert.deepEqual(await scans.shardsDone('t'), new Set());
    });

    test('keeps the counts of an ended scan when its results have expired', async () => {
      const { ledger, later } = await open();
      await ledger.scans.putScan(makeScan('s'));
      await ledger.scans.putShardResult(makeResult('s', 'a', { skips: [makeSkip('1')] }));
      await ledger.scans.putScan(makeScan('s', { state: 'completed', endedAt: minute(1), complete: false }));
      const ended = makeScan('s', { state: 'completed', endedAt: minute(1), complete: false, shardsDone: 1, skips: 1 });
      assert.deepEqual(await ledger.scans.scan('s'), ended);
      assert.equal((await later(29).scans.shardsDone('s')).size, 1);
      assert.equal((await later(31).scans.shardsDone('s')).size, 0);
      assert.deepEqual(await later(31).scans.scan('s'), ended);
    });

    test('gives the results of one store in shard order', async () => {
      const { scans } = (await open()).ledger;
      const shards = Array.from({ length: 40 }, (_, n) => `shard-${String(n).padStart(3, '0')}`);
      for (const shard of shards.toReversed()) await scans.putShardResult(makeResult('s', shard));
      await scans.putShardResult(makeResult('s', 'other', { store: 's3://elsewhere/' }));
      await scans.putShardResult(makeResult('s2', 'shard-000', { failed: true }));
      const results = await collect(scans.shardResults('s', storeUri));
      assert.deepEqual(
        results,
        shards.map((shard) => makeResult('s', shard)),
      );
    });

    test('holds a result of several megabytes', async () => {
      const { scans } = (await open()).ledger;
      const tallies = [makeTally('a.csv', makeNoise(30_000)), makeTally('b.csv', makeNoise(2))];
      const result = makeResult('s', 'big', { tallies, skips: [makeSkip('c')] });
      await scans.putShardResult(result);
      assert.deepEqual(await collect(scans.shardResults('s', storeUri)), [result]);
    });

    for (const command of ['BatchWriteItemCommand', 'PutItemCommand']) {
      test(`shows nothing of a result whose worker died before its ${command}, and all of it after the retry`, async () => {
        const bench = await open();
        await bench.ledger.scans.putScan(makeScan('s'));
        const result = makeResult('s', 'a', { skips: [makeSkip('1')] });
        const dying = bench.through((client) => killOnce(client, 'before', (sent) => sent.command === command));
        await assert.rejects(dying.scans.putShardResult(result), Killed);
        assert.deepEqual(await bench.ledger.scans.shardsDone('s'), new Set());
        assert.deepEqual(await collect(bench.ledger.scans.shardResults('s', storeUri)), []);
        assert.deepEqual((await bench.ledger.scans.skips('s', whole)).items, []);
        assert.equal((await bench.ledger.scans.scan('s'))?.shardsDone, 0);
        await dying.scans.putShardResult(result);
        assert.deepEqual(await collect(bench.ledger.scans.shardResults('s', storeUri)), [result]);
        assert.equal((await bench.ledger.scans.scan('s'))?.shardsDone, 1);
      });
    }

    test('takes a shard id longer than a key may be', async () => {
      const { scans } = (await open()).ledger;
      const long = `discover-s3://b/${'long/'.repeat(400)}`;
      const results = [makeResult('s', `${long}1`), makeResult('s', `${long}2`, { skips: [makeSkip('1')] })];
      for (const result of results) await scans.putShardResult(result);
      assert.deepEqual(await scans.shardsDone('s'), new Set([`${long}1`, `${long}2`]));
      assert.deepEqual(new Set(await collect(scans.shardResults('s', storeUri))), new Set(results));
    });

    test('stays with the old result, whole, until the new one is whole', async () => {
      const bench = await open();
      const old = makeResult('s', 'a', { tallies: [makeTally('old', makeNoise(15_000))], skips: [makeSkip('old')] });
      const fresh = makeResult('s', 'a', { tallies: [makeTally('new')], skips: [makeSkip('new'), makeSkip('newer')] });
      await bench.ledger.scans.putShardResult(old);
      const dying = bench.through((client) => killOnce(client, 'before', (sent) => sent.command === 'PutItemCommand'));
      await assert.rejects(dying.scans.putShardResult(fresh), Killed);
      assert.deepEqual(await collect(bench.ledger.scans.shardResults('s', storeUri)), [old]);
      await dying.scans.putShardResult(fresh);
      assert.deepEqual(await collect(bench.ledger.scans.shardResults('s', storeUri)), [fresh]);
      assert.deepEqual((await bench.ledger.scans.skips('s', whole)).items, fresh.skips);
      // A late delivery of the old one makes it whole again: its parts were not taken away.
      await bench.ledger.scans.putShardResult(old);
      assert.deepEqual(await collect(bench.ledger.scans.shardResults('s', storeUri)), [old]);
    });

    test('pages through skips, across shards and within one', async () => {
      const { scans } = (await open()).ledger;
      const counts = [0, 7, 0, 1, 12, 0, 3];
      for (const [n, count] of counts.entries()) {
        const skips = Array.from({ length: count }, (_, k) => makeSkip(`${n}-${k}`));
        await scans.putShardResult(makeResult('s', `shard-${n}`, { skips }));
      }
      const expected = counts.flatMap((count, n) => Array.from({ length: count }, (_, k) => `${n}-${k}`));
      for (const limit of [1, 4, 7, 8, 23, 50]) {
        const pages = await readPages((page) => scans.skips('s', page), limit);
        assert.deepEqual(
          pages.flat().map((skip) => skip.object),
          expected,
          `limit ${limit}`,
        );
        assert.ok(
          pages.slice(0, -1).every((page) => page.length === limit),
          `limit ${limit}: full pages`,
        );
      }
    });

    test('refuses a cursor that it did not give', async () => {
      const { scans } = (await open()).ledger;
      for (const cursor of ['', 'x', Buffer.from('[2,"a"]').toString('base64url'), Buffer.from('[1]').toString('base64url')]) {
        await assert.rejects(scans.scans({ limit: 5, cursor }), BadCursor, cursor);
        await assert.rejects(scans.skips('s', { limit: 5, cursor }), BadCursor, cursor);
      }
    });
  });
}
