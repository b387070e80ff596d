/** Lines as the eye reads them: the order of Arabic, Latin, numbers and brackets; nothing lost where a line breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { directionOf, isolateNumbers, splitIsolates } from '../../papers/direction.ts';
import { layLines } from '../../papers/lay-lines.ts';

const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
const measure = (text: string) => [...text].length * 10;
const lay = (text: string, width = 100_000, direction = directionOf(text, 'rtl')) =>
  layLines(bidi, text, { direction, width, measure });
/** Pieces from left to right; `|` between them. */
const seen = (text: string) => lay(text).map(({ pieces }) => pieces.map((piece) => piece.text).join('|'));

test('a line is put in the order of the eye, Arabic pieces whole for the font to shape', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['المادة الثانية', ['الثانية| |المادة']],
    ['المادة 12', ['12| |المادة']],
    ['رقم CIN هنا', ['هنا| |CIN| |رقم']],
    ['(الصحة)', ['(|الصحة|)']],
    [isolateNumbers('المادة 12(1)(e): نص'), ['نص| :|12(1)(e)| |المادة']],
    [isolateNumbers('القانون 09-08'), ['09-08| |القانون']],
    [isolateNumbers('بتاريخ 2026-11-22.'), ['.|2026-11-22| |بتاريخ']],
    [isolateNumbers('s3://a/b: صحة'), ['صحة| :|s3://a/b']],
    ['Dossiers (2026)', ['Dossiers (2026)']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(seen(text), expected, text);
});

test('pieces follow each other without overlap, and no line is wider than its column', () => {
  const words = fc.constantFrom(
    'المعالجة',
    'Nom',
    '12(1)(e)',
    '2026-11-22',
    '(الصحة)',
    's3://bucket/a/b',
    '«',
    'x',
    '10 000',
    '؛',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), fc.integer({ min: 30, max: 600 }), (parts, width) => {
      const text = isolateNumbers(parts.join(' '));
      const lines = lay(text, width);
      for (const line of lines) {
        assert.ok(line.width <= width, `${line.width} > ${width}`);
        let x = 0;
        for (const piece of line.pieces) {
          assert.equal(piece.x, x);
          x += measure(piece.text);
        }
      }
      const letters = (one: string) => [...one.replaceAll(/[\s\u2066\u2069()«»]/gu, '')].toSorted().join('');
      assert.equal(letters(lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')), letters(text));
    }),
  );
});

test('a text takes the direction of its paper where it has a letter of it', () => {
  assert.equal(directionOf('Suivi des soins', 'rtl'), 'ltr');
  assert.equal(directionOf('CIN: رقم', 'rtl'), 'rtl');
  assert.equal(directionOf('المتابعة', 'ltr'), 'rtl');
  assert.equal(directionOf('12', 'rtl'), 'rtl');
  assert.deepEqual(splitIsolates(isolateNumbers('المادة 15(b) نص')), [
    { text: 'المادة ', isolated: false },
    { text: '15(b)', isolated: true },
    { text: ' نص', isolated: false },
  ]);
  assert.equal(isolateNumbers('Art. 15(b)'), 'Art. 15(b)');
});
