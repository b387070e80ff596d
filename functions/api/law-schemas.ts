/** Schemas of what the law says: verdicts, gaps, alerts. Codes always; one sentence in the language of the request. */
import { z } from 'zod';
import { categories } from '../../detectors/catalogue.ts';
import { alertStates, gapKinds, severities, verdictStates } from '../../law/contract.ts';
import { formalities } from '../../law/register.ts';
import { component } from './components.ts';
import { list, time } from './schema-parts.ts';

const parameters = z.record(z.string(), z.union([z.string(), z.number(), list(z.string())])).readonly();
const sentence = z.string().describe('Written from the codes in the language of `Content-Language`.');

const penaltyRange = component(
  'PenaltyRange',
  z.strictObject({
    fineMin: z.number().nullable(),
    fineMax: z.number().nullable(),
    prisonMonthsMin: z.number().nullable(),
    prisonMonthsMax: z.number().nullable(),
  }),
);

const penaltySchema = component(
  'Penalty',
  z.strictObject({
    code: z.string(),
    natural: penaltyRange.nullable(),
    legal: penaltyRange.nullable(),
    note: z.string().nullable(),
    text: sentence,
  }),
);

export const gapSchema = component(
  'Gap',
  z.strictObject({
    id: z.string(),
    kind: z.enum(gapKinds),
    category: z.enum(categories).nullable(),
    treatment: z.string().nullable(),
    hostingState: z.string().nullable(),
    severity: z.enum(severities),
    articles: list(z.string()),
    penalty: penaltySchema.nullable(),
    choices: list(z.string()),
    params: parameters,
    text: sentence,
  }),
);

const stepSchema = component(
  'Step',
  z.strictObject({
    article: z.string(),
    code: z.string(),
    fact: z.string(),
    choice: z.string().nullable(),
    params: parameters,
    text: sentence,
  }),
);

const choiceSchema = component('AppliedChoice', z.strictObject({ id: z.string(), setting: z.string(), text: sentence }));

const otherLawSchema = component(
  'OtherLawNote',
  z.strictObject({
    law: z.literal('05-20'),
    source: z.string().nullable(),
    code: z.string(),
    state: z.enum(['due', 'open', 'lifted']),
    params: parameters,
    text: sentence,
  }),
);

export const verdictSchema = component(
  'Verdict',
  z.strictObject({
    v: z.literal(1),
    store: z.string(),
    treatment: z.string().nullable(),
    state: z.enum(verdictStates),
    formality: z.enum(formalities),
    steps: list(stepSchema),
    gaps: list(gapSchema),
    categories: list(z.enum(categories)).describe('Categories found that counted.'),
    complete: z.boolean().describe('True if the store was read whole.'),
    choices: list(choiceSchema).describe('Interpretive choices that touched it, and every one configured.'),
    otherLaws: list(otherLawSchema).describe('What laws other than 09-08 may ask; no rule of Law 09-08 reads them.'),
    revision: z.int().describe('Revision of the register it was drawn from.'),
    lawVersion: z.string(),
  }),
);

export const alertSchema = component(
  'Alert',
  z.strictObject({
    v: z.literal(1),
    id: z.string(),
    store: z.string(),
    gap: gapSchema,
    state: z.enum(alertStates),
    openedAt: time,
    updatedAt: time,
    updatedBy: z.string(),
    reason: z.string().nullable(),
    suppressedUntil: time.nullable(),
    revision: z.int(),
    toldRevision: z.int(),
  }),
);
