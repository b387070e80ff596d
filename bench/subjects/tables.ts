/** Records of typed columns, and workbooks. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import * as sheetJs from '@e965/xlsx';
import avro from 'avsc';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { writeXlsx } from '../../tests/readers/write-office.ts';
import { csvLine, type Row } from '../made.ts';
import { cellsOf, parsePart, takeRows, type Subject, whole } from './subject.ts';

/** What the older of the two formats has room for. */
const maxSheetRows = 65_536;

function writeDatabase(path: string, rows: readonly (readonly string[])[]): void {
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE dossiers (id TEXT, date TEXT, statut TEXT, montant TEXT, note TEXT, contact TEXT); BEGIN');
  const insert = database.prepare('INSERT INTO dossiers VALUES (?, ?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(...row);
  database.exec('COMMIT');
  database.close();
}

/** Every row as the library gives it, from a file. */
function readDatabase(bytes: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-bench-'));
  try {
    writeFileSync(join(folder, 'a.db'), bytes);
    const database = new DatabaseSync(join(folder, 'a.db'), { readOnly: true });
    let count = 0;
    for (const _ of database.prepare('SELECT * FROM dossiers').iterate()) count++;
    database.close();
    return count;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const tables: readonly Subject[] = [
  {
    name: 'a.parquet',
    library: 'hyparquet',
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
    library: 'avsc',
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
    library: 'htmlparser2',
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
        bare: () => parsePart(sheet),
      };
    },
  },
  ...(['xls', 'xlsb'] as const).map((extension): Subject => ({
    name: `a.${extension}`,
    library: '@e965/xlsx',
    async make(size, seed) {
      const rows = takeRows(Math.min(size, 1_500_000), seed, 60).map(cellsOf);
      const book = sheetJs.utils.book_new();
      sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows.slice(0, maxSheetRows)), 'S');
      const bookType = extension === 'xls' ? 'biff8' : extension;
      const bytes = sheetJs.write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer;
      return whole(bytes, async () => sheetJs.read(bytes, { dense: true }));
    },
  })),
  {
    name: 'a.db',
    library: 'node:sqlite',
    async make(size, seed) {
      const folder = mkdtempSync(join(tmpdir(), 'kashf-bench-'));
      const path = join(folder, 'a.db');
      try {
        writeDatabase(path, takeRows(size, seed, 60).map(cellsOf));
        const bytes = readFileSync(path);
        return whole(bytes, async () => readDatabase(bytes));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];
