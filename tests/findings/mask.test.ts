import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { categories, type Category } from '../../detectors/catalogue.ts';
import { mask } from '../../findings/mask.ts';

const cases: readonly (readonly [category: Category, value: string, shown: string | null])[] = [
  ['national-id-number', 'BK123456', 'BK••••56'],
  ['national-id-number', 'bk 123 456', 'bk••••••56'],
  ['national-id-number', 'EL<AMRANI<<FATIMA<<<', 'EL••••••••••••••••<<'],
  ['official-id-number', '123456789', '•••••••89'],
  ['contact', '0612345678', '••••••••78'],
  ['contact', 'x@y.z', '•••••'],
  ['financial', 'MA64', '••••'],
  ['health', 'diabète', null],
  ['union-membership', 'UMT', null],
  ['civil-identity', '05/12/1983', null],
];

for (const [category, value, shown] of cases) {
  test(`${category} "${value}" is shown as ${shown}`, () => assert.equal(mask(category, value), shown));
}

test('a mask never shows more than the letters and two characters, whatever the value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...categories), fc.string({ unit: 'grapheme', minLength: 1 }), (category, value) => {
      const shown = mask(category, value);
      if (shown === null) return;
      const open = [...shown].filter((character) => character !== '•');
      const digits = open.filter((character) => /\p{Nd}/u.test(character));
      assert.ok(digits.length <= 2);
      if (category !== 'national-id-number') assert.ok(open.length <= 2);
    }),
  );
});
