/** Every detector, in the order of the catalogue: one import and one line each. */
import type { Detector } from './define.ts';
import { birthDate } from './global/birth-date.ts';
import { email } from './global/email.ts';
import { iban } from './global/iban.ts';
import { phone } from './global/phone.ts';
import { cin } from './ma/cin.ts';
import { ice } from './ma/ice.ts';
import { rib } from './ma/rib.ts';
import { ethnicOrigin } from './sensitive/ethnic-origin.ts';
import { genetic } from './sensitive/genetic.ts';
import { health } from './sensitive/health.ts';
import { offence } from './sensitive/offence.ts';
import { philosophicalBelief } from './sensitive/philosophical-belief.ts';
import { politicalOpinion } from './sensitive/political-opinion.ts';
import { religion } from './sensitive/religion.ts';
import { unionMembership } from './sensitive/union-membership.ts';

export const registry: readonly Detector[] = [
  cin,
  rib,
  ice,
  birthDate,
  email,
  phone,
  iban,
  health,
  genetic,
  ethnicOrigin,
  politicalOpinion,
  religion,
  philosophicalBelief,
  unionMembership,
  offence,
];
