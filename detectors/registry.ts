/** Every detector, in the order of the catalogue: one import and one line each. */
import type { Detector } from './define.ts';
import { birthDate } from './global/birth-date.ts';
import { credential } from './global/credential.ts';
import { email } from './global/email.ts';
import { geolocation } from './global/geolocation.ts';
import { iban } from './global/iban.ts';
import { ipAddress } from './global/ip-address.ts';
import { mrz } from './global/mrz.ts';
import { paymentCard } from './global/payment-card.ts';
import { personName } from './global/person-name.ts';
import { phone } from './global/phone.ts';
import { postalAddress } from './global/postal-address.ts';
import { amo } from './ma/amo.ts';
import { cin } from './ma/cin.ts';
import { cnss } from './ma/cnss.ts';
import { drivingLicence } from './ma/driving-licence.ts';
import { ice } from './ma/ice.ts';
import { idcs } from './ma/idcs.ts';
import { massar } from './ma/massar.ts';
import { passport } from './ma/passport.ts';
import { plate } from './ma/plate.ts';
import { residencePermit } from './ma/residence-permit.ts';
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
  passport,
  drivingLicence,
  residencePermit,
  cnss,
  amo,
  idcs,
  massar,
  rib,
  plate,
  ice,
  mrz,
  personName,
  birthDate,
  email,
  phone,
  postalAddress,
  iban,
  paymentCard,
  credential,
  ipAddress,
  geolocation,
  health,
  genetic,
  ethnicOrigin,
  politicalOpinion,
  religion,
  philosophicalBelief,
  unionMembership,
  offence,
];
