/** Cases of the law: security and processors. */
import { company, contact, type Row } from './case.ts';

export const security: readonly Row[] = [
  {
    cases: [131],
    name: 'public bucket',
    facts: { controller: company, found: { categories: ['contact'], publicAccess: true } },
    formality: 'declaration',
    articles: ['23(1)'],
    penalties: ['P52', 'P58'],
    register: ['R1'],
    twin: {
      change: { treatment: { unauthorisedDisclosure: true } },
      penalties: ['P52', 'P58', 'P61'],
    },
  },
  {
    cases: [133],
    name: 'provider without a written contract',
    facts: { controller: company, treatment: { processors: [{ name: 'a cloud' }] }, found: contact },
    formality: 'declaration',
    articles: ['23(3)'],
    penalties: ['P52', 'P58'],
    register: ['R1', 'RS'],
    twin: { change: { treatment: { processors: [{ name: 'a cloud', contract: 'C-1' }] } }, penalties: ['P52'] },
  },
  {
    cases: [134],
    name: 'processor using the data for itself',
    facts: {
      controller: company,
      treatment: { processors: [{ name: 'a cloud', contract: 'C-1', ownUse: true }] },
      found: contact,
    },
    formality: 'declaration',
    articles: ['25', '23(3)'],
    penalties: ['P52', 'P54', 'P56', 'P61'],
    register: ['R1', 'RS'],
    twin: {
      change: { treatment: { processors: [{ name: 'a cloud', contract: 'C-1', ownUse: false }] } },
      penalties: ['P52'],
      without: ['25'],
    },
  },
  {
    cases: [136],
    name: 'breach not notified: no such duty',
    facts: { controller: company, treatment: { dataBreach: true }, found: contact },
    formality: 'declaration',
    articles: ['12(2)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { treatment: { dataBreach: true, unauthorisedDisclosure: true } }, penalties: ['P52', 'P61'] },
  },
];
