/** The tables of `docs/law.md`, written from the data of `law/`. Run it to renew them: `node tests/law/law-document.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { namedSource, namedStates, probableStates } from '../../law/adequacy.ts';
import { articles } from '../../law/articles.ts';
import { choices } from '../../law/choices.ts';
import type { ChoiceEntry } from '../../law/choice-entry.ts';
import { deliberations } from '../../law/deliberations.ts';
import { naturalRanges, penaltyArticle, penaltyCodes } from '../../law/penalties.ts';
import { assessmentSchema } from '../../law/assessment-schema.ts';
import { factsSchema } from '../../law/facts.ts';
import { registerSchema } from '../../law/register.ts';
import { renderPenalty } from '../../law/text.ts';

const file = new URL('../../docs/law.md', import.meta.url);

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function choiceTable(): string {
  const entries: readonly (readonly [string, ChoiceEntry])[] = Object.entries(choices);
  const rows = entries.flatMap(([id, entry]) =>
    Object.entries(entry.settings).map(([setting, [sentence]]) => [
      id,
      entry.articles.join(', '),
      `\`${setting}\`${setting === entry.default ? ' (default)' : ''}`,
      sentence,
    ]),
  );
  return table(['choice', 'articles', 'setting', 'reading'], rows);
}

function articleTable(): string {
  const rows = Object.entries(articles).map(([number, { title, coverage, files, remark }]) => [
    number,
    title[0],
    title[1],
    coverage,
    files.map((name) => `\`${name}.ts\``).join(' '),
    remark,
  ]);
  return table(['article', 'subject', 'objet', 'coverage', 'files of `law/`', 'remark'], rows);
}

function penaltyTable(): string {
  const rows = penaltyCodes.map((code) => [
    code,
    penaltyArticle(code),
    renderPenalty({ code, natural: naturalRanges[code], legal: null, note: null }, 'en').replaceAll('\u00A0', ' '),
  ]);
  return table(['code', 'article', 'natural person'], rows);
}

function stateTable(): string {
  return table(
    ['status', 'States', 'source'],
    [
      ['named', namedStates.join(' '), namedSource.source],
      ['probable', probableStates.join(' '), 'unverified: ask the CNDP; never read as adequate'],
      ['not listed', 'every other State, the United States among them', ''],
    ],
  );
}

function deliberationTable(): string {
  const rows = deliberations.map(({ number, validFrom, subject, content, confidence }) => [
    number,
    validFrom,
    subject,
    content,
    confidence,
  ]);
  return table(['number', 'date', 'subject', 'content', 'confidence'], rows);
}

interface Described {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

function kindOf({ type, enum: values, items }: Described): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(' ');
  if (items === undefined) return type ?? '';
  return `list of ${items.properties === undefined ? kindOf(items) : 'entries'}`;
}

/** Keys that carry a description, with those below them. */
function describedKeys(schema: Described, path: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]) => {
    const own = `${path}.${key}`;
    const below = describedKeys(one.items ?? one, one.items === undefined ? own : `${own}[]`);
    return one.description === undefined ? below : [[`\`${own}\``, kindOf(one), one.description], ...below];
  });
}

function factTable(): string {
  const schema = z.toJSONSchema(factsSchema, { io: 'input' }) as Described;
  const { controller, treatment, found } = schema.properties ?? {};
  const rows = [
    ...describedKeys(controller ?? {}, 'controller'),
    ...describedKeys(treatment ?? {}, 'treatment'),
    ...describedKeys(found ?? {}, 'found'),
  ];
  return table(['key', 'values', 'meaning'], rows);
}

/** JSON Schemas of the files and outputs that `law/` defines, by the name of their file. */
export const jsonSchemas: Readonly<Record<string, () => string>> = {
  'facts.json': () => writeSchema(factsSchema),
  'register.json': () => writeSchema(registerSchema),
  'assessment.json': () => writeSchema(assessmentSchema),
};

const writeSchema = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;

/** Where a schema is committed. */
export const schemaFile = (name: string) => new URL(`../../docs/schemas/${name}`, import.meta.url);

const sections: Readonly<Record<string, () => string>> = {
  articles: articleTable,
  choices: choiceTable,
  penalties: penaltyTable,
  states: stateTable,
  deliberations: deliberationTable,
  facts: factTable,
};

/** The document with every table between its markers renewed. */
export function renewTables(document: string): string {
  return Object.entries(sections).reduce((text, [name, write]) => {
    const begin = `<!-- table: ${name} -->`;
    const end = `<!-- end: ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < 0) throw new Error(`docs/law.md has no markers for the table "${name}".`);
    return `${text.slice(0, from + begin.length)}\n\n${write()}\n\n${text.slice(to)}`;
  }, document);
}

/** The document as committed. */
export function readLawDocument(): string {
  return readFileSync(file, 'utf8');
}

if (import.meta.main) {
  writeFileSync(file, renewTables(readLawDocument()));
  for (const [name, write] of Object.entries(jsonSchemas)) writeFileSync(schemaFile(name), write());
}
