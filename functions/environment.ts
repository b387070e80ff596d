/** The environment of every function: the CDK construct writes it, the handlers parse it once at start. One type for both sides. */
import { z } from 'zod';
import { configurationSchema } from './configuration.ts';

const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('is not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

/** Name under which the file of custom detectors lies beside the bundle of a function. */
export const bundledDetectors = 'kashf.detectors.yaml';

const variables = {
  /** Name of the ledger's DynamoDB table. */
  KASHF_LEDGER_TABLE: z.string().min(1),
  /** Name of the bucket for manifests and map results. */
  KASHF_WORK_BUCKET: z.string().min(1),
  /** ARN of the secret that holds the fingerprint key. */
  KASHF_KEY_SECRET: z.string().min(1),
  KASHF_CONFIGURATION: json(configurationSchema),
  /** Whether a file of custom detectors and allow lists lies beside the bundle. */
  KASHF_DETECTORS: z.enum(['bundled', 'none']),
  /** ARN of the SNS topic for people. */
  KASHF_ALERT_TOPIC: z.string().min(1),
  /** Name of the EventBridge bus for machines. */
  KASHF_EVENT_BUS: z.string().min(1),
  /** ARN of the scan workflow. */
  KASHF_STATE_MACHINE: z.string().min(1),
  /** URL of the queue of stores to assess anew. */
  KASHF_REASSESS_QUEUE: z.string().min(1),
} as const;
export type Variable = keyof typeof variables;

/** Which variables each function gets, and nothing else. */
export const environments = {
  discover: ['KASHF_LEDGER_TABLE', 'KASHF_WORK_BUCKET', 'KASHF_CONFIGURATION', 'KASHF_DETECTORS'],
  plan: ['KASHF_LEDGER_TABLE', 'KASHF_WORK_BUCKET', 'KASHF_KEY_SECRET', 'KASHF_CONFIGURATION', 'KASHF_DETECTORS'],
  scan: ['KASHF_LEDGER_TABLE', 'KASHF_KEY_SECRET', 'KASHF_CONFIGURATION', 'KASHF_REASSESS_QUEUE', 'KASHF_DETECTORS'],
  assess: ['KASHF_LEDGER_TABLE', 'KASHF_KEY_SECRET', 'KASHF_CONFIGURATION', 'KASHF_DETECTORS'],
  alert: ['KASHF_LEDGER_TABLE', 'KASHF_ALERT_TOPIC', 'KASHF_EVENT_BUS'],
  api: ['KASHF_LEDGER_TABLE', 'KASHF_STATE_MACHINE', 'KASHF_REASSESS_QUEUE', 'KASHF_CONFIGURATION'],
} as const satisfies Record<string, readonly Variable[]>;
export type FunctionName = keyof typeof environments;
export type Environment<F extends FunctionName> = {
  readonly [V in (typeof environments)[F][number]]: z.infer<(typeof variables)[V]>;
};

/** What the construct must give a function: every variable as the text that `readEnvironment` parses. */
export type EnvironmentTexts<F extends FunctionName> = { readonly [V in (typeof environments)[F][number]]: string };

/** Parses the environment of a function. Throws at start with the name of the first variable that is missing or wrong. */
export function readEnvironment<F extends FunctionName>(
  name: F,
  values: Readonly<Record<string, string | undefined>>,
): Environment<F> {
  const parsed: Record<string, unknown> = {};
  for (const variable of environments[name]) {
    const result = variables[variable].safeParse(values[variable]);
    if (!result.success) {
      throw new Error(`Cannot start ${name}: environment variable ${variable} ${result.error.issues[0]?.message ?? 'is wrong'}`);
    }
    parsed[variable] = result.data;
  }
  return parsed as Environment<F>;
}
