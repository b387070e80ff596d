import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fingerprint } from '../../findings/fingerprint.ts';
import { openName, seal, unseal } from '../../findings/seal.ts';
import {
  addToSketch,
  countDistinct,
  emptySketch,
  mergeSketches,
  sketchHash,
  sketchSize,
  sketchTexts,
} from '../../findings/sketch.ts';

const key = Buffer.alloc(32, 7);

test('a fingerprint depends on the key and on every part, not on how parts are cut', () => {
  assert.equal(fingerprint(key, 'a', 'b'), fingerprint(key, 'a', 'b'));
  assert.notEqual(fingerprint(key, 'a', 'b'), fingerprint(key, 'ab', ''));
  assert.notEqual(fingerprint(key, 'a', 'b'), fingerprint(Buffer.alloc(32, 8), 'a', 'b'));
  assert.match(fingerprint(key, 'x'), /^[0-9a-f]{32}$/);
});

test('a sealed name opens under its key alone, and one name has one seal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const whole = Buffer.from(name, 'utf8').toString('utf8');
      assert.equal(unseal(key, seal(key, whole)), whole);
      assert.equal(seal(key, whole), seal(key, whole));
      assert.equal(openName(key, { sealed: seal(key, whole) }), whole);
    }),
  );
  assert.throws(() => unseal(randomBytes(32), seal(key, 'BK123456.pdf')));
  assert.throws(() => unseal(key, `A${seal(key, 'BK123456.pdf').slice(1)}`));
  assert.ok(!seal(key, 'BK123456.pdf').includes('123456'));
});

test('a sketch counts exactly while it is not full, and within a fifth above', () => {
  for (const wanted of [0, 1, 100, sketchSize - 1, 1_000, 20_000]) {
    const sketch = emptySketch();
    for (let value = 0; value < wanted; value += 1) {
      addToSketch(sketch, sketchHash(key, 'ma/cin', `value ${value}`));
      addToSketch(sketch, sketchHash(key, 'ma/cin', `value ${value % 10}`));
    }
    const counted = countDistinct(sketchTexts(sketch));
    if (wanted < sketchSize) assert.equal(counted, wanted);
    else assert.ok(Math.abs(counted - wanted) / wanted < 0.25, `${counted} for ${wanted}`);
  }
});

test('sketches of parts merge into the sketch of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 600 }), fc.nat(600), (values, cut) => {
      const sketchOf = (part: readonly number[]) => {
        const sketch = emptySketch();
        for (const value of part) addToSketch(sketch, sketchHash(key, 'global/email', String(value)));
        return sketchTexts(sketch);
      };
      assert.deepEqual(mergeSketches([sketchOf(values.slice(0, cut)), sketchOf(values.slice(cut))]), sketchOf(values));
    }),
  );
});
