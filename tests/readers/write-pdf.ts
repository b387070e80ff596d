/** Writes small PDF files for the tests, by hand: what a page draws is given as its operators. */
import { deflateSync } from 'node:zlib';

export interface PdfWriting {
  /** Content of each page. */
  readonly pages: readonly string[];
  readonly author?: string;
  /** Characters drawn by font F2 under the codes 0001, 0002, … */
  readonly glyphs?: string;
  /** Further objects of the document, by number from 100 on, and references to them on page 1. */
  readonly annotations?: readonly string[];
  readonly trailer?: string;
  /** Bytes that no page needs. */
  readonly filler?: number;
}

function stream(content: string, extra = ''): string {
  const packed = deflateSync(Buffer.from(content, 'latin1'));
  return `<< /Length ${packed.length} /Filter /FlateDecode ${extra}>>\nstream\n${packed.toString('latin1')}\nendstream`;
}

function unicodeMap(glyphs: string): string {
  const lines = [...glyphs].map((glyph, index) => {
    const code = (index + 1).toString(16).padStart(4, '0');
    return `<${code}> <${glyph.codePointAt(0)!.toString(16).padStart(4, '0')}>`;
  });
  return (
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\n` +
    'endcmap end end'
  );
}

export function writePdf({ pages, author, glyphs = 'x', annotations = [], trailer = '', filler = 0 }: PdfWriting): Buffer {
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ')}] >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [4, '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>'],
    [
      5,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 500 >>',
    ],
    [6, stream(unicodeMap(glyphs))],
    [
      7,
      '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>',
    ],
    [8, `<< ${author === undefined ? '' : `/Author (${author})`} >>`],
  ]);
  pages.forEach((content, index) => {
    const notes = index === 0 ? `/Annots [${annotations.map((_, i) => `${1000 + i} 0 R`).join(' ')}]` : '';
    const fonts = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
    objects.set(
      10 + 2 * index,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${fonts} /Contents ${11 + 2 * index} 0 R ${notes} >>`,
    );
    objects.set(11 + 2 * index, stream(content));
  });
  annotations.forEach((annotation, index) => objects.set(1000 + index, annotation));
  if (filler > 0) objects.set(9, `<< /Length ${filler} >>\nstream\n${'\0'.repeat(filler)}\nendstream`);
  let file = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of [...objects].toSorted(([a], [b]) => (a === 9 ? -1 : b === 9 ? 1 : a - b))) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const sections = [...offsets].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  const end = `xref\n0 1\n0000000000 65535 f \n${sections.join('')}trailer\n<< /Size 2000 /Root 1 0 R /Info 8 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}

/** Draws lines from the top of a page down. */
export const drawLines = (...lines: readonly string[]): string =>
  `BT /F1 12 Tf 14 TL 50 750 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
