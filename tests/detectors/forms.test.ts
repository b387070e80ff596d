/** Presentation forms, full-width characters and ligatures are found as the letters they stand for, at their own places. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Match, Text } from '../../detectors/contract.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { findIn, tableOf, textOf } from './cases.ts';

const scanner = createScanner();

function scan(text: Text): string[] {
  const found: string[] = [];
  scanner.scan(text, (match: Match) => found.push(`${match.detector} ${match.start}-${match.end} ${match.confidence}`));
  return found;
}

/** Letters as old programs and PDF files write them: the first presentation form of each, full width for ASCII. */
function writeForms(text: string): string {
  const forms = new Map<string, string>();
  for (const [from, to] of [
    [0xfe80, 0xfefc],
    [0xff01, 0xff5e],
  ] as const)
    for (let point = to; point >= from; point--) {
      const form = String.fromCodePoint(point);
      forms.set(form.normalize('NFKC'), form);
    }
  return text.replaceAll('لا', forms.get('لا') ?? '').replaceAll(/\S/gu, (letter) => forms.get(letter) ?? letter);
}

describe('presentation forms, full width and ligatures', () => {
  const cases: readonly (readonly [text: string, detector: string, value: string])[] = [
    ['CIN n° BK123456', 'ma/cin', 'BK123456'],
    ['البطاقة الوطنية رقم AB123456', 'ma/cin', 'AB123456'],
    ['الهاتف : 0661234567', 'global/phone', '0661234567'],
    ['fatima.amrani@courriel.ma', 'global/email', 'fatima.amrani@courriel.ma'],
    ['RIB : 007 810 0001234567890123 45', 'ma/rib', '007 810 0001234567890123 45'],
    ['السيد محمد العلوي', 'global/person-name', 'محمد العلوي'],
    ['الاسم الكامل : السلامي', 'global/person-name', 'السلامي'],
  ];
  for (const [text, detector, value] of cases) {
    test(`${detector} in forms: ${text}`, () => {
      const forms = writeForms(text);
      assert.notEqual(forms, text);
      const plain = findIn(scanner, textOf(text)).find((hit) => hit.detector === detector);
      const hit = findIn(scanner, textOf(`Texte devant. ${forms}`)).find((one) => one.detector === detector);
      assert.equal(plain?.value, value);
      assert.equal(hit?.value, writeForms(value));
      assert.equal(hit?.confidence, plain?.confidence);
    });
  }

  test('in cells, and in the names of fields', () => {
    const cells = tableOf([writeForms('رقم البطاقة'), 'note'], [[writeForms('XB123456'), 'certi\ufb01cat']]);
    assert.deepEqual(
      findIn(scanner, cells).map((hit) => [hit.detector, hit.value, hit.confidence]),
      [['ma/cin', writeForms('XB123456'), 'high']],
    );
  });

  test('gives the same wherever a text is cut', () => {
    const whole = textOf(cases.map(([text]) => `${writeForms(text)}, ${text}\n`).join(''));
    const all = scan(whole);
    assert.ok(all.length >= 2 * cases.length);
    for (let cut = 0; cut <= whole.bytes.length; cut += 7)
      assert.deepEqual([...scan({ ...whole, to: cut }), ...scan({ ...whole, from: cut })], all);
  });
});
