/** Allow lists from the file to the finding: what is permitted is counted as such and is in nothing else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCustom } from '../../detectors/custom/check.ts';
import type { DetectorId } from '../../detectors/catalogue.ts';
import type { AllowPlace, Scanner } from '../../detectors/contract.ts';
import { createScanner } from '../../detectors/scanner.ts';
import { reasonFor, strayFingerprints, valueFingerprint } from '../../findings/allow.ts';
import type { Finding } from '../../findings/finding.ts';
import { findingsOf, mergeParts } from '../../findings/roll-up.ts';
import { tallyObject } from '../../findings/tally-object.ts';
import { summariseFields } from '../../law/evidence.ts';
import { blocksOfRecords } from '../../readers/records.ts';
import type { FieldTexts } from '../../readers/contract.ts';
import { fileOf, staffNumber } from '../detectors/custom/sample.ts';

const key = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);

/** A scanner with these entries; the examples have been tried elsewhere. */
function allowing(entries: string): Scanner {
  const { scanner, issues } = checkCustom(fileOf([staffNumber], `allow:\n${entries}`), { tries: false });
  assert.deepEqual(issues, []);
  return scanner as Scanner;
}

const plain = { scanner: createScanner(), key };
const email = valueFingerprint(plain, 'global/email', 'Desk@Portal.ma');
const phone = valueFingerprint(plain, 'global/phone', '06 61 23 45 67');

const table = { store: 'dynamodb://1/eu/agents', object: '', field: 'email' };
const file = { store: 's3://bucket/daily', object: 'tests/2026/a.zip!/x.csv', field: 'email' };
const prose = { ...file, field: null };

describe('a value is permitted', () => {
  const rows: readonly (readonly [
    what: string,
    entry: string,
    detector: DetectorId,
    value: string,
    place: AllowPlace,
    isPermitted: boolean,
  ])[] = [
    ['by pattern', `pattern: '[a-z]+@portal\\.ma'`, 'global/email', 'desk@portal.ma', file, true],
    ['by pattern, whole', `pattern: '[a-z]+@portal\\.ma'`, 'global/email', 'a.desk@portal.ma', file, false],
    ['by pattern, in its normal form', `pattern: '0?661234567|\\+212661234567'`, 'global/phone', '06 61 23 45 67', file, true],
    ['of one detector', `{pattern: '.*', detectors: [global/email]}`, 'global/phone', '0661234567', file, false],
    [
      'of a custom detector',
      `{pattern: MAT-0+\\d, detectors: [custom/staff-number]}`,
      'custom/staff-number',
      'MAT-000001',
      file,
      true,
    ],
    ['by path below the store', 'path: tests/**', 'ma/cin', 'x', file, true],
    ['by path, another', 'path: test/**', 'ma/cin', 'x', file, false],
    ['by path, one star stops at a slash', 'path: tests/*', 'ma/cin', 'x', file, false],
    ['by path in an archive', `path: '**/a.zip!/?.csv'`, 'ma/cin', 'x', file, true],
    ['by path with the store', 'path: s3://bucket/*/tests/**', 'ma/cin', 'x', file, true],
    ['by path with another store', 'path: s3://bucket2/*/tests/**', 'ma/cin', 'x', file, false],
    ['by the path of a folder', 'path: s3://bucket/daily/**', 'ma/cin', 'x', file, true],
    ['by path of a table', 'path: dynamodb://1/eu/agents', 'ma/cin', 'x', table, true],
    ['by field', `path: '#email'`, 'ma/cin', 'x', table, true],
    ['by field, wherever it is', `path: '#em*'`, 'ma/cin', 'x', file, true],
    ['by field, another', `path: 'tests/**#mail'`, 'ma/cin', 'x', file, false],
    ['by field, in running text', `path: 'tests/**#*'`, 'ma/cin', 'x', prose, false],
    ['by fingerprint, however it is written', `fingerprints: ['${email}']`, 'global/email', 'DESK@portal.ma', file, true],
    ['by fingerprint, another value', `fingerprints: ['${email}']`, 'global/email', 'desk@portal.com', file, false],
    ['by fingerprint, another detector', `fingerprints: ['${email}']`, 'global/phone', 'desk@portal.ma', file, false],
    ['by fingerprint of a number', `fingerprints: ['${phone}']`, 'global/phone', '0661234567', file, true],
    [
      'only where all of an entry holds',
      `{path: tests/**, fingerprints: ['${email}']}`,
      'global/email',
      'desk@portal.ma',
      table,
      false,
    ],
  ];
  for (const [what, entry, detector, value, place, isPermitted] of rows) {
    test(what, () => {
      const body = entry.startsWith('{') ? `  - {reason: known, ${entry.slice(1)}` : `  - reason: known\n    ${entry}`;
      const scanner = allowing(body);
      assert.equal(reasonFor({ scanner, key }, detector, place, value), isPermitted ? 'known' : null);
    });
  }

  test('not by a fingerprint of another key, which is told', () => {
    const scanner = allowing(`  - {reason: known, fingerprints: ['${email}']}`);
    assert.equal(reasonFor({ scanner, key: other }, 'global/email', file, 'desk@portal.ma'), null);
    assert.equal(strayFingerprints({ scanner, key: other }), 1);
    assert.equal(strayFingerprints({ scanner, key }), 0);
  });
});

