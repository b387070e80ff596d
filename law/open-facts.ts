/** Facts that may decide the formality and that nobody may know, each with the values it can take. */
import type { Category } from '../detectors/catalogue.ts';
import { purposesDiffer } from './authorisation.ts';
import type { Case } from './facts.ts';
import { controllerSchema, treatmentSchema, type Controller, type Treatment } from './register.ts';
import { secrecyOf } from './sensitive.ts';

/** One such fact; each value is a change of the case. */
export interface OpenFact {
  readonly fact: string;
  readonly article: string;
  /** True if the fact matters here and cannot be presumed although nobody marked it as unknown. */
  readonly decisive: (held: Case) => boolean;
  readonly values: Readonly<Record<string, (held: Case) => Case>>;
}

const withController = (change: Partial<Controller>) => (held: Case) => ({
  ...held,
  controller: { ...held.controller, ...change },
});
const withTreatment = (change: Partial<Treatment>) => (held: Case) => ({ ...held, treatment: { ...held.treatment, ...change } });
const never = () => false;

const without = (held: Case, key: keyof Treatment): Case => {
  const { [key]: _, ...rest } = held.treatment;
  return { ...held, treatment: rest as Treatment };
};

const yesNo = (
  key: 'publicRegister' | 'crimePrevention' | 'domesticUse' | 'nationalDefence' | 'suspectRegister' | 'transitOnly',
) => ({
  true: withTreatment({ [key]: true }),
  false: withTreatment({ [key]: false }),
});

const isObjectCategory = (category: Category) =>
  category === 'religion' ||
  category === 'philosophical-belief' ||
  category === 'political-opinion' ||
  category === 'union-membership';

const isCare = ({ treatment }: Case) =>
  treatment.solePurpose === 'medical-care' || treatment.solePurpose === 'health-service-management';

const withCategory = (category: 'contact' | 'national-id-number' | 'health' | 'offence') => (held: Case) => ({
  ...held,
  categories: new Set([...held.categories, category]),
});

