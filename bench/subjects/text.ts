/** Text and what is written as lines. */
import ICAL from 'ical.js';
import { parse as parseYaml } from 'yaml';
import { csvHead, csvLine, jsonLine, makeText, type Row } from '../made.ts';
import { cellsOf, logOf, parseMarkup, takeRows, type Subject, whole } from './subject.ts';

const flat: readonly Subject[] = [
  { name: 'a.log', library: null, make: async (size, seed) => whole(logOf(size, seed)) },
  { name: 'a.csv', library: null, make: async (size, seed) => whole(makeText(size, seed, csvHead, csvLine)) },
  { name: 'a.jsonl', library: null, make: async (size, seed) => whole(makeText(size, seed, '', jsonLine)) },
  {
    name: 'a.json',
    library: 'JSON.parse',
    async make(size, seed) {
      const rows = takeRows(size, seed, 150);
      const bytes = Buffer.from(JSON.stringify(rows));
      return whole(bytes, async () => JSON.parse(bytes.toString('utf8')) as unknown);
    },
  },
  {
    name: 'a.html',
    library: 'htmlparser2',
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
    library: 'htmlparser2',
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
    library: 'yaml',
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
    library: 'ical.js',
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
  {
    name: 'a.ics',
    library: 'ical.js',
    async make(size, seed) {
      const body = makeText(
        size / 4,
        seed,
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n',
        (row) =>
          `BEGIN:VEVENT\r\nUID:${row.id}\r\nDTSTART:${row.date.replaceAll('-', '')}T090000Z\r\nSUMMARY:${row.note}\r\nLOCATION:${row.state}\r\nATTENDEE;CN="${row.state}":mailto:${row.contact}\r\nEND:VEVENT\r\n`,
      );
      const bytes = Buffer.concat([body, Buffer.from('END:VCALENDAR\r\n')]);
      return whole(bytes, async () => ICAL.parse(bytes.toString('utf8')) as unknown);
    },
  },
  {
    name: 'a.sql',
    library: null,
    async make(size, seed) {
      const quoted = (row: Row): string =>
        cellsOf(row)
          .map((cell) => `'${cell.replaceAll("'", "''")}'`)
          .join(', ');
      const head = 'CREATE TABLE dossiers (id int, date date, statut text, montant numeric, note text, contact text);\n';
      return whole(makeText(size, seed, head, (row) => `INSERT INTO dossiers VALUES (${quoted(row)});\n`));
    },
  },
  {
    // Declarations of wages, DAMANCOM.
    name: 'declaration.txt',
    library: null,
    async make(size, seed) {
      const number = (value: number, digits: number): string => String(value).padStart(digits, '0');
      const line = (row: Row): string =>
        `B021234567202401${number(row.id, 9)}${'EL EXEMPLE'.padEnd(30)}${row.state.toUpperCase().padEnd(30)}`.padEnd(260);
      return whole(makeText(size, seed, `${'B00123456717B0'.padEnd(260)}\r\n`, (row) => `${line(row)}\r\n`));
    },
  },
];

export const texts: readonly Subject[] = [...flat, ...lines];
