/** The kinds of documents the corpus is made of, each from templates of one language. */
import type { DetectorId } from '../../detectors/catalogue.ts';
import type { Random } from '../../local/sample/random.ts';
import { type Draft, startDraft, type Label } from './draft.ts';
import { fillings, lookAlikes } from './look-alikes.ts';
import { writeTemplate, writeValue } from './template.ts';
import { type SensitiveKind, type Slot, slotDetectors, type Templates } from './templates/kinds.ts';
import { makeValue } from './values.ts';

export interface Document {
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly labels: readonly Label[];
}

export const proseKinds = ['letter', 'contract', 'chat', 'ticket', 'note'] as const;
export const listKinds = ['form', 'payslip', 'log'] as const;
export const tableKinds = ['csv', 'json', 'jsonl', 'sql'] as const;
export type Kind = (typeof proseKinds)[number] | (typeof listKinds)[number] | (typeof tableKinds)[number] | 'real text';

/** A sentence to write, and what its brackets reveal. */
export interface Sentence {
  readonly template: string;
  readonly reveals: SensitiveKind | null;
}

export interface Making {
  readonly random: Random;
  readonly templates: Templates;
}

const endings: Readonly<Partial<Record<Kind, string>>> = {
  ticket: 'md',
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  sql: 'sql',
  log: 'log',
};

function finish(draft: Draft, kind: Kind): Document {
  return { name: `document.${endings[kind] ?? 'txt'}`, kind, ...draft.finish() };
}

const clock = (random: Random): string =>
  `${String(random.integer(8, 19)).padStart(2, '0')}:${String(random.integer(0, 59)).padStart(2, '0')}`;

/** What stands before each sentence of a kind of prose. */
function leadOf(kind: Kind, at: number, { random, templates }: Making): string {
  if (kind === 'contract') return `${templates.language === 'ar' ? 'المادة' : 'Article'} ${at + 1} : `;
  if (kind === 'chat') return `[${clock(random)}] ${random.pick(['user1', 'client', 'agent', 'moi', 'support'])}: `;
  return kind === 'ticket' ? '- ' : '';
}

/** A letter, contract, chat, ticket or note made of sentences. */
export function writeProse(kind: (typeof proseKinds)[number], sentences: readonly Sentence[], making: Making): Document {
  const { random, templates } = making;
  const { language } = templates;
  const draft = startDraft();
  if (kind === 'ticket') draft.write(`# Ticket ${random.integer(100, 9999)}\n\n`);
  writeTemplate(draft, `${random.pick(templates.openings)}\n\n`, { random, language, reveals: null });
  for (const [at, { template, reveals }] of sentences.entries()) {
    draft.write(leadOf(kind, at, making));
    writeTemplate(draft, template, { random, language, reveals });
    const isOfLines = template.endsWith('{mrz}');
    draft.write(kind === 'letter' && !isOfLines && random.next() < 0.5 ? ' ' : kind === 'note' ? '\n\n' : '\n');
  }
  writeTemplate(draft, `\n${random.pick(templates.closings)}\n`, { random, language, reveals: null });
  return finish(draft, kind);
}

/** A form or payslip of labelled lines, or log lines of keys and values. */
export function writeList(kind: (typeof listKinds)[number], slots: readonly Slot[], { random, templates }: Making): Document {
  const { language } = templates;
  const draft = startDraft();
  if (kind === 'payslip')
    draft.write(`${fillings['org']?.(random, language) ?? ''}\n${fillings['month']?.(random, language) ?? ''} 2026\n\n`);
  for (const slot of slots) {
    const label = random.pick((kind === 'log' ? templates.columns : templates.labels)[slot] ?? []);
    if (kind === 'log')
      draft.write(`2026-0${random.integer(1, 9)}-1${random.integer(0, 9)}T${clock(random)}:00Z INFO saved ${label}=`);
    else draft.write(`${label}${random.pick([' : ', ': ', ' :\t', ' : '])}`);
    writeValue(draft, slotDetectors[slot], makeValue(slot, random, language, kind === 'log'));
    if (kind === 'log') draft.write(` status=200 ms=${random.integer(1, 900)}`);
    draft.write('\n');
    if (kind === 'payslip' && random.next() < 0.5)
      draft.write(`${fillings['n']?.(random, language) ?? ''} h\t${fillings['amount']?.(random, language) ?? ''}\n`);
  }
  return finish(draft, kind);
}

