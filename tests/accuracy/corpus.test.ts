import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCorpus } from '../../bench/accuracy/corpus.ts';
import type { Document } from '../../bench/accuracy/documents.ts';
import { luhnDigit } from '../../bench/accuracy/values.ts';
import { templatesOf } from '../../bench/accuracy/templates/all.ts';
import { languages, sensitiveKinds, slotDetectors } from '../../bench/accuracy/templates/kinds.ts';
import type { RealText } from '../../bench/accuracy/real-text.ts';

const nothing: RealText = { take: () => ({ name: 'document.txt', kind: 'real text', bytes: new Uint8Array(0), labels: [] }) };
const textOf = ({ bytes }: Document, { start, end }: { start: number; end: number }): string =>
  new TextDecoder().decode(bytes.subarray(start, end));

for (const language of languages) {
  const make = (seed: number) => [...makeCorpus(templatesOf('test', language), { seed, part: 'test', values: 25 }, nothing)];
  const documents = make(1);

  test(`${language}: every detector gets its number of values, and as many documents hold nothing`, () => {
    const counts = new Map<string, number>();
    for (const { labels } of documents) for (const { detector } of labels) counts.set(detector, (counts.get(detector) ?? 0) + 1);
    for (const id of [...sensitiveKinds.map((kind) => `sensitive/${kind}`), ...Object.values(slotDetectors)]) {
      // No one writes coordinates in the templates of Darija.
      if (id === 'global/geolocation' && language === 'darija') continue;
      assert.ok((counts.get(id) ?? 0) >= 25, `${id}: ${counts.get(id) ?? 0}`);
    }
    const real = documents.filter(({ kind }) => kind === 'real text').length;
    assert.ok(Math.abs(real * 4 - documents.length) <= 8, `${real} of ${documents.length} are real text`);
  });

  test(`${language}: labels lie on whole characters and hold what was planted`, () => {
    for (const document of documents) {
      for (const label of document.labels) {
        const text = textOf(document, label);
        assert.ok(text.trim().length > 0 && !text.includes('\u{fffd}'), `${label.detector} in ${document.kind}: ${text}`);
        assert.doesNotMatch(text, /[{}[\]]/);
        if (label.detector === 'global/email') assert.match(text, /^[^\s@]+@[^\s@]+$/);
        if (label.detector === 'global/payment-card') {
          const digits = text.replaceAll(/\D/g, '');
          assert.equal(luhnDigit(digits.slice(0, -1)), digits.slice(-1));
        }
      }
    }
  });

  test(`${language}: the same seed makes the same documents, another seed others`, () => {
    const all = (list: readonly Document[]) => Buffer.concat(list.map(({ bytes }) => bytes)).toString('base64');
    assert.equal(all(make(1)), all(documents));
    assert.notEqual(all(make(2)), all(documents));
  });
}
