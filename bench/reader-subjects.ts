/** One object of each format, made on the spot, with its bare library where it has one. */
import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { createGunzip, createInflateRaw, createZstdDecompress, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import avro from 'avsc';
import { Parser } from 'htmlparser2';
import ICAL from 'ical.js';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetWriteBuffer } from 'hyparquet-writer';
import PostalMime from 'postal-mime';
import unbzip2 from 'unbzip2-stream';
import { getDocumentProxy } from 'unpdf';
import xz from 'xz-decompress';
import { parse as parseYaml } from 'yaml';
import { writeDocx, paragraph, tableXml, writeXlsx } from '../tests/readers/write-office.ts';
import { drawLines, writePdf } from '../tests/readers/write-pdf.ts';
import { writeTar } from '../tests/readers/write-tar.ts';
import { writeZip } from '../tests/readers/write-zip.ts';
import { makeLogs } from './corpora/logs.ts';
import { csvHead, csvLine, jsonLine, makeRows, makeText, type Row } from './made.ts';

export interface Made {
  readonly bytes: Uint8Array;
  /** Of the content, unpacked. */
  readonly contentBytes: number;
  readonly bare?: () => Promise<unknown>;
}

export interface Subject {
  readonly name: string;
  make(size: number, seed: number): Promise<Made | null>;
}

const whole = (bytes: Uint8Array, bare?: () => Promise<unknown>): Made => ({
  bytes,
  contentBytes: bytes.length,
  ...(bare ? { bare } : {}),
});

const logOf = (size: number, seed: number): Uint8Array => makeLogs(size, seed, 'proxies').bytes;

function takeRows(size: number, seed: number, rowBytes: number): Row[] {
  const rows: Row[] = [];
  for (const row of makeRows(seed)) {
    if (rows.push(row) * rowBytes >= size) break;
  }
  return rows;
}

/** Node's streams as they are used everywhere; some packages still make those of the first kind. */
function pipeThrough(bytes: Uint8Array, engine: NodeJS.ReadWriteStream): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) => bytes.subarray(i * 65_536, (i + 1) * 65_536));
  return new Promise((resolve, reject) => {
    engine.on('data', () => undefined);
    engine.on('end', resolve);
    engine.on('error', reject);
    Readable.from(chunks).pipe(engine);
  });
}

/** What a program of the system packs, or null where it is not there. */
function packWith(program: string, bytes: Uint8Array): Buffer | null {
  const { stdout, status } = spawnSync(program, ['-c'], { input: bytes, maxBuffer: bytes.length * 2 });
  return status === 0 ? stdout : null;
}

async function parseMarkup(text: string, xmlMode: boolean): Promise<number> {
  let length = 0;
  const parser = new Parser({ ontext: (part) => void (length += part.length) }, { xmlMode, decodeEntities: true });
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.end();
  return length;
}

/** Unpacks the parts of an office file and parses their XML. */
async function parseParts(parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const packed = deflateRawSync(part);
    const chunks: Buffer[] = [];
    for await (const chunk of Readable.from([packed]).pipe(createInflateRaw())) chunks.push(chunk as Buffer);
    await parseMarkup(Buffer.concat(chunks).toString('utf8'), true);
  }
}

const cellsOf = (row: Row): string[] => [String(row.id), row.date, row.state, row.amount, row.note, row.contact];

const flat: readonly Subject[] = [
  { name: 'a.log', make: async (size, seed) => whole(logOf(size, seed)) },
  { name: 'a.csv', make: async (size, seed) => whole(makeText(size, seed, csvHead, csvLine)) },
  { name: 'a.jsonl', make: async (size, seed) => whole(makeText(size, seed, '', jsonLine)) },
  {
    name: 'a.json',
    async make(size, seed) {
      const rows = takeRows(size, seed, 150);
      const bytes = Buffer.from(JSON.stringify(rows));
      return whole(bytes, async () => JSON.parse(bytes.toString('utf8')) as unknown);
    },
  },
  {
    name: 'a.html',
    async make(size, seed) {
      const bytes = makeText(
        size,
        seed,
        '<!doctype html><html><body><table>',
        (row) =>
          `<tr>${cellsOf(row)
            .map((cell) => `<td class="c">${cell}</td>`)
            .join('')}</tr>\n`,
      );
      return whole(bytes, () => parseMarkup(bytes.toString('utf8'), false));
    },
  },
  {
    name: 'a.xml',
    async make(size, seed) {
      const body = makeText(
        size,
        seed,
        '<?xml version="1.0"?><rows>',
        (row) => `<row id="${row.id}"><date>${row.date}</date><note>${row.note}</note><contact>${row.contact}</contact></row>\n`,
      );
      const bytes = Buffer.concat([body, Buffer.from('</rows>')]);
      return whole(bytes, () => parseMarkup(bytes.toString('utf8'), true));
    },
  },
];

