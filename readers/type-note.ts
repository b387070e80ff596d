/** Content decides how an object is read; where its name promised something quite different, a note says so. */
import type { Format, Note } from './contract.ts';

/** What a format is called in notes. */
const words: Readonly<Record<string, string>> = {
  office: 'Office document',
  compound: 'Office document before 2007',
  pdf: 'PDF',
  rtf: 'RTF',
  image: 'image',
  gzip: 'gzip',
  bzip2: 'bzip2',
  zstd: 'Zstandard',
  xz: 'XZ',
  '7z': '7z archive',
  zip: 'ZIP archive',
  tar: 'TAR archive',
  parquet: 'Parquet',
  avro: 'Avro',
  sqlite: 'SQLite',
  mailbox: 'mailbox',
  mail: 'mail',
  html: 'HTML',
  xml: 'XML',
  vcard: 'vCard',
  icalendar: 'iCalendar',
  damancom: 'DAMANCOM',
  json: 'JSON',
  sql: 'SQL',
  yaml: 'YAML',
  csv: 'table of text',
  text: 'text',
};

/** Texts that share endings: one for another surprises nobody. */
const plain = 'text csv json sql yaml damancom vcard icalendar mail mailbox';
const anyText = `${plain} html xml`;

/**
 * Formats that an ending may stand for, both as lists. What is widely written under another's ending is in them (RTF as `.doc`, a
 * document with a password, which is compound). Endings that promise nothing (`.log`, `.dat`, `.bak`, `.db`) are left out.
 */
const promises: readonly (readonly [extensions: string, formats: string])[] = [
  ['csv tsv tab psv json jsonl ndjson ldjson geojson sql yaml yml', plain],
  ['txt md xml html htm xhtml eml mht mhtml mbox vcf ics', anyText],
  ['doc', 'compound office rtf'],
  ['xls ppt docx docm dotx xlsx xlsm xltx xlsb pptx pptm odt ods odp', 'office compound'],
  ['msg', 'compound'],
  ['pdf', 'pdf'],
  ['rtf', 'rtf'],
  ['jpg jpeg png tif tiff heic avif', 'image'],
  ['zip jar', 'zip office'],
  ['gz tgz', 'gzip'],
  ['bz2 tbz2', 'bzip2'],
  ['zst tzst', 'zstd'],
  ['xz txz', 'xz'],
  ['7z', '7z'],
  ['tar', 'tar'],
  ['parquet', 'parquet'],
  ['avro', 'avro'],
  ['sqlite sqlite3', 'sqlite'],
];

const expected = new Map(
  promises.flatMap(([extensions, ids]) => extensions.split(' ').map((extension) => [extension, new Set(ids.split(' '))])),
);

/** The note on an object read in this format, or null where its ending (lower case, no dot) agrees or promises nothing. */
export function noteType(extension: string, { id }: Pick<Format, 'id'>): Note | null {
  if (expected.get(extension)?.has(id) !== false) return null;
  return { kind: 'note', code: 'TYPE_DIFFERS_FROM_NAME', detail: `named .${extension}, read as ${words[id] ?? id}` };
}
