/** The register of processing: what the controller declared. Keys as in `register.yaml`; nine items of Art. 15 a–i. */
import { z } from 'zod';
import { categories } from '../detectors/catalogue.ts';
import { controllerCircumstances, treatmentCircumstances } from './circumstances.ts';

const text = z.string().trim().min(1);
/** A calendar date in Africa/Casablanca. */
const date = z.iso.date();
const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

export const formalities = [
  'out-of-scope',
  'special-text',
  'authorised-by-law',
  'exempt',
  'declaration',
  'simplified-declaration',
  'authorisation',
  'forbidden',
  'undetermined',
] as const;
export type Formality = (typeof formalities)[number];

export const controllerSchema = z.strictObject({
  name: text,
  kind: z
    .enum([
      'public-authority',
      'public-service-operator',
      'company',
      'association',
      'natural-person',
      'court',
      'auxiliary-of-justice',
      'copyright-body',
      'other',
    ])
    .optional(),
  legalForm: text.optional(),
  address: text.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  representative: text.optional(),
  publicService: z.boolean().optional(),
  association: z
    .strictObject({ object: z.enum(['religious', 'philosophical', 'political', 'union', 'cultural', 'sport', 'other']) })
    .optional(),
  professionalSecrecy: z.boolean().optional(),
  auxiliaryOfJustice: z.boolean().optional(),
  vitalInfrastructure: z.boolean().optional(),
  ...controllerCircumstances,
});
export type Controller = z.infer<typeof controllerSchema>;

export const treatmentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id has 1 to 64 small letters, digits and hyphens'),
  name: text,
  characteristics: text.optional(),
  purposes: list(text),
  collectedFor: list(text).describe(
    'Purposes told to the persons when the data were collected, where they differ from `purposes` (Art. 12(1)b).',
  ),
  solePurpose: z
    .enum([
      'medical-care',
      'health-service-management',
      'selection-for-right-benefit-contract',
      'public-register',
      'journalism',
      'other',
    ])
    .optional(),
  startedOn: date.optional(),
  endedOn: date.optional(),
  dataSubjects: list(text),
  dataCategories: list(z.strictObject({ category: z.enum(categories), label: text.optional(), origin: text.optional() })),
  recipients: list(text),
  processors: list(
    z.strictObject({
      name: text,
      contract: text.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      ownUse: z.boolean().optional().describe('The processor uses the data for itself (Art. 25).'),
    }),
  ),
  transfers: list(
    z.strictObject({
      state: z.string().regex(/^[A-Z]{2}$/),
      ground: z
        .enum([
          'adequate',
          'consent',
          '44-1-a',
          '44-1-b',
          '44-1-c',
          '44-1-d',
          '44-1-e',
          '44-1-f',
          '44-1-g',
          'treaty',
          'authorisation',
        ])
        .optional(),
      proof: text.optional(),
      reference: text.optional(),
    }),
  ),
  retention: z.strictObject({ period: text.optional(), from: text.optional(), dateField: text.optional() }).optional(),
  rightsContact: text.optional(),
  rightsMeasures: text.optional(),
  security: z
    .strictObject({
      general: text.optional(),
      art24: z.partialRecord(z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']), text).optional(),
    })
    .optional(),
  /** `purpose` = main purpose of the other file; `differentPurposes` overrides the comparison with `purposes` (Art. 12(1)f). */
  interconnections: list(
    z.strictObject({
      with: text,
      purpose: text.optional(),
      differentPurposes: z.boolean().optional(),
      sameController: z.boolean().optional(),
    }),
  ),
  cessions: list(text),
  legalBasis: z
    .strictObject({
      ground: z.enum([
        'consent',
        'legal-obligation',
        'contract',
        'vital-interest',
        'public-mission',
        'legitimate-interest',
        'none',
      ]),
      proof: text.optional(),
      consentForm: z
        .enum(['express', 'unambiguous', 'implied'])
        .optional()
        .describe('How consent was given; implied by silence or inaction is none (Art. 1(9), 4 §1, IC-22).'),
    })
    .optional(),
  sensitiveGround: z
    .strictObject({
      ground: z.enum(['law', 'express-consent', 'statutory-function', '21-3-a', '21-3-b', '21-3-c', 'none']),
      proof: text.optional(),
    })
    .optional(),
  publicRegister: z.boolean().optional(),
  specialText: text.optional().describe('The special legislation the controller relies on, cited (Art. 2(4), 12).'),
  formality: z
    .strictObject({
      kind: z.enum(['declaration', 'simplified-declaration', 'authorisation']),
      reference: text.optional(),
      filedOn: date.optional(),
      receivedOn: date.optional(),
      grantedOn: date.optional(),
      term: date.optional(),
      conditions: list(text),
      unmetConditions: list(text).describe('Conditions known not to be kept.'),
      withdrawnOn: date.optional(),
    })
    .optional(),
  stores: list(text).describe('Globs over store URIs; may end in `#field`.'),
  ...treatmentCircumstances,
});
export type Treatment = z.infer<typeof treatmentSchema>;

export const registerSchema = z.strictObject({
  version: z.literal(1),
  controller: controllerSchema,
  treatments: z.array(treatmentSchema),
});
export type Register = z.infer<typeof registerSchema>;