const lines: readonly Subject[] = [
  {
    name: 'a.yaml',
    async make(size, seed) {
      // A megabyte and a half takes the library seconds.
      const bytes = makeText(
        Math.min(size, 1_500_000),
        seed,
        'rows:\n',
        (row) =>
          `  - id: ${row.id}\n    date: ${row.date}\n    note: ${JSON.stringify(row.note)}\n    contact: ${JSON.stringify(row.contact)}\n`,
      );
      return whole(bytes, async () => parseYaml(bytes.toString('utf8')) as unknown);
    },
  },
  {
    name: 'a.vcf',
    async make(size, seed) {
      const bytes = makeText(
        size / 4,
        seed,
        '',
        (row) =>
          `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:${row.id}\r\nBDAY:${row.date}\r\nNOTE:${row.note}\r\n  x\r\nTEL:${row.contact}\r\nEND:VCARD\r\n`,
      );
      return whole(bytes, async () => ICAL.parse(bytes.toString('utf8')) as unknown);
    },
  },
];

const packed: readonly Subject[] = [
  {
    name: 'a.log.gz',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = gzipSync(content);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, createGunzip()) };
    },
  },
  {
    name: 'a.log.zst',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = zstdCompressSync(content);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, createZstdDecompress()) };
    },
  },
  {
    name: 'a.log.bz2',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = packWith('bzip2', content);
      return bytes && { bytes, contentBytes: content.length, bare: () => pipeThrough(bytes, unbzip2()) };
    },
  },
  {
    name: 'a.log.xz',
    async make(size, seed) {
      const content = logOf(size, seed);
      const bytes = packWith('xz', content);
      if (bytes === null) return null;
      const bare = async (): Promise<void> => {
        const reader = new xz.XzReadableStream(new Blob([bytes]).stream()).getReader();
        while (!(await reader.read()).done);
      };
      return { bytes, contentBytes: content.length, bare };
    },
  },
  {
    name: 'a.zip',
    async make(size, seed) {
      const content = logOf(size, seed);
      const member = deflateRawSync(content);
      const bytes = writeZip([{ name: 'a.log', content }]);
      return { bytes, contentBytes: content.length, bare: () => pipeThrough(member, createInflateRaw()) };
    },
  },
  {
    name: 'a.tar',
    async make(size, seed) {
      const content = logOf(size, seed);
      return { bytes: writeTar([{ name: 'a.log', content }]), contentBytes: content.length };
    },
  },
];

const documents: readonly Subject[] = [
  {
    name: 'a.parquet',
    async make(size, seed) {
      const rows = takeRows(size, seed, 60);
      const column = (name: keyof Row) => ({ name, data: rows.map((row) => row[name]) });
      const buffer = parquetWriteBuffer({
        columnData: ['date', 'state', 'amount', 'note', 'contact'].map((name) => column(name as keyof Row)),
      });
      const file = { byteLength: buffer.byteLength, slice: async (start: number, end?: number) => buffer.slice(start, end) };
      const contentBytes = rows.reduce((sum, row) => sum + csvLine(row).length, 0);
      return { bytes: Buffer.from(buffer), contentBytes, bare: () => parquetReadObjects({ file, compressors }) };
    },
  },
  {
    name: 'a.avro',
    async make(size, seed) {
      const fields = ['id', 'date', 'state', 'amount', 'note', 'contact'];
      const type = avro.Type.forSchema({
        type: 'record',
        name: 'row',
        fields: fields.map((name) => ({ name, type: name === 'id' ? 'int' : 'string' })),
      });
      const encoder = new avro.streams.BlockEncoder(type, { codec: 'deflate' });
      const chunks: Buffer[] = [];
      const rows = takeRows(size, seed, 60);
      for (const row of rows) encoder.write(row);
      encoder.end();
      for await (const chunk of encoder) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const contentBytes = rows.reduce((sum, row) => sum + csvLine(row).length, 0);
      const bare = async (): Promise<number> => {
        let count = 0;
        for await (const _ of Readable.from([bytes]).pipe(new avro.streams.BlockDecoder())) count++;
        return count;
      };
      return { bytes, contentBytes, bare };
    },
  },
  {
    name: 'a.xlsx',
    async make(size, seed) {
      const rows = takeRows(size, seed, 400).map(cellsOf);
      const sheet = rows
        .map(
          (row, r) =>
            `<row r="${r + 1}">${row.map((cell, c) => `<c r="${String.fromCodePoint(65 + c)}${r + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
        )
        .join('');
      return {
        bytes: writeXlsx({ sheets: [{ name: 'S', rows: sheet }] }),
        contentBytes: sheet.length,
        bare: () => parseParts([sheet]),
      };
    },
  },
  {
    name: 'a.docx',
    async make(size, seed) {
      const rows = takeRows(size, seed, 400).map(cellsOf);
      const document = tableXml(rows) + rows.map((row) => paragraph(...row)).join('');
      return { bytes: writeDocx({ document }), contentBytes: document.length, bare: () => parseParts([document]) };
    },
  },
  {
    name: 'a.pdf',
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

export const subjects: readonly Subject[] = [...flat, ...lines, ...packed, ...documents];
