import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { Conflict, type Ledger } from '../../ledger/contract.ts';
import type { Bench, OpenBench } from './bench.ts';
import { killOnce, Killed } from './faults.ts';
import {
  changeAt,
  makeAlert,
  makeEntry,
  makeFinding,
  makeMark,
  makeResult,
  makeScan,
  makeSkip,
  makeStoreEntry,
  makeTreatment,
  makeVerdict,
  minute,
  storeUri,
} from './samples.ts';

/** A scan, its verdicts and alerts, and a changed register: every write that takes more than one step is among them. */
const story: readonly ((ledger: Ledger) => Promise<unknown>)[] = [
  ({ register }) => register.putController({ name: 'Ministry' }, changeAt(0)),
  ({ register }) => register.putTreatment(makeTreatment('a'), 0, changeAt(1)),
  ({ scans }) => scans.putScan(makeScan('s')),
  ({ results }) => results.putStore(makeStoreEntry(storeUri)),
  ({ scans }) => scans.putShardResult(makeResult('s', 'a', { skips: [makeSkip('x')] })),
  ({ scans }) => scans.putShardResult(makeResult('s', 'b', { failed: true })),
  ({ results }) => results.putFindings(storeUri, [makeFinding('f'), makeFinding('g')]),
  ({ results }) => results.putMarks(storeUri, [makeMark('o'), makeMark('p')]),
  ({ results }) => results.deleteMarks(storeUri, ['p']),
  ({ results }) => results.putVerdicts(storeUri, [makeVerdict(null), makeVerdict('z')], changeAt(2)),
  ({ alerts }) => alerts.putAlert(makeAlert('n'), changeAt(2)),
  ({ alerts }) => alerts.told('n', 1),
  ({ register }) => register.deleteTreatment('a', 1, changeAt(3)),
  ({ register }) => register.putTreatment(makeTreatment('b'), 0, changeAt(3)),
  ({ results }) => results.putVerdicts(storeUri, [makeVerdict('b', { revision: 4 })], changeAt(4)),
  ({ alerts }) => alerts.putAlert(makeAlert('n', { state: 'resolved', revision: 2, toldRevision: 1 }), changeAt(4)),
  ({ scans }) => scans.putScan(makeScan('s', { state: 'completed', endedAt: minute(5) })),
  ({ audit }) => audit.append(makeEntry(1)),
];

const writes = new Set(['PutItemCommand', 'DeleteItemCommand', 'UpdateItemCommand', 'BatchWriteItemCommand']);

function keyOf(item: Record<string, unknown>): string {
  return `${String(item['pk'])}\n${String(item['sk'])}`;
}

/** Every item of the table, in the order of their keys. */
async function dumpTable({ client, table }: Bench): Promise<readonly unknown[]> {
  const items: Record<string, unknown>[] = [];
  let from: ScanCommandInput['ExclusiveStartKey'];
  do {
    const answer = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }));
    items.push(...(answer.Items ?? []).map((item) => unmarshall(item)));
    from = answer.LastEvaluatedKey;
  } while (from !== undefined);
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Tells the story through a client that dies at its `nth` write; what died is done again. False = there is no such write. */
async function tellDying(bench: Bench, moment: 'before' | 'after', nth: number): Promise<boolean> {
  let seen = 0;
  const dying = bench.through((client) =>
    killOnce(client, moment, ({ command }) => {
      if (writes.has(command)) seen += 1;
      return seen === nth;
    }),
  );
  for (const step of story) {
    try {
      await step(dying);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      await step(dying);
    }
  }
  return seen >= nth;
}

export function testRepeats(open: OpenBench): void {
  describe('repeats', () => {
    test('of every single write leave the table as it was', async () => {
      const [once, twice] = [await open(), await open()];
      for (const step of story) {
        await step(once.ledger);
        await step(twice.ledger);
        await step(twice.ledger);
      }
      assert.deepEqual(await dumpTable(twice), await dumpTable(once));
    });

    for (const moment of ['before', 'after'] as const) {
      test(`after a death ${moment} any write lead to the same table as an undisturbed run`, async () => {
        const calm = await open();
        for (const step of story) await step(calm.ledger);
        const expected = await dumpTable(calm);
        let nth = 1;
        for (let bench = await open(); await tellDying(bench, moment, nth); bench = await open()) {
          assert.deepEqual(await dumpTable(bench), expected, `death ${moment} write ${nth}`);
          nth += 1;
        }
        assert.ok(nth > story.length, 'each step of the story writes at least once');
      });
    }

    test('and changes of the register in any order give what a plain map with counters gives', async () => {
      const ids = fc.constantFrom('a', 'b');
      const expected = fc.integer({ min: 0, max: 4 });
      const moves = fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('put' as const), id: ids, expected, name: fc.constantFrom('one', 'two') }),
          fc.record({ kind: fc.constant('delete' as const), id: ids, expected }),
        ),
        { maxLength: 14 },
      );
      await fc.assert(
        fc.asyncProperty(moves, async (list) => {
          const { register } = (await open()).ledger;
          const model = new Map<string, { revision: number; name: string | null }>();
          for (const [n, move] of list.entries()) {
            const known = model.get(move.id) ?? { revision: 0, name: null };
            const live = known.name === null ? 0 : known.revision;
            const fits = move.expected === live && (move.kind === 'put' || live > 0);
            const act = (): Promise<unknown> =>
              move.kind === 'put'
                ? register.putTreatment(makeTreatment(move.id, { name: move.name }), move.expected, changeAt(n))
                : register.deleteTreatment(move.id, move.expected, changeAt(n));
            if (fits) {
              const name = move.kind === 'put' ? move.name : null;
              if (name !== known.name) model.set(move.id, { revision: known.revision + 1, name });
              await act();
            } else {
              await assert.rejects(act(), (error) => error instanceof Conflict && error.current === live);
            }
          }
          const read = await register.read();
          const sum = [...model.values()].reduce((total, entry) => total + entry.revision, 0);
          assert.equal(read.revision, sum);
          const left = [...model].filter(([, entry]) => entry.name !== null);
          assert.deepEqual(
            new Map(read.treatments.map((entry) => [entry.value.id, { revision: entry.revision, name: entry.value.name }])),
            new Map(left),
          );
        }),
        { numRuns: 25 },
      );
    });
  });
}
