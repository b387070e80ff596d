/** A small sound file of each format. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import avro from 'avsc';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeCompound } from './write-compound.ts';
import { writeDocx, paragraph, tableXml, writeOpenDocument, writePptx, writeXlsx } from './write-office.ts';
import { drawLines, writePdf } from './write-pdf.ts';
import { writeTar } from './write-tar.ts';
import { writeZip } from './write-zip.ts';

export interface Fixture {
  readonly name: string;
  readonly bytes: Buffer;
}

const csv = 'nom;num_cin;note\nAli;AB123456;"a ""b""\nc"\nSara;CD654321;مكناس\n';
const rows = Array.from({ length: 20 }, (_, row) => [`n${row}`, `AB${100_000 + row}`]);
const lines = rows.map(([nom, cin]) => JSON.stringify({ nom, cin, liste: [1, 'é', { a: null }] }));
const mail =
  'From: a@exemple.ma\r\nSubject: =?utf-8?Q?t=C3=A9l?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' +
  `--b\r\nContent-Type: text/plain\r\n\r\nCIN AB123456\r\n--b\r\nContent-Type: text/csv; name="a.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(csv).toString('base64')}\r\n--b--\r\n`;

async function avroOf(): Promise<Buffer> {
  const fields = ['nom', 'cin'].map((name) => ({ name, type: 'string' }));
  const encoder = new avro.streams.BlockEncoder(avro.Type.forSchema({ type: 'record', name: 'r', fields }), {
    codec: 'deflate',
  });
  for (const [nom, cin] of rows) encoder.write({ nom, cin });
  encoder.end();
  const chunks: Buffer[] = [];
  for await (const chunk of encoder) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** TIFF of one directory with a text, inside a JPEG, as cameras write it. */
function jpegOf(): Buffer {
  const text = Buffer.from('Nadia Exemple\0');
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x013b, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(text.length, 14);
  tiff.writeUInt32LE(26, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, body, Buffer.from([0xff, 0xd9])]);
}

function sqliteOf(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-'));
  try {
    const path = join(folder, 'a.db');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE clients (id INTEGER PRIMARY KEY, cin TEXT, note BLOB)');
    for (const [, cin] of rows) database.exec(`INSERT INTO clients (cin, note) VALUES ('${cin}', x'00ff')`);
    database.prepare('INSERT INTO clients (cin) VALUES (?)').run('x'.repeat(9000));
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const properties = { '__properties_version1.0': Buffer.alloc(32) };
const message = {
  ...properties,
  '__substg1.0_0037001F': wide('Dossier'),
  '__substg1.0_1000001F': wide('CIN AB123456'),
  '__attach_version1.0_#00000000': {
    ...properties,
    '__substg1.0_3707001F': wide('a.csv'),
    '__substg1.0_37010102': Buffer.from(csv),
  },
};
const wages = ['B0012345671', 'A021234567202401111222333EL AMRANI', 'B021234567202401444555666BEN ALI']
  .map((line) => `${line.padEnd(260)}\r\n`)
  .join('');
const dump =
  'CREATE TABLE `clients` (\n  `id` int(11) NOT NULL,\n  `cin` text\n);\n' +
  "INSERT INTO `clients` VALUES (1,'AB123456'),(2,'a''b\\'c');\nCOPY public.t (a, b) FROM stdin;\n1\tCD654321\n\\.\n";

const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** Makes them; those of which there is no writer here were packed once. */
export async function makeFixtures(): Promise<readonly Fixture[]> {
  const column = (index: number) => rows.map((row) => row[index] ?? '');
  const parquet = parquetWriteBuffer({
    columnData: [
      { name: 'nom', data: column(0) },
      { name: 'cin', data: column(1) },
    ],
  });
  const sheet = writeXlsx({ sheets: [{ name: 'S', rows, comments: [['A1', 'CIN AB123456']] }], creator: 'Nadia' });
  const contents: Readonly<Record<string, string | Uint8Array>> = {
    'a.txt': `CIN AB123456\nÉté à Fès\n${'mot '.repeat(200)}`,
    'a16.txt': Buffer.from('\ufeffCIN AB123456\nمكناس\n', 'utf16le'),
    'a1252.txt': Buffer.from('Été à Sefrou, CIN AB123456\n', 'latin1'),
    'a.csv': csv,
    'a.json': `[${lines.join(',')}]`,
    'a.jsonl': lines.join('\n'),
    'a.xml': `<?xml version="1.0"?><r a="1"><p><![CDATA[AB123456]]></p>&amp;&#233;${'<x>1</x>'.repeat(20)}</r>`,
    'a.html':
      '<!doctype html><html><body><p title="x">CIN <b>AB123456</b>&eacute;<table><tr><td>1</td></tr></table></body></html>',
    'a.rtf': String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}CIN AB123456\par \'e9\u1605?{\*\x y}}`,
    'a.gz': gzipSync(csv),
    'a.zst': zstdCompressSync(csv),
    'a.bz2': base64('QlpoOTFBWSZTWdt1/oIAAApdgAAQAAR/wCAAAieEACAAMUyYmQZGFA0G0CaMGck50wE0qy0RJS/xdyRThQkNt1/oIA=='),
    'a.xz': base64(
      '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAWbm9tLHRlbApBbGksMDYxMjM0NTY3OAoAAFKgqZFdaI1bAAEvF4EISbEftvN9AQAAAAAEWVo=',
    ),
    'a.zip': writeZip([
      { name: 'clients/a.csv', content: csv },
      { name: 'b.xlsx', content: sheet },
    ]),
    'a.tar': writeTar([
      { name: 'a.csv', content: csv },
      { name: 'b.gz', content: gzipSync(csv) },
    ]),
    'a.parquet': Buffer.from(parquet),
    'a.avro': await avroOf(),
    'a.xlsx': sheet,
    'a.docx': writeDocx({ document: tableXml(rows) + paragraph('CIN ', 'AB123456') }),
    'a.pptx': writePptx([{ lines: ['CIN AB123456'], notes: 'note' }]),
    'a.odt': writeOpenDocument('text', '<office:text><text:p>CIN AB123456</text:p></office:text>'),
    'a.pdf': writePdf({ pages: [drawLines('CIN AB123456', 'b')], author: 'Nadia' }),
    'a.eml': mail,
    'a.mbox': `From a@exemple.ma Mon Jan  1 10:00:00 2024\r\n${mail}\r\nFrom b@exemple.ma Mon Jan  1 10:00:00 2024\r\n${mail}`,
    'a.jpg': jpegOf(),
    'a.db': sqliteOf(),
    'a.msg': writeCompound(message),
    'declaration.txt': wages,
    'a.sql': dump,
  };
  return Object.entries(contents).map(([name, content]) => ({ name, bytes: Buffer.from(content as Uint8Array) }));
}
