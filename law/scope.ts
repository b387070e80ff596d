/** Does the law apply? Art. 1, 2(1), 2(2), 2(4), in this order. */
import type { Case } from './facts.ts';
import { choiceOf, isPublicRegister } from './facts.ts';
import { note, settle, type Rule } from './ruling.ts';

const listed = (held: Case) => [...held.categories].toSorted();

/** Only identifiers of enterprises, none of a natural person (Art. 1(1), IC-17). */
const enterpriseDataOnly: Rule = (held) => {
  const { categories, treatment } = held;
  if (categories.size !== 1 || !categories.has('enterprise-id') || (treatment.otherData ?? []).length > 0) return null;
  const soleTraders = treatment.soleTraders === true;
  if (soleTraders && choiceOf(held, 'IC-17') === 'sole-traders-are-persons') {
    return note('1(1)', 'sole-traders', { fact: 'treatment.soleTraders=true', choice: 'IC-17' });
  }
  return settle('out-of-scope', '1(1)', 'enterprise-data', { fact: 'found.categories=enterprise-id', choice: 'IC-17' });
};

/** Addresses of organisations and nothing else are no data of a natural person. */
const organisationAddresses: Rule = ({ categories, treatment }) => {
  const other = [...categories].some((category) => category !== 'contact' && category !== 'enterprise-id');
  if (treatment.prospecting?.organisationsOnly !== true || other || categories.size === 0) return null;
  if ((treatment.otherData ?? []).length > 0 || treatment.soleTraders === true) return null;
  return settle('out-of-scope', '1(1)', 'organisation-addresses', { fact: 'treatment.prospecting.organisationsOnly=true' });
};

const notPersonal: Rule = ({ treatment }) =>
  treatment.personalData === false
    ? settle('out-of-scope', '1(1)', 'not-personal', { fact: 'treatment.personalData=false' })
    : null;

const deceased: Rule = (held) => {
  if (held.treatment.deceasedPersons !== true) return null;
  const words = { fact: 'treatment.deceasedPersons=true', choice: 'IC-16' } as const;
  return choiceOf(held, 'IC-16') === 'not-covered'
    ? settle('out-of-scope', '1(1)', 'deceased-not-covered', words)
    : note('1(1)', 'deceased-as-living', words);
};

/** Something must say that persons are concerned: a category, other data, or persons named. */
const personal: Rule = (held) => {
  const { treatment } = held;
  const other = treatment.otherData ?? [];
  if (held.categories.size > 0) {
    return note('1(1)', 'personal-data', { fact: 'found.categories', params: { categories: listed(held) } });
  }
  if (other.length > 0) return note('1(1)', 'personal-data-other', { fact: `treatment.otherData=${other.join(',')}` });
  if ((treatment.dataSubjects ?? []).length > 0 || treatment.personalData === true) {
    return note('1(1)', 'personal-data-declared', { fact: 'treatment.dataSubjects' });
  }
  return settle('undetermined', '1(1)', 'data-not-stated', { fact: 'found.categories' });
};

const inAFile: Rule = ({ treatment }) => {
  const { means } = treatment;
  if (means === 'manual-loose') return settle('out-of-scope', '2(1)', 'no-file', { fact: 'treatment.means=manual-loose' });
  if (means === 'manual-file') return note('2(1)', 'manual-file', { fact: 'treatment.means=manual-file' });
  if (means === undefined) return note('2(1)', 'automated-presumed', { fact: 'treatment.means' });
  return note('2(1)', 'automated', { fact: `treatment.means=${means}` });
};

const territory: Rule = ({ controller, treatment }) => {
  if (
    controller.country === undefined &&
    controller.establishedInMorocco === undefined &&
    treatment.meansInMorocco === undefined
  ) {
    return note('2(2)(a)', 'established-presumed', { fact: 'controller.country' });
  }
  if (controller.country === 'MA') return note('2(2)(a)', 'established', { fact: 'controller.country=MA' });
  if (controller.establishedInMorocco === true) {
    return note('2(2)(a)', 'installation', { fact: 'controller.establishedInMorocco=true' });
  }
  if (treatment.transitOnly === true) {
    return settle('out-of-scope', '2(2)(b)', 'transit', { fact: 'treatment.transitOnly=true' });
  }
  if (treatment.meansInMorocco === true) {
    return note('2(2)(b)', 'means-in-morocco', { fact: 'treatment.meansInMorocco=true' });
  }
  return settle('out-of-scope', '2(2)', 'no-territorial-link', { fact: 'controller.country' });
};

/** Only a natural person can have domestic activities. */
const domestic: Rule = ({ controller, treatment }) => {
  if (treatment.domesticUse !== true) return null;
  const fact = 'treatment.domesticUse=true';
  return controller.kind === undefined || controller.kind === 'natural-person'
    ? settle('out-of-scope', '2(4)', 'domestic', { fact })
    : note('2(4)', 'domestic-not-natural', { fact: `controller.kind=${controller.kind}` });
};

const defence: Rule = ({ treatment }) =>
  treatment.nationalDefence === true
    ? settle('out-of-scope', '2(4)', 'defence', { fact: 'treatment.nationalDefence=true' })
    : null;

const crimeFileOpinion: Rule = ({ treatment }) =>
  treatment.crimePrevention === true && treatment.specialText !== undefined
    ? note('27(A)(2)', 'opinion-stands-for-declaration', { fact: 'treatment.specialText' })
    : null;

const crimeFile: Rule = ({ treatment }) => {
  if (treatment.crimePrevention !== true) return null;
  const { specialText } = treatment;
  return specialText === undefined
    ? note('2(4)', 'crime-file-without-text', { fact: 'treatment.specialText' })
    : settle('special-text', '2(4)', 'crime-file-created', { fact: 'treatment.specialText', params: { text: specialText } });
};

/** A special law, cited. What Art. 18 and 21(1) say of such laws in their own field goes first. */
const specialLaw: Rule = (held) => {
  const { treatment } = held;
  if (treatment.specialText === undefined || treatment.crimePrevention === true) return null;
  if (isPublicRegister(treatment) || treatment.sensitiveGround?.ground === 'law') return null;
  const words = { fact: 'treatment.specialText', choice: 'IC-18', params: { text: treatment.specialText } } as const;
  return choiceOf(held, 'IC-18') === 'never'
    ? note('12', 'special-law-set-aside', words)
    : settle('special-text', '2(4)', 'special-law', words);
};

/** In the order of the law; the first that settles ends the question. */
export const scopeRules: readonly Rule[] = [
  notPersonal,
  enterpriseDataOnly,
  organisationAddresses,
  deceased,
  personal,
  inAFile,
  territory,
  domestic,
  defence,
  crimeFileOpinion,
  crimeFile,
  specialLaw,
];