async function* rowsOf(count: number, from = 0): AsyncIterable<FieldTexts> {
  for (let index = from; index < from + count; index++) {
    yield [
      ['matricule', `MAT-${100_000 + index}`],
      ['courriel', index % 10 === 0 ? `agent${index}@exemple.ma` : 'desk@portal.ma'],
    ];
  }
}

const ref = (part: { readonly index: number; readonly of: number } | null = null) => ({
  name: 'agents',
  version: '1',
  sizeBytes: null,
  modifiedAt: null,
  part,
});

const desk = `  - {reason: Our desk, detectors: [global/email], pattern: 'desk@portal\\.ma'}`;

const byDetector = (findings: readonly Finding[], detector: DetectorId): Finding | undefined =>
  findings.find((one) => one.detector === detector);

describe('a finding', () => {
  test('says how many of its matches are allowed, and is judged by the others', async () => {
    const scanner = allowing(desk);
    const [{ tally }] = await tallyObject(ref(), blocksOfRecords(rowsOf(100)), { scanner, key });
    const findings = findingsOf('file:///a', tally, scanner, key);
    const mails = byDetector(findings, 'global/email');
    assert.deepEqual([mails?.count, mails?.allowed, mails?.distinct, mails?.confidence], [10, 90, 10, 'high']);
    assert.ok(mails?.evidence.some(({ kind, detail }) => kind === 'field-share' && detail === 'whole'));
    const numbers = byDetector(findings, 'custom/staff-number');
    assert.deepEqual([numbers?.count, numbers?.category, numbers && 'allowed' in numbers], [100, 'civil-identity', false]);
  });

  test('of parts adds up', async () => {
    const scanner = allowing(desk);
    const parts = await Promise.all(
      [0, 1].map(
        async (index) =>
          (await tallyObject(ref({ index, of: 2 }), blocksOfRecords(rowsOf(50, index * 50)), { scanner, key }))[0].tally,
      ),
    );
    const [whole] = mergeParts(parts.toReversed());
    const mails = byDetector(findingsOf('file:///a', whole ?? assert.fail(), scanner, key), 'global/email');
    assert.deepEqual([mails?.count, mails?.allowed], [10, 90]);
  });

  test('all of whose matches are allowed is there, holds nothing and is no evidence', async () => {
    const scanner = allowing('  - {reason: made-up, path: agents}');
    const [{ tally }] = await tallyObject(ref(), blocksOfRecords(rowsOf(20)), { scanner, key });
    const findings = findingsOf('file:///a', tally, scanner, key);
    assert.ok(findings.length >= 2);
    for (const { count, allowed, distinct, evidence, places, mask } of findings) {
      assert.deepEqual(
        { count, allowed, distinct, evidence, places, mask },
        { count: 0, allowed: 20, distinct: 0, evidence: [], places: [], mask: null },
      );
    }
    assert.deepEqual(summariseFields(findings), []);
  });
});
