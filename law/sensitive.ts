/** Sensitive data: the exceptions of 12(1)a (associations), 12(1)c (care), 21(1) (law) and 22 (health), category by category. */
import type { Category } from '../detectors/catalogue.ts';
import type { ChoiceId } from './choices.ts';
import { choiceOf, type Case } from './facts.ts';
import { isSensitive, triggerOf } from './triggers.ts';

/** Codes of the exceptions. */
export type FreedomCode = 'association' | 'health-selection' | 'health-care' | 'genetic-care' | 'ordered-by-law';

/** Why a sensitive category needs no authorisation of the CNDP. */
export interface Freedom {
  readonly article: string;
  readonly code: FreedomCode;
  readonly fact: string;
  readonly choice: ChoiceId | null;
}

/** Sensitive categories of the case, in alphabetical order. */
export function sensitiveOf({ categories }: Case): readonly Category[] {
  return [...categories].filter(isSensitive).toSorted();
}

/** `12(1)(a)` … for a category that sets off a trigger by itself, else null. */
export function articleOfCategory(category: Category): string | null {
  const letter = triggerOf[category];
  return letter === null ? null : `12(1)(${letter})`;
}

/** Which sensitive data correspond to the object of an association; the other objects correspond to none by themselves. */
const objectCategory: Readonly<Record<string, Category>> = {
  religious: 'religion',
  philosophical: 'philosophical-belief',
  political: 'political-opinion',
  union: 'union-membership',
};

const bodies: ReadonlySet<string> = new Set(['association', 'other']);

/** Given to third parties, as stated or as recipients and cessions show. */
function isShared({ treatment }: Case): boolean {
  const stated = treatment.associationData?.sharedWithThirdParties;
  return stated ?? (treatment.recipients ?? []).length + (treatment.cessions ?? []).length > 0;
}

function hasSharingConsent({ treatment }: Case): boolean {
  const stated = treatment.associationData;
  if (stated?.expressConsentToSharing === true && stated.consentProof !== undefined) return true;
  return treatment.sensitiveGround?.ground === 'express-consent' && treatment.sensitiveGround.proof !== undefined;
}

function freedByAssociation(held: Case, category: Category): Freedom | null {
  const { controller, treatment } = held;
  const object = controller.association?.object;
  if (object === undefined || !bodies.has(controller.kind ?? 'association')) return null;
  const matches = treatment.associationData?.matchesObject ?? objectCategory[object] === category;
  if (!matches || treatment.associationData?.subjects === 'others') return null;
  if (isShared(held) && !hasSharingConsent(held)) return null;
  return { article: '12(1)(a)', code: 'association', fact: `controller.association.object=${object}`, choice: 'IC-12' };
}

/** Does a duty of secrecy bind those who handle the data? undefined = not stated. */
export function secrecyOf({ controller, treatment }: Case): boolean | undefined {
  return (
    treatment.personnelUnderSecrecy ?? controller.professionalSecrecy ?? (controller.healthPersonnel === true ? true : undefined)
  );
}

const carePurposes: ReadonlySet<string> = new Set(['medical-care', 'health-service-management']);

function freedBySelection(held: Case): Freedom | null {
  if (held.treatment.solePurpose !== 'selection-for-right-benefit-contract' || held.treatment.excludedByLaw === true) return null;
  if (choiceOf(held, 'IC-8') === 'secrecy-for-selection' && secrecyOf(held) !== true) return null;
  return {
    article: '22',
    code: 'health-selection',
    fact: 'treatment.solePurpose=selection-for-right-benefit-contract',
    choice: 'IC-8',
  };
}

function freedByCare(held: Case): Freedom | null {
  const purpose = held.treatment.solePurpose;
  if (purpose === undefined || !carePurposes.has(purpose) || secrecyOf(held) !== true) return null;
  return { article: '22', code: 'health-care', fact: `treatment.solePurpose=${purpose}`, choice: 'IC-7' };
}

function freedByGeneticCare(held: Case): Freedom | null {
  if (held.treatment.solePurpose !== 'medical-care' || choiceOf(held, 'IC-10') !== 'special-rule') return null;
  if (held.controller.healthPersonnel !== true && secrecyOf(held) !== true) return null;
  return { article: '12(1)(c)', code: 'genetic-care', fact: 'treatment.solePurpose=medical-care', choice: 'IC-10' };
}

/** The law itself orders the processing, and the text is cited. */
function freedByLaw({ treatment }: Case): Freedom | null {
  const ground = treatment.sensitiveGround;
  if (ground?.ground !== 'law' || (ground.proof ?? treatment.specialText) === undefined) return null;
  return { article: '21(1)', code: 'ordered-by-law', fact: 'treatment.sensitiveGround=law', choice: null };
}

/** Why this sensitive category needs no authorisation here, or null. */
export function freedomOf(held: Case, category: Category): Freedom | null {
  const byLaw = freedByLaw(held);
  if (byLaw !== null) return byLaw;
  if (category === 'genetic') return freedByGeneticCare(held);
  const byArticle22 = category === 'health' ? (freedByCare(held) ?? freedBySelection(held)) : null;
  return byArticle22 ?? freedByAssociation(held, category);
}

/** True if an exception frees the category from authorisation. */
export function isFreed(held: Case, category: Category): boolean {
  return freedomOf(held, category) !== null;
}
