/** A paper as PDF, A4. Arabic is shaped by the font and set from right to left; the page is mirrored with it. */
import type { Bidi } from 'bidi-js';
import { directionOf, type Direction } from './direction.ts';
import { layLines, type Line } from './lay-lines.ts';
import type { PaperText, TextRow } from './render-paper.ts';

/** A font that holds Latin and Arabic, in two weights (TrueType). */
export interface PaperFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

const margin = 50;
const labelShare = 0.32;
const gutter = 14;
const ink = { text: '#1a1a1a', soft: '#666666', missing: '#a61111', hint: '#7a4b00', rule: '#1f5f4a', line: '#d9d9d9' };

type Weight = keyof PaperFonts;

interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly color: string;
}

const styles = {
  title: { weight: 'bold', size: 18, color: ink.text },
  note: { weight: 'regular', size: 9.5, color: ink.text },
  heading: { weight: 'bold', size: 12.5, color: ink.rule },
  label: { weight: 'bold', size: 9.5, color: ink.text },
  article: { weight: 'regular', size: 8, color: ink.soft },
  value: { weight: 'regular', size: 10, color: ink.text },
  missing: { weight: 'bold', size: 10, color: ink.missing },
  soft: { weight: 'regular', size: 10, color: ink.soft },
  hint: { weight: 'regular', size: 9, color: ink.hint },
  footer: { weight: 'regular', size: 8, color: ink.soft },
} as const satisfies Record<string, Style>;

const valueStyle: Readonly<Record<TextRow['state'], Style>> = {
  stated: styles.value,
  none: styles.soft,
  blank: styles.soft,
  missing: styles.missing,
};

interface Column {
  readonly left: number;
  readonly width: number;
}

/** A line of text with its place in a column. */
interface SetLine extends Line {
  readonly style: Style;
  readonly height: number;
}

/** Sets pages from top to bottom. */
interface Press {
  readonly doc: PDFKit.PDFDocument;
  readonly direction: Direction;
  readonly set: (text: string, style: Style, width: number) => readonly SetLine[];
  y: number;
}

const bottomOf = ({ doc }: Press) => doc.page.height - margin - 20;

function turnPage(press: Press): void {
  press.doc.addPage();
  press.y = margin;
}

/** Draws lines in a column, from `y` down, over as many pages as they need. Returns where they end, on the last page. */
function drawLines(press: Press, lines: readonly SetLine[], column: Column): void {
  const { doc, direction } = press;
  for (const { pieces, width, style, height } of lines) {
    if (press.y + height > bottomOf(press)) turnPage(press);
    const start = direction === 'rtl' ? column.left + column.width - width : column.left;
    doc.font(style.weight).fontSize(style.size).fillColor(style.color);
    for (const { text, x } of pieces) doc.text(text, start + x, press.y, { lineBreak: false });
    press.y += height;
  }
}

const heightOf = (lines: readonly SetLine[]) => lines.reduce((sum, { height }) => sum + height, 0);

function columnsOf({ doc, direction }: Press): { readonly whole: Column; readonly label: Column; readonly value: Column } {
  const whole = { left: margin, width: doc.page.width - 2 * margin };
  const label = whole.width * labelShare;
  const value = whole.width - label - gutter;
  return direction === 'rtl'
    ? { whole, label: { left: margin + value + gutter, width: label }, value: { left: margin, width: value } }
    : { whole, label: { left: margin, width: label }, value: { left: margin + label + gutter, width: value } };
}

function drawRow(press: Press, row: TextRow): void {
  const { doc } = press;
  const columns = columnsOf(press);
  const asked = row.article === null ? [] : press.set(row.article, styles.article, columns.label.width);
  const label = [...press.set(row.label, styles.label, columns.label.width), ...asked];
  const value = [
    ...row.values.flatMap((text) => press.set(text, valueStyle[row.state], columns.value.width)),
    ...row.hints.flatMap((text) => press.set(text, styles.hint, columns.value.width)),
  ];
  const height = Math.max(heightOf(label), heightOf(value)) + 8;
  const page = bottomOf(press) - margin;
  if (press.y + Math.min(height, page) > bottomOf(press)) turnPage(press);
  const top = press.y;
  drawLines(press, label, columns.label);
  const labelEnd = press.y;
  press.y = top;
  drawLines(press, value, columns.value);
  // Values that went over the page end below its top, whatever the height of the label was.
  press.y = (height > page ? press.y : Math.max(press.y, labelEnd)) + 4;
  doc.moveTo(columns.whole.left, press.y).lineTo(columns.whole.left + columns.whole.width, press.y);
  doc.lineWidth(0.5).strokeColor(ink.line).stroke();
  press.y += 4;
}

