/** A paper as one HTML page without scripts, for the screen and for printing. */
import { directionOf, type Direction } from './direction.ts';
import type { PaperText, TextRow } from './render-paper.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);

const style = `
:root{color-scheme:light}
body{font:16px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Naskh Arabic",sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:2px solid #1f5f4a;padding-bottom:.2rem}
.notes{border-inline-start:4px solid #1f5f4a;padding-inline-start:1rem;color:#333}
dl{display:grid;grid-template-columns:minmax(10rem,1fr) 2fr;margin:0}
dt,dd{margin:0;padding:.4rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
dt small{display:block;color:#666}dd p{margin:0 0 .2rem}
.missing p:first-child{color:#a11;font-weight:600}.none p:first-child,.blank p:first-child{color:#666}
[dir=rtl] p[dir=ltr]{text-align:right}[dir=ltr] p[dir=rtl]{text-align:left}
.hint{color:#7a4b00;font-size:.92em}
footer{margin-top:2rem;color:#666;font-size:.9em}
@media(max-width:36rem){dl{grid-template-columns:1fr}dt{border-bottom:0;padding-bottom:0}}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}dt,dd{break-inside:avoid}}`;

/** A paragraph that begins on its paper's side and runs in its own direction. */
const makeParagraph =
  (paper: Direction): Paragraph =>
  (text, kind = '') =>
    `<p dir="${directionOf(text, paper)}"${kind}>${escape(text)}</p>`;

type Paragraph = (text: string, kind?: string) => string;

function writeRow({ label, article, state, values, hints }: TextRow, paragraph: Paragraph): string {
  const asked = article === null ? '' : `<small>${escape(article)}</small>`;
  const lines = [...values.map((value) => paragraph(value)), ...hints.map((hint) => paragraph(hint, ' class="hint"'))];
  return `<dt>${escape(label)}${asked}</dt><dd class="${state}">${lines.join('')}</dd>`;
}

/** Writes the page. Every text is escaped; each value takes its own direction. */
export function writePaperPage(text: PaperText): string {
  const paragraph = makeParagraph(text.direction);
  const notes = text.notes.map((note) => paragraph(note)).join('');
  const sections = text.sections
    .map(
      ({ heading, rows }) =>
        `<section><h2>${escape(heading)}</h2><dl>${rows.map((row) => writeRow(row, paragraph)).join('')}</dl></section>`,
    )
    .join('\n');
  const lines = text.missing?.lines.map((line) => `<li>${escape(line)}</li>`).join('') ?? '';
  const missing = text.missing === null ? '' : `<section><h2>${escape(text.missing.heading)}</h2><ul>${lines}</ul></section>`;
  return `<!doctype html>
<html lang="${text.language}" dir="${text.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(text.title)}</title><style>${style}</style></head>
<body><h1>${escape(text.title)}</h1>
<div class="notes">${notes}</div>
${sections}
${missing}
<footer>${paragraph(text.footer)}</footer></body></html>
`;
}
