/**
 * `npm run accuracy [-- --check | --part train --faults 40 --detector ma/cin --language fr]`: precision and recall of every detector over
 * a labelled corpus. Without options the page `docs/accuracy.md` is written; with `--check` it is held against the one committed, and
 * the text that holds nobody's data against its bar.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DetectorId } from '../../detectors/catalogue.ts';
import { confidences } from '../../detectors/contract.ts';
import { registry } from '../../detectors/registry.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { makeCorpus } from './corpus.ts';
import { type Fault, main, measureDocument, type Tallies, tallyOf } from './measure.ts';
import { readRealText } from './real-text.ts';
import { compareReports, renderReport, type Results } from './report.ts';
import { measureNegatives, negativesAboveBar, type NegativeRow, renderNegatives } from '../negatives/measure.ts';
import { measureFields, renderFields } from './fields.ts';
import { introduction } from './introduction.ts';
import { templatesOf } from './templates/all.ts';
import { type Language, languages, type Part, parts } from './templates/kinds.ts';

const page = 'docs/accuracy.md';
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    part: { type: 'string', default: 'test' },
    seed: { type: 'string', default: '1' },
    values: { type: 'string', default: '400' },
    faults: { type: 'string', default: '0' },
    detector: { type: 'string' },
    language: { type: 'string' },
  },
});
const part = parts.find((one) => one === options.part);
if (part === undefined) throw new Error(`--part is one of ${parts.join(', ')}`);
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints what went wrong with what stands around it. Training only: whoever reads test faults tunes on them. */
function printFault({ kind, detector, confidence, document, start, end }: Fault, language: Language): void {
  const text = (from: number, to: number) =>
    new TextDecoder().decode(document.bytes.subarray(Math.max(0, from), to)).replaceAll('\n', '⏎');
  write(
    `${kind} ${detector} ${language} ${document.kind} (${confidence ?? 'nothing'}): ${text(start - 70, start)}⟦${text(start, end)}⟧${text(end, end + 30)}`,
  );
}

async function measurePart(measured: Part, seed: number, count: number): Promise<Results> {
  const scanner = createScanner();
  const known = new Set<DetectorId>(registry.map(({ id }) => id));
  const realText = readRealText(seed);
  const results = {
    seed,
    values: count,
    documents: 0,
    bytes: 0,
    byLanguage: new Map<Language, Tallies>(),
    byKind: new Map<string, { found: number; missed: number }>(),
    realText: { bytes: 0, high: 0, certain: 0 },
  };
  let faults = Number(options.faults);
  for (const language of languages) {
    const tallies: Tallies = new Map();
    results.byLanguage.set(language, tallies);
    for (const document of makeCorpus(templatesOf(measured, language), { seed, part: measured, values: count }, realText)) {
      const labels = document.labels.filter(({ detector }) => known.has(detector));
      const kind = results.byKind.get(document.kind) ?? { found: 0, missed: 0 };
      if (labels.length > 0) results.byKind.set(document.kind, kind);
      kind.found += labels.length;
      results.documents++;
      results.bytes += document.bytes.length;
      if (document.kind === 'real text') results.realText.bytes += document.bytes.length;
      await measureDocument({ ...document, labels }, scanner, tallies, (fault) => {
        if (fault.kind === 'missed') {
          kind.found--;
          kind.missed++;
        }
        if (document.kind === 'real text' && (fault.confidence === 'high' || fault.confidence === 'certain'))
          results.realText[fault.confidence]++;
        const isWanted = (options.detector ?? fault.detector) === fault.detector && (options.language ?? language) === language;
        if (isWanted && measured === 'train' && faults-- > 0) printFault(fault, language);
      });
    }
  }
  return results;
}

const started = performance.now();
const results = await measurePart(part, Number(options.seed), Number(options.values));
const isMeasured = part === 'test';
const negatives: readonly NegativeRow[] = isMeasured ? await measureNegatives(results.seed, createScanner()) : [];
const fields = isMeasured ? renderFields(await measureFields(results.seed, createScanner())) : '';
const report = [renderReport(results, introduction), fields, renderNegatives(negatives)].join('\n');
const seconds = ((performance.now() - started) / 1000).toFixed(0);

function printSummary(): void {
  for (const { id } of registry) {
    const cells = languages.map((language) => {
      const tally = tallyOf(results.byLanguage.get(language) ?? new Map(), id)[main];
      if (tally === undefined || tally.found + tally.missed === 0) return `${language} –`;
      const { found, missed, false: wrong } = tally;
      return `${language} ${(found / Math.max(1, found + wrong)).toFixed(3)}/${(found / (found + missed)).toFixed(3)}`;
    });
    write(`${id.padEnd(32)} ${cells.join('  ')}`);
  }
  write(
    `precision/recall at ${confidences.slice(main).join(' and ')}; ${results.documents} documents, ${(results.bytes / 1e6).toFixed(1)} MB, ${seconds} s`,
  );
}

printSummary();
if (options.check) {
  const fallen = [...compareReports(readFileSync(page, 'utf8'), report), ...negativesAboveBar(negatives)];
  for (const line of fallen) write(line);
  if (fallen.length > 0) {
    write(`${page}: ${fallen.length} figures fell. If that is meant, run npm run accuracy and commit the page.`);
    process.exitCode = 1;
  }
} else if (part === 'test') {
  writeFileSync(page, report);
  write(`wrote ${page}`);
}
