/** Cases of the law: genetic data. */
import { company, type Row } from './case.ts';

export const genetic: readonly Row[] = [
  {
    cases: [70],
    name: 'laboratory diagnosis by health staff',
    facts: {
      controller: { kind: 'company', professionalSecrecy: true, healthPersonnel: true },
      treatment: { solePurpose: 'medical-care' },
      found: { categories: ['genetic'] },
    },
    formality: 'declaration',
    articles: ['12(1)(c)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { treatment: { solePurpose: 'other' } }, formality: 'authorisation' },
  },
  {
    cases: [71],
    name: 'ancestry test sold by a firm',
    facts: { controller: company, found: { categories: ['genetic'] } },
    formality: 'authorisation',
    articles: ['21(1)', '12(1)(c)', '12(1)(a)'],
    penalties: ['P52', 'P57'],
    register: ['R3'],
    twin: {
      change: { controller: { kind: 'company', healthPersonnel: true }, treatment: { solePurpose: 'medical-care' } },
      formality: 'declaration',
    },
  },
  {
    cases: [73],
    name: 'paternity test ordered for a trial',
    facts: { controller: company, treatment: { sensitiveGround: { ground: '21-3-c' } }, found: { categories: ['genetic'] } },
    formality: 'authorisation',
    articles: ['21(3)(c)', '12(1)(c)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: { change: { treatment: { sensitiveGround: null } }, formality: 'forbidden', penalties: ['P52', 'P57'] },
  },
];
