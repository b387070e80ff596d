/** Decisions of the CNDP that a user may want beside the law. Data for reading: none of them decides a verdict. */
import type { Sourced } from './law-version.ts';

export interface Deliberation extends Sourced {
  readonly number: string;
  readonly subject: string;
  /** What it says that can be used, in our words. */
  readonly content: string;
}

const cndp = (confidence: Sourced['confidence'], validFrom: string) =>
  ({ source: 'CNDP', validFrom, validTo: null, confidence }) as const;

export const deliberations: readonly Deliberation[] = [
  {
    number: '350-2013',
    subject: 'video surveillance at work and in private common areas',
    content: 'declaration; images kept three months at most; a pictogram names controller, purpose, CNDP reference and rights',
    ...cndp('verified', '2013-05-31'),
  },
  {
    number: '478-2013',
    subject: 'biometric access control',
    content: 'the CNDP asks for an authorisation',
    ...cndp('verified', '2013-11-01'),
  },
  {
    number: '17-2014',
    subject: 'geolocation of employees’ vehicles',
    content: 'closed list of purposes; no period of retention is confirmed',
    ...cndp('verified', '2014-01-10'),
  },
  {
    number: '298-AU-2014',
    subject: 'staff management in the private sector',
    content: 'model authorisation',
    ...cndp('verified', '2014-04-11'),
  },
  {
    number: '465-2013',
    subject: 'States with sufficient protection',
    content: 'list used for Art. 43; amended by 236-2015',
    ...cndp('verified', '2013-09-06'),
  },
  {
    number: '236-2015',
    subject: 'States with sufficient protection',
    content: 'amends 465-2013; no later change was found',
    ...cndp('verified', '2015-12-18'),
  },
  {
    number: '30-S-2012',
    subject: 'simplified declaration',
    content: 'a list under Art. 16; its subject is not confirmed',
    ...cndp('single', '2012-11-09'),
  },
  {
    number: 'D-939-2025',
    subject: 'cookies',
    content: 'model of simplified declaration',
    ...cndp('single', '2025-11-28'),
  },
  {
    number: 'D-941-2025',
    subject: 'follow-up of patients',
    content: 'model authorisation, although Art. 22 asks for a declaration only: practice of the CNDP, shown beside the law',
    ...cndp('single', '2025-11-28'),
  },
];
