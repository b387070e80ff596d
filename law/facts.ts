/** Facts of a processing as `kashf assess` takes them, and the case the rules read. */
import { z } from 'zod';
import { categories, type Category } from '../detectors/catalogue.ts';
import { settingOf, type ChoiceId, type Choices } from './choices.ts';
import { controllerSchema, treatmentSchema, type Controller, type Treatment } from './register.ts';

/** What a scan, or a person who looked, found beside what was declared. */
const foundSchema = z.strictObject({
  categories: z.array(z.enum(categories)).default([]),
  /** State that hosts the data (ISO 3166-1 alpha-2). */
  hostingState: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a State is two capital letters (ISO 3166-1 alpha-2)')
    .optional(),
  /** AWS region of the store; its State is read from it. */
  region: z.string().optional(),
  publicAccess: z.boolean().optional(),
  encrypted: z.boolean().optional(),
  versioning: z.boolean().optional(),
  logging: z.boolean().optional(),
  /** Day the oldest data were last changed; held against the declared period. */
  oldestOn: z.iso.date().optional(),
  /** Days after which the store itself removes data. */
  expiresAfterDays: z.number().int().min(1).optional(),
});

const present = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of facts whose null says "there is none", not "not stated". */
const groundKeys = new Set(['sensitiveGround', 'legalBasis']);

/** Takes the value of keys that have none: in a register an empty key is not stated. The key stays, for it may be one nobody knows. */
export function blankNulls(value: unknown): unknown {
  return replaceNulls(value, () => undefined);
}

/** Leaves out the keys that were blank. */
export function dropBlanks<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => dropBlanks(one)) as T;
  if (!present(value)) return value;
  const held = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(held.map(([key, one]) => [key, dropBlanks(one)])) as T;
}

function replaceNulls(value: unknown, instead: (key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => replaceNulls(one, instead));
  if (!present(value)) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, held === null ? instead(key) : replaceNulls(held, instead)]);
  return Object.fromEntries(entries) as unknown;
}

const readNulls = (value: unknown) => replaceNulls(value, (key) => (groundKeys.has(key) ? { ground: 'none' } : undefined));

/** The keys of a facts file. */
export const factKeysSchema = z.strictObject({
  v: z.literal(1),
  controller: controllerSchema.extend({ name: z.string().trim().min(1).default('-') }).default({ name: '-' }),
  treatment: treatmentSchema
    .extend({ id: treatmentSchema.shape.id.default('treatment'), name: z.string().trim().min(1).default('-') })
    .default({ id: 'treatment', name: '-' }),
  found: foundSchema.default({ categories: [] }),
  /** Facts nobody knows: `controller.kind`, `treatment.solePurpose`, `found.categories`, … */
  unknown: z.array(z.string()).default([]),
});

/** The input of `kashf assess`. A key that is missing is not stated; a name in `unknown` is known to be unknown. */
export const factsSchema = z.preprocess(readNulls, factKeysSchema).transform(dropBlanks);
export type Facts = z.infer<typeof factsSchema>;
export type Found = Facts['found'];

/** What the rules look at. */
export interface Case {
  readonly controller: Controller;
  readonly treatment: Treatment;
  /** Declared and found together. */
  readonly categories: ReadonlySet<Category>;
  readonly choices: Choices;
}

/** Declared and found categories of one treatment, as a case. */
export function caseOf(controller: Controller, treatment: Treatment, found: Iterable<Category>, choices: Choices): Case {
  const declared = (treatment.dataCategories ?? []).map(({ category }) => category);
  return { controller, treatment, categories: new Set([...declared, ...found]), choices };
}

/** The setting of an interpretive choice in this case. */
export function choiceOf(held: Case, id: ChoiceId): string {
  return settingOf(held.choices, id);
}

/** Is a register open to the public the one thing the treatment is for (Art. 18)? */
export function isPublicRegister({ publicRegister, solePurpose }: Treatment): boolean {
  return solePurpose === undefined ? publicRegister === true : solePurpose === 'public-register';
}

/** Folds case, accents and spaces, so that two spellings of one purpose are one. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}
