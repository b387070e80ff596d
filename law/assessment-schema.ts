/** The output of `kashf assess --format json` as a schema: every key is always there. */
import { z } from 'zod';
import { categories } from '../detectors/catalogue.ts';
import { gapKinds, severities } from './contract.ts';
import { penaltyCodes } from './penalties.ts';
import { registerCodeList } from './register-codes.ts';
import { formalities } from './register.ts';

const text = z.strictObject({ en: z.string(), fr: z.string(), ar: z.string() });
const params = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
const choice = z
  .string()
  .regex(/^IC-\d{1,2}$/)
  .nullable();
const amount = z.number().int().positive().nullable();
const range = z
  .strictObject({ fineMin: amount, fineMax: amount, prisonMonthsMin: amount, prisonMonthsMax: amount })
  .nullable()
  .describe('Fines in dirhams, prison in months; null = the law gives none.');
const penalty = { code: z.enum(penaltyCodes), natural: range, legal: range, note: z.string().nullable() };

const step = z.strictObject({
  article: z.string().describe('As the law numbers it: 12(1)(e), 2(4), 43.'),
  code: z.string(),
  fact: z.string().describe('Name of the fact that decided the step, with the value it had.'),
  choice: choice.describe('Interpretive choice taken, or null.'),
  params,
  text,
});

const gap = z.strictObject({
  id: z.string(),
  kind: z.enum(gapKinds),
  category: z.enum(categories).nullable(),
  treatment: z.string().nullable(),
  hostingState: z.string().nullable(),
  severity: z.enum(severities),
  articles: z.array(z.string()),
  penalty: z.strictObject(penalty).nullable(),
  choices: z.array(z.string()),
  params,
  text,
});

const duty = z.strictObject({
  code: z.string(),
  article: z.string(),
  state: z
    .enum(['breached', 'met', 'due', 'open', 'lifted'])
    .describe(
      'breached = the facts show it; met = they show the contrary; due = it applies; open = not known; lifted = the law frees from it.',
    ),
  penalties: z.array(z.enum(penaltyCodes)),
  choice,
  params,
  text,
});

/** schemaVersion 1. */
export const assessmentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  formality: z.enum(formalities),
  steps: z.array(step).describe('The chain that leads to the formality; the steps that settle it come last.'),
  gaps: z.array(gap),
  duties: z.array(duty).describe('What the law asks beside the formality.'),
  penalties: z
    .array(
      z.strictObject({
        ...penalty,
        recidivism: z
          .strictObject({ natural: range, legal: range })
          .nullable()
          .describe('Art. 65; null unless the controller is in recidivism.'),
        count: z.number().int().positive().describe('Infringements the facts show (Art. 53 punishes each).'),
        text,
      }),
    )
    .describe('What is risked as the facts stand.'),
  register: z
    .array(z.enum(registerCodeList))
    .describe(
      'R1 declaration, R2 simplified, R3 authorisation, R4 public register, R5 outside the law, RX forbidden; RT transfer, RS processor.',
    ),
  papers: z.array(
    z.strictObject({ form: z.enum(['F211', 'F214', 'F112', 'F118']), confidence: z.enum(['law', 'verified', 'single', 'own']) }),
  ),
  missing: z.array(
    z.strictObject({
      fact: z.string(),
      effect: z.string(),
      article: z.string(),
      outcomes: z.record(z.string(), z.array(z.enum(formalities))).describe('Value of the fact → formalities it may lead to.'),
      text,
    }),
  ),
  choices: z.array(z.strictObject({ id: z.string(), setting: z.string(), isDefault: z.boolean(), text })),
  otherLaws: z
    .array(
      z.strictObject({
        law: z.literal('05-20'),
        text,
        source: z.string().nullable(),
        code: z.string(),
        state: z.enum(['due', 'open', 'lifted']),
        params,
      }),
    )
    .describe('What laws other than 09-08 may ask; no rule of Law 09-08 reads them.'),
  lawVersion: z.string(),
});
