/** A paper as DOCX: headings, and tables of label and value; Arabic paragraphs and runs are marked as running from right to left. */
import type * as DocxModule from 'docx';
import { directionOf, splitIsolates, type Direction } from './direction.ts';
import type { PaperText, TextRow } from './render-paper.ts';

type Docx = typeof DocxModule;

const colors: Readonly<Record<TextRow['state'], string>> = {
  stated: '1A1A1A',
  none: '666666',
  blank: '666666',
  missing: 'A61111',
};

interface Look {
  readonly bold?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
}

interface Writer {
  readonly docx: Docx;
  readonly direction: Direction;
}

/** LEFT-TO-RIGHT MARK: word processors heed it, and not all of them isolates. */
const mark = '\u200E';

/** Runs of a text; what is isolated in Arabic (numbers, citations) is a run from left to right. */
function writeRuns({ docx, direction }: Writer, text: string, look: Look) {
  const rtl = directionOf(text, direction) === 'rtl';
  return splitIsolates(text).map(
    (part) =>
      new docx.TextRun({
        text: part.isolated ? mark + part.text + mark : part.text,
        rightToLeft: rtl && !part.isolated,
        ...look,
        ...(look.size === undefined ? {} : { sizeComplexScript: look.size }),
        ...(look.bold === undefined ? {} : { boldComplexScript: look.bold }),
      }),
  );
}

/** A paragraph on the side where its paper begins, in its own direction. */
function writeParagraph(writer: Writer, text: string, look: Look = {}) {
  const { docx, direction } = writer;
  const bidirectional = directionOf(text, direction) === 'rtl';
  const isForeign = bidirectional !== (direction === 'rtl');
  return new docx.Paragraph({
    bidirectional,
    alignment: isForeign ? docx.AlignmentType.END : docx.AlignmentType.START,
    spacing: { after: 60 },
    children: writeRuns(writer, text, look),
  });
}

function writeHeading(writer: Writer, text: string, level: 'TITLE' | 'HEADING_1') {
  const { docx, direction } = writer;
  return new docx.Paragraph({
    heading: docx.HeadingLevel[level],
    bidirectional: direction === 'rtl',
    keepNext: true,
    spacing: { before: 240, after: 100 },
    children: writeRuns(writer, text, {}),
  });
}

function writeRow(writer: Writer, row: TextRow) {
  const { docx } = writer;
  const article = row.article === null ? [] : [writeParagraph(writer, row.article, { color: '666666', size: 16 })];
  const look = { color: colors[row.state], bold: row.state === 'missing' };
  const cell = (percent: number, children: readonly InstanceType<Docx['Paragraph']>[]) =>
    new docx.TableCell({
      width: { size: percent, type: docx.WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [...children],
    });
  return new docx.TableRow({
    cantSplit: row.values.length + row.hints.length < 12,
    children: [
      cell(32, [writeParagraph(writer, row.label, { bold: true }), ...article]),
      cell(68, [
        ...row.values.map((value) => writeParagraph(writer, value, look)),
        ...row.hints.map((hint) => writeParagraph(writer, hint, { color: '7A4B00', size: 18 })),
      ]),
    ],
  });
}

function writeTable(writer: Writer, rows: readonly TextRow[]) {
  const { docx, direction } = writer;
  return new docx.Table({
    visuallyRightToLeft: direction === 'rtl',
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    columnWidths: [3000, 6400],
    rows: rows.map((row) => writeRow(writer, row)),
  });
}

/** Writes the document. */
export async function writePaperDocx(paper: PaperText): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer: Writer = { docx, direction: paper.direction };
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' };
  const language = { value: paper.language === 'fr' ? 'fr-FR' : 'en-GB', bidirectional: 'ar-MA' };
  const heading = { run: { font, color: '1F5F4A', bold: true, boldComplexScript: true, size: 26, sizeComplexScript: 26 } };
  const document = new docx.Document({
    title: paper.title,
    creator: 'Kashf',
    styles: {
      default: {
        document: { run: { font, language, size: 20, sizeComplexScript: 20 } },
        title: { run: { font, bold: true, boldComplexScript: true, size: 36, sizeComplexScript: 36 } },
        heading1: heading,
      },
    },
    sections: [
      {
        children: [
          writeHeading(writer, paper.title, 'TITLE'),
          ...paper.notes.map((note) => writeParagraph(writer, note)),
          ...paper.sections.flatMap(({ heading: title, rows }) => [
            writeHeading(writer, title, 'HEADING_1'),
            ...(rows.length === 0 ? [] : [writeTable(writer, rows)]),
          ]),
          ...(paper.missing === null ? [] : [writeHeading(writer, paper.missing.heading, 'HEADING_1')]),
          ...(paper.missing?.lines ?? []).map((line) => writeParagraph(writer, line)),
          writeParagraph(writer, paper.footer, { color: '666666', size: 16 }),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
