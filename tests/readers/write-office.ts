/** Writes small office files for the tests, as office programs lay them out. */
import { writeZip } from './write-zip.ts';
import type { ZipPart, ZipStyle } from './write-zip.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types: ZipPart = { name: '[Content_Types].xml', content: `${xml}<Types/>` };
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function links(name: string, targets: readonly (readonly [type: string, target: string])[]): ZipPart {
  const slash = name.lastIndexOf('/');
  const list = targets.map(([type, target], index) => {
    const mode = /^(?:https?|mailto):/u.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return {
    name: `${name.slice(0, slash)}/_rels/${name.slice(slash + 1)}.rels`,
    content: `${xml}<Relationships>${list.join('')}</Relationships>`,
  };
}

export interface SheetWriting {
  readonly name: string;
  /** The XML of the rows, or the texts of the cells from row 1 on, written inline. */
  readonly rows: string | readonly (readonly string[])[];
  readonly isHidden?: boolean;
  readonly comments?: readonly (readonly [cell: string, text: string])[];
  readonly links?: readonly string[];
}

export interface WorkbookWriting {
  readonly sheets: readonly SheetWriting[];
  readonly shared?: readonly string[];
  /** Format codes of the cell styles 1, 2, …; style 0 is general. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  readonly creator?: string;
  readonly style?: ZipStyle;
}

function rowsXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`);
  return rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
}

function sheetParts(sheet: SheetWriting, number: number): ZipPart[] {
  const rows = typeof sheet.rows === 'string' ? sheet.rows : rowsXml(sheet.rows);
  const name = `xl/worksheets/sheet${number}.xml`;
  const comments = (sheet.comments ?? []).map(
    ([cell, text]) => `<comment ref="${cell}"><text><r><t>${escapeXml(text)}</t></r></text></comment>`,
  );
  return [
    { name, content: `${xml}<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    links(name, [
      ...(sheet.links ?? []).map((target) => ['hyperlink', target] as const),
      ['comments', `../comments${number}.xml`],
    ]),
    { name: `xl/comments${number}.xml`, content: `${xml}<comments><commentList>${comments.join('')}</commentList></comments>` },
  ];
}

export function writeXlsx({ sheets, shared = [], formats = [], is1904 = false, creator, style }: WorkbookWriting): Buffer {
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const codes = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`);
  const xfs = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  return writeZip(
    [
      types,
      {
        name: 'xl/workbook.xml',
        content: `${xml}<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
      },
      links(
        'xl/workbook.xml',
        sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ),
      {
        name: 'xl/styles.xml',
        content: `${xml}<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
      },
      {
        name: 'xl/sharedStrings.xml',
        content: `${xml}<sst>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
      },
      ...sheets.flatMap((sheet, index) => sheetParts(sheet, index + 1)),
      ...(creator === undefined
        ? []
        : [
            {
              name: 'docProps/core.xml',
              content: `${xml}<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
            },
          ]),
    ],
    style,
  );
}

/** A text whose parts are given as the XML inside their root elements. */
export function writeDocx(parts: Readonly<Record<string, string>>, style?: ZipStyle): Buffer {
  const list = Object.entries(parts).map(([name, content]) => ({
    name: `word/${name}.xml`,
    content: `${xml}<w:root xmlns:w="w">${content}</w:root>`,
  }));
  return writeZip([types, ...list], style);
}

export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`).join('')}</w:p>`;

export function tableXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Slides as lists of paragraphs, with the notes of each. */
export function writePptx(slides: readonly { readonly lines: readonly string[]; readonly notes?: string }[]): Buffer {
  const line = (text: string): string => `<a:p><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p>`;
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`);
  return writeZip([
    types,
    { name: 'ppt/presentation.xml', content: `${xml}<p:presentation><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>` },
    links(
      'ppt/presentation.xml',
      slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`] as const),
    ),
    ...slides.flatMap(({ lines, notes }, index) => [
      { name: `ppt/slides/slide${index + 1}.xml`, content: `${xml}<p:sld>${lines.map(line).join('')}</p:sld>` },
      links(`ppt/slides/slide${index + 1}.xml`, [['notesSlide', `../notesSlides/notesSlide${index + 1}.xml`]]),
      { name: `ppt/notesSlides/notesSlide${index + 1}.xml`, content: `${xml}<p:notes>${line(notes ?? '')}</p:notes>` },
    ]),
  ]);
}

/** OpenDocument of a kind (`text`, `spreadsheet`, `presentation`) with the XML of its body. */
export function writeOpenDocument(kind: string, body: string, manifest = ''): Buffer {
  return writeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, isStored: true },
    {
      name: 'content.xml',
      content: `${xml}<office:document-content><office:body>${body}</office:body></office:document-content>`,
    },
    { name: 'meta.xml', content: `${xml}<office:meta><meta:initial-creator>Nadia Exemple</meta:initial-creator></office:meta>` },
    { name: 'META-INF/manifest.xml', content: `${xml}<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);
}
