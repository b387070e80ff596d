/** Cases of the law: the CNDP and its agents, older files. */
import { company, contact, type Row } from './case.ts';

export const commission: readonly Row[] = [
  {
    cases: [151],
    name: 'agents of the CNDP refused',
    facts: { controller: { kind: 'company', obstructedCndp: true }, found: contact },
    formality: 'declaration',
    articles: ['30(1)'],
    penalties: ['P52', 'P62'],
    register: ['R1'],
    twin: { change: { controller: { kind: 'company', obstructedCndp: false } }, penalties: ['P52'], without: ['30(1)'] },
  },
  {
    cases: [152],
    name: 'erasure order ignored',
    facts: { controller: { kind: 'company', ignoredCndpDecision: true }, found: contact },
    formality: 'declaration',
    articles: ['63'],
    penalties: ['P52', 'P63'],
    register: ['R1'],
    twin: { change: { controller: { kind: 'company', ignoredCndpDecision: false } }, penalties: ['P52'], without: ['63'] },
  },
  {
    cases: [160],
    name: 'older than the law, never regularised',
    facts: { controller: company, treatment: { startedOn: '2005-01-01' }, found: contact },
    formality: 'declaration',
    articles: ['67'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { treatment: { startedOn: '2020-01-01' } }, without: ['67'] },
  },
];
