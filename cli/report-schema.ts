/** The shapes of what the command line prints as JSON. Types, JSON Schemas (`docs/schemas/`) and tests all come from here. */
import { z } from 'zod';
import { categories } from '../detectors/catalogue.ts';
import { confidences, evidenceKinds } from '../detectors/contract.ts';
import { detectorIdSchema } from '../detectors/id-schema.ts';
import { gapKinds, severities, verdictStates } from '../law/contract.ts';
import { formalities } from '../law/register.ts';
import { noteCodes, skipReasons } from '../readers/contract.ts';

const instant = z.iso.datetime();
const texts = z.strictObject({ en: z.string(), fr: z.string(), ar: z.string() });
const whole = z.number().int().nonnegative();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const detector = detectorIdSchema;
const params = z.record(z.string(), z.union([z.string(), z.number(), list(z.string())])).readonly();
const nullable = (part: z.ZodType<number> = z.number()) => part.nullable();

const range = z.strictObject({
  fineMin: nullable(),
  fineMax: nullable(),
  prisonMonthsMin: nullable(),
  prisonMonthsMax: nullable(),
});
const penalty = z.strictObject({
  code: z.string(),
  natural: range.nullable(),
  legal: range.nullable(),
  note: z.string().nullable(),
});

const place = {
  line: nullable(whole),
  column: nullable(whole),
  byteStart: nullable(whole),
  byteEnd: nullable(whole),
  field: z.string().nullable(),
  record: nullable(whole),
  page: nullable(whole),
  /** Only in sheets. */
  cell: z.string().optional(),
};

export const stepSchema = z.strictObject({
  article: z.string(),
  code: z.string(),
  fact: z.string(),
  choice: z.string().nullable(),
  params,
  text: texts,
});

export const gapSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(gapKinds),
  category: z.enum(categories).nullable(),
  treatment: z.string().nullable(),
  hostingState: z.string().nullable(),
  severity: z.enum(severities),
  articles: list(z.string()),
  penalty: penalty.nullable(),
  choices: list(z.string()),
  params,
  text: texts,
});

const state = z.enum(verdictStates);
const formality = z.enum(formalities);

const posture = z.strictObject({
  encryption: z.enum(['none', 'service-key', 'customer-key']).nullable(),
  publicAccess: z.boolean().nullable(),
  versioning: z.boolean().nullable(),
  logging: z.boolean().nullable(),
  expiresAfterDays: nullable(),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  scan: z.strictObject({
    id: z.string(),
    startedAt: instant,
    endedAt: instant,
    lawVersion: z.string(),
    detectorsVersion: z.string(),
    seed: whole,
    complete: z.boolean(),
  }),
  stores: list(
    z.strictObject({
      uri: z.string(),
      account: z.string().nullable(),
      region: z.string().nullable(),
      hostingState: z.string().nullable(),
      posture,
      state,
      formality,
    }),
  ),
  verdicts: list(
    z.strictObject({
      store: z.string(),
      treatment: z.string().nullable(),
      state,
      formality,
      steps: list(stepSchema),
      gaps: list(gapSchema),
      choices: list(z.strictObject({ id: z.string(), setting: z.string(), text: texts })),
      otherLaws: list(
        z.strictObject({
          law: z.literal('05-20'),
          source: z.string().nullable(),
          code: z.string(),
          state: z.enum(['due', 'open', 'lifted']),
          params,
          text: texts,
        }),
      ),
    }),
  ),
  findings: list(
    z.strictObject({
      id: z.string(),
      store: z.string(),
      object: z.string(),
      field: z.string().nullable(),
      detector,
      category: z.enum(categories),
      count: whole,
      /** Matches that an allow list permits, not in `count`; reports of older versions have none. */
      allowed: whole.default(0),
      distinct: whole,
      confidence: z.enum(confidences),
      evidence: list(z.strictObject({ kind: z.enum(evidenceKinds), detail: z.string().nullable() })),
      places: list(z.strictObject({ ...place, value: z.string().optional() })),
      mask: z.string().nullable(),
    }),
  ),
  skips: list(
    z.strictObject({ store: z.string(), object: z.string().nullable(), reason: z.enum(skipReasons), detail: z.string() }),
  ),
  /** What is worth knowing of objects that were read all the same; reports of older versions have none. */
  notes: list(z.strictObject({ store: z.string(), object: z.string(), code: z.enum(noteCodes), detail: z.string() })).default([]),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportVerdict = Report['verdicts'][number];
export type ReportGap = ReportVerdict['gaps'][number];
export type ReportFinding = Report['findings'][number];

/** One line of `kashf detect --format jsonl`. */
export const detectLineSchema = z.union([
  z.strictObject({
    v: z.literal(1),
    path: z.string(),
    detector,
    category: z.enum(categories),
    confidence: z.enum(confidences),
    line: place.line,
    column: place.column,
    byteStart: place.byteStart,
    byteEnd: place.byteEnd,
    field: place.field,
    page: place.page,
    cell: place.cell,
    value: z.string(),
    /** Only where an allow list permits it. */
    allowed: z.literal(true).optional(),
  }),
  z.strictObject({ v: z.literal(1), path: z.string(), skip: z.enum(skipReasons), detail: z.string() }),
]);
export type DetectLine = z.infer<typeof detectLineSchema>;
