import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type OpenBench, readPages, whole } from './bench.ts';
import { makeEntry } from './samples.ts';

export function testAudit(open: OpenBench): void {
  describe('audit', () => {
    test('lists entries newest first, page by page', async () => {
      const { audit } = (await open()).ledger;
      for (let n = 0; n < 21; n += 1) await audit.append(makeEntry((n * 5) % 21));
      const pages = await readPages((page) => audit.audit(page), 10);
      assert.deepEqual(
        pages.map((page) => page.length),
        [10, 10, 1],
      );
      assert.deepEqual(
        pages.flat(),
        Array.from({ length: 21 }, (_, n) => makeEntry(20 - n)),
      );
    });

    test('keeps equal entries once, whatever the order of their keys, and different ones of one moment all', async () => {
      const { audit } = (await open()).ledger;
      await audit.append(makeEntry(1, { detail: { before: { a: 1, b: [2] }, after: null } }));
      await audit.append(makeEntry(1, { detail: { after: null, before: { b: [2], a: 1 } } }));
      await audit.append(makeEntry(1, { detail: { before: { a: 1, b: [3] }, after: null } }));
      await audit.append(makeEntry(1, { by: 'somebody@kashf' }));
      assert.equal((await audit.audit(whole)).items.length, 3);
    });

    test('goes on behind the cursor when entries are added in front', async () => {
      const { audit } = (await open()).ledger;
      for (let n = 0; n < 6; n += 1) await audit.append(makeEntry(n));
      const first = await audit.audit({ limit: 3, cursor: null });
      await audit.append(makeEntry(9));
      const second = await audit.audit({ limit: 3, cursor: first.next });
      assert.deepEqual(
        [...first.items, ...second.items].map((entry) => entry.target),
        ['t-5', 't-4', 't-3', 't-2', 't-1', 't-0'],
      );
      assert.equal(second.next, null);
    });
  });
}
