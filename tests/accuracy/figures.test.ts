import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Confidence, Match, Scanner } from '../../detectors/contract.ts';
import { createScanner } from '../../detectors/scanner.ts';
import type { Document } from '../../bench/accuracy/documents.ts';
import { main, measureDocument, type Tallies, tallyOf } from '../../bench/accuracy/measure.ts';
import { compareReports, readFigures, renderReport } from '../../bench/accuracy/report.ts';
import { f2Of, wilson } from '../../bench/accuracy/statistics.ts';

const bytes = Buffer.from('Tél 0661234567, CIN BK123456 et facture AB123456.');
const at = (text: string) => ({ start: bytes.indexOf(text), end: bytes.indexOf(text) + text.length });
const document: Document = {
  name: 'note.txt',
  kind: 'note',
  bytes,
  labels: [
    { detector: 'global/phone', ...at('0661234567') },
    { detector: 'ma/cin', ...at('BK123456') },
  ],
};

/** A scanner that says what it is told to. */
const scannerOf = (hits: readonly (Pick<Match, 'detector' | 'start' | 'end'> & { confidence: Confidence })[]): Scanner => ({
  ...createScanner({ only: [] }),
  scan: (_, onMatch) => hits.forEach((hit) => onMatch({ ...hit, category: 'contact', evidence: [] })),
  normalise: (_, value) => value,
});

async function measure(hits: Parameters<typeof scannerOf>[0]): Promise<Tallies> {
  const tallies: Tallies = new Map();
  await measureDocument(document, scannerOf(hits), tallies, () => undefined);
  return tallies;
}

test('a whole value at the main level is found, a part of it is both missed and false', async () => {
  const whole = await measure([{ detector: 'ma/cin', ...at('BK123456'), confidence: 'high' }]);
  assert.deepEqual(tallyOf(whole, 'ma/cin')[main], { found: 1, missed: 0, false: 0 });
  assert.deepEqual(tallyOf(whole, 'global/phone')[main], { found: 0, missed: 1, false: 0 });
  const part = await measure([{ detector: 'ma/cin', ...at('BK12345'), confidence: 'high' }]);
  assert.deepEqual(tallyOf(part, 'ma/cin')[main], { found: 0, missed: 1, false: 1 });
});

test('a match counts at its own level and below, and outside of labels it is false', async () => {
  const tallies = await measure([
    { detector: 'ma/cin', ...at('BK123456'), confidence: 'medium' },
    { detector: 'ma/cin', ...at('AB123456'), confidence: 'certain' },
  ]);
  assert.deepEqual(tallyOf(tallies, 'ma/cin'), [
    { found: 1, missed: 0, false: 1 },
    { found: 1, missed: 0, false: 1 },
    { found: 0, missed: 1, false: 1 },
    { found: 0, missed: 1, false: 1 },
  ]);
});

test('intervals are those of Wilson', () => {
  // Newcombe (1998), table I: 81 of 263.
  const { value, low, high } = wilson(81, 263);
  assert.deepEqual([value.toFixed(4), low.toFixed(4), high.toFixed(4)], ['0.3080', '0.2553', '0.3662']);
  assert.deepEqual([wilson(0, 20).low, wilson(20, 20).high], [0, 1]);
  assert.equal(f2Of({ found: 8, missed: 2, false: 8 }).toFixed(4), '0.7143');
});

test('a page is read back, and a fall beyond the slack is told', async () => {
  const page = (found: number, missed: number): string => {
    const tallies: Tallies = new Map([['ma/cin', [0, 1, 2, 3].map(() => ({ found, missed, false: 10 }))]]);
    return renderReport(
      {
        seed: 1,
        values: 1,
        documents: 1,
        bytes: 1,
        byLanguage: new Map([['fr', tallies]]),
        byKind: new Map(),
        realText: { bytes: 1, high: 0, certain: 0 },
      },
      '',
    );
  };
  assert.deepEqual([...readFigures(page(990, 10))], [['ma/cin, French', { precision: 0.99, recall: 0.99 }]]);
  assert.deepEqual(compareReports(page(990, 10), page(988, 12)), []);
  assert.deepEqual(compareReports(page(990, 10), page(980, 20)), ['ma/cin, French: recall fell from 0.99 to 0.98']);
  assert.deepEqual(compareReports(page(990, 10), ''), ['ma/cin, French: no longer measured']);
  assert.match(page(900, 100), /`ma\/cin`, French: recall 0\.900 < 0\.97/);
});