/** A column of a table: labelled values, look-alikes or plain fillings. */
export interface Column {
  readonly name: string;
  readonly detector: DetectorId | null;
  make(): string;
}

/** A column of a slot's values. */
export const valueColumn = (slot: Slot, { random, templates }: Making): Column => ({
  name: random.pick(templates.columns[slot] ?? []),
  detector: slotDetectors[slot],
  make: () => makeValue(slot, random, templates.language, true).replaceAll(',', ' '),
});

/** A column named otherwise that holds look-alikes of a slot. */
export const otherColumn = (slot: Slot, { random, templates }: Making): Column => ({
  name: random.pick(templates.otherColumns[slot] ?? []),
  detector: null,
  make: () => lookAlikes[slot]?.(random).replaceAll(',', ' ') ?? '',
});

/** A column that reveals something about the person of each row. */
export function sensitiveColumn(kind: SensitiveKind, { random, templates }: Making): Column {
  const [name, values] = random.pick(templates.sensitiveColumns[kind] ?? []);
  return { name, detector: `sensitive/${kind}`, make: () => random.pick(values) };
}

const plainColumns = (random: Random): readonly Column[] => {
  let row = 0;
  return [
    { name: 'id', detector: null, make: () => String(++row) },
    { name: random.pick(['status', 'statut', 'note']), detector: null, make: () => random.pick(['ok', 'x', '1', 'en cours']) },
  ];
};

function quoted(text: string, kind: Kind): string {
  if (kind === 'sql') return `'${text.replaceAll("'", '’')}'`;
  return kind === 'csv' && !/[,;\t"]/.test(text) ? text : JSON.stringify(text);
}

function writeCell(draft: Draft, column: Column, kind: Kind): void {
  const text = quoted(column.make(), kind);
  const edge = kind === 'csv' && !text.startsWith('"') ? 0 : 1;
  const start = draft.length() + edge;
  draft.write(text);
  const isNegation = /^(?:aucune|none|non)$/i.test(text.slice(edge, text.length - edge));
  if (column.detector !== null && !isNegation) draft.label({ detector: column.detector, start, end: draft.length() - edge });
}

/** A CSV file, JSON array, JSON lines or SQL dump. */
export function writeTable(
  kind: (typeof tableKinds)[number],
  columns: readonly Column[],
  rows: number,
  { random }: Making,
): Document {
  const [first, last] = plainColumns(random) as [Column, Column];
  const all = [first, ...columns, last];
  const draft = startDraft();
  const separator = kind === 'csv' ? random.pick([',', ';', '\t']) : kind === 'sql' ? ', ' : ',';
  if (kind === 'csv') draft.write(`${all.map(({ name }) => name).join(separator)}\n`);
  if (kind === 'json') draft.write('[\n');
  const head = `INSERT INTO \`clients\` (${all.map(({ name }) => `\`${name}\``).join(', ')}) VALUES`;
  if (kind === 'sql')
    draft.write(
      `-- dump\nCREATE TABLE \`clients\` (\n${all.map(({ name }) => `  \`${name}\` varchar(255)`).join(',\n')}\n);\n${head}\n`,
    );
  for (let row = 0; row < rows; row++) {
    if (kind === 'sql') draft.write('(');
    if (kind === 'json' || kind === 'jsonl') draft.write('{');
    for (const [at, column] of all.entries()) {
      if (at > 0) draft.write(separator);
      if (kind === 'json' || kind === 'jsonl') draft.write(`${JSON.stringify(column.name)}:`);
      writeCell(draft, column, kind);
    }
    const isLast = row === rows - 1;
    draft.write(
      kind === 'csv'
        ? '\n'
        : kind === 'jsonl'
          ? '}\n'
          : kind === 'json'
            ? `}${isLast ? '\n]\n' : ',\n'}`
            : isLast
              ? ');\n'
              : '),\n',
    );
  }
  return finish(draft, kind);
}
