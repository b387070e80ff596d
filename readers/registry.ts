/** Every format, one line each; the first one that recognises an object reads it. */
import type { Format } from './contract.ts';
import { avroFormat } from './tables/avro.ts';
import { bzip2Format } from './archives/bzip2.ts';
import { compoundFormat } from './documents/compound-document.ts';
import { icalendarFormat, vcardFormat } from './text/content-lines.ts';
import { csvFormat } from './text/csv.ts';
import { damancomFormat } from './text/damancom.ts';
import { gzipFormat } from './archives/gzip.ts';
import { htmlFormat } from './documents/html.ts';
import { imageFormat } from './documents/image.ts';
import { jsonFormat } from './text/json.ts';
import { mailboxFormat, mailFormat } from './documents/mail.ts';
import { officeFormat } from './documents/office.ts';
import { parquetFormat } from './tables/parquet.ts';
import { rtfFormat } from './documents/rtf.ts';
import { sevenZipFormat } from './archives/seven-zip.ts';
import { sqlFormat } from './text/sql.ts';
import { sqliteFormat } from './tables/sqlite.ts';
import { tarFormat } from './archives/tar.ts';
import { pdfFormat } from './documents/pdf.ts';
import { textFormat } from './text/text.ts';
import { xmlFormat } from './text/xml.ts';
import { xzFormat } from './archives/xz.ts';
import { yamlFormat } from './text/yaml.ts';
import { zipFormat } from './archives/zip.ts';
import { zstdFormat } from './archives/zstd.ts';

export const formats: readonly Format[] = [
  officeFormat,
  compoundFormat,
  pdfFormat,
  rtfFormat,
  imageFormat,
  gzipFormat,
  bzip2Format,
  zstdFormat,
  xzFormat,
  sevenZipFormat,
  zipFormat,
  tarFormat,
  parquetFormat,
  mailboxFormat,
  mailFormat,
  avroFormat,
  sqliteFormat,
  htmlFormat,
  xmlFormat,
  vcardFormat,
  icalendarFormat,
  damancomFormat,
  jsonFormat,
  sqlFormat,
  yamlFormat,
  csvFormat,
  textFormat,
];
