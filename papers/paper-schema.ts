/** The shape of `kashf papers --format json`: codes and parameters, and the text made of them. */
import { z } from 'zod';
import { gapKinds, languages } from '../law/contract.ts';
import { entryStates, forms, paperKinds, type PaperValue } from './paper.ts';
import { labels, type LabelCode } from './text/labels.ts';
import { sentences, type SentenceCode } from './text/sentences.ts';
import { sectionTitles, titles, type SectionCode, type TitleCode } from './text/titles.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const codes = <C extends string>(table: Readonly<Record<C, unknown>>) => z.enum(Object.keys(table) as [C, ...C[]]);
const params = z.record(z.string(), z.union([z.string(), z.number(), list(z.string())])).readonly();
const amount = z.number().nullable();
const range = z.strictObject({ fineMin: amount, fineMax: amount, prisonMonthsMin: amount, prisonMonthsMax: amount }).nullable();
const penalty = z.strictObject({ code: z.string(), natural: range, legal: range, note: z.string().nullable() });

const value: z.ZodType<PaperValue> = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('words'), words: z.string() }),
    z.strictObject({ type: z.literal('sentence'), code: codes<SentenceCode>(sentences), params }),
    z.strictObject({ type: z.literal('step'), step: z.strictObject({ article: z.string(), code: z.string(), params }) }),
    z.strictObject({ type: z.literal('gap'), gap: z.strictObject({ kind: z.enum(gapKinds), params }) }),
    z.strictObject({ type: z.literal('penalty'), penalty }),
    z.strictObject({ type: z.literal('choice'), choice: z.string(), setting: z.string() }),
  ])
  .meta({ id: 'PaperValue' });

const label = codes<LabelCode>(labels).meta({ id: 'PaperLabel' });
const section = codes<SectionCode>(sectionTitles).meta({ id: 'PaperSection' });
const article = z.string().nullable().describe('As the law numbers it, such as 15(b); several are parted by commas.');
const treatment = z.string().nullable();
const state = z.enum(entryStates);
const entry = z.strictObject({
  label,
  labelParams: params.optional(),
  article,
  state,
  values: list(value),
  hints: list(value),
});

const paper = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.enum(paperKinds),
  form: z.enum(forms).nullable(),
  title: codes<TitleCode>(titles),
  params,
  treatment,
  asOf: z.iso.date(),
  lawVersion: z.string(),
  notes: list(value),
  sections: list(z.strictObject({ code: section, params, entries: list(entry) })),
  missing: list(z.strictObject({ section, label, article, treatment })),
});

const row = z.strictObject({ label: z.string(), article, state, values: list(z.string()), hints: list(z.string()) });
const text = z.strictObject({
  language: z.enum(languages),
  direction: z.enum(['ltr', 'rtl']),
  date: z.iso.date(),
  title: z.string(),
  notes: list(z.string()),
  sections: list(z.strictObject({ heading: z.string(), rows: list(row) })),
  missing: z.strictObject({ heading: z.string(), lines: list(z.string()) }).nullable(),
  footer: z.string(),
});

export const paperFileSchema = z.strictObject({ schemaVersion: z.literal(1), paper, text });
export type PaperFile = z.infer<typeof paperFileSchema>;
