/** The report for a terminal: verdicts first, then what they rest on. */
import type { Language } from '../../law/contract.ts';
import { renderFormality, renderPenalty, renderSeverity, renderState } from '../../law/text.ts';
import type { Report, ReportGap, ReportVerdict } from '../report-schema.ts';
import { cleanText, renderTable, wrapText } from './table.ts';

/** Columns of a terminal that sentences may take. */
const textWidth = 110;

/** Tables of verdicts with their gaps, of findings, of skips and of notes; each only where there is something to say. */
export function renderReportTable(report: Report, language: Language): string {
  const lists = [renderFindings(report), renderSkips(report), renderNotes(report)];
  const parts = [renderVerdicts(report.verdicts, language), ...lists, renderEnd(report)];
  return parts.filter((part) => part !== '').join('\n');
}

/** A block for each verdict, and in it one for each of its gaps. */
export function renderVerdicts(verdicts: readonly ReportVerdict[], language: Language): string {
  if (verdicts.length === 0) return 'No store was found.\n';
  return verdicts
    .map((verdict) => {
      const treatment = verdict.treatment === null ? '' : ` · ${cleanText(verdict.treatment)}`;
      const head = `${renderState(verdict.state, language)} · ${renderFormality(verdict.formality, language)}${treatment}`;
      const gaps = verdict.gaps.map((gap) => describeGap(gap, language));
      return `${cleanText(verdict.store)}\n  ${head}\n${gaps.join('')}${describeReadings(verdict, language)}`;
    })
    .join('\n');
}

function describeGap(gap: ReportGap, language: Language): string {
  const lines = [cleanText(gap.text[language]), ...(gap.penalty === null ? [] : [renderPenalty(gap.penalty, language)])];
  const body = lines.flatMap((line) => wrapText(line, textWidth)).map((line) => `      ${line}\n`);
  return `  ▸ ${renderSeverity(gap.severity, language)} · ${gap.kind} · ${gap.articles.join(', ')}\n${body.join('')}`;
}

/** Readings taken and what other laws may ask, one line each. */
function describeReadings({ choices, otherLaws }: ReportVerdict, language: Language): string {
  const lines = [
    ...choices.map(({ id, setting, text }) => `${id} = ${setting}: ${text[language]}`),
    ...otherLaws.map(({ law, text }) => `${law}: ${text[language]}`),
  ];
  return lines
    .flatMap((line) => wrapText(cleanText(line), textWidth).map((part, index) => `${index === 0 ? '  · ' : '    '}${part}\n`))
    .join('');
}

function renderFindings({ findings }: Report): string {
  if (findings.length === 0) return '';
  const rows = findings.map((one) => [
    cleanText(`${one.object === '' ? one.store : one.object}${one.field === null ? '' : ` [${one.field}]`}`),
    one.detector,
    one.count === 0 ? '' : one.confidence,
    countsOf(one),
    cleanText(one.mask ?? ''),
  ]);
  return renderTable(['found in', 'detector', 'confidence', 'matches', 'mask'], rows, 120);
}

function countsOf({ count, distinct, allowed }: Report['findings'][number]): string {
  const found = count === 0 ? [] : [`${count} (${distinct} different)`];
  return [...found, ...(allowed > 0 ? [`${allowed} allowed`] : [])].join(', ');
}

function renderSkips({ skips }: Report): string {
  if (skips.length === 0) return '';
  const rows = skips.map((skip) => [cleanText(skip.object ?? skip.store), skip.reason, cleanText(skip.detail)]);
  return renderTable(['not read', 'reason', 'detail'], rows, 120);
}

function renderNotes({ notes }: Report): string {
  if (notes.length === 0) return '';
  const rows = notes.map((note) => [cleanText(note.object), note.code, note.detail]);
  return renderTable(['read, but', 'note', 'detail'], rows, 120);
}

function renderEnd({ scan, stores, verdicts, findings, skips }: Report): string {
  const gaps = verdicts.reduce((sum, verdict) => sum + verdict.gaps.length, 0);
  const read = scan.complete ? 'everything was read' : 'not everything was read: absence of findings proves nothing';
  const allowed = findings.reduce((sum, one) => sum + one.allowed, 0);
  const found = findings.filter(({ count }) => count > 0).length;
  const beside = allowed > 0 ? ` (${allowed} matches allowed)` : '';
  return `${stores.length} stores, ${found} findings${beside}, ${gaps} gaps, ${skips.length} skips; ${read}.\n`;
}
