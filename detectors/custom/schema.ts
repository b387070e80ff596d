/** The file of custom detectors and allow lists, `kashf.detectors.yaml`: one schema for type, check and JSON Schema. */
import { z } from 'zod';
import { categories } from '../catalogue.ts';
import { foldWords } from '../engine/symbols.ts';
import { customIdSchema, detectorIdSchema } from '../id-schema.ts';
import { validatorNames } from './validators.ts';

const mostEntries = 200;
const text = z.string().trim().min(1, 'is empty').max(300, 'is longer than 300 characters');
const pattern = z.string().min(1, 'is empty').max(500, 'is longer than 500 characters');
const word = text
  .regex(/^[^,]*$/, 'holds a comma; write one entry for each word or phrase')
  .refine((one) => foldWords(one) !== '', 'holds no letter and no digit');
const words = z.array(word).max(mostEntries, `has more than ${mostEntries} entries`).default([]);
const example = z.union(
  [text, z.strictObject({ column: text.describe('Name of the column.'), value: text.describe('A cell in it.') })],
  'is neither a text nor `{column: …, value: …}`; put what looks like a number in quotes',
);

const detectorEntry = z.strictObject({
  id: customIdSchema.describe('`custom/` and a name of small letters, digits and dashes.'),
  title: text.describe('What it is, for people.'),
  category: z.enum(categories).describe('What the law calls the data.'),
  pattern: pattern.describe('Regular expression of the value, without borders; docs/custom-detectors.md has the syntax.'),
  context: words.describe('Words before a value that say what it is.'),
  distance: z
    .int('is not a whole number')
    .min(1, 'is below 1')
    .max(200, 'is above 200')
    .optional()
    .describe('Bytes that may stand between a context word and its value; 80 where it is not said.'),
  counter: words.describe('Words just before a value that say it is something else.'),
  columns: words.describe('Names of columns and JSON keys that hold it: `num agent` stands for `num_agent` and `numAgent`.'),
  otherColumns: words.describe('Names of columns that hold something else of the same form.'),
  validator: z.enum(validatorNames).default('none').describe('Check of the digits.'),
  alone: z
    .enum(['nothing', 'low', 'high'])
    .optional()
    .describe('What a value counts with no context word and no column: `low` where it is not said.'),
  examples: z
    .array(example)
    .min(1, 'needs at least one entry')
    .max(mostEntries)
    .describe('Texts in which it is found at `high`.'),
  counterExamples: z
    .array(example)
    .min(1, 'needs at least one entry')
    .max(mostEntries)
    .describe('Texts in which it is not found above `low`.'),
});
export type DetectorEntry = z.infer<typeof detectorEntry>;
export type Example = z.infer<typeof example>;

const allowEntry = z
  .strictObject({
    reason: text.describe('Why these matches are known and permitted.'),
    detectors: z
      .array(detectorIdSchema)
      .min(1, 'needs at least one entry')
      .optional()
      .describe('Detectors whose matches it allows; all where it is not said.'),
    pattern: pattern.optional().describe('Regular expression that covers the whole value.'),
    path: text
      .optional()
      .describe('Glob over the object, below its store or with the URI of the store; `#` and a glob for the field may follow.'),
    fingerprints: z
      .array(z.string().regex(/^[0-9a-f]{8}:[0-9a-f]{32}$/, 'is not what `kashf fingerprint` prints'))
      .min(1, 'needs at least one entry')
      .max(10_000)
      .optional()
      .describe('Keyed fingerprints of values, from `kashf fingerprint`.'),
  })
  .refine((entry) => entry.pattern !== undefined || entry.path !== undefined || entry.fingerprints !== undefined, {
    message: 'says of nothing what it allows; add `pattern`, `path` or `fingerprints`',
  });
export type AllowEntry = z.infer<typeof allowEntry>;

export const customFileSchema = z.strictObject({
  version: z.literal(1),
  detectors: z.array(detectorEntry).max(100, 'has more than 100 entries').default([]),
  allow: z.array(allowEntry).max(1_000, 'has more than 1000 entries').default([]),
});
export type CustomFileEntries = z.infer<typeof customFileSchema>;
