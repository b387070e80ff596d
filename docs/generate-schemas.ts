/** Writes the JSON Schemas of `docs/schemas/` from the schemas the code checks with; `--check` compares and ends with 1 on a difference. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { detectLineSchema, reportSchema } from '../cli/report-schema.ts';
import { customFileSchema } from '../detectors/custom/schema.ts';
import { configurationSchema } from '../functions/configuration.ts';
import { deploymentSchema } from '../infra/config.ts';
import { paperFileSchema } from '../papers/paper-schema.ts';

const folder = join(import.meta.dirname, 'schemas');

/** Files and outputs that others rely on, by the name of their page; those of the law stand beside their texts in `tests/law/law-document.ts`. */
export const schemas = {
  'scan-report': [reportSchema, 'output'],
  'detect-line': [detectLineSchema, 'output'],
  paper: [paperFileSchema, 'output'],
  'custom-detectors': [customFileSchema, 'input'],
  configuration: [configurationSchema, 'input'],
  deployment: [deploymentSchema, 'input'],
} as const;

/** A schema as its page has it. */
export function renderSchema(name: keyof typeof schemas): string {
  const [schema, io] = schemas[name];
  return `${JSON.stringify({ title: `kashf ${name}`, ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }) }, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const names = Object.keys(schemas) as (keyof typeof schemas)[];
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const file = join(folder, `${name}.json`);
    if (!process.argv.includes('--check')) writeFileSync(file, renderSchema(name));
    else if (readFileSync(file, 'utf8') !== renderSchema(name)) {
      process.stderr.write(`${file} is not what the code says; run node docs/generate-schemas.ts\n`);
      process.exitCode = 1;
    }
  }
}
