/** Cases of the law: other triggers. */
import { company, contact, type Row } from './case.ts';

export const triggers: readonly Row[] = [
  {
    cases: [83],
    name: 'delivery addresses reused for marketing',
    facts: { controller: company, treatment: { collectedFor: ['delivery'], purposes: ['marketing'] }, found: contact },
    formality: 'authorisation',
    articles: ['12(1)(b)'],
    penalties: ['P52', 'P54', 'P56'],
    register: ['R3'],
    twin: {
      change: { treatment: { collectedFor: ['Delivery'], purposes: ['delivery '] } },
      formality: 'declaration',
      penalties: ['P52'],
    },
  },
  {
    cases: [85],
    name: 'tax and social benefit files matched',
    facts: {
      controller: { kind: 'public-authority' },
      treatment: { purposes: ['taxation'], interconnections: [{ with: 'benefit fund', purpose: 'social benefits' }] },
      found: contact,
    },
    formality: 'authorisation',
    articles: ['12(1)(f)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: {
      change: { treatment: { purposes: ['taxation'], interconnections: [{ with: 'regional office', purpose: 'taxation' }] } },
      formality: 'declaration',
    },
  },
  {
    cases: [88],
    name: 'one company, staff and loyalty files matched',
    facts: {
      controller: company,
      treatment: { purposes: ['staff'], interconnections: [{ with: 'loyalty', purpose: 'loyalty', sameController: true }] },
      found: contact,
    },
    formality: 'authorisation',
    articles: ['12(1)(f)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: {
      change: {
        treatment: { purposes: ['staff'], interconnections: [{ with: 'leave', purpose: 'staff', sameController: true }] },
      },
      formality: 'declaration',
    },
  },
  {
    cases: [89],
    name: 'two companies, same main purpose, matched',
    facts: {
      controller: company,
      treatment: { purposes: ['delivery'], interconnections: [{ with: 'carrier', purpose: 'delivery' }] },
      found: contact,
    },
    formality: 'declaration',
    articles: ['12(1)(f)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: { treatment: { purposes: ['delivery'], interconnections: [{ with: 'carrier', purpose: 'marketing' }] } },
      formality: 'authorisation',
    },
  },
  {
    cases: [91],
    name: 'reclassified by the CNDP on day 12',
    facts: {
      controller: company,
      treatment: {
        reclassifiedOn: '2026-03-13',
        formality: { kind: 'declaration', reference: 'D-1', filedOn: '2026-03-01', receivedOn: '2026-03-02' },
      },
      found: contact,
    },
    formality: 'declaration',
    articles: ['20'],
    penalties: [],
    register: ['R1'],
    twin: {
      change: {
        treatment: {
          reclassifiedOn: '2026-03-09',
          formality: { kind: 'declaration', reference: 'D-1', filedOn: '2026-03-01', receivedOn: '2026-03-02' },
        },
      },
      formality: 'authorisation',
    },
  },
];
