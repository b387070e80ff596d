/** Cases of the law: rights, prospecting, decisions, information. */
import { company, contact, type Row } from './case.ts';

export const rights: readonly Row[] = [
  {
    cases: [118],
    name: 'rectification answered on day 15',
    facts: {
      controller: company,
      treatment: { requests: [{ right: 'rectification', receivedOn: '2026-03-01', answeredOn: '2026-03-16' }] },
      found: contact,
    },
    formality: 'declaration',
    articles: ['8'],
    penalties: ['P52', 'P53'],
    register: ['R1'],
    twin: {
      change: { treatment: { requests: [{ right: 'rectification', receivedOn: '2026-03-01', answeredOn: '2026-03-12' }] } },
      penalties: ['P52'],
    },
  },
  {
    cases: [119],
    name: 'objection to prospecting ignored',
    facts: { controller: company, treatment: { requests: [{ right: 'opposition-prospecting', refused: true }] }, found: contact },
    formality: 'declaration',
    articles: ['9'],
    penalties: ['P52', 'P59'],
    register: ['R1'],
    twin: {
      change: { treatment: { requests: [{ right: 'opposition-prospecting', answeredOn: '2026-03-01' }] } },
      penalties: ['P52'],
    },
  },
  {
    cases: [121],
    name: 'bulk messages to bought numbers',
    facts: { controller: company, treatment: { prospecting: { channel: 'sms', consent: false } }, found: contact },
    formality: 'forbidden',
    articles: ['10'],
    penalties: ['P52', 'P56'],
    register: ['RX'],
    twin: {
      change: { treatment: { prospecting: { channel: 'sms', consent: true } } },
      formality: 'declaration',
      penalties: ['P52'],
    },
  },
  {
    name: 'messages that hide their sender, with consent',
    facts: {
      controller: company,
      treatment: { prospecting: { channel: 'sms', consent: true, senderHidden: true } },
      found: contact,
    },
    formality: 'forbidden',
    articles: ['10'],
    penalties: ['P52'],
    register: ['RX'],
    twin: { change: { treatment: { prospecting: { channel: 'sms', senderHidden: true } } }, penalties: ['P52', 'P56'] },
  },
  {
    cases: [122],
    name: 'e-mail to own buyers, opt-out each time',
    facts: {
      controller: company,
      treatment: {
        prospecting: { channel: 'e-mail', consent: false, collectedAtSale: true, similarGoods: true, optOutOffered: true },
      },
      found: contact,
    },
    formality: 'declaration',
    articles: ['10'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: {
        treatment: {
          prospecting: { channel: 'sms', consent: false, collectedAtSale: true, similarGoods: true, optOutOffered: true },
        },
      },
      formality: 'forbidden',
    },
  },
  {
    cases: [124],
    name: 'mailing to addresses of companies',
    facts: { controller: company, treatment: { prospecting: { channel: 'e-mail', organisationsOnly: true } }, found: contact },
    formality: 'out-of-scope',
    articles: ['1(1)'],
    penalties: [],
    register: ['R5'],
    twin: {
      change: { treatment: { prospecting: { channel: 'e-mail', organisationsOnly: false } } },
      formality: 'declaration',
      penalties: ['P52', 'P56'],
    },
  },
  {
    cases: [125],
    name: 'loan refused by score alone',
    facts: { controller: company, treatment: { automatedDecision: { sole: true } }, found: { categories: ['financial'] } },
    formality: 'declaration',
    articles: ['11'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: { treatment: { automatedDecision: { sole: true, contract: true, heard: true } } },
      duties: { 'automated-decision': 'met' },
    },
  },
  {
    cases: [127],
    name: 'web form without purposes',
    facts: {
      controller: company,
      treatment: { information: { lacks: ['purposes', 'recipients', 'rights'], openNetwork: true } },
      found: contact,
    },
    formality: 'declaration',
    articles: ['5(1)', '5(4)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: { change: { treatment: { information: { lacks: [] } } }, duties: { information: 'met' } },
  },
  {
    cases: [130],
    name: 'informing impossible for statistics',
    facts: {
      controller: company,
      treatment: { information: { impossibleBecause: 'statistics', cndpTold: true } },
      found: contact,
    },
    formality: 'declaration',
    articles: ['6(b)'],
    penalties: ['P52'],
    register: ['R1'],
    twin: {
      change: { treatment: { information: { impossibleBecause: 'statistics', cndpTold: false } } },
      duties: { 'information-impossible': 'due' },
    },
  },
];
