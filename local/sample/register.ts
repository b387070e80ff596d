/** What the sample organisation declared: its portal, with exactly what its published privacy policy states and nothing more. */
import type { Register } from '../../law/register.ts';
import { stores } from './stores.ts';

/**
 * The policy names controller, rights service and security in general words; the lists of purposes and of collected data are empty in
 * it, it names no transfer, no figure of retention, no receipt of the CNDP. What it leaves out is left out here.
 */
export const sampleRegister: Register = {
  version: 1,
  controller: {
    name: 'Department of Moroccan Expatriates (DMRE)',
    kind: 'public-authority',
    address: 'Angle Rue Kser Essouk et Rue Al Mariniyine, Hassan, Rabat',
    country: 'MA',
    publicService: true,
  },
  treatments: [
    {
      id: 'institutional-portal',
      name: 'Institutional portal',
      characteristics: 'Registration and log-in, cookies, newsletter, answers to questions',
      dataSubjects: ['Persons who identify themselves and connect to the portal'],
      dataCategories: [
        { category: 'civil-identity', label: 'Name', origin: 'The person' },
        { category: 'contact', label: 'Address, phone number, e-mail for the newsletter or an answer', origin: 'The person' },
        { category: 'connection', label: 'Cookies', origin: 'Collected automatically' },
      ],
      recipients: [
        'Services authorised according to their responsibilities',
        'Service providers bound by contract',
        'State authorities, on a specific request',
      ],
      retention: { period: 'The legal limitation period, or as long as the purpose needs' },
      rightsContact: 'DMRE, Angle Rue Kser Essouk et Rue Al Mariniyine, Hassan, Rabat',
      rightsMeasures: 'Dated and signed request; access, correction, erasure, blocking; opposition free of charge',
      security: { general: 'Technical and organisational measures; limited access to archives' },
      // The policy reads consent out of acts and out of inaction.
      legalBasis: { ground: 'consent', consentForm: 'implied' },
      processors: [
        { name: 'Service providers of the portal (not named)', contract: 'Bound by contract to the principles of the policy' },
      ],
      stores: [stores.accounts, stores.newsletter, stores.letters, stores.signUpLogs],
    },
  ],
};
