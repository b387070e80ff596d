/** Office Open XML and OpenDocument: ZIP files of parts; which of them a file is, its parts say. */
import type { Block, Head, ReaderLimits, TextFormat, Unread } from '../contract.ts';
import { openDocumentParts } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { unread } from '../unread.ts';

const extensions = new Set(
  'docx docm dotx dotm xlsx xlsm xltx xltm xlam xlsb pptx pptm potx ppsx ppsm odt ods odp odg ott ots otp fodt'.split(' '),
);

/** True if the first entry of a ZIP file is one that office programs write first. */
function startsAsOffice(head: Head): boolean {
  const start = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, Math.min(head.bytes.length, 120));
  if (start.length < 34 || start.readUInt32LE(0) !== 0x04034b50) return false;
  const name = start.toString('latin1', 30, 30 + start.readUInt16LE(26));
  if (name === 'mimetype') return start.includes('application/vnd.oasis.opendocument');
  return name === '[Content_Types].xml' || /^(?:_rels\/\.rels|(?:word|xl|ppt|docProps)\/.*)$/u.test(name);
}

function isZip({ bytes }: Head): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

async function* readParts(parts: DocumentParts, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const has = (prefix: string): boolean => parts.names.some((name) => name.toLowerCase().startsWith(prefix));
  if (parts.has('content.xml')) {
    const { readOpenDocument } = await import('./open-document.ts');
    yield* readOpenDocument(parts);
  } else if (has('xl/workbook.bin')) {
    const { readXlsb } = await import('./xlsb.ts');
    yield* readXlsb(parts, limits);
  } else if (has('xl/')) {
    const { readXlsx } = await import('./xlsx.ts');
    yield* readXlsx(parts, limits);
  } else if (has('word/')) {
    const { readDocx } = await import('./docx.ts');
    yield* readDocx(parts, limits);
  } else if (has('ppt/')) {
    const { readPptx } = await import('./pptx.ts');
    yield* readPptx(parts);
  } else yield unread('UNABLE_TO_PARSE_FILE', 'a ZIP file with the name of a document, but without its parts');
}

export const officeFormat: TextFormat = {
  id: 'office',
  isRanged: true,
  recognises: (head) => isZip(head) && (extensions.has(head.extension) || startsAsOffice(head)),
  async *read(source, limits) {
    const parts = await openDocumentParts(source, limits);
    if ('reason' in parts) {
      yield parts;
      return;
    }
    yield* readParts(parts, limits);
    // The same problem of many parts is told once.
    yield* new Map(parts.notes.map((note) => [`${note.reason} ${note.detail}`, note])).values();
  },
};
