/** What offices write, and mail. */
import PostalMime from 'postal-mime';
import { getDocumentProxy } from 'unpdf';
import { writeCompound } from '../../tests/readers/write-compound.ts';
import { paragraph, tableXml, writeDocx, writeOpenDocument, writePptx } from '../../tests/readers/write-office.ts';
import { drawLines, writePdf } from '../../tests/readers/write-pdf.ts';
import { csvLine, makeText, type Row } from '../made.ts';
import { cellsOf, logOf, parsePart, takeRows, type Subject, whole } from './subject.ts';

export const documents: readonly Subject[] = [
  {
    name: 'a.docx',
    library: 'htmlparser2',
    async make(size, seed) {
      const rows = takeRows(size, seed, 400).map(cellsOf);
      const document = tableXml(rows) + rows.map((row) => paragraph(...row)).join('');
      return { bytes: writeDocx({ document }), contentBytes: document.length, bare: () => parsePart(document) };
    },
  },
  {
    name: 'a.pptx',
    library: 'htmlparser2',
    async make(size, seed) {
      const lines = takeRows(size, seed, 100).map((row) => cellsOf(row).join(' '));
      const slides = Array.from({ length: Math.ceil(lines.length / 500) }, (_, slide) =>
        lines.slice(slide * 500, slide * 500 + 500),
      );
      const parts = slides.map((slide) => slide.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join(''));
      const bytes = writePptx(slides.map((slide) => ({ lines: slide })));
      return { bytes, contentBytes: parts.join('').length, bare: () => parsePart(parts.join('')) };
    },
  },
  {
    name: 'a.odt',
    library: 'htmlparser2',
    async make(size, seed) {
      const line = (row: Row): string => `<text:p text:style-name="P1">${cellsOf(row).join(' ')}</text:p>`;
      const body = `<office:text>${takeRows(size, seed, 120).map(line).join('')}</office:text>`;
      return { bytes: writeOpenDocument('text', body), contentBytes: body.length, bare: () => parsePart(body) };
    },
  },
  {
    name: 'a.rtf',
    library: null,
    async make(size, seed) {
      const escaped = (text: string): string =>
        text.replaceAll(/[^ -~]/gu, (letter) => String.raw`\'${letter.codePointAt(0)!.toString(16)}`);
      const head = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\fs22 `;
      return whole(
        makeText(size, seed, head, (row) => String.raw`{\b ${escaped(row.state)}} ${escaped(csvLine(row).trim())}\par` + '\n'),
      );
    },
  },
  {
    name: 'a.msg',
    library: null,
    async make(size, seed) {
      // The writer has room for seven megabytes.
      const text = makeText(Math.min(size, 6_000_000) / 2, seed, '', csvLine).toString('utf8');
      const message = {
        '__properties_version1.0': Buffer.alloc(32),
        '__substg1.0_0037001F': Buffer.from('Dossiers', 'utf16le'),
        '__substg1.0_1000001F': Buffer.from(text, 'utf16le'),
      };
      return whole(writeCompound(message));
    },
  },
  {
    name: 'a.pdf',
    library: 'unpdf',
    async make(size, seed) {
      const rows = takeRows(size / 16, seed, 60).map((row) =>
        csvLine(row)
          .trim()
          .normalize('NFD')
          .replaceAll(/\p{M}/gu, '')
          .replaceAll(/[()\\]/g, ''),
      );
      const pages = Array.from({ length: Math.ceil(rows.length / 50) }, (_, page) =>
        drawLines(...rows.slice(page * 50, page * 50 + 50)),
      );
      const bytes = writePdf({ pages });
      const bare = async (): Promise<void> => {
        const document = await getDocumentProxy(Uint8Array.from(bytes));
        for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
      };
      return { bytes, contentBytes: bytes.length, bare };
    },
  },
  {
    name: 'a.eml',
    library: 'postal-mime',
    async make(size, seed) {
      const text = Buffer.from(logOf(size / 4, seed))
        .toString('base64')
        .replaceAll(/.{76}/g, '$&\r\n');
      const bytes = Buffer.from(
        `From: a@exemple.ma\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${text}\r\n`,
      );
      return whole(bytes, () => new PostalMime().parse(bytes));
    },
  },
];
