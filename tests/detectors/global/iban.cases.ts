import { ibanCheckDigits } from '../../../detectors/checksums/iban.ts';
import { ribKey } from '../../../detectors/checksums/rib.ts';
import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['IBAN : MA64 0078 1000 0123 4567 8901 2345', 'MA64 0078 1000 0123 4567 8901 2345', 'groups of four', 'certain'],
    ['IBAN MA64007810000123456789012345', 'MA64007810000123456789012345', 'solid', 'certain'],
    ['MA64007810000123456789012345', 'MA64007810000123456789012345', 'no label'],
    ['iban ma64007810000123456789012345', 'ma64007810000123456789012345', 'small letters behind a label', 'certain'],
    ['virement FR7630006000011234567890189', 'FR7630006000011234567890189', 'France', 'certain'],
    ['GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 32', 'letters in the account'],
    ['حساب بنكي: رقم الحساب DE89370400440532013000', 'DE89370400440532013000', 'Arabic label', 'certain'],
  ],
  ignores: [
    ['IBAN MA64007810000123456789012346', 'account is no valid RIB'],
    ['IBAN MA65007810000123456789012345', 'a Moroccan one begins MA64'],
    ['IBAN FR7630006000011234567890188', 'wrong check digits'],
    ['IBAN MA6400781000012345678901234', 'too short'],
    ['IBAN MA640078100001234567890123450', 'too long'],
    ['IBAN XX64007810000123456789012345', 'no such country'],
    ['iban à compléter', 'label alone'],
    ['AB12CD34EF56', 'part number'],
    ['ma64007810000123456789012345', 'small letters and no label'],
    ['SHA256 ab12cd34ab12cd34ab12cd34', 'hash'],
    ['xMA64007810000123456789012345', 'glued to a letter'],
  ],
  fields: [
    ['iban', 'MA64007810000123456789012345', 'certain'],
    ['note', 'MA64007810000123456789012345', 'high'],
  ],
  make: (digits) => {
    const account = `007780${digits.slice(0, 16).padEnd(16, '0')}`;
    const rib = account + ribKey(account);
    return `MA${ibanCheckDigits('MA', rib)}${rib}`;
  },
};
