/** What a deployment is told: which stores, how to sample, which reading of the law. The controller comes from the register. */
import { z } from 'zod';
import { confidences } from '../detectors/contract.ts';
import { checkChoices } from '../law/choices.ts';

export const targetSchema = z.strictObject({
  /** `s3://bucket/prefix`, `dynamodb://account/region/table`, `postgresql://host/database[/schema[/table]]`, `file:///path`. */
  uri: z
    .string()
    .regex(/^(s3|dynamodb|postgresql|file):\/\//, 'a target starts with s3://, dynamodb://, postgresql:// or file://'),
  /** Hosting State (ISO 3166-1 alpha-2) where the region does not tell it; `MA` for a database in Morocco. */
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** ARN of the Secrets Manager secret with `username` and `password` (databases). */
  secret: z.string().optional(),
  /** TCP port of a database, where it is not the usual one. */
  port: z.number().int().positive().optional(),
  /** Role to assume for a store in another account, and the external id that its trust policy asks for. */
  role: z.strictObject({ arn: z.string(), externalId: z.string().min(2) }).optional(),
});
export type Target = z.infer<typeof targetSchema>;

export const configurationSchema = z.strictObject({
  targets: z.array(targetSchema).min(1),
  /** Rows of a table to look at; null = all of them. */
  sampleRows: z.number().int().positive().nullable().default(null),
  /** Also read the text in pictures (French and Arabic), some seconds each. */
  ocr: z.boolean().default(false),
  /** Findings below this confidence do not count for a verdict (they are listed all the same). */
  minConfidence: z.enum(confidences).default('high'),
  /** Interpretive choices (`IC-1` … `IC-35`) set away from their default. */
  choices: z
    .record(z.string(), z.string())
    .default({})
    .superRefine((choices, context) => {
      for (const problem of checkChoices(choices)) context.addIssue(problem);
    }),
});
export type Configuration = z.infer<typeof configurationSchema>;