/** Every fact that can be left open. */
export const openFacts: readonly OpenFact[] = [
  {
    fact: 'controller.kind',
    article: '49',
    decisive: ({ controller, categories }) =>
      controller.kind === undefined &&
      controller.publicService !== true &&
      controller.auxiliaryOfJustice !== true &&
      categories.has('offence'),
    values: {
      company: withController({ kind: 'company' }),
      'public-authority': withController({ kind: 'public-authority' }),
      'auxiliary-of-justice': withController({ kind: 'auxiliary-of-justice' }),
    },
  },
  {
    fact: 'controller.professionalSecrecy',
    article: '22',
    decisive: (held) =>
      isCare(held) && secrecyOf(held) === undefined && (held.categories.has('health') || held.categories.has('genetic')),
    values: { true: withController({ professionalSecrecy: true }), false: withController({ professionalSecrecy: false }) },
  },
  {
    fact: 'controller.establishedInMorocco',
    article: '2(2)',
    decisive: ({ controller, treatment }) =>
      controller.country !== undefined &&
      controller.country !== 'MA' &&
      controller.establishedInMorocco === undefined &&
      treatment.meansInMorocco === undefined &&
      treatment.transitOnly !== true,
    values: { true: withController({ establishedInMorocco: true }), false: withController({ establishedInMorocco: false }) },
  },
  {
    fact: 'treatment.interconnections',
    article: '12(1)(f)',
    decisive: (held) => (held.treatment.interconnections ?? []).some((other) => purposesDiffer(held, other) === undefined),
    values: Object.fromEntries(
      [true, false].map((differ) => [
        differ ? 'different-purposes' : 'same-purpose',
        (held: Case) =>
          withTreatment({
            interconnections: (held.treatment.interconnections ?? []).map((other) => ({
              ...other,
              differentPurposes: purposesDiffer(held, other) ?? differ,
            })),
          })(held),
      ]),
    ),
  },
  {
    fact: 'treatment.solePurpose',
    article: '22',
    decisive: never,
    values: {
      'medical-care': withTreatment({ solePurpose: 'medical-care' }),
      'selection-for-right-benefit-contract': withTreatment({ solePurpose: 'selection-for-right-benefit-contract' }),
      other: withTreatment({ solePurpose: 'other' }),
    },
  },
  {
    fact: 'treatment.sensitiveGround',
    article: '21',
    decisive: never,
    values: {
      'express-consent': withTreatment({ sensitiveGround: { ground: 'express-consent' } }),
      law: withTreatment({ sensitiveGround: { ground: 'law', proof: '-' } }),
      none: withTreatment({ sensitiveGround: { ground: 'none' } }),
    },
  },
  {
    fact: 'treatment.means',
    article: '2(1)',
    decisive: never,
    values: {
      automated: withTreatment({ means: 'automated' }),
      'manual-file': withTreatment({ means: 'manual-file' }),
      'manual-loose': withTreatment({ means: 'manual-loose' }),
    },
  },
  {
    fact: 'controller.association',
    article: '12(1)(a)',
    decisive: ({ controller, categories }) =>
      controller.kind === 'association' && controller.association === undefined && [...categories].some(isObjectCategory),
    values: {
      religious: withController({ association: { object: 'religious' } }),
      philosophical: withController({ association: { object: 'philosophical' } }),
      political: withController({ association: { object: 'political' } }),
      union: withController({ association: { object: 'union' } }),
      other: withController({ association: { object: 'other' } }),
    },
  },
  {
    fact: 'treatment.associationData',
    article: '12(1)(a)',
    decisive: never,
    values: {
      'conditions-met': withTreatment({ associationData: { subjects: 'members', sharedWithThirdParties: false } }),
      'conditions-not-met': withTreatment({ associationData: { subjects: 'others' } }),
    },
  },
  {
    fact: 'found.categories',
    article: '1(1)',
    decisive: never,
    values: {
      contact: withCategory('contact'),
      'national-id-number': withCategory('national-id-number'),
      health: withCategory('health'),
      offence: withCategory('offence'),
    },
  },
  {
    fact: 'treatment.specialText',
    article: '2(4)',
    decisive: never,
    values: { cited: withTreatment({ specialText: '-' }), none: (held) => without(held, 'specialText') },
  },
  {
    fact: 'treatment.furtherUse',
    article: '12(1)(b)',
    decisive: never,
    values: {
      none: (held) => without(without(held, 'furtherUse'), 'collectedFor'),
      compatible: withTreatment({ furtherUse: 'compatible' }),
      incompatible: withTreatment({ furtherUse: 'incompatible' }),
    },
  },
  {
    fact: 'treatment.withinLegalMission',
    article: '49',
    decisive: never,
    values: { true: withTreatment({ withinLegalMission: true }), false: withTreatment({ withinLegalMission: false }) },
  },
  {
    fact: 'treatment.simplifiedList',
    article: '16',
    decisive: never,
    values: {
      listed: withTreatment({ simplifiedList: { article: '16' } }),
      none: (held) => without(held, 'simplifiedList'),
    },
  },
  {
    fact: 'treatment.prospecting.consent',
    article: '10',
    decisive: never,
    values: {
      true: (held) => withTreatment({ prospecting: { ...held.treatment.prospecting, consent: true } })(held),
      false: (held) => withTreatment({ prospecting: { ...held.treatment.prospecting, consent: false } })(held),
    },
  },
  ...(['publicRegister', 'crimePrevention', 'domesticUse', 'nationalDefence', 'suspectRegister', 'transitOnly'] as const).map(
    (key): OpenFact => ({
      fact: `treatment.${key}`,
      article: { publicRegister: '18', suspectRegister: '50', transitOnly: '2(2)(b)' }[key as string] ?? '2(4)',
      decisive: never,
      values: yesNo(key),
    }),
  ),
];

/** Other names under which a fact may be marked as unknown. */
const aliases: Readonly<Record<string, string>> = {
  country: 'controller.establishedInMorocco',
  personnelUnderSecrecy: 'controller.professionalSecrecy',
  collectedFor: 'treatment.furtherUse',
  purposes: 'treatment.furtherUse',
  categories: 'found.categories',
  dataCategories: 'found.categories',
  consent: 'treatment.prospecting.consent',
};

const foundKeys = [
  'categories',
  'hostingState',
  'region',
  'publicAccess',
  'encrypted',
  'versioning',
  'logging',
  'oldestOn',
  'expiresAfterDays',
];

const lastOf = (path: string) => path.split('.').at(-1) ?? path;

/** Is there a fact of this name, whole (`treatment.retention`) or its last part? */
export function isFactKey(name: string): boolean {
  const first = name.replace(/^(?:controller|treatment|found)\./, '').split('.')[0] ?? '';
  const keys: readonly string[] = [...Object.keys(controllerSchema.shape), ...Object.keys(treatmentSchema.shape), ...foundKeys];
  return keys.includes(first) || Object.hasOwn(aliases, lastOf(name));
}

/** The canonical name of a fact marked as unknown; a name we do not know stays as it is. */
export function canonicalFact(name: string): string {
  const known = openFacts.find(({ fact }) => fact === name || lastOf(fact) === lastOf(name));
  return known?.fact ?? aliases[lastOf(name)] ?? name;
}
