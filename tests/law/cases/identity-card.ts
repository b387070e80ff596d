/** Cases of the law: national identity card number. */
import { company, contact, cin, type Row } from './case.ts';

export const identityCard: readonly Row[] = [
  {
    cases: [22],
    name: 'CRM with a card number among 40 columns',
    facts: { controller: company, found: { categories: ['contact', 'civil-identity', 'national-id-number'] } },
    formality: 'authorisation',
    articles: ['12(1)(e)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: { change: { found: { categories: ['contact', 'civil-identity'] } }, formality: 'declaration', register: ['R1'] },
  },
  {
    cases: [23],
    name: 'scans of cards in a bucket',
    facts: { controller: company, treatment: { nationalId: { form: 'scan' } }, found: cin },
    formality: 'authorisation',
    articles: ['12(1)(e)', '1(1)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: { change: { treatment: { nationalId: { form: 'random-token' } } }, formality: 'declaration' },
  },
  {
    cases: [25],
    name: 'payroll with card and CNSS numbers',
    facts: { controller: company, found: { categories: ['national-id-number', 'official-id-number', 'civil-identity'] } },
    formality: 'authorisation',
    articles: ['12(1)(e)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: { change: { found: { categories: ['official-id-number', 'civil-identity'] } }, formality: 'declaration' },
  },
  {
    cases: [26],
    name: 'payroll with CNSS number only',
    facts: { controller: company, found: { categories: ['official-id-number'] } },
    formality: 'declaration',
    articles: ['12(2)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { found: cin }, formality: 'authorisation', articles: ['12(1)(e)'] },
  },
  {
    cases: [31],
    name: 'last three digits of the card on receipts',
    facts: { controller: company, treatment: { nationalId: { form: 'truncated', digitsKept: 3 } }, found: cin },
    formality: 'declaration',
    articles: ['12(2)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { treatment: { nationalId: { form: 'truncated', digitsKept: 4 } } }, formality: 'authorisation' },
  },
  {
    cases: [32],
    name: 'one card number in a support ticket',
    facts: { controller: company, treatment: { nationalId: { incidental: true } }, found: cin },
    formality: 'authorisation',
    articles: ['12(1)(e)', '3(1)(c)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: { change: { found: contact }, formality: 'declaration', without: ['12(1)(e)'] },
  },
  {
    cases: [35],
    name: 'card number under a mere declaration',
    facts: {
      controller: company,
      treatment: {
        formality: { kind: 'declaration', reference: 'D-1/2026', receivedOn: '2026-01-02' },
        dataCategories: [{ category: 'national-id-number' }],
      },
    },
    formality: 'authorisation',
    articles: ['20', '12(1)(e)'],
    penalties: ['P52'],
    register: ['R3'],
    twin: {
      change: {
        treatment: {
          formality: { kind: 'authorisation', reference: 'A-1/2026', grantedOn: '2026-01-02' },
          dataCategories: [{ category: 'national-id-number' }],
        },
      },
      penalties: [],
    },
  },
];
