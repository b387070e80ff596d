/** Every format, one line each; the first one that recognises an object reads it. */
import type { Format } from './contract.ts';
import { csvFormat } from './csv.ts';
import { gzipFormat } from './gzip.ts';
import { jsonFormat } from './json.ts';
import { officeFormat } from './office.ts';
import { textFormat } from './text.ts';

export const formats: readonly Format[] = [officeFormat, gzipFormat, jsonFormat, csvFormat, textFormat];
