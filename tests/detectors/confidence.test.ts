import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DetectorId } from '../../detectors/catalogue.ts';
import { weighTraits } from '../../detectors/confidence.ts';
import type { Confidence, Evidence, FieldTally } from '../../detectors/contract.ts';
import { trait } from '../../detectors/define.ts';
import { cin } from '../../detectors/ma/cin.ts';
import { registry } from '../../detectors/registry.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { health } from '../../detectors/sensitive/health.ts';

const scanner = createScanner();
const {
  proof,
  knownPrefix,
  telling,
  needsContext,
  contextWord,
  fieldName,
  counterEvidence,
  strongTerm,
  personNearby,
  predicate,
} = trait;

describe('one match', () => {
  const values: readonly (readonly [number, Confidence | null, string])[] = [
    [proof | contextWord, 'certain', 'proof and a word'],
    [proof | fieldName | needsContext, 'certain', 'proof and a field name'],
    [proof | knownPrefix, 'high', 'proof and a known bank'],
    [proof, 'low', 'a checksum alone passes by chance'],
    [proof | needsContext, null, 'not worth a word without context'],
    [contextWord, 'high', 'no proof: never certain'],
    [contextWord | fieldName | knownPrefix | telling, 'high', 'no proof, however much else'],
    [knownPrefix, 'medium', 'known letters alone'],
    [telling, 'high', 'a form that says what it is'],
    [0, 'low', 'a pattern alone'],
    [knownPrefix | counterEvidence, 'low', 'spoken against'],
    [knownPrefix | counterEvidence | contextWord, 'high', 'a word that speaks for it is stronger'],
    [fieldName | counterEvidence, 'low', 'field name but spoken against'],
  ];
  for (const [traits, expected, why] of values) test(why, () => assert.equal(weighTraits(cin, traits), expected));

  const words: readonly (readonly [number, Confidence | null, string])[] = [
    [strongTerm, 'low', 'a word alone'],
    [strongTerm | personNearby, 'medium', 'a word and a person'],
    [strongTerm | predicate, 'medium', 'a word and a predicate'],
    [strongTerm | personNearby | predicate, 'high', 'a statement about somebody'],
    [0, null, 'a word of many meanings'],
    [personNearby | predicate, 'medium', 'a word of many meanings, said somewhere near'],
    [fieldName, 'high', 'a field that says so'],
  ];
  for (const [traits, expected, why] of words) test(why, () => assert.equal(weighTraits(health, traits), expected));

  test('nothing without a checksum is ever certain', () => {
    for (const detector of registry) {
      for (let traits = 0; traits < 1024; traits++) {
        if ((traits & proof) === 0) assert.notEqual(weighTraits(detector, traits), 'certain');
      }
    }
  });
});

describe('one field', () => {
  const none = { low: 0, medium: 0, high: 0, certain: 0 };
  const tally = (part: Partial<FieldTally>): FieldTally => ({
    detector: 'ma/cin',
    field: 'c3',
    filled: 100,
    matches: none,
    distinct: 90,
    evidence: [],
    ...part,
  });
  const seen = (kind: Evidence['kind'], count: number): Evidence & { readonly count: number } => ({ kind, detail: null, count });
  const cases: readonly (readonly [string, FieldTally, Confidence])[] = [
    [
      'card numbers in a column without a name',
      tally({ matches: { ...none, medium: 95 }, evidence: [seen('prefix-known', 95)] }),
      'high',
    ],
    ['a few of them', tally({ matches: { ...none, medium: 3 }, distinct: 3, evidence: [seen('prefix-known', 3)] }), 'medium'],
    [
      'the same value over and over',
      tally({ matches: { ...none, medium: 95 }, distinct: 1, evidence: [seen('prefix-known', 95)] }),
      'medium',
    ],
    [
      'a column called sku',
      tally({ field: 'sku', matches: { ...none, low: 95 }, evidence: [seen('prefix-known', 95), seen('counter-evidence', 95)] }),
      'low',
    ],
    ['a named column', tally({ field: 'cin', matches: { ...none, high: 90 }, evidence: [seen('field-name', 90)] }), 'high'],
    [
      'a column in which nearly every checksum holds',
      tally({ detector: 'ma/ice', matches: { ...none, low: 99 }, evidence: [seen('checksum', 99)] }),
      'certain',
    ],
    [
      'a column in which one in a hundred holds',
      tally({ detector: 'ma/ice', filled: 1000, matches: { ...none, low: 10 }, distinct: 10, evidence: [seen('checksum', 10)] }),
      'low',
    ],
    ['running text', tally({ field: null, filled: 0, matches: { ...none, low: 4, high: 1 } }), 'high'],
  ];
  for (const [name, input, expected] of cases) {
    test(name, () => {
      const { confidence, evidence } = scanner.judge(input);
      assert.equal(confidence, expected);
      if (input.field !== null) assert.ok(evidence.some(({ kind }) => kind === 'field-share'));
    });
  }
});

describe('two spellings of one value', () => {
  const equal: readonly (readonly [DetectorId, readonly string[], string])[] = [
    ['ma/cin', ['BK123456', 'bk 123456', 'BK-١٢٣٤٥٦', 'BK\u200f123456'], 'BK123456'],
    [
      'global/phone',
      ['06 61 23 45 67', '+212 (0)6 61 23 45 67', '00212661234567', '212661234567', '661234567', '٠٦٦١٢٣٤٥٦٧'],
      '+212661234567',
    ],
    ['global/phone', ['+33 6 12 34 56 78', '0033612345678'], '+33612345678'],
    ['global/email', ['A.Tazi@Exemple.MA', ' a.tazi@exemple.ma'], 'a.tazi@exemple.ma'],
    ['ma/rib', ['007 810 0001234567890123 45', '007810000123456789012345'], '007810000123456789012345'],
    ['global/iban', ['ma64 0078 1000 0123 4567 8901 2345'], 'MA64007810000123456789012345'],
    ['ma/ice', ['001561191000066', '1561191000066', '001 561 191 000 066'], '001561191000066'],
    ['global/birth-date', ['05/12/1983', '5-12-1983', '1983-12-05', '٠٥/١٢/١٩٨٣'], '1983-12-05'],
    ['sensitive/health', ['Diabète', ' diabète '], 'diabète'],
  ];
  for (const [detector, spellings, form] of equal) {
    test(`${detector}: ${form}`, () => {
      for (const spelling of spellings) assert.equal(scanner.normalise(detector, spelling), form, spelling);
    });
  }
});
