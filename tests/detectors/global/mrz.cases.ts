import { mrzDigitHolds } from '../../../detectors/checksums/mrz.ts';
import type { Cases } from '../cases.ts';

const card = 'I<MARA123456784BK123456<<<<<<<\n8504124F3004113MAR<<<<<<<<<<<8\nEL<AMRANI<<FATIMA<ZAHRA<<<<<<<';
const passport = 'P<MAREL<AMRANI<<FATIMA<ZAHRA<<<<<<<<<<<<<<<<\nAB12345671MAR8504124F3004113BK123456<<<<<<82';

/** The check digit of a text. */
const digitOf = (text: string): string => '0123456789'.split('').find((digit) => mrzDigitHolds(text, digit)) ?? '';

/** A card of a holder whose number and dates are made from digits. */
function makeCard(digits: string): string {
  const number = `A${digits.slice(0, 8)}`;
  const upper = `I<MAR${number}${digitOf(number)}BK${digits.slice(8, 14)}<<<<<<<`;
  const [birth, expiry] = ['850412', '300411'];
  const lower = `${birth}${digitOf(birth)}F${expiry}${digitOf(expiry)}MAR<<<<<<<<<<<`;
  const whole = digitOf(upper.slice(5) + lower.slice(0, 7) + lower.slice(8, 15) + lower.slice(18, 29));
  return `${upper}\n${lower}${whole}\nEL<AMRANI<<FATIMA<ZAHRA<<<<<<<`;
}

export const cases: Cases = {
  finds: [
    [card, card, 'identity card'],
    [passport, passport, 'passport'],
    [`Passeport :\n${passport}`, passport, 'passport behind a label', 'certain'],
    [card.replaceAll('\n', '\r\n'), card.replaceAll('\n', '\r\n'), 'line breaks of Windows'],
    [card.replaceAll('<', '«'), card.replaceAll('<', '«'), 'filler misread'],
    ['AB12345671MAR8504124F3004113BK123456<<<<<<82', 'AB12345671MAR8504124F3004113BK123456<<<<<<82', 'only the second line'],
    [
      card
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n'),
      card.split('\n').join('\n  '),
      'indented',
    ],
    [makeCard('12345678901234'), makeCard('12345678901234'), 'another card'],
  ],
  ignores: [
    [card.replace('A123456784', 'A123456785'), 'check digit of the number wrong'],
    [card.replace('8504124', '8504134'), 'birth changed'],
    [passport.replace('3004113', '3004123'), 'expiry changed'],
    [passport.slice(0, -1) + '3', 'composite digit wrong'],
    ['1234567,1234567', 'two numbers'],
    ['P<MAREL<AMRANI<<FATIMA<ZAHRA<<<<<<<<<<<<<<<<', 'only the first line'],
    ['<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'only filler'],
    ['<<<<<<< HEAD\n1234567F1234567', 'conflict markers'],
    ['8504124F3004113', 'two dates'],
    ['git 8504124f3004113mar0123456789', 'hash'],
    ['if (a<b<<c) return 1234567<1234567;', 'code'],
  ],
};
