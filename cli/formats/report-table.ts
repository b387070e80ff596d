/** The report for a terminal: verdicts first, then what they rest on. */
import type { Language } from '../../law/contract.ts';
import { renderFormality, renderPenalty, renderState } from '../../law/text.ts';
import type { Report, ReportGap, ReportVerdict } from '../report-schema.ts';
import { cleanText, renderTable } from './table.ts';

/** Tables of verdicts with their gaps, of findings, and of skips; each only where there is something to say. */
export function renderReportTable(report: Report, language: Language): string {
  const parts = [renderVerdicts(report.verdicts, language), renderFindings(report), renderSkips(report), renderEnd(report)];
  return parts.filter((part) => part !== '').join('\n');
}

/** One row for each verdict and one for each of its gaps. */
export function renderVerdicts(verdicts: readonly ReportVerdict[], language: Language): string {
  if (verdicts.length === 0) return 'No store was found.\n';
  return verdicts
    .map((verdict) => {
      const head = `${cleanText(verdict.store)}\n  ${renderState(verdict.state, language)} · ${renderFormality(verdict.formality, language)}`;
      const treatment = verdict.treatment === null ? '' : ` · ${cleanText(verdict.treatment)}`;
      const gaps = verdict.gaps.map((gap) => gapRow(gap, language));
      const table = gaps.length === 0 ? '' : indent(renderTable(['gap', 'severity', 'articles', 'penalty', 'what'], gaps, 150));
      return `${head}${treatment}\n${table}`;
    })
    .join('\n');
}

const gapRow = (gap: ReportGap, language: Language) => [
  gap.kind,
  gap.severity,
  gap.articles.join(', '),
  gap.penalty === null ? '–' : renderPenalty(gap.penalty, language),
  cleanText(gap.text[language]),
];

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');

function renderFindings({ findings }: Report): string {
  if (findings.length === 0) return '';
  const rows = findings.map((one) => [
    cleanText(`${one.object === '' ? one.store : one.object}${one.field === null ? '' : ` [${one.field}]`}`),
    one.detector,
    one.confidence,
    `${one.count} (${one.distinct} different)`,
    cleanText(one.mask ?? ''),
  ]);
  return renderTable(['found in', 'detector', 'confidence', 'matches', 'mask'], rows, 150);
}

function renderSkips({ skips }: Report): string {
  if (skips.length === 0) return '';
  const rows = skips.map((skip) => [cleanText(skip.object ?? skip.store), skip.reason, cleanText(skip.detail)]);
  return renderTable(['not read', 'reason', 'detail'], rows, 150);
}

function renderEnd({ scan, stores, verdicts, findings, skips }: Report): string {
  const gaps = verdicts.reduce((sum, verdict) => sum + verdict.gaps.length, 0);
  const read = scan.complete ? 'everything was read' : 'not everything was read: absence of findings proves nothing';
  return `${stores.length} stores, ${findings.length} findings, ${gaps} gaps, ${skips.length} skips; ${read}.\n`;
}
