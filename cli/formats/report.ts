/** Prints a scan's report in each format. */
import type { Language } from '../../law/contract.ts';
import type { Report } from '../report-schema.ts';
import { csvLine } from './csv.ts';
import { renderReportPage } from './report-page.ts';
import { renderReportTable } from './report-table.ts';

export type ReportFormat = 'table' | 'json' | 'jsonl' | 'csv' | 'html';

/** Writes the report; every format holds every gap, finding, skip and note. */
export function printReport(report: Report, format: ReportFormat, language: Language, write: (text: string) => void): void {
  write(renderers[format](report, language));
}

const renderers: Readonly<Record<ReportFormat, (report: Report, language: Language) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  jsonl: renderLines,
  csv: renderCsv,
  table: renderReportTable,
  html: renderReportPage,
};

/** One object a line, each with its `type`: scan, store, verdict, finding, skip, note. */
function renderLines({ schemaVersion, scan, stores, verdicts, findings, skips, notes }: Report): string {
  const lines = [
    { type: 'scan', v: schemaVersion, ...scan },
    ...stores.map((store) => ({ type: 'store', v: schemaVersion, ...store })),
    ...verdicts.map((verdict) => ({ type: 'verdict', v: schemaVersion, ...verdict })),
    ...findings.map((finding) => ({ type: 'finding', v: schemaVersion, ...finding })),
    ...skips.map((skip) => ({ type: 'skip', v: schemaVersion, ...skip })),
    ...notes.map((note) => ({ type: 'note', v: schemaVersion, ...note })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function renderCsv({ verdicts, findings, skips, notes }: Report, language: Language): string {
  const header = csvLine(['type', 'store', 'object', 'field', 'what', 'category', 'level', 'count', 'articles', 'text']);
  const gaps = verdicts.flatMap((verdict) => [
    csvLine([
      'verdict',
      verdict.store,
      null,
      null,
      verdict.state,
      null,
      verdict.formality,
      verdict.gaps.length,
      null,
      verdict.treatment,
    ]),
    ...verdict.gaps.map((gap) =>
      csvLine([
        'gap',
        verdict.store,
        null,
        null,
        gap.kind,
        gap.category,
        gap.severity,
        null,
        gap.articles.join(' '),
        gap.text[language],
      ]),
    ),
  ]);
  const found = findings.map((one) =>
    csvLine(['finding', one.store, one.object, one.field, one.detector, one.category, one.confidence, one.count, null, one.mask]),
  );
  const skipped = skips.map((skip) =>
    csvLine(['skip', skip.store, skip.object, null, skip.reason, null, null, null, null, skip.detail]),
  );
  const noted = notes.map((note) =>
    csvLine(['note', note.store, note.object, null, note.code, null, null, null, null, note.detail]),
  );
  return [header, ...gaps, ...found, ...skipped, ...noted].join('');
}
