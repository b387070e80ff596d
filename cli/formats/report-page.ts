/** The report as one page of HTML that needs nothing else. */
import type { Language } from '../../law/contract.ts';
import { renderFormality, renderPenalty, renderState } from '../../law/text.ts';
import type { Report, ReportVerdict } from '../report-schema.ts';

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a2233}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border-bottom:1px solid #d8dde6;padding:.35rem .5rem;text-align:start;vertical-align:top}
h2{font-size:1rem;margin:1.5rem 0 .2rem;overflow-wrap:anywhere}code{font-size:.9em}.critical,.high{color:#a3161c}.medium{color:#8a5a00}`;

/** Renders the page in one language; Arabic runs from right to left. */
export function renderReportPage(report: Report, language: Language): string {
  const { scan, verdicts, findings, skips, notes } = report;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kashf</title><style>${style}</style></head><body><h1>Kashf · Loi 09-08</h1>
<p>${escapeHtml(scan.startedAt)} – ${escapeHtml(scan.endedAt)} · law ${escapeHtml(scan.lawVersion)} · detectors ${escapeHtml(scan.detectorsVersion)} · seed ${scan.seed}</p>
${verdicts.map((verdict) => verdictSection(verdict, language)).join('\n')}
${tableOf(
  ['store', 'object', 'field', 'detector', 'confidence', 'matches', 'mask'],
  findings.map((one) => [
    one.store,
    one.object,
    one.field ?? '',
    one.detector,
    one.confidence,
    `${one.count}${one.allowed > 0 ? ` (+ ${one.allowed} allowed)` : ''}`,
    one.mask ?? '',
  ]),
)}
${tableOf(
  ['store', 'object', 'reason', 'detail'],
  skips.map((skip) => [skip.store, skip.object ?? '', skip.reason, skip.detail]),
)}
${tableOf(
  ['store', 'object', 'note', 'detail'],
  notes.map((note) => [note.store, note.object, note.code, note.detail]),
)}
</body></html>
`;
}

function verdictSection(verdict: ReportVerdict, language: Language): string {
  const head = `<h2><code>${escapeHtml(verdict.store)}</code></h2><p>${escapeHtml(renderState(verdict.state, language))} · ${escapeHtml(renderFormality(verdict.formality, language))}${verdict.treatment === null ? '' : ` · ${escapeHtml(verdict.treatment)}`}</p>`;
  const steps = verdict.steps
    .map((step) => `<li>${escapeHtml(step.text[language])} <small>(${escapeHtml(step.article)})</small></li>`)
    .join('');
  const rows = verdict.gaps.map((gap) => [
    gap.kind,
    gap.severity,
    gap.articles.join(', '),
    gap.penalty === null ? '–' : renderPenalty(gap.penalty, language),
    gap.text[language],
  ]);
  const readings = [
    ...verdict.choices.map(({ id, setting, text }) => `${id} = ${setting}: ${text[language]}`),
    ...verdict.otherLaws.map(({ law, text }) => `${law}: ${text[language]}`),
  ].map((one) => `<li><small>${escapeHtml(one)}</small></li>`);
  return `${head}${steps === '' ? '' : `<ol>${steps}</ol>`}${tableOf(['gap', 'severity', 'articles', 'penalty', ''], rows)}${readings.length === 0 ? '' : `<ul>${readings.join('')}</ul>`}`;
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `<table>${rowOf(header, 'th')}${rows.map((row) => rowOf(row, 'td')).join('')}</table>`;
}

const rowOf = (cells: readonly string[], tag: 'td' | 'th') =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
