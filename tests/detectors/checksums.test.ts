import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ibanCheckDigits, isIban } from '../../detectors/checksums/iban.ts';
import { iceKey, isIce } from '../../detectors/checksums/ice.ts';
import { mod97 } from '../../detectors/checksums/mod97.ts';
import { isRib, ribKey } from '../../detectors/checksums/rib.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));

describe('checksums on published numbers', () => {
  test('public accounts of funds and the example of the IBAN registry', () => {
    for (const rib of [
      '001810007800020110620318',
      '001810007800020110620221',
      '310810101402900442310133',
      '011519000001205000534921',
    ]) {
      assert.ok(isRib(rib), rib);
      assert.equal(ribKey(rib.slice(0, 22)), rib.slice(22));
    }
    assert.ok(isIban('MA64011519000001205000534921'));
  });
  test('enterprise numbers', () => {
    for (const ice of ['001561191000066', '002136093000040', '123456789000014']) {
      assert.ok(isIce(ice), ice);
      assert.equal(iceKey(ice.slice(0, 13)), ice.slice(13));
    }
    assert.ok(!isIce('001561191000067'));
  });
  test('examples of other countries', () => {
    for (const iban of ['FR7630006000011234567890189', 'GB82WEST12345698765432', 'DE89370400440532013000'])
      assert.ok(isIban(iban), iban);
  });
});

describe('makers and checks agree', () => {
  test('a made number passes, and none that differs in one digit', () => {
    fc.assert(
      fc.property(digits(22), digits(13), fc.nat(), fc.integer({ min: 1, max: 9 }), (account, enterprise, place, add) => {
        for (const [made, check] of [
          [account + ribKey(account), isRib],
          [enterprise + iceKey(enterprise), isIce],
        ] as const) {
          assert.ok(check(made));
          const at = place % made.length;
          assert.ok(!check(`${made.slice(0, at)}${(Number(made[at]) + add) % 10}${made.slice(at + 1)}`));
        }
      }),
    );
  });
  test('every Moroccan IBAN begins MA64', () => {
    fc.assert(fc.property(digits(22), (account) => assert.equal(ibanCheckDigits('MA', account + ribKey(account)), '64')));
  });
  test('the remainder is that of the whole number', () => {
    fc.assert(fc.property(digits(30), (number) => assert.equal(BigInt(mod97(number)), BigInt(number) % 97n)));
  });
});
