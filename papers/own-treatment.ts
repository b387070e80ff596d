/** The product's own entry of the register: it reads personal data too, so it declares itself, with what it does not know left open. */
import { detectorCategories, type Category } from '../detectors/catalogue.ts';
import { adequacyOf } from '../law/adequacy.ts';
import type { Language } from '../law/contract.ts';
import { stateOfRegion } from '../law/regions.ts';
import type { Controller, Treatment } from '../law/register.ts';
import { fillText } from '../law/text.ts';
import { isSensitive } from '../law/triggers.ts';
import { ownWords } from './text/own-treatment.ts';

/** Id of the product's own entry. */
export const ownTreatmentId = 'kashf-scanner';

/** What a deployment knows of itself. */
export interface Deployment {
  /** AWS region in which it runs and keeps its results; null = not known. */
  readonly region: string | null;
  /** URIs of the configured targets. */
  readonly targets: readonly string[];
  /** Patterns of its own stores. */
  readonly stores: readonly string[];
  /** Calendar date of the first scan, or null. */
  readonly startedOn: string | null;
  /** Days after which intermediate results expire. */
  readonly resultDays: number;
}

/** The register as far as the entry takes from it. */
export interface Surroundings {
  readonly controller: Controller | null;
  readonly treatments: readonly Treatment[];
}

/** Where the rights are exercised: as every other entry says; else the controller's address; else nobody knows. */
function contactOf({ controller, treatments }: Surroundings): string | undefined {
  const contacts = new Set(treatments.flatMap(({ id, rightsContact }) => (id === ownTreatmentId ? [] : (rightsContact ?? []))));
  const [only] = contacts;
  if (contacts.size === 1) return only;
  return controller?.address === undefined ? undefined : `${controller.name}, ${controller.address}`;
}

/** What the detectors look for. Offences are left out: nothing kept of them relates to a person, and Art. 49 closes the list of who may. */
function categoriesKept(): readonly Category[] {
  return [...new Set(Object.values(detectorCategories))].filter(
    (category) => category !== 'offence' && category !== 'enterprise-id',
  );
}

const labelOf = (category: Category) =>
  category === 'national-id-number' ? 'data-fingerprint' : isSensitive(category) ? 'data-counted' : 'data-kept';

/** Abroad the ground is stated only where the list of adequate States names the State; any other is for the controller to find. */
function transfersOf(region: string | null): Treatment['transfers'] {
  const state = stateOfRegion(region);
  if (state === null) return undefined;
  if (state === 'MA') return [];
  return [adequacyOf(state) === 'named' ? { state, ground: 'adequate' } : { state }];
}

/**
 * Writes the entry. Formality, legal basis, ground for sensitive data, contract of the hosting provider and a term of retention
 * are the controller's to state: the entry leaves them open, and the law then says what is missing.
 */
export function describeScanner(deployment: Deployment, surroundings: Surroundings, language: Language): Treatment {
  const say = (code: keyof typeof ownWords, params: Readonly<Record<string, string | number>> = {}) =>
    fillText(ownWords[code], params, language);
  const transfers = transfersOf(deployment.region);
  const rightsContact = contactOf(surroundings);
  return {
    id: ownTreatmentId,
    name: say('name'),
    characteristics: say('characteristics', { targets: deployment.targets.join(', ') }),
    purposes: [say('purpose-find'), say('purpose-compare'), say('purpose-alert')],
    solePurpose: 'other',
    ...(deployment.startedOn === null ? {} : { startedOn: deployment.startedOn }),
    dataSubjects: [say('subjects-stores'), say('subjects-users')],
    dataCategories: categoriesKept().map((category) => ({ category, label: say(labelOf(category)), origin: say('origin') })),
    nationalId: { form: 'keyed-hash' },
    recipients: [say('recipients-roles'), say('recipients-alerts')],
    ...(transfers === undefined ? {} : { transfers }),
    processors: [{ name: 'Amazon Web Services' }],
    retention: { period: say('retention', { days: deployment.resultDays }) },
    ...(rightsContact === undefined ? {} : { rightsContact }),
    rightsMeasures: say('rights-measures'),
    security: {
      general: say('security'),
      art24: {
        a: say('security-a'),
        b: say('security-b'),
        c: say('security-c'),
        d: say('security-d'),
        e: say('security-e'),
        f: say('security-f'),
        g: say('security-g'),
        h: say('security-h'),
      },
    },
    interconnections: [],
    cessions: [],
    stores: [...deployment.stores],
  };
}
