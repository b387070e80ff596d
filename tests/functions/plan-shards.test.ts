import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObjectRef } from '../../findings/store.ts';
import { partBytes, planShards } from '../../functions/plan/plan-shards.ts';

const refOf = (name: string, sizeBytes: number): ObjectRef => ({ name, version: '1', sizeBytes, modifiedAt: null, part: null });
const plan = (...objects: ObjectRef[]) => [...planShards('s3://b', objects, Buffer.alloc(32, 1), (name) => ({ plain: name }))];

test('a large flat object is cut into parts, each a shard of its own; small ones travel together', () => {
  const shards = plan(refOf('a.csv', 10), refOf('big.csv', partBytes * 3 + 1), refOf('b.csv', 10), refOf('c.csv', 10));
  assert.deepEqual(
    shards.map(({ objects }) => objects.map(({ name, part }) => [name, part])),
    [
      [[{ plain: 'a.csv' }, null]],
      ...[0, 1, 2].map((index) => [[{ plain: 'big.csv' }, { index, of: 4 }]]),
      [[{ plain: 'big.csv' }, { index: 3, of: 4 }]],
      [
        [{ plain: 'b.csv' }, null],
        [{ plain: 'c.csv' }, null],
      ],
    ],
  );
  assert.equal(new Set(shards.map(({ id }) => id)).size, shards.length);
});

test('what only one worker can read is not cut, nor what is just small enough', () => {
  const shards = plan(refOf('big.parquet', partBytes * 9), refOf('big.csv.GZ', partBytes * 9), refOf('a.csv', partBytes));
  assert.deepEqual(
    shards.flatMap(({ objects }) => objects.map(({ part }) => part)),
    [null, null, null],
  );
});
