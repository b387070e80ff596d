/** Every format, one line each; the first one that recognises an object reads it. */
import type { Format } from './contract.ts';
import { avroFormat } from './avro.ts';
import { bzip2Format } from './bzip2.ts';
import { compoundFormat } from './compound-document.ts';
import { icalendarFormat, vcardFormat } from './content-lines.ts';
import { csvFormat } from './csv.ts';
import { damancomFormat } from './damancom.ts';
import { gzipFormat } from './gzip.ts';
import { htmlFormat } from './html.ts';
import { imageFormat } from './image.ts';
import { jsonFormat } from './json.ts';
import { mailboxFormat, mailFormat } from './mail.ts';
import { officeFormat } from './office.ts';
import { parquetFormat } from './parquet.ts';
import { rtfFormat } from './rtf.ts';
import { sevenZipFormat } from './seven-zip.ts';
import { sqlFormat } from './sql.ts';
import { sqliteFormat } from './sqlite.ts';
import { tarFormat } from './tar.ts';
import { pdfFormat } from './pdf.ts';
import { textFormat } from './text.ts';
import { xmlFormat } from './xml.ts';
import { xzFormat } from './xz.ts';
import { yamlFormat } from './yaml.ts';
import { zipFormat } from './zip.ts';
import { zstdFormat } from './zstd.ts';

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
