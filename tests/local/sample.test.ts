import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerSchema } from '../../law/register.ts';
import { makeFiles } from '../../local/sample/files.ts';
import { sampleRegister } from '../../local/sample/register.ts';
import { bucketDescriptions, type BucketStore } from '../../local/sample/stores.ts';
import { makeNewsletter, makeTables } from '../../local/sample/tables.ts';

const buckets = Object.keys(bucketDescriptions) as BucketStore[];
const textOf = (store: BucketStore, seed: number): string =>
  makeFiles(store, seed)
    .map(({ body }) => Buffer.from(body).toString('latin1'))
    .join('\n');

describe('sample organisation', () => {
  for (const store of buckets) {
    it(`makes the same bytes for ${store} from the same seed, others from another`, () => {
      assert.deepEqual(makeFiles(store, 1), makeFiles(store, 1));
      assert.notDeepEqual(makeFiles(store, 1), makeFiles(store, 2));
    });
  }

  it('makes the same rows from the same seed, others from another', () => {
    assert.deepEqual([makeTables(1), makeNewsletter(1)], [makeTables(1), makeNewsletter(1)]);
    assert.notDeepEqual(makeTables(1), makeTables(2));
    assert.notDeepEqual(makeNewsletter(1), makeNewsletter(2));
  });

  it('makes bank numbers that divide by 97', () => {
    const numbers = textOf('staff', 3).match(/\b\d{24}\b/g) ?? [];
    assert.equal(numbers.length, 120);
    for (const number of numbers) assert.equal(BigInt(number) % 97n, 0n);
  });

  it('writes letters as UTF-8, windows-1256 and UTF-16', () => {
    const decoded = makeFiles('letters', 1).map(({ body }, index) =>
      new TextDecoder(['utf-8', 'windows-1256', 'utf-16le'][index % 3], { fatal: true }).decode(body),
    );
    assert.equal(decoded.length, 12);
    for (const letter of decoded) assert.match(letter, /للبطاقة الوطنية للتعريف رقم [A-Z]{2}\d{6}/);
  });

  it('declares in words that the register understands, and leaves out what the policy leaves out', () => {
    const register = registerSchema.parse(sampleRegister);
    const [portal, ...others] = register.treatments;
    assert.equal(others.length, 0);
    for (const missing of ['purposes', 'transfers', 'formality', 'startedOn', 'interconnections'] as const) {
      assert.equal(portal?.[missing], undefined, missing);
    }
  });
});
