/**
 * Texts and tables made of what the detectors live on: no throw, no hang, and nothing that depends on where a text was cut.
 * `FUZZ_SECONDS=600 FUZZ_SEED=2 node --test tests/detectors/fuzz.test.ts` goes on for longer; a failure prints its seed and path.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Cells, Text } from '../../detectors/contract.ts';
import { wordsOf } from '../../bench/detector-words.ts';
import { splitWords } from '../../detectors/define.ts';
import { registry } from '../../detectors/registry.ts';
import { contextBytes, createScanner } from '../../detectors/scanner.ts';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 15);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
/** A few kilobytes, on a machine that does other things as well. */
const deadlineMilliseconds = 5_000;

const scanner = createScanner();
const encoder = new TextEncoder();

function scan(text: Text): string[] {
  const found: string[] = [];
  scanner.scan(
    text,
    ({ detector, start, end, confidence, evidence }) =>
      found.push(`${detector} ${start}-${end} ${confidence} ${evidence.map(({ kind, detail }) => `${kind}:${detail}`).join()}`),
    ({ detector }) => assert.fail(`${detector} has thrown`),
  );
  return found;
}

const joints = [' ', '  ', '\n', '\n\n', '. ', '.', ',', ';', ':', ' : ', '=', '-', '/', '(', ')', '"', "'", '@', '+', '|', '\t'];
const marks = [
  '\u00a0',
  '\u202f',
  '\u200f',
  '\u0640',
  '\u064e',
  '،',
  '\ufeff',
  '\u{1f600}',
  '€',
  'é',
  'È',
  '\ufb01',
  'Ａ',
  '１',
  'ﻻ',
  'ﺍ',
];
const numbers = [
  '0',
  '1',
  '23',
  '06',
  '+212',
  '(0)',
  '00212',
  '007780',
  '123456',
  '1234567',
  '٣',
  '۴',
  '12/05/1980',
  '1983',
  '196.200.',
];

const piece = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...registry.map(({ example }) => example)) },
  { weight: 3, arbitrary: fc.constantFrom(...registry.flatMap(wordsOf)) },
  { weight: 5, arbitrary: fc.constantFrom(...joints) },
  { weight: 1, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const bytesOf = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.array(piece, { maxLength }), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }))
    .map(([pieces, damages]) => {
      const bytes = encoder.encode(pieces.join(''));
      for (const [place, byte] of damages) if (bytes.length > 0) bytes[place % bytes.length] = byte;
      return bytes;
    });

const fieldNames = [...registry.map(({ fields }) => splitWords(fields.says)[0]?.replace('=', '') ?? ''), 'id', 'note', 'sku', ''];

/** Cells between semicolons and line ends, under names that say much or nothing. */
function cellsOf(bytes: Uint8Array, step: number): Cells {
  const starts: number[] = [0];
  const ends: number[] = [];
  bytes.forEach((byte, at) => {
    if (byte !== 0x3b && byte !== 0x0a) return;
    ends.push(at);
    starts.push(at + 1);
  });
  ends.push(bytes.length);
  const fields = starts.map((_, index) => (index * step) % fieldNames.length);
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    fields: Uint32Array.from(fields),
    records: new Uint32Array(starts.length),
    fieldNames,
  };
}

/** Runs a property for its share of the time. */
function check<T extends unknown[]>(property: fc.IProperty<T>): void {
  fc.assert(property, {
    seed,
    numRuns: 10_000_000,
    interruptAfterTimeLimit: (seconds / 3) * 1000,
    markInterruptAsFailure: false,
  });
}

describe(`fuzzing for ${seconds} s from seed ${seed}`, () => {
  test('a text gives the same wherever it is cut, in time', () => {
    check(
      fc.property(bytesOf(80), fc.nat(), (bytes, place) => {
        const whole: Text = { bytes, from: 0, to: bytes.length, cells: null };
        const cut = place % (bytes.length + 1);
        const start = performance.now();
        assert.deepEqual([...scan({ ...whole, to: cut }), ...scan({ ...whole, from: cut })], scan(whole));
        assert.ok(performance.now() - start < deadlineMilliseconds);
      }),
    );
  });

  test('a table gives the same wherever it is cut, and nothing leaves a cell', () => {
    check(
      fc.property(bytesOf(80), fc.nat(), fc.integer({ min: 1, max: 40 }), (bytes, place, step) => {
        const cells = cellsOf(bytes, step);
        const whole: Text = { bytes, from: 0, to: bytes.length, cells };
        const cut = place % (bytes.length + 1);
        const all = scan(whole);
        assert.deepEqual([...scan({ ...whole, to: cut }), ...scan({ ...whole, from: cut })], all);
        for (const line of all) {
          const [start = 0, end = 0] = (line.split(' ')[1] ?? '').split('-').map(Number);
          assert.ok(
            cells.starts.some((first, cell) => first <= start && end <= (cells.ends[cell] ?? 0)),
            line,
          );
        }
      }),
    );
  });

  test('a stretch of a long text needs no more context than is said', () => {
    check(
      fc.property(bytesOf(600), fc.nat(), fc.nat(), (bytes, first, second) => {
        const [from = 0, to = 0] = [first % (bytes.length + 1), second % (bytes.length + 1)].toSorted((a, b) => a - b);
        const low = Math.max(0, from - contextBytes);
        const part = { bytes: bytes.subarray(low, to + contextBytes), from: from - low, to: to - low, cells: null };
        const move = (line: string, by: number): string =>
          line.replace(/ (\d+)-(\d+) /, (_, start: string, end: string) => ` ${Number(start) + by}-${Number(end) + by} `);
        assert.deepEqual(
          scan(part).map((line) => move(line, low)),
          scan({ bytes, from, to, cells: null }),
        );
      }),
    );
  });
});