function drawHeading(press: Press, text: string): void {
  const { whole } = columnsOf(press);
  const lines = press.set(text, styles.heading, whole.width);
  // A heading is not left alone at the foot of a page.
  if (press.y + heightOf(lines) + 60 > bottomOf(press)) turnPage(press);
  else press.y += 12;
  drawLines(press, lines, whole);
  press.doc.moveTo(whole.left, press.y + 1).lineTo(whole.left + whole.width, press.y + 1);
  press.doc.lineWidth(1.2).strokeColor(ink.rule).stroke();
  press.y += 7;
}

function drawFooters(press: Press, text: string): void {
  const { doc } = press;
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    // Below the margin pdfkit would begin a new page.
    doc.page.margins.bottom = 0;
    press.y = doc.page.height - margin - 8;
    const { whole } = columnsOf(press);
    doc.font(styles.footer.weight).fontSize(styles.footer.size).fillColor(styles.footer.color);
    const number = `${page + 1} / ${count}`;
    const wide = doc.widthOfString(number);
    const lines = press.set(text, styles.footer, whole.width - wide - gutter);
    const x = press.direction === 'rtl' ? whole.left : whole.left + whole.width - wide;
    doc.text(number, x, press.y, { lineBreak: false });
    for (const { pieces, width, height } of lines) {
      const left = press.direction === 'rtl' ? whole.left + whole.width - width : whole.left;
      for (const piece of pieces) doc.text(piece.text, left + piece.x, press.y, { lineBreak: false });
      press.y += height;
    }
  }
}

function drawPaper(press: Press, paper: PaperText): void {
  const { whole } = columnsOf(press);
  drawLines(press, press.set(paper.title, styles.title, whole.width), whole);
  press.y += 6;
  for (const note of paper.notes) drawLines(press, press.set(note, styles.note, whole.width), whole);
  for (const { heading, rows } of paper.sections) {
    drawHeading(press, heading);
    for (const row of rows) drawRow(press, row);
  }
  if (paper.missing !== null) drawHeading(press, paper.missing.heading);
  for (const line of paper.missing?.lines ?? []) drawLines(press, press.set(line, styles.value, whole.width), whole);
  drawFooters(press, paper.footer);
}

/** The package's types name its factory one `default` deeper than Node and the bundler find it. */
async function loadBidi(): Promise<Bidi> {
  const { default: loaded } = await import('bidi-js');
  const makeBidi = loaded as unknown as typeof loaded.default;
  return makeBidi();
}

/** Writes the PDF. A character that the font lacks is drawn as an empty box. */
export async function writePaperPdf(paper: PaperText, fonts: PaperFonts): Promise<Uint8Array> {
  const [{ default: PDFDocument }, bidi] = await Promise.all([import('pdfkit'), loadBidi()]);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    // No standard font: their metrics lie in files of pdfkit's own, and they have no Arabic.
    font: '',
    bufferPages: true,
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title, Producer: 'Kashf', Creator: 'Kashf', CreationDate: new Date(`${paper.date}T00:00:00Z`) },
  });
  doc.registerFont('regular', Buffer.from(fonts.regular));
  doc.registerFont('bold', Buffer.from(fonts.bold));
  const set: Press['set'] = (text, style, width) => {
    doc.font(style.weight).fontSize(style.size);
    const direction = directionOf(text, paper.direction);
    const height = style.size * 1.5;
    const measure = (part: string) => doc.widthOfString(part);
    return text
      .split('\n')
      .flatMap((one) => layLines(bidi, one, { direction, width, measure }))
      .map((line) => Object.assign({}, line, { style, height }));
  };
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  drawPaper({ doc, direction: paper.direction, set, y: margin }, paper);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
