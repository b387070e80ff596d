/** What a deployment is told, read from one file: `kashf.config.yaml` (or `.json`), the one `-c config=…` names, or the example. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationSchema } from '../functions/configuration.ts';

const arn = (service: string) => z.string().regex(new RegExp(`^arn:[\\w-]+:${service}:`), `is not an ARN of ${service}`);

export const deploymentSchema = configurationSchema
  .partial({ sampleRows: true, ocr: true, minConfidence: true, choices: true })
  .extend({
    /** Account and region to deploy to. Left out: those of the credentials at deployment. */
    account: z
      .string()
      .regex(/^\d{12}$/, 'is not an account of 12 digits')
      .optional(),
    region: z.string().optional(),
    /** Set by the run on one's own machine: lets targets be folders. */
    folders: z.boolean().optional(),
    /** File of custom detectors and allow lists, beside this one. */
    detectors: z.string().min(1).optional(),
    storeKeys: z.array(arn('kms')).optional(),
    /** `cron(…)` or `rate(…)` of EventBridge Scheduler, in `timeZone`. */
    schedule: z
      .string()
      .regex(/^(cron|rate)\(.+\)$/, 'is neither cron(…) nor rate(…)')
      .optional(),
    timeZone: z.string().default('Africa/Casablanca'),
    seed: z.number().int().optional(),
    objectEvents: z.boolean().optional(),
    alertEmails: z.array(z.email()).optional(),
    identity: z.strictObject({ issuer: z.url(), audience: z.array(z.string()).min(1) }).optional(),
    vpc: z
      .strictObject({
        id: z.string(),
        availabilityZones: z.array(z.string()).min(1),
        privateSubnets: z.array(z.string()).min(1),
        securityGroups: z.array(z.string()).min(1).optional(),
      })
      .optional(),
    encryptionKey: arn('kms').optional(),
    /** A number of days that CloudWatch Logs offers, such as 30, 90, 365. */
    logRetentionDays: z.enum(RetentionDays, 'is not a number of days that CloudWatch Logs offers').optional(),
    workRetentionDays: z.number().int().positive().optional(),
    maxItemsPerBatch: z.number().int().positive().optional(),
    maxConcurrency: z.number().int().positive().max(10_000).optional(),
    toleratedFailurePercentage: z.number().min(0).max(100).optional(),
    toleratedSkips: z.number().int().min(0).optional(),
  });
export type Deployment = z.infer<typeof deploymentSchema>;

/** The configuration that is used while there is no other. */
export const exampleFile = fileURLToPath(new URL('example.config.yaml', import.meta.url));

/** The file to read: the named one, else the one in the folder, else the example. */
export function findConfiguration(folder: string, named: string | undefined): string {
  if (named !== undefined) return named;
  const own = ['kashf.config.yaml', 'kashf.config.yml', 'kashf.config.json'].map((name) => `${folder}/${name}`);
  return own.find((file) => existsSync(file)) ?? exampleFile;
}

/** What is wrong with a configuration, in one sentence. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads and checks a configuration. Throws one sentence that names the file and its first wrong key. */
export function readDeployment(file: string): Deployment {
  const parsed = deploymentSchema.safeParse(readYaml(file));
  if (parsed.success) return withFullPath(parsed.data, dirname(file));
  const [issue] = parsed.error.issues;
  throw new ConfigurationError(`Cannot read ${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is wrong'}`);
}

/** A file that a configuration names lies beside it, wherever the command is run. */
const withFullPath = (deployment: Deployment, folder: string): Deployment =>
  deployment.detectors === undefined ? deployment : { ...deployment, detectors: resolve(folder, deployment.detectors) };

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigurationError(`Cannot read ${file}: ${error instanceof Error ? error.message : 'unknown error'}`, {
      cause: error,
    });
  }
}
