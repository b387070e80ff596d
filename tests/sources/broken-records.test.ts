import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldTexts } from '../../readers/contract.ts';
import { blocksOfRecords } from '../../readers/records.ts';
import { UnreadableError } from '../../sources/contract.ts';

test('records read before a source breaks off are blocks all the same', async () => {
  async function* records(): AsyncIterable<FieldTexts> {
    yield [['email', 'a@example.ma']];
    yield [['email', 'b@example.ma']];
    throw new UnreadableError('PERMISSION_DENIED', '1 columns');
  }
  let text = '';
  await assert.rejects(
    async () => {
      for await (const block of blocksOfRecords(records())) text += Buffer.from(block.bytes).toString();
    },
    { name: 'UnreadableError', reason: 'PERMISSION_DENIED' },
  );
  assert.deepEqual(text.trim().split('\n'), ['a@example.ma', 'b@example.ma']);
});
