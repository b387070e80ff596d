/** Cases of the law: formalities and life. */
import { company, contact, cin, type Row } from './case.ts';

export const formalities: readonly Row[] = [
  {
    cases: [92],
    name: 'ordinary CRM, nothing filed',
    facts: { controller: company, found: contact },
    formality: 'declaration',
    articles: ['12(2)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: { treatment: { formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } } },
      penalties: [],
    },
  },
  {
    cases: [95],
    name: 'started before the receipt',
    facts: {
      controller: company,
      treatment: { startedOn: '2026-01-01', formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } },
      found: contact,
    },
    formality: 'declaration',
    articles: ['19'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: {
        treatment: { startedOn: '2026-02-01', formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } },
      },
      penalties: [],
    },
  },
  {
    cases: [97],
    name: 'receipt withdrawn, processing goes on',
    facts: {
      controller: company,
      treatment: { formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01', withdrawnOn: '2026-05-01' } },
      found: contact,
    },
    formality: 'declaration',
    articles: ['51', '52'],
    penalties: ['P52', 'A51'],
    register: ['R1'],
    twin: {
      change: { treatment: { formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } } },
      penalties: [],
      without: ['51'],
    },
  },
  {
    cases: [98],
    name: 'something declared changed, CNDP not told',
    facts: {
      controller: company,
      treatment: { changedWithoutNotice: true, formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } },
      found: contact,
    },
    formality: 'declaration',
    articles: ['15'],
    penalties: [],
    register: ['R1'],
    twin: {
      change: { treatment: { formality: { kind: 'declaration', reference: 'D-1', receivedOn: '2026-02-01' } } },
      duties: { 'tell-changes': 'none' },
    },
  },
  {
    cases: [100],
    name: 'customer file bought',
    facts: { controller: company, treatment: { acquiredFile: true }, found: contact },
    formality: 'declaration',
    articles: ['15'],
    penalties: ['P52', 'P56'],
    register: ['R1'],
    twin: { change: { treatment: { acquiredFile: true, consentToCommunication: true } }, penalties: ['P52'] },
  },
  {
    cases: [101],
    name: 'public register opened by statute',
    facts: {
      controller: { kind: 'public-authority' },
      treatment: { publicRegister: true, specialText: 'the statute' },
      found: contact,
    },
    formality: 'exempt',
    articles: ['18'],
    penalties: [],
    register: ['R4'],
    twin: { change: { found: cin }, formality: 'authorisation' },
  },
  {
    cases: [103],
    name: 'public register, enquirer refused',
    facts: {
      controller: { kind: 'public-authority' },
      treatment: { publicRegister: true, requests: [{ right: 'public-register-information', refused: true }] },
      found: contact,
    },
    formality: 'exempt',
    articles: ['18'],
    penalties: [],
    register: ['R4'],
    twin: {
      change: {
        treatment: { publicRegister: true, requests: [{ right: 'public-register-information', answeredOn: '2026-03-01' }] },
      },
      duties: { 'public-register-information': 'met' },
    },
  },
];
