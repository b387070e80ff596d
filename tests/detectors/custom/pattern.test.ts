import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findPrefixes } from '../../../detectors/custom/anchor.ts';
import { compileMatcher } from '../../../detectors/custom/matcher.ts';
import { parsePattern } from '../../../detectors/custom/parse-pattern.ts';
import { fixedCharacters, lengthsOf, PatternError } from '../../../detectors/custom/pattern.ts';

const covers = (pattern: string, text: string): boolean => compileMatcher(parsePattern(pattern)).covers(text);

describe('a pattern covers', () => {
  const rows: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
    ['MAT-\\d{6}', ['MAT-004217', 'MAT-٠٠٤٢١٧'], ['mat-004217', 'MAT-00421', 'MAT-0042170', '']],
    ['(?i)mat-\\d{2}', ['MAT-12', 'mat-12', 'MaT-12'], ['MAT 12']],
    ['[A-Z]{1,2}\\d?', ['A', 'AB', 'AB1'], ['ABC', '1']],
    ['(AB|CD)+x*', ['AB', 'ABCDAB', 'CDxxx'], ['A', 'x']],
    ['[^0-9]a', ['éa', '-a'], ['1a', '\na']],
    ['a.c', ['abc', 'a😀c', 'aكc'], ['a\nc', 'ac']],
    ['\\w\\s\\W\\D\\S', ['a ---', 'a\u{a0}---'], ['a----']],
    ['[ء-ي]{3}\\/\\d', ['بيت/٤', 'بيت/4'], ['abc/4']],
    ['[\\d.\\-\\]]{2,}', ['1.', '-]', '12'], ['1', 'ab']],
    ['a(?:b|c|)d', ['abd', 'acd', 'ad'], ['abcd']],
    ['\\(\\d\\)\\{\\}', ['(1){}'], ['1']],
  ];
  for (const [pattern, yes, no] of rows) {
    test(pattern, () => {
      for (const text of yes) assert.ok(covers(pattern, text), text);
      for (const text of no) assert.ok(!covers(pattern, text), text);
    });
  }

  test('what regular expressions of the same syntax do', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '[^a]', '(a|bc)', 'c?', 'b{2}', '(ab){1,2}', 'a*', '(?:c|)', '.', '\\w');
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abcd]{0,8}$/), (source, text) => {
        assert.equal(covers(source, text), text !== '' && new RegExp(`^(?:${source})$`, 'u').test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a pattern is refused with its place and the way out', () => {
  const rows: readonly (readonly [pattern: string, says: RegExp])[] = [
    ['(a)\\1', /character 5 .* linear time/],
    ['a(?=b)', /ahead or behind/],
    ['(?<x>a)', /ahead or behind, has a name/],
    ['^a', /character 1 .* stands free/],
    ['a$', /character 2 .* stands free/],
    ['\\bMAT', /stands free/],
    ['\\p{L}+', /list the letters/],
    ['[[:alpha:]]', /list its characters/],
    ['[a', /class is not closed/],
    ['[]', /class is empty/],
    ['[z-a]', /turn it round/],
    ['(a', /group is not closed/],
    ['a)', /not opened/],
    ['*a', /nothing stands before/],
    ['a**', /leave out the second sign/],
    ['a+?', /leave out the second sign/],
    ['a{2', /begins no count/],
    ['a{3,2}', /turn it round/],
    ['a{500}', /above 200/],
    ['\\e', /leave out the backslash/],
    ['a\\', /nothing follows the backslash/],
    ['(((a{99}){99}){99})', /repeats too much/],
    ['(a|b){0,20}a(a|b){15}', /too many ways at once/],
  ];
  for (const [pattern, says] of rows) {
    test(pattern, () => {
      assert.throws(
        () => compileMatcher(parsePattern(pattern)),
        (error) => error instanceof PatternError && says.test(error.message),
      );
    });
  }

  test('no text whatever makes the reading of a pattern fail in another way', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\\()[\]{}?*+|^$.,\-0-9:!<>=éء]{0,20}$/), (source) => {
        try {
          lengthsOf(parsePattern(source));
        } catch (error) {
          assert.ok(error instanceof PatternError, String(error));
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

test('length and fixed characters follow from the pattern', () => {
  const rows: readonly (readonly [pattern: string, lengths: readonly [number, number], fixed: number])[] = [
    ['MAT-\\d{6}', [10, 10], 4],
    ['(AB|C)\\d{2,3}', [3, 5], 1],
    ['[Mm]\\d+', [2, Infinity], 1],
    ['(?i)ref', [3, 3], 3],
    ['a{3}|b', [1, 3], 1],
  ];
  for (const [pattern, lengths, fixed] of rows) {
    assert.deepEqual(lengthsOf(parsePattern(pattern)), lengths, pattern);
    assert.equal(fixedCharacters(parsePattern(pattern)), fixed, pattern);
  }
});

test('an anchor is the shortest beginning that is rare enough; what stands on every line has none', () => {
  const rows: readonly (readonly [pattern: string, anchors: readonly string[] | null])[] = [
    ['MAT-\\d{6}', ['[^\\l\\d]mat\\-\\d']],
    ['\\d{8}', ['[^\\l\\d]\\d\\d\\d\\d\\d\\d\\d\\d']],
    ['[A-Z]{1,2}\\d{6}', ['[^\\l\\d]\\l(\\l){0,1}\\d\\d\\d\\d\\d\\d']],
    ['(EMP|AG)-\\d{4}', ['[^\\l\\d](emp|ag)\\-\\d\\d\\d']],
    ['EMP\\d{4}|AG/\\d{4}', ['[^\\l\\d]emp\\d\\d\\d\\d', '[^\\l\\d]ag\\/\\d\\d\\d']],
    ['\\d{4}', null],
    ['[A-Z]{8}', null],
    ['.*@x', null],
    ['EMP\\d{4}|\\d{3}', null],
    ['Ж\\d{2}', null],
  ];
  for (const [pattern, anchors] of rows) {
    const found = findPrefixes(parsePattern(pattern));
    assert.deepEqual(found?.map(({ anchor }) => anchor) ?? null, anchors, pattern);
  }
});
