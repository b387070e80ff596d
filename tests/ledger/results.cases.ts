import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { BadCursor, Conflict, type FindingEntry } from '../../ledger/contract.ts';
import { collect, type OpenBench, readPages, whole } from './bench.ts';
import { countCommands, killOnce, Killed, leaveUnprocessed } from './faults.ts';
import { changeAt, makeFinding, makeMark, makeStoreEntry, makeVerdict, storeUri } from './samples.ts';

const elsewhere = 'postgresql://db/portal/public/accounts';

export function testResults(open: OpenBench): void {
  describe('stores', () => {
    test('are found by URI and listed in the order of URIs, also where a URI is longer than a key may be', async () => {
      const { results } = (await open()).ledger;
      const uris = ['file:///srv/a', 's3://b/x/', `s3://b/${'long/'.repeat(400)}1`, `s3://b/${'long/'.repeat(400)}2`];
      for (const uri of uris.toReversed()) await results.putStore(makeStoreEntry(uri));
      await results.putStore({ ...makeStoreEntry('s3://b/x/'), lastScan: 'scan-2' });
      assert.equal((await results.store('s3://b/x/'))?.lastScan, 'scan-2');
      assert.equal((await results.store(uris[2] ?? ''))?.store.uri, uris[2]);
      assert.equal(await results.store('s3://none/'), null);
      const listed = (await readPages((page) => results.stores(page), 3)).flat().map((entry) => entry.store.uri);
      assert.equal(listed.length, 4);
      assert.equal(listed[0], 'file:///srv/a');
      assert.deepEqual(listed.toSorted(), uris.toSorted());
    });
  });

  describe('findings', () => {
    test('are replaced by id and kept apart by store', async () => {
      const { results } = (await open()).ledger;
      await results.putFindings(storeUri, [makeFinding('a'), makeFinding('b')]);
      await results.putFindings(elsewhere, [makeFinding('a', {}, elsewhere)]);
      const closed = makeFinding('a', { state: 'closed', closedAt: changeAt(5).at });
      await results.putFindings(storeUri, [makeFinding('a'), closed]);
      assert.deepEqual(await collect(results.findingsOf(storeUri)), [closed, makeFinding('b')]);
      assert.deepEqual(await collect(results.findingsOf(elsewhere)), [makeFinding('a', {}, elsewhere)]);
      assert.deepEqual(await collect(results.findingsOf('s3://none/')), []);
    });

    test('are filtered by store, detector and state, with full pages', async () => {
      const { results } = (await open()).ledger;
      const entries: FindingEntry[] = Array.from({ length: 60 }, (_, n) => {
        const store = n % 2 === 0 ? storeUri : elsewhere;
        const entry = makeFinding(`f${String(n).padStart(2, '0')}`, { state: n % 3 === 0 ? 'closed' : 'open' }, store);
        return { ...entry, finding: { ...entry.finding, detector: n % 5 === 0 ? 'ma/cin' : 'global/email' } };
      });
      for (const store of [storeUri, elsewhere]) {
        await results.putFindings(
          store,
          entries.filter((entry) => entry.finding.store === store),
        );
      }
      for (const store of [undefined, storeUri]) {
        for (const detector of [undefined, 'ma/cin', 'ma/rib'] as const) {
          for (const state of [undefined, 'open', 'closed'] as const) {
            const filter = {
              ...(store === undefined ? {} : { store }),
              ...(detector === undefined ? {} : { detector }),
              ...(state === undefined ? {} : { state }),
            };
            const expected = entries.filter(
              (entry) =>
                (store ?? entry.finding.store) === entry.finding.store &&
                (detector ?? entry.finding.detector) === entry.finding.detector &&
                (state ?? entry.state) === entry.state,
            );
            const pages = await readPages((page) => results.findings(filter, page), 4);
            const name = JSON.stringify(filter);
            assert.deepEqual(
              pages
                .flat()
                .map((entry) => entry.finding.id)
                .toSorted(),
              expected.map((entry) => entry.finding.id),
              name,
            );
            assert.ok(
              pages.slice(0, -1).every((page) => page.length === 4),
              `${name}: full pages`,
            );
            assert.equal(pages.length, Math.max(1, Math.ceil(expected.length / 4)), `${name}: no empty last page`);
          }
        }
      }
    });

    test('give the same list whatever the limit', async () => {
      const { results } = (await open()).ledger;
      await results.putFindings(
        storeUri,
        Array.from({ length: 40 }, (_, n) => makeFinding(`id-${n}`)),
      );
      const all = (await results.findings({}, whole)).items;
      assert.equal(all.length, 40);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async (limit) => {
          assert.deepEqual((await readPages((page) => results.findings({}, page), limit)).flat(), all);
        }),
        { numRuns: 8 },
      );
    });

    test('are found behind thousands that a filter leaves out, over pages that may be empty', async () => {
      const { results } = (await open()).ledger;
      const entries = Array.from({ length: 5_200 }, (_, n) => makeFinding(`f${String(n).padStart(4, '0')}`));
      await results.putFindings(storeUri, [...entries, makeFinding('g', { state: 'closed' })]);
      const pages = await readPages((page) => results.findings({ store: storeUri, state: 'closed' }, page), 10);
      assert.deepEqual(
        pages.map((page) => page.map((entry) => entry.finding.id)),
        [[], ['g']],
      );
    });

    test('refuse the cursor of another list', async () => {
      const { results } = (await open()).ledger;
      await results.putFindings(
        storeUri,
        ['a', 'b', 'c'].map((id) => makeFinding(id)),
      );
      const { next } = await results.findings({ state: 'open' }, { limit: 1, cursor: null });
      assert.notEqual(next, null);
      await assert.rejects(results.findings({ state: 'closed' }, { limit: 1, cursor: next }), BadCursor);
    });

    test('are all written when the table leaves parts of a batch undone', async () => {
      const bench = await open();
      const entries = Array.from({ length: 30 }, (_, n) => makeFinding(`f${String(n).padStart(2, '0')}`));
      await bench.through((client) => leaveUnprocessed(client, 4)).results.putFindings(storeUri, entries);
      assert.equal((await collect(bench.ledger.results.findingsOf(storeUri))).length, 30);
    });

    test('are all there when they are more than one answer of DynamoDB holds', async () => {
      const { results } = (await open()).ledger;
      const mask = 'x'.repeat(3_000);
      const entries = Array.from({ length: 1_800 }, (_, n) => {
        const entry = makeFinding(`f${String(n).padStart(4, '0')}`);
        return { ...entry, finding: { ...entry.finding, mask } };
      });
      await results.putFindings(storeUri, entries);
      const ids = (await collect(results.findingsOf(storeUri))).map((entry) => entry.finding.id);
      assert.deepEqual(
        ids,
        entries.map((entry) => entry.finding.id),
      );
    });
  });

  describe('marks', () => {
    test('are kept by object, replaced and deleted', async () => {
      const { results } = (await open()).ledger;
      const ids = Array.from({ length: 60 }, (_, n) => `o${String(n).padStart(2, '0')}`);
      await results.putMarks(storeUri, ids.map(makeMark));
      await results.putMarks(storeUri, [{ ...makeMark('o07'), version: 'etag-2' }]);
      await results.putMarks(elsewhere, [makeMark('o00')]);
      await results.deleteMarks(storeUri, [...ids.slice(10), 'never-there']);
      await results.deleteMarks(storeUri, []);
      const left = await collect(results.marks(storeUri));
      assert.deepEqual(
        left.map((mark) => mark.objectId),
        ids.slice(0, 10),
      );
      assert.equal(left[7]?.version, 'etag-2');
      assert.deepEqual(await collect(results.marks(elsewhere)), [makeMark('o00')]);
    });
  });

  describe('verdicts', () => {
    test('replace all verdicts of the store and leave others alone', async () => {
      const { results } = (await open()).ledger;
      await results.putVerdicts(elsewhere, [makeVerdict(null, { store: elsewhere })], changeAt(1));
      await results.putVerdicts(storeUri, [makeVerdict(null)], changeAt(1));
      const declared = [makeVerdict('archive', { revision: 2 }), makeVerdict('portal', { revision: 2, state: 'covered' })];
      await results.putVerdicts(storeUri, declared, changeAt(2));
      assert.deepEqual(await results.verdictsOf(storeUri), declared);
      assert.deepEqual(await results.verdictsOf(elsewhere), [makeVerdict(null, { store: elsewhere })]);
      await results.putVerdicts(storeUri, [], changeAt(3));
      assert.deepEqual(await results.verdictsOf(storeUri), []);
    });

    test('are not written again when nothing changed', async () => {
      const bench = await open();
      const verdicts = [makeVerdict('a'), makeVerdict('b')];
      await bench.ledger.results.putVerdicts(storeUri, verdicts, changeAt(1));
      let puts = { count: 0 };
      const counted = bench.through((client) => {
        puts = countCommands(client, 'PutItemCommand');
      });
      await counted.results.putVerdicts(storeUri, verdicts, changeAt(2));
      assert.equal(puts.count, 0);
      await counted.results.putVerdicts(storeUri, [makeVerdict('a'), makeVerdict('b', { state: 'covered' })], changeAt(3));
      assert.equal(puts.count, 1);
    });

    test('of an older register never replace newer ones', async () => {
      const { results } = (await open()).ledger;
      const newer = makeVerdict('a', { revision: 5 });
      await results.putVerdicts(storeUri, [newer], changeAt(1));
      for (const treatment of ['a', 'b', null]) {
        await assert.rejects(results.putVerdicts(storeUri, [makeVerdict(treatment, { revision: 4 })], changeAt(2)), Conflict);
      }
      assert.deepEqual(await results.verdictsOf(storeUri), [newer]);
    });

    test('are one too many, never none, when a worker dies between the writes, and right after the retry', async () => {
      const bench = await open();
      await bench.ledger.results.putVerdicts(storeUri, [makeVerdict(null)], changeAt(1));
      const dying = bench.through((client) => killOnce(client, 'before', (sent) => sent.command === 'DeleteItemCommand'));
      const declared = makeVerdict('a', { revision: 2 });
      const put = () => dying.results.putVerdicts(storeUri, [declared], changeAt(2));
      await assert.rejects(put(), Killed);
      assert.deepEqual(await bench.ledger.results.verdictsOf(storeUri), [makeVerdict(null), declared]);
      await put();
      assert.deepEqual(await bench.ledger.results.verdictsOf(storeUri), [declared]);
    });

    test('are filtered by state and treatment', async () => {
      const { results } = (await open()).ledger;
      const states = ['covered', 'gaps', 'undetermined'] as const;
      for (let n = 0; n < 18; n += 1) {
        const store = `s3://bucket-${String(n).padStart(2, '0')}/`;
        const state = states[n % 3] ?? 'gaps';
        await results.putVerdicts(store, [makeVerdict(n % 2 === 0 ? 'portal' : null, { store, state })], changeAt(1));
      }
      const count = async (filter: Parameters<typeof results.verdicts>[0]): Promise<number> =>
        (await readPages((page) => results.verdicts(filter, page), 4)).flat().length;
      assert.equal(await count({}), 18);
      assert.equal(await count({ state: 'gaps' }), 6);
      assert.equal(await count({ treatment: 'portal' }), 9);
      assert.equal(await count({ treatment: 'portal', state: 'covered' }), 3);
      assert.equal(await count({ treatment: 'none' }), 0);
      const [first] = (await results.verdicts({}, whole)).items;
      assert.equal(first?.state, 'gaps');
    });
  });
}
